"""Rows placed event by event: what the layout does for all of them in one stroke."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.layout.calendar_rows import Placed, Stretch, place_over_bar, place_point
from timeline_app.layout.chart import TextMeasurer
from timeline_app.layout.sizes import BESIDE, GLYPH, GLYPH_GAP


def extent(one: Stretch, *, labelled: bool) -> tuple[float, float]:
    """The pixels that an event needs in its row, with its label or without."""
    label = GLYPH_GAP + one.text_width if labelled and one.text else 0.0
    if one.point:
        return one.glyph_left, one.glyph_left + GLYPH + label
    if one.open_past:
        return one.left, one.right + GLYPH + label
    return one.left, max(one.right, one.left + GLYPH + label)


def place_row(
    row: Sequence[Stretch], left: float, right: float, measurer: TextMeasurer
) -> list[Placed]:
    """Glyphs and labels of the events of one row, all of which touch the plot from `left` to
    `right`."""
    ordered = sorted(row, key=lambda one: extent(one, labelled=False)[0])
    placed: list[Placed] = []
    taken_to = left - BESIDE
    for index, stretch in enumerate(ordered):
        following = ordered[index + 1] if index + 1 < len(ordered) else None
        limit = right
        if following is not None:
            begin = min(extent(following, labelled=False)[0], right - GLYPH)
            limit = min(right, begin - BESIDE)
        place = place_point if stretch.point else place_over_bar
        one = place(stretch, (left, right), (taken_to, limit), measurer)
        placed.append(one)
        taken_to = min(one.right, right)
    return placed
