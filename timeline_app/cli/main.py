"""`timeline-app`: which command is meant, and with what.

Rules:
* Data go to standard output, messages to standard error. Exit codes: 0 done, 1 a case or file is at
  fault, 2 the command line is, 3 the machine lacks something that a window or a picture needs.
* A command imports what it needs when it runs, so that `check` and `show` never load Qt.
* Nothing is overwritten without `--force`.
"""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.case.collector import collector_resting, spare_imported
from timeline_app.cli import arguments as forms
from timeline_app.cli import output

if TYPE_CHECKING:
    from timeline_app.case.file.reading import Reading

FAULT = 1
INTERRUPTED = 130  # what a shell reports of a program ended by Ctrl+C
BROKEN_PIPE = 141  # and of one whose output nobody reads any more


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    output.prepare_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _code_of(given)
        output.finish_output()
    except BrokenPipeError:
        code = BROKEN_PIPE
    except output.OutputError as error:
        output.complain(str(error))
        code = FAULT
    except KeyboardInterrupt:
        with suppress(OSError, output.OutputError):
            output.finish_output()
        code = INTERRUPTED
    else:
        if arguments is None:
            gc.freeze()  # the process ends: nothing is left to be looked through
        return code
    output.abandon_output()
    return code


def _code_of(given: list[str]) -> int:
    try:
        return _run(given)
    except SystemExit as ended:  # after help, or a fault of the command line
        return ended.code if isinstance(ended.code, int) else FAULT


def _run(given: list[str]) -> int:
    with collector_resting():  # what is imported stays: to look at it again and again is in vain
        work = _work(given)
        spare_imported()
    return work()


def _work(given: list[str]) -> Callable[[], int]:
    """What is to be done, ready to be done."""
    command = given[0] if given else ""
    if command == "check":
        asked = forms.check_arguments().read(given[1:])
        # Here, as in the branches below: each command loads only what it needs.
        from timeline_app.cli.check import check  # noqa: PLC0415

        return partial(check, asked.paths, asked.texts, as_json=asked.json)
    if command == "show":
        asked = forms.show_arguments().read(given[1:])
        from timeline_app.cli.show import show  # noqa: PLC0415

        return partial(show, asked.path, asked.texts, as_json=asked.json)
    if command == "compare":
        asked = _compare_arguments(given[1:])
        from timeline_app.cli.compare import compare  # noqa: PLC0415

        return partial(compare, asked.a, asked.b, asked.align, asked.form)
    if command == "export":
        from timeline_app.cli.export import export  # noqa: PLC0415
        from timeline_app.cli.export_arguments import export_request  # noqa: PLC0415

        return partial(export, export_request(given[1:]))
    if command == "anchor":
        asked = forms.anchor_arguments().read(given[1:])
        from timeline_app.cli.anchor import anchor  # noqa: PLC0415

        options = {"drop_quotes": asked.drop_quotes, "force": asked.force}
        return partial(anchor, asked.path, asked.texts, asked.output, **options)
    return _window(given)


def _compare_arguments(given: list[str]) -> Namespace:
    form = forms.compare_arguments()
    asked = form.read(given)
    if asked.a == asked.b == forms.STANDARD:
        form.error("only one of the two cases can come from standard input")
    return asked


def _window(given: list[str]) -> Callable[[], int]:
    """The window, ready to be opened; `-` among the paths is a case on standard input."""
    form = forms.window_arguments()
    asked = form.read(given)
    commands = [path for path in asked.paths if path in forms.COMMANDS]
    if commands and "--" not in given:
        form.error(f"the command comes first: timeline-app {commands[0]} …")
    if asked.compare:
        _check_two_files(form, asked.paths)
    # Here: the commands above never load a window.
    from timeline_app.app import open_window  # noqa: PLC0415

    paths = [Path(path) for path in asked.paths if path != forms.STANDARD]
    standard = _read_standard_input if forms.STANDARD in asked.paths else None
    return partial(open_window, paths, asked.texts, standard, compare=asked.compare)


def _check_two_files(form: forms.Arguments, paths: list[str]) -> None:
    """See that two files are given to be compared in the window."""
    wrong = next((path for path in paths if path == forms.STANDARD or Path(path).is_dir()), None)
    if wrong == forms.STANDARD:
        form.error("--compare needs two files: the window can't compare what comes through a pipe")
    if wrong is not None:
        form.error(f"--compare needs two case files, and {wrong} is a folder")
    if len(paths) != 2:
        form.error(f"--compare needs exactly two case files, and {len(paths)} were given")


def _read_standard_input() -> Reading:
    # Here: a window that opens files only does not need it.
    from timeline_app.cli.input import read  # noqa: PLC0415

    return read(forms.STANDARD)
