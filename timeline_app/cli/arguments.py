"""What may stand on the command line, and what is said where something else does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from timeline_app import __version__
from timeline_app.cli.terminal import one_line

COMMANDS = ("check", "show", "compare", "export", "anchor")
USAGE_FAULT = 2
STANDARD = "-"
ORDER, CALENDAR = "order", "calendar"
# Those of `Kind`, which would be loaded for nothing where only help is asked for.
KINDS = ("contact", "recruitment", "leak", "detection", "arrest", "sentencing", "other")

USAGE = """\
timeline-app [PATH …] [--texts DIR]              open the window; no PATH: the nine cases
       timeline-app --compare A B                       open it with two cases side by side
       timeline-app check PATH … [--json]               list errors and problems
       timeline-app show PATH [--texts DIR] [--json]    the chronology as text, in order
       timeline-app compare A B [--align …] [--json]    how long each took, and what differs
       timeline-app export PATH … -o FILE|FOLDER        pictures and tables of cases
       timeline-app export --compare A B -o FILE        the same of two cases side by side
       timeline-app anchor PATH --texts DIR -o FILE     turn quotations into offsets and digests
"""
_EPILOG = """\
- is standard input or output. A file that is called like a command is ./check. Each command has its
own --help. Exit codes: 0 done; 1 a case or a file is at fault; 2 the command line is; 3 this
machine lacks something that a window or a picture needs."""


class Form(StrEnum):
    """How `compare` prints."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


class Arguments(argparse.ArgumentParser):
    """A parser with plain messages. Options are not abbreviated."""

    most = "only one case can be given"
    """What is said of a path too many."""

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
            self.error(f"{left[0]} is too much: {self.most}")
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
        "paths", nargs="*", type=case_path, metavar="PATH", help="case files, or folders of them"
    )
    add_texts(arguments)
    arguments.add_argument(
        "--compare", action="store_true", help="show two case files side by side"
    )
    arguments.add_argument("--version", action="version", version=f"timeline-app {__version__}")
    return arguments


def check_arguments() -> Arguments:
    """For `check`: paths, texts, JSON."""
    arguments = Arguments(
        "check",
        "Lists every error, problem and note of some case files. Ends with 1 where one has errors, "
        "else with 0.",
    )
    add_cases(arguments)
    add_texts(arguments)
    add_json(arguments)
    return arguments


def show_arguments() -> Arguments:
    """For `show`: one path, texts, JSON."""
    arguments = Arguments("show", "Prints the chronology of a case, in its order.")
    _add_case(arguments)
    add_texts(arguments)
    add_json(arguments)
    return arguments


def compare_arguments() -> Arguments:
    """For `compare`: two paths, alignment, one form of output."""
    arguments = Arguments(
        "compare",
        "Prints how long the stretches between the stages of two cases were, what differs, and "
        "which events correspond. Pairs made by hand in the window are not used.",
    )
    arguments.most = "two cases are compared"
    for name, which in (("a", "the first case file"), ("b", "the second")):
        words = f"{which}, or - for standard input"
        arguments.add_argument(name, type=case_path, metavar=name.upper(), help=words)
    arguments.add_argument(
        "--align",
        choices=(CALENDAR, ORDER, *KINDS),
        default=ORDER,
        metavar="calendar|order|KIND",
        help="what the events are put side by side by: their dates; their order (without the "
        "option); or the time since the first event of a kind, such as arrest",
    )
    forms = arguments.add_mutually_exclusive_group()
    for form in (Form.JSON, Form.MARKDOWN, Form.CSV):
        words = f"print {'Markdown' if form is Form.MARKDOWN else form.upper()}"
        forms.add_argument(
            f"--{form}",
            dest="form",
            action="store_const",
            const=form,
            default=Form.TEXT,
            help=words,
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
    add_texts(arguments, required=True)
    add_output(arguments, "FILE", "where to write; - is standard output")
    arguments.add_argument(
        "--drop-quotes", action="store_true", help="leave out the quotations that were found"
    )
    return arguments


def _add_case(arguments: Arguments) -> None:
    arguments.add_argument(
        "path", type=case_path, metavar="PATH", help="a case file, or - for standard input"
    )


def add_texts(arguments: Arguments, *, required: bool = False) -> None:
    """`--texts`."""
    arguments.add_argument(
        "--texts",
        type=_place,
        required=required,
        metavar="DIR",
        help="a folder with the articles, or one article",
    )


def add_cases(arguments: Arguments) -> None:
    """One path or more, as `paths`."""
    arguments.add_argument(
        "paths",
        nargs="+",
        type=case_path,
        metavar="PATH",
        help="case files, folders of them, or - for standard input",
    )


def add_json(arguments: Arguments) -> None:
    """`--json`."""
    arguments.add_argument("--json", action="store_true", help="print JSON")


def add_output(arguments: Arguments, form: str, place: str) -> None:
    """`-o` and `--force`; `place` says what can be written to."""
    arguments.add_argument("-o", "--output", required=True, metavar=form, help=place)
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


def case_path(words: str) -> str:
    """The name of a case file, a folder or standard input."""
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
