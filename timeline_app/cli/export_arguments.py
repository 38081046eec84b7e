"""What may stand behind `export`: which cases, in which format, into which file or folder.

Rules:
* The format is the one that the name of the file ends in, or the one of `--format`; they must not
  contradict each other. Standard output without `--format` is a PNG picture.
* One case goes into a file, or into a folder that is there or is written with a / at its end.
  Several cases, and a folder of them, go into a folder, or into one PDF.
* An option that has no meaning for what is asked is refused, not passed over.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from timeline_app.cli.arguments import (
    CALENDAR,
    KINDS,
    ORDER,
    STANDARD,
    Arguments,
    add_output,
    add_texts,
    case_path,
)
from timeline_app.cli.export_request import ExportRequest, Format, PictureOptions
from timeline_app.cli.input import case_names
from timeline_app.cli.page_sizes import USUAL_PAPER, USUAL_SCREEN, paper_size, screen_size
from timeline_app.drawing.pages.paper import Unit

_FORMATS = "png, svg, pdf, csv, md or html"
_PICTURE = "pictures (png, svg, pdf)"
THEMES = ("light", "dark", "print")
LANES = ("kind", "actor")
LABELS = ("titles", "numbers")

USAGE = """\
timeline-app export PATH … -o FILE|FOLDER [--format FORMAT] [option …]
       timeline-app export --compare A B -o FILE|FOLDER [--align …] [option …]
"""
_EPILOG = """\
A picture takes as many pages as it needs: a PDF has them all, of a PNG or SVG each becomes a file
of its own (case-1.png, case-2.png). Several cases go into a folder; or, where FILE ends in .pdf,
into one PDF with a bookmark for each case. With --no-date the same cases give the same bytes on
any day. Exit codes: 0 done; 1 a case or a file is at fault, the others were made; 2 the command
line is; 3 this machine lacks something that a picture needs."""


def export_arguments() -> Arguments:
    """For `export`: paths, output, format, and all that a picture is chosen by."""
    arguments = Arguments(
        "export",
        "Writes pictures of the timelines of cases (png, svg, pdf), or their chronologies as "
        "tables (csv, md, html). Needs no display. A case that does not open is reported, and the "
        "others are written.",
        usage=USAGE,
    )
    arguments.epilog = _EPILOG
    arguments.add_argument(
        "paths",
        nargs="*",
        type=case_path,
        metavar="PATH",
        help="case files, folders of them, or - for standard input",
    )
    add_output(
        arguments,
        "FILE|FOLDER",
        "where to write: a file, or - for standard output; a folder, in which each file is called "
        "like its case's id",
    )
    arguments.add_argument(
        "--format",
        choices=tuple(form.value for form in Format),
        help="what to write; without it, what the name of the file ends in",
    )
    add_texts(arguments)
    arguments.add_argument(
        "--json", action="store_true", help="print a list of what was written, as JSON"
    )
    _add_what(arguments)
    _add_how(arguments)
    _add_words(arguments)
    return arguments


def _add_what(arguments: Arguments) -> None:
    group = arguments.add_argument_group("what is shown")
    group.add_argument(
        "--compare",
        nargs=2,
        type=case_path,
        metavar=("A", "B"),
        help="two cases side by side, in place of PATH; pairs made by hand are not used",
    )
    group.add_argument(
        "--align",
        choices=(CALENDAR, ORDER, *KINDS),
        metavar="calendar|order|KIND",
        help="with --compare, what both are put side by side by: their dates, their order (without "
        "the option), or the time since the first event of a kind, such as arrest",
    )
    group.add_argument(
        "--axis",
        choices=(ORDER, CALENDAR),
        help="what a picture is drawn along; without it, calendar where at least half of the "
        "events have both bounds",
    )
    group.add_argument("--lanes", choices=LANES, help="what a lane of a picture stands for: kind")
    group.add_argument(
        "--hide-kind",
        action="append",
        choices=KINDS,
        metavar="KIND",
        help="leave out the events of a kind; may be given again. A picture says so",
    )


def _add_how(arguments: Arguments) -> None:
    group = arguments.add_argument_group("how a picture looks")
    sizes = group.add_mutually_exclusive_group()
    sizes.add_argument(
        "--size",
        type=screen_size,
        metavar="WIDTHxHEIGHT",
        help="of a page in pixels; 1600x900 for a png or svg without --page",
    )
    sizes.add_argument(
        "--page",
        type=paper_size,
        metavar="PAGE",
        help="of paper: A4, A3 or Letter, each also with -portrait or -landscape, slide, or such "
        "as 297x210mm; A4-landscape for a pdf without --size",
    )
    group.add_argument(
        "--dpi", type=_number(36, 768, int), metavar="N", help="of a png with --page: 192"
    )
    group.add_argument(
        "--scale", type=_number(0.25, 8, float), metavar="X", help="everything on it larger: 1"
    )
    group.add_argument("--theme", choices=THEMES, help="colours: light; print has greys only")
    group.add_argument(
        "--labels",
        choices=LABELS,
        help="titles, or numbers that the list explains, which take less room",
    )
    group.add_argument(
        "--one-page", action="store_true", help="rather no picture than one of several pages"
    )


def _add_words(arguments: Arguments) -> None:
    group = arguments.add_argument_group("what goes along with a picture")
    for name, what in (
        ("title", "without title and summary"),
        ("legend", "without the legend of signs"),
        ("footer", "without the words on what is shown, from which file"),
        ("citation", "without the sources"),
        ("list", "without the list of events"),
        ("date", "without the date of export: the same bytes on any day"),
    ):
        group.add_argument(f"--no-{name}", action="store_true", help=what)
    group.add_argument("--notes", action="store_true", help="notes on events in the list as well")
    group.add_argument("--author", metavar="NAME", help="who made it, in the file's properties")


_ONLY_PICTURES = {
    "axis": "--axis",
    "lanes": "--lanes",
    "size": "--size",
    "page": "--page",
    "dpi": "--dpi",
    "scale": "--scale",
    "theme": "--theme",
    "labels": "--labels",
    "one_page": "--one-page",
    "no_title": "--no-title",
    "no_legend": "--no-legend",
    "no_footer": "--no-footer",
    "no_citation": "--no-citation",
    "no_list": "--no-list",
    "no_date": "--no-date",
    "notes": "--notes",
    "author": "--author",
}


def export_request(given: Sequence[str]) -> ExportRequest:
    """What is asked for.

    Raises:
        SystemExit: it was help that was asked for, or a fault was told.
    """
    arguments = export_arguments()
    asked = arguments.read(given)
    try:
        return _request(asked)
    except _FaultError as fault:
        arguments.error(str(fault))


class _FaultError(Exception):
    """What was given does not go together; the text says why."""


def _request(asked: argparse.Namespace) -> ExportRequest:
    if not asked.output:
        raise _FaultError("the name of the file is empty")
    cases = _cases(asked)
    several = not asked.compare and (len(cases) > 1 or any(map(_stands_as_folder, asked.paths)))
    into_folder = _is_folder(asked, several)
    form = _format(asked, into_folder)
    together = bool(asked.compare) or (several and form is Format.PDF and not into_folder)
    if asked.output == STANDARD:
        _check_standard_output(asked, form, several=several and not together)
    _check_what(asked, form)
    return ExportRequest(
        cases,
        asked.output,
        into_folder,
        together,
        form,
        (asked.align or ORDER) if asked.compare else None,
        _picture(asked, form),
        frozenset(asked.hide_kind or ()),
        asked.texts,
        asked.force,
        asked.json,
    )


def _cases(asked: argparse.Namespace) -> tuple[str, ...]:
    if not asked.compare:
        if not asked.paths:
            raise _FaultError("the following arguments are required: PATH")
        return tuple(case_names(asked.paths))
    if asked.paths:
        raise _FaultError(f"{asked.paths[0]} is too much: --compare has its own two cases")
    if asked.compare == [STANDARD, STANDARD]:
        raise _FaultError("only one of the two cases can come from standard input")
    return tuple(asked.compare)


def _is_folder(asked: argparse.Namespace, several: bool) -> bool:
    """Whether files are to be written into a folder of that name."""
    output = asked.output
    if output == STANDARD:
        return False
    if _stands_as_folder(output) or output.endswith(("/", os.sep)):
        return True
    if several and _named_format(output) is Format.PDF:
        return False
    if several and (os.path.lexists(output) or _named_format(output)):
        raise _FaultError(f"several cases go into a folder or one pdf, and {output} is a file")
    return several


def _stands_as_folder(name: str) -> bool:
    try:
        return name != STANDARD and Path(name).is_dir()
    except (OSError, ValueError):  # told when it is read, or written to
        return False


def _named_format(output: str) -> Format | None:
    """The format that a name ends in."""
    suffix = Path(output).suffix.lower().removeprefix(".")
    suffix = "html" if suffix == "htm" else suffix
    return next((form for form in Format if form == suffix), None)


def _format(asked: argparse.Namespace, into_folder: bool) -> Format:
    named = None if into_folder or asked.output == STANDARD else _named_format(asked.output)
    if asked.format is not None:
        form = Format(asked.format)
        if named not in (None, form):
            raise _FaultError(f"{asked.output} is the name of a {named} file, not of {form}")
        return form
    if asked.output == STANDARD:
        return Format.PNG
    if named is None:
        raise _FaultError(f"say what to write with --format: {_FORMATS}")
    return named


def _check_standard_output(asked: argparse.Namespace, form: Format, *, several: bool) -> None:
    if several:
        raise _FaultError("only one case can go to standard output: give a folder")
    if asked.json:
        raise _FaultError("--json and -o - would both write to standard output")
    if form.is_picture and sys.stdout is not None and sys.stdout.isatty():
        raise _FaultError("a picture can't be shown on a terminal: give a file")


def _check_what(asked: argparse.Namespace, form: Format) -> None:
    """See that every option has a meaning for what is asked."""
    if not form.is_picture:
        for name, option in _ONLY_PICTURES.items():
            if getattr(asked, name) not in (None, False):
                raise _FaultError(f"{option} is for {_PICTURE}, and {form} is a table")
        if asked.compare and asked.hide_kind:
            raise _FaultError("--hide-kind is not for the table of a comparison, which is of all")
    if asked.align and not asked.compare:
        raise _FaultError("--align goes with --compare; a single case has --axis")
    if asked.axis and asked.compare:
        raise _FaultError("--axis is for single cases; with --compare it is --align")
    if asked.dpi is not None and form is not Format.PNG:
        raise _FaultError(f"--dpi is for png, and a {form} has no dots")
    if asked.dpi is not None and asked.page is None:
        raise _FaultError("--dpi goes with --page; a picture with --size has as many pixels")
    if asked.no_list and asked.labels == "numbers":
        raise _FaultError("--labels numbers needs the list, which tells what the numbers mean")
    if asked.no_list and asked.notes:
        raise _FaultError("--notes stand in the list, so they don't go with --no-list")


def _picture(asked: argparse.Namespace, form: Format) -> PictureOptions:
    usual = USUAL_PAPER if form is Format.PDF else USUAL_SCREEN
    paper = asked.size or asked.page or usual
    return PictureOptions(
        paper=paper,
        dpi=asked.dpi if paper.unit is Unit.MILLIMETRES else None,
        scale=asked.scale or 1.0,
        theme=asked.theme or THEMES[0],
        axis=asked.axis,
        lanes=asked.lanes or LANES[0],
        labels=asked.labels or LABELS[0],
        one_page=asked.one_page,
        title=not asked.no_title,
        legend=not asked.no_legend,
        footer=not asked.no_footer,
        citation=not asked.no_citation,
        event_list=not asked.no_list,
        notes=asked.notes,
        dated=not asked.no_date,
        author=asked.author or "",
    )


def _number(
    least: float, most: float, kind: Callable[[str], int | float]
) -> Callable[[str], int | float]:
    """Reads a number between two limits."""

    def read(words: str) -> int | float:
        try:
            number = kind(words)
        except ValueError:
            number = float("nan")
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(
                f"“{words}” is not a {'whole ' if kind is int else ''}number from {least:g} to "
                f"{most:g}"
            )
        return number

    return read
