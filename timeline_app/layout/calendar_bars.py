"""The bars of an event on the calendar: what is certain is solid, what is not is hatched.

Rules (PlanningLines: W. Aigner et al., 2005):
* A moment is one hatched bar over its window. A span is hatched over the window of its start and
  that of its end, solid between them; where the windows overlap nothing is certain, and all of it
  is hatched. What happened several times is a comb wherever it would be solid, or all of it.
* A cap stands at each end of a window that is known. A bar that the view cuts has no cap there;
  one that is open goes to the edge of the plot and says that it is open.
* A window under a pixel wide is only its cap.
* What is drawn from a date that constrains nothing is hatched and dashed, without caps.
"""

from __future__ import annotations

from msgspec import Struct

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.model import Shape
from timeline_app.layout.chart import Bar, BarFill, Rect
from timeline_app.layout.columns import Columns, Ends
from timeline_app.layout.scale import TimeScale

_LEAST_WINDOW = 1.0  # pixels


class Piece(Struct, frozen=True, gc=False):
    """A stretch from the second `start` up to `end`, before the view cuts it."""

    start: int
    end: int
    fill: BarFill
    cap_left: bool
    cap_right: bool
    dashed: bool = False


def bars_of(
    event: int, shape: Shape, columns: Columns, scale: TimeScale, y: float, height: float
) -> tuple[Bar, ...]:
    """The visible bars of an event, from the left."""
    pieces = pieces_of(event, shape, columns, scale.seconds_per_pixel)
    bars = (_bar(piece, scale, y, height) for piece in pieces)
    return tuple(bar for bar in bars if bar.rect.width > 0)


def pieces_of(
    event: int, shape: Shape, columns: Columns, seconds_per_pixel: float
) -> tuple[Piece, ...]:
    """The stretches that an event is drawn as, at a zoom."""
    start_earliest = int(columns.start_earliest[event])
    start_latest = int(columns.start_latest[event])
    end_earliest = int(columns.end_earliest[event])
    end_latest = int(columns.end_latest[event])
    qualified = columns.qualified.get(event, Ends.NONE)
    vague = columns.vague.get(event, Ends.NONE)
    whole = Piece(
        start_earliest,
        end_latest if end_latest == OPEN_FUTURE else end_latest + 1,
        BarFill.COMB if shape is Shape.REPEATED else BarFill.HATCH,
        cap_left=start_earliest != OPEN_PAST and Ends.START not in vague,
        cap_right=end_latest != OPEN_FUTURE and Ends.END not in vague,
        dashed=bool(qualified),
    )
    if shape is Shape.MOMENT or vague or end_earliest < start_latest:
        return (whole,)
    return _parted(whole, start_latest, end_earliest + 1, qualified, seconds_per_pixel)


def _parted(
    whole: Piece, certain_from: int, certain_to: int, qualified: Ends, seconds_per_pixel: float
) -> tuple[Piece, ...]:
    """The window of the start, what is certain, the window of the end."""
    least = seconds_per_pixel * _LEAST_WINDOW
    has_before = certain_from - whole.start >= least
    has_after = whole.end - certain_to >= least
    certain = Piece(
        certain_from if has_before else whole.start,
        certain_to if has_after else whole.end,
        BarFill.COMB if whole.fill is BarFill.COMB else BarFill.SOLID,
        cap_left=not has_before and whole.cap_left,
        cap_right=not has_after and whole.cap_right,
        dashed=qualified is Ends.BOTH,
    )
    pieces = [certain]
    if has_before:
        vague = bool(qualified & Ends.START)
        pieces.insert(
            0,
            Piece(whole.start, certain_from, BarFill.HATCH, whole.cap_left, True, vague),
        )
    if has_after:
        vague = bool(qualified & Ends.END)
        pieces.append(Piece(certain_to, whole.end, BarFill.HATCH, True, whole.cap_right, vague))
    return tuple(pieces)


def _bar(piece: Piece, scale: TimeScale, y: float, height: float) -> Bar:
    """A piece cut to the view. Its width is not above nought where none of it is visible."""
    open_left, open_right = piece.start == OPEN_PAST, piece.end == OPEN_FUTURE
    left = scale.left if open_left else scale.x(piece.start)
    right = scale.right if open_right else scale.x(piece.end)
    cut_left, cut_right = left < scale.left, right > scale.right
    left, right = max(left, scale.left), min(right, scale.right)
    return Bar(
        Rect(left, y, right - left, height),
        piece.fill,
        cap_left=piece.cap_left and not cut_left,
        cap_right=piece.cap_right and not cut_right,
        open_left=open_left,
        open_right=open_right,
        dashed=piece.dashed,
    )
