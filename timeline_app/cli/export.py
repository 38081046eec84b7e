"""`timeline-app export`: a picture of a case, without a display."""

from __future__ import annotations

from timeline_app.cli import streams
from timeline_app.display import MACHINE_LACKS, picture_obstacle
from timeline_app.session.case_view import Axis


def export(path: str, output: str, *, axis: str | None, size: tuple[int, int], force: bool) -> int:
    """Write the picture; 1 where the case does not open or can't be written, 3 where a library is
    missing."""
    obstacle = picture_obstacle()
    if obstacle is not None:
        streams.tell(f"timeline-app: {obstacle}")
        return MACHINE_LACKS
    opened = streams.opened(path, None)
    if opened.chronology is None:
        streams.tell(streams.told(opened.reading.errors))
        return 1
    # Here, not above: Qt is loaded only once it is known to be there and to be needed.
    from timeline_app.cli.painting import paint  # noqa: PLC0415

    data = paint(opened.chronology, Axis(axis) if axis else None, size)
    if data is None:
        return 1
    return streams.write_output(output, data, force=force)
