"""What may stand on the command line, and what is said where something else does."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from timeline_app import __version__
from timeline_app.cli.terminal import one_line

COMMANDS = ("check", "show", "export", "anchor")
USAGE_FAULT = 2
STANDARD = "-"
PICTURE_SUFFIX = ".png"

USAGE = """\
timeline-app [PATH …] [--texts DIR]              open the window; no PATH: the nine cases
       timeline-app check PATH … [--json]               list errors and problems
       timeline-app show PATH [--texts DIR] [--json]    the chronology as text, in order
       timeline-app export PATH -o FILE.png [--axis order|calendar] [--size 1600x900]
       timeline-app anchor PATH --texts DIR -o FILE     turn quotations into offsets and digests
"""
_EPILOG = """\
- is standard input or output. A file that is called like a command is ./check. Each command has its
own --help. Exit codes: 0 done; 1 a case or a file is at fault; 2 the command line is; 3 this
machine lacks something that a window or a picture needs."""

_SIZE = re.compile(r"([0-9]{1,6})[xX×]([0-9]{1,6})")


class Arguments(argparse.ArgumentParser):
    """A parser with plain messages. Options are not abbreviated."""

    def __init__(self, command: str, description: str, *, usage: str | None = None) -> None:
        super().__init__(
            prog=f"timeline-app {command}".rstrip(),
            usage=usage,
            description=description,
            allow_abbrev=False,
        )

    def read(self, given: Sequence[str]) -> argparse.Namespace:
        """What was given.

        Raises:
            SystemExit: it was help that was asked for, or a fault was told.
        """
        asked, left = self.parse_known_intermixed_args(_without_end_mark(given))
        options = [one for one in left if one.startswith("-")]
        if options:
            self.error(f"there is no option {options[0].partition('=')[0]}")
        if left:
            self.error(f"{left[0]} is too much: only one case can be given")
        return asked

    def error(self, message: str) -> NoReturn:
        """Tell how the command is used and what is wrong, and end with `USAGE_FAULT`."""
        self.print_usage(sys.stderr)
        self.exit(USAGE_FAULT, f"{self.prog}: {one_line(message)}\n")


def window_arguments() -> Arguments:
    """For the window: any number of paths."""
    about = "Shows what a source establishes of a case, how firmly, and where it says so."
    arguments = Arguments("", about, usage=USAGE)
    arguments.epilog = _EPILOG
    arguments.add_argument(
        "paths", nargs="*", type=_case, metavar="PATH", help="case files, or folders of them"
    )
    _add_texts(arguments)
    arguments.add_argument("--version", action="version", version=f"timeline-app {__version__}")
    return arguments


def check_arguments() -> Arguments:
    """For `check`: paths, texts, JSON."""
    arguments = Arguments(
        "check",
        "Lists every error, problem and note of some case files. Ends with 1 where one has errors, "
        "else with 0.",
    )
    arguments.add_argument(
        "paths",
        nargs="+",
        type=_case,
        metavar="PATH",
        help="case files, folders of them, or - for standard input",
    )
    _add_texts(arguments)
    _add_json(arguments)
    return arguments


def show_arguments() -> Arguments:
    """For `show`: one path, texts, JSON."""
    arguments = Arguments("show", "Prints the chronology of a case, in its order.")
    _add_case(arguments)
    _add_texts(arguments)
    _add_json(arguments)
    return arguments


def export_arguments() -> Arguments:
    """For `export`: one path, output, axis, size."""
    arguments = Arguments(
        "export", "Writes a picture of a case's timeline, as a PNG file. Needs no display."
    )
    _add_case(arguments)
    _add_output(arguments, "FILE.png", _picture)
    arguments.add_argument(
        "--axis",
        choices=("order", "calendar"),
        help="what the timeline is drawn along; without it, calendar where at least half of the "
        "events have both bounds",
    )
    arguments.add_argument(
        "--size",
        type=_size,
        default=(1600, 900),
        metavar="WIDTHxHEIGHT",
        help="in pixels; without it, 1600x900",
    )
    return arguments


def anchor_arguments() -> Arguments:
    """For `anchor`: one path, texts, output, quotes or not."""
    arguments = Arguments(
        "anchor",
        'Finds the "exact" quotations of a case in the articles and fills in start, end and '
        "digest. Ends with 1 where one was not found; the others are filled in all the same.",
    )
    _add_case(arguments)
    _add_texts(arguments, required=True)
    _add_output(arguments, "FILE", str)
    arguments.add_argument(
        "--drop-quotes", action="store_true", help="leave out the quotations that were found"
    )
    return arguments


def _add_case(arguments: Arguments) -> None:
    arguments.add_argument(
        "path", type=_case, metavar="PATH", help="a case file, or - for standard input"
    )


def _add_texts(arguments: Arguments, *, required: bool = False) -> None:
    arguments.add_argument(
        "--texts",
        type=_place,
        required=required,
        metavar="DIR",
        help="a folder with the articles, or one article",
    )


def _add_json(arguments: Arguments) -> None:
    arguments.add_argument("--json", action="store_true", help="print JSON")


def _add_output(arguments: Arguments, form: str, kind: Callable[[str], str]) -> None:
    arguments.add_argument(
        "-o",
        "--output",
        type=kind,
        required=True,
        metavar=form,
        help="where to write; - is standard output",
    )
    arguments.add_argument("--force", action="store_true", help="replace a file that stands there")


def _without_end_mark(given: Sequence[str]) -> list[str]:
    """What was given, without the `--` behind which nothing is an option: a name there that looks
    like one is given as a path."""
    if "--" not in given:
        return list(given)
    place = list(given).index("--")
    names = given[place + 1 :]
    paths = [f"./{one}" if one.startswith("-") and one != STANDARD else one for one in names]
    return [*given[:place], *paths]


def _case(words: str) -> str:
    if not words:
        raise argparse.ArgumentTypeError("the name of a file is empty")
    return words


def _place(words: str) -> Path:
    if not words:
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    place = Path(words)
    try:
        place.stat()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise argparse.ArgumentTypeError(f"{words} can't be looked into: {reason}") from error
    return place


def _picture(words: str) -> str:
    if words != STANDARD and not words.lower().endswith(PICTURE_SUFFIX):
        raise argparse.ArgumentTypeError("pictures are PNG files: give a name ending in .png")
    if words == STANDARD and sys.stdout is not None and sys.stdout.isatty():
        raise argparse.ArgumentTypeError("a picture can't be shown on a terminal: give a file")
    return words


def _size(words: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(words)
    if match is None:
        raise argparse.ArgumentTypeError(f"“{words}” is not a size such as 1600x900")
    return int(match[1]), int(match[2])
