"""The measures of a chart in pixels, from the fonts and the density that is wanted."""

from __future__ import annotations

from msgspec import Struct

from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.options import Density

GLYPH = 14.0
"""The side of a glyph's square. A window narrower than this is a glyph at its place."""
GLYPH_GAP = 6.0
"""From a glyph to its label."""
SIGN_GAP = 18.0
"""From a label at the left of its glyph to that: the sign of how the event lies to the chosen one
stands between."""
BAR = 8.0
"""The height of a bar on the calendar."""
BAR_GAP = 3.0
"""From the label of an event on the calendar to the bar beneath it."""
BESIDE = 20.0
"""At least so much lies between two events of one row, so that a glyph has room in it; and, where
nothing else needs the room, between the edge of the plot and the glyph of a bar that it cuts, whose
arrow and sign stand there."""
HEADER_LEAST = 96.0
HEADER_MOST = 190.0
TITLE_INSET = 36.0
"""From the left edge to a lane's name; the lane's glyph stands before it."""
TITLE_GAP = 12.0
"""From a lane's name to the plot."""


class Sizes(Struct, frozen=True, gc=False):
    """Heights of what a lane is made of.

    `row` is the distance of two rows of the calendar, `slot` that of two glyphs of the order axis;
    `padding` lies above and below the contents of a lane; `faint` is the height of a lane in which
    nothing lies; `count` is the height of a cluster, `band` that of a line of small text with its
    room (publications, axis, notes).
    """

    label: float
    label_ascent: float
    note: float
    note_ascent: float
    row: float
    slot: float
    padding: float
    faint: float
    count: float
    band: float

    @classmethod
    def of(cls, measurer: TextMeasurer, density: Density) -> Sizes:
        """The sizes for these fonts."""
        label = measurer.height(TextRole.LABEL)
        note = measurer.height(TextRole.NOTE)
        airy = density is Density.COMFORTABLE
        between = 8.0 if airy else 4.0
        return cls(
            label=label,
            label_ascent=measurer.ascent(TextRole.LABEL),
            note=note,
            note_ascent=measurer.ascent(TextRole.NOTE),
            row=max(label, GLYPH) + 3.0 + BAR + between,
            slot=max(label, GLYPH) + between / 2,
            padding=8.0 if airy else 4.0,
            faint=max(measurer.height(TextRole.LANE), note) + (8.0 if airy else 4.0),
            count=measurer.height(TextRole.COUNT) + 4.0,
            band=note + 10.0,
        )
