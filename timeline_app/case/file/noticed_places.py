"""Where in a sound file that stands of which a reader should be told something.

Rule: this module is loaded only where there is something to tell; the reading of most cases needs
neither the scan nor the places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.file.case_scan import CaseScan
from timeline_app.case.file.faults import Fault, Faults, Target, event_of, placed
from timeline_app.case.file.json_places import written_path
from timeline_app.case.file.notice import Notice
from timeline_app.case.problems import Problem


def placed_in(
    text: str, notices: Sequence[Notice], file: str, cancelled: CancelCheck = never
) -> tuple[Problem, ...]:
    """These notices of a file, with line and column, in its order.

    Raises:
        Cancelled: the reader has given up.
    """
    scan = CaseScan(text, _Nobody(), Faults(), cancelled)
    scan.run()
    return tuple(placed([_fault(one) for one in notices], text, scan.outline, file, cancelled))


def unplaced(notices: Sequence[Notice], file: str) -> Iterator[Problem]:
    """These notices without line and column, in the order in which they are given."""
    for one in notices:
        yield Problem(
            code=one.code,
            text=one.text,
            path=written_path(one.path),
            expected=one.expected,
            file=file,
            event=event_of(one.path),
        )


def _fault(notice: Notice) -> Fault:
    target = Target.START if notice.at_start else Target.VALUE
    return Fault(notice.code, notice.path, notice.text, notice.expected, target)


class _Nobody:
    """Takes no interest in the pieces: only where they stand is asked for."""

    lists = frozenset({"actors", "sources", "events"})

    def root(self, value: object) -> None:
        """Ignore it."""

    def member(self, name: str, value: object) -> None:
        """Ignore it."""

    def element(self, name: str, index: int, value: object) -> None:
        """Ignore it."""
