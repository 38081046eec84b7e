"""What must hold for every sheet: texts are whole, apart from each other, and on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tests.drawing.recording_surface import Drawn, RecordingSurface, Text
from timeline_app.case.model import Case
from timeline_app.drawing.sheets import Sheet
from timeline_app.drawing.surface import Anchor
from timeline_app.layout.chart import Rect, TextMeasurer
from timeline_app.layout.plain import plain_text

SLACK = 0.75
"""Pixels that count as touching, not as overlapping."""
_SPACES = re.compile(r"[\s-]+")


def painted(sheet: Sheet) -> RecordingSurface:
    """What a sheet paints."""
    surface = RecordingSurface()
    sheet.paint(surface)
    return surface


def text_rect(drawn: Drawn[Text], measurer: TextMeasurer) -> Rect:
    """Where a text stands."""
    text = drawn.what
    width = measurer.width(text.text, text.role)
    left = text.place[0]
    if text.style.anchor is not Anchor.LEFT:
        left -= width if text.style.anchor is Anchor.RIGHT else width / 2
    top = text.place[1] - measurer.ascent(text.role)
    return Rect(left, top, width, measurer.height(text.role))


def check_sheets(sheets: Sequence[Sheet], measurer: TextMeasurer) -> list[RecordingSurface]:
    """Every text of every sheet is on its page and overlaps no other; what they paint."""
    surfaces = [painted(sheet) for sheet in sheets]
    for sheet, surface in zip(sheets, surfaces, strict=True):
        page = Rect(0.0, 0.0, sheet.width / sheet.zoom, sheet.height / sheet.zoom)
        rects = [(drawn.what.text, text_rect(drawn, measurer)) for drawn in surface.texts]
        for text, rect in rects:
            assert _inside(page, rect), (sheet.title, text, rect, page)
        check_apart([one for one in rects if one[0]], sheet.title)
    return surfaces


def check_apart(rects: Sequence[tuple[str, Rect]], where: str) -> None:
    """No two texts overlap."""
    ordered = sorted(rects, key=lambda one: one[1].y)
    for at, (text, rect) in enumerate(ordered):
        for other, second in ordered[at + 1 :]:
            if second.y >= rect.bottom - SLACK:
                break
            apart = second.x >= rect.right - SLACK or rect.x >= second.right - SLACK
            assert apart, (where, text, rect, other, second)


def check_titles(surfaces: Sequence[RecordingSurface], case: Case, events: Sequence[int]) -> None:
    """The title of each event stands whole on some sheet, in its lines one after the other, or in
    the list, where a very long one goes on on the next sheet."""
    words = [_run_together("".join(surface.strings())) for surface in surfaces]
    for event in events:
        title = _run_together(plain_text(case.events[event].title))
        if not any(title in one for one in words):
            assert title in _listed(surfaces, event), (event, case.events[event].title)


def _listed(surfaces: Sequence[RecordingSurface], event: int) -> str:
    """All that a list says of an event."""
    name = re.compile(rf"listed-{event}(-\d+)?")
    return _run_together(
        "".join(
            drawn.what.text
            for surface in surfaces
            for drawn in surface.texts
            if drawn.groups and name.fullmatch(drawn.groups[-1])
        )
    )


def traced(surface: RecordingSurface) -> list[object]:
    """All that was painted, as values: two paintings of the same are equal."""
    shapes = [
        (drawn.what.path and drawn.what.path.steps, drawn.what.place, drawn.what.points, drawn.at)
        for drawn in surface.shapes
    ]
    return [surface.texts, surface.boxes, surface.lines_drawn, shapes]


def marked_events(surfaces: Sequence[RecordingSurface], letter: str = "") -> list[int]:
    """The events that are painted in a chart, as often as they are."""
    prefix = f"event-{letter}"
    return [
        int(identity.removeprefix(prefix))
        for surface in surfaces
        for identity, _, _ in surface.groups
        if identity.startswith(prefix) and identity.removeprefix(prefix).isdigit()
    ]


def listed_events(surfaces: Sequence[RecordingSurface]) -> list[int]:
    """The events that a list names, once for each entry, however many parts it has."""
    return [
        int(identity.removeprefix("listed-"))
        for surface in surfaces
        for identity, _, _ in surface.groups
        if identity.startswith("listed-") and identity.removeprefix("listed-").isdigit()
    ]


def page_numbers(surfaces: Sequence[RecordingSurface]) -> list[str]:
    """What each sheet says of its number; nothing where it says nothing."""
    found = []
    for surface in surfaces:
        numbers = [text for text in surface.strings() if re.fullmatch(r"page \d+ of \d+", text)]
        found.append(numbers[0] if numbers else "")
    return found


def rises(numbers: Sequence[int]) -> bool:
    """Whether each number is above the one before."""
    return all(first < second for first, second in pairwise(numbers))


def _run_together(text: str) -> str:
    """A text without spaces and hyphens, which a break of lines takes away or adds."""
    return _SPACES.sub("", text)


def _inside(page: Rect, rect: Rect) -> bool:
    return (
        rect.x >= page.x - SLACK
        and rect.y >= page.y - SLACK
        and rect.right <= page.right + SLACK
        and rect.bottom <= page.bottom + SLACK
    )
