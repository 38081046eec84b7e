"""`timeline-app export`: pictures and tables of cases, without a display.

Rules:
* Each case is read, made and written before the next, unless all go into one file. What is wrong
  with one is told, and the others are made all the same; a comparison needs both.
* A file is written whole or not at all, also where somebody ends the command; so are the pages of
  a picture that are files of their own.
* The folder for files is made when the first of them is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from timeline_app.case.opening import OpenedCase
from timeline_app.case.problems import Severity
from timeline_app.cli import output
from timeline_app.cli.arguments import USAGE_FAULT
from timeline_app.cli.export_files import ExportFiles
from timeline_app.cli.export_request import ExportRequest
from timeline_app.cli.input import opened
from timeline_app.cli.making import Maker, NotMadeError, SoundCase
from timeline_app.cli.problem_text import problem_lines
from timeline_app.cli.progress import Progress
from timeline_app.cli.terminal import one_line
from timeline_app.display import MACHINE_LACKS, picture_obstacle
from timeline_app.writing import WriteError, shown_path


class Exported(NamedTuple):
    """What came of one case: its file, its id where it opens, the files that were written, how
    many pages its picture has, and what went wrong. Cases that share a file name it each."""

    file: str
    id: str | None = None
    written: tuple[str, ...] = ()
    pages: int = 0
    errors: tuple[str, ...] = ()


def export(request: ExportRequest) -> int:
    """Write the files; 1 where a case does not open, has no room, or can't be written, 2 where
    there can be no picture of this size, 3 where a library is missing."""
    if request.form.is_picture:
        code = _picture_fault(request)
        if code:
            return code
    with _maker(request) as maker, Progress(len(request.cases)) as progress:
        done = list(_Export(request, maker, progress).exported())
    if request.as_json:
        output.put_json([one._asdict() for one in done])
    return 1 if any(one.errors for one in done) else 0


def _picture_fault(request: ExportRequest) -> int:
    """Tell what keeps pictures from being made at all; the exit code, 0 where nothing does."""
    obstacle = picture_obstacle()
    if obstacle is not None:
        output.complain(obstacle)
        return MACHINE_LACKS
    # Here, not above: Qt is loaded only once it is known to be there.
    from timeline_app.cli.painting import fault_of_size  # noqa: PLC0415

    fault = fault_of_size(request)
    if fault is not None:
        output.complain(fault)
        return USAGE_FAULT
    return 0


@contextmanager
def _maker(request: ExportRequest) -> Iterator[Maker]:
    """What makes the files, with what it needs meanwhile."""
    if not request.form.is_picture:
        # Here, as below: pictures don't need it.
        from timeline_app.cli.tabling import TableMaker  # noqa: PLC0415

        yield TableMaker(request)
        return
    # Here, as above: Qt.
    from timeline_app.cli.painting import Painter, offscreen_application  # noqa: PLC0415

    with offscreen_application():
        yield Painter(request, datetime.now(UTC).astimezone())


class _Export:
    """One run of the command."""

    def __init__(self, request: ExportRequest, maker: Maker, progress: Progress) -> None:
        self._request = request
        self._maker = maker
        self._progress = progress
        self._files = ExportFiles(request)

    def exported(self) -> Iterator[Exported]:
        """Write the files, telling what is wrong."""
        cases = self._request.cases
        if self._request.together:
            found = self._opened_once(cases)
            yield from self._made(cases, [found[name] for name in cases])
            return
        for step, name in enumerate(cases, start=1):
            yield from self._made((name,), [self._opened(step, name)])

    def _opened_once(self, names: Sequence[str]) -> dict[str, OpenedCase]:
        """Each of some cases, opened once, by name: one may be compared with itself."""
        return {
            name: self._opened(step, name)
            for step, name in enumerate(dict.fromkeys(names), start=1)
        }

    def _opened(self, step: int, name: str) -> OpenedCase:
        """Open a case, and tell its errors where it does not open."""
        self._progress.show(step, Path(name).name)
        case = opened(name, self._request.texts)
        if case.chronology is None:
            self._progress.clear()
            output.tell(problem_lines(case.problems, as_message=True))
        return case

    def _made(self, names: Sequence[str], cases: Sequence[OpenedCase]) -> list[Exported]:
        """Make and write what becomes of some cases together, of those that open."""
        sound = {
            place: SoundCase(one, one.chronology)
            for place, one in enumerate(cases)
            if one.chronology is not None
        }
        rows = [_row(name, one) for name, one in zip(names, cases, strict=True)]
        if not sound or (self._request.align is not None and len(sound) < len(cases)):
            return rows
        try:
            made = self._maker.made(list(sound.values()))
            self._tell_all(names, made.remarks)
            written = self._files.written([one.chronology.case.id for one in sound.values()], made)
        except (NotMadeError, WriteError) as error:
            self._tell_all(names, [str(error)])
            left = error.written if isinstance(error, NotMadeError) else ()
            for place in sound:
                rows[place] = rows[place]._replace(written=left, errors=(str(error),))
            return rows
        if made.files > 1:
            self._tell_all(names, [f"Written: {_span_of(written)}."])
        for number, place in enumerate(sound):
            fault = made.left_out.get(number)
            if fault is None:
                rows[place] = rows[place]._replace(written=written, pages=made.pages)
            else:
                self._tell_all([names[place]], [fault])
                rows[place] = rows[place]._replace(errors=(fault,))
        return rows

    def _tell_all(self, names: Sequence[str], texts: Sequence[str]) -> None:
        """Say something of a case, and of which where there are several."""
        several = len(self._request.cases) > 1 and len(names) == 1
        for text in texts:
            self._progress.clear()
            output.complain(f"{one_line(shown_path(names[0]))}: {text}" if several else text)


def _span_of(written: Sequence[str]) -> str:
    """Numbered files in words."""
    return f"{shown_path(written[0])} to {shown_path(Path(written[-1]).name)}"


def _row(name: str, case: OpenedCase) -> Exported:
    """A case of which nothing has been made yet, with its errors where it does not open."""
    if case.reading.case is None:
        errors = [one.text for one in case.problems if one.severity is Severity.ERROR]
        return Exported(name, errors=tuple(errors))
    return Exported(name, case.reading.case.id)
