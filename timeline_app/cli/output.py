"""Writing as all commands do it.

Rules:
* Data go to standard output, messages to standard error; `-` is standard output.
* A stream that knows only some letters never ends a command: text goes out in plain letters, JSON
  as ASCII.
* What standard output can't take ends the command with a plain message: it is full, or closed.
* What is of a case has been made harmless before it comes here; JSON is made so here.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from timeline_app.cli.arguments import STANDARD
from timeline_app.cli.terminal import PLAIN_ERRORS, in_json, is_terminal
from timeline_app.writing import WriteError, write_file

PROGRAM = "timeline-app"


class OutputError(Exception):
    """Standard output can't take what it was given; the text says why."""


def prepare_streams() -> None:
    """Let no character end a command, whatever letters the streams know."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=PLAIN_ERRORS)


def put(text: str) -> None:
    """Data as lines of text, to standard output. What is of a case has been made harmless."""
    with _writing():
        sys.stdout.write(f"{text}\n")


def put_json(value: object) -> None:
    """A value as JSON, to standard output; texts as they are where the stream knows the letters."""
    # Here, not above: most commands print text.
    import json  # noqa: PLC0415

    with _writing():
        encoding = (sys.stdout.encoding or "").lower().replace("_", "-")
        written = json.dumps(value, ensure_ascii=False, indent=2)
        written = in_json(written, ascii_only=encoding not in ("utf-8", "utf8"))
        sys.stdout.write(f"{written}\n")


def put_bytes(output: str, data: bytes, *, force: bool) -> int:
    """Write bytes to a file, all or nothing, or to standard output; the exit code."""
    if output == STANDARD:
        with _writing():
            sys.stdout.buffer.write(data)
        return 0
    try:
        write_file(Path(output), data, replace=force)
    except WriteError as error:
        complain(str(error))
        return 1
    return 0


def put_text_file(data: bytes) -> None:
    """A text file, in UTF-8 and of harmless text, to standard output: byte for byte, but a terminal
    gets its lines alone."""
    if is_terminal(sys.stdout):
        put("\n".join(data.decode("utf-8-sig").splitlines()))
    else:
        put_bytes(STANDARD, data, force=False)


def finish_output() -> None:
    """See what was put on its way.

    Raises:
        OutputError: it can't be taken.
        BrokenPipeError: nobody reads it any more.
    """
    if sys.stdout is not None:
        with _writing():
            sys.stdout.flush()


def abandon_output() -> None:
    """Let the interpreter not try, when it ends, to write what could not be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or no file behind it
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def tell(text: str) -> None:
    """A message to standard error. What is of a case has been made harmless."""
    if sys.stderr is not None:
        print(text, file=sys.stderr)


def complain(text: str) -> None:
    """What kept a command from doing its work, to standard error, under the program's name."""
    tell(f"{PROGRAM}: {text}")


@contextmanager
def _writing() -> Iterator[None]:
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        full = error.errno == errno.ENOSPC
        reason = "the disk is full" if full else error.strerror or str(error)
        raise OutputError(f"standard output can't be written: {reason}") from error
