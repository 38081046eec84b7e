"""`timeline-app`: which command is meant, and with what.

Rules:
* Data go to standard output, messages to standard error. Exit codes: 0 done, 1 a case or file is at
  fault, 2 the command line is, 3 the machine lacks something that a window needs.
* A command imports what it needs when it runs, so that `check` and `show` never load Qt.
* Nothing is overwritten without `--force`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from timeline_app import __version__

SIZE_FORM = "WIDTHxHEIGHT"
BROKEN_PIPE = 141  # what a shell reports of a program ended by SIGPIPE
INTERRUPTED = 130  # and of one ended by Ctrl+C

USAGE = """\
timeline-app [PATH …] [--texts DIR]              open the window; no PATH: the nine cases
       timeline-app check PATH … [--json]               list errors and problems
       timeline-app show PATH [--texts DIR] [--json]    the chronology as text, in order
       timeline-app export PATH -o FILE.png             a picture of the timeline
       timeline-app anchor PATH --texts DIR -o FILE     find quoted passages in the articles
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has left; the interpreter must not try to flush to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(given: list[str]) -> int:
    command = given[0] if given else ""
    if command == "check":
        # Here, as in the branches below: each command loads only what it needs.
        from timeline_app.cli.check import check  # noqa: PLC0415

        asked = _check_parser().parse_args(given[1:])
        return check(asked.paths, asked.texts, as_json=asked.json)
    if command == "show":
        from timeline_app.cli.show import show  # noqa: PLC0415

        asked = _show_parser().parse_args(given[1:])
        return show(asked.path, asked.texts, as_json=asked.json)
    if command == "export":
        from timeline_app.cli.export import export  # noqa: PLC0415

        asked = _export_parser().parse_args(given[1:])
        return export(asked.path, asked.output, axis=asked.axis, size=asked.size, force=asked.force)
    if command == "anchor":
        from timeline_app.cli.anchor import anchor  # noqa: PLC0415

        asked = _anchor_parser().parse_args(given[1:])
        return anchor(
            asked.path,
            asked.texts,
            asked.output,
            drop_quotes=asked.drop_quotes,
            force=asked.force,
        )
    from timeline_app.app import open_window  # noqa: PLC0415

    asked = _window_parser().parse_args(given)
    return open_window([Path(path) for path in asked.paths], asked.texts)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline-app",
        usage=USAGE,
        description="Shows what a source establishes of a case, how firmly, and where it says so.",
        epilog="Each command has its own --help. A file named like a command is ./check.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="case files, or folders of them")
    _add_texts(parser)
    parser.add_argument("--version", action="version", version=f"timeline-app {__version__}")
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline-app check",
        description="Lists every error and problem. Exit code 0: no errors; 1: errors; 2: usage.",
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="case files, folders of them, or - for input"
    )
    _add_texts(parser)
    _add_json(parser)
    return parser


def _show_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline-app show", description="Prints the chronology of a case, in its order."
    )
    parser.add_argument("path", metavar="PATH", help="a case file, or - for standard input")
    _add_texts(parser)
    _add_json(parser)
    return parser


def _export_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline-app export",
        description="Writes a picture of a case's timeline. Needs no display.",
    )
    parser.add_argument("path", metavar="PATH", help="a case file, or - for standard input")
    _add_output(parser, "FILE.png")
    parser.add_argument(
        "--axis", choices=("order", "calendar"), help="default: as the window would choose"
    )
    parser.add_argument(
        "--size", type=_size, default=(1600, 900), metavar=SIZE_FORM, help="pixels, 1600x900"
    )
    return parser


def _anchor_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline-app anchor",
        description='Finds "exact" quotes in the articles and fills in start, end and digest.',
    )
    parser.add_argument("path", metavar="PATH", help="a case file, or - for standard input")
    parser.add_argument("--texts", type=Path, required=True, metavar="DIR", help="the articles")
    _add_output(parser, "FILE")
    parser.add_argument(
        "--drop-quotes", action="store_true", help="take the quotes out once they are found"
    )
    return parser


def _add_texts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--texts", type=Path, metavar="DIR", help="a folder (or file) with the articles"
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_output(parser: argparse.ArgumentParser, form: str) -> None:
    parser.add_argument(
        "-o", "--output", required=True, metavar=form, help="where to write; - is standard output"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def _size(words: str) -> tuple[int, int]:
    width, cross, height = words.partition("x")
    if cross and width.isascii() and height.isascii() and width.isdigit() and height.isdigit():
        return int(width), int(height)
    raise argparse.ArgumentTypeError(f"“{words}” is not a size such as 1600x900")
