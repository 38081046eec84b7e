"""`timeline-app export`: a picture of a case, without a display."""

from __future__ import annotations

from timeline_app.cli import output
from timeline_app.cli.arguments import USAGE_FAULT
from timeline_app.cli.input import opened
from timeline_app.cli.problem_text import problem_lines
from timeline_app.display import MACHINE_LACKS, picture_obstacle


def export(path: str, target: str, *, axis: str | None, size: tuple[int, int], force: bool) -> int:
    """Write the picture; 1 where the case does not open, has no room, or can't be written, 2 where
    there can be no picture of this size, 3 where a library is missing."""
    obstacle = picture_obstacle()
    if obstacle is not None:
        output.complain(obstacle)
        return MACHINE_LACKS
    # Here, not above: Qt is loaded only once it is known to be there.
    from timeline_app.cli.painting import PaintError, fault_of_size, paint  # noqa: PLC0415

    fault = fault_of_size(size)
    if fault is not None:
        output.complain(fault)
        return USAGE_FAULT
    case = opened(path, None)
    if case.chronology is None:
        output.tell(problem_lines(case.problems, as_message=True))
        return 1
    try:
        data = paint(case.chronology, axis, size)
    except PaintError as error:
        output.complain(str(error))
        return 1
    return output.put_bytes(target, data, force=force)
