"""Pages put together from words and blocks."""

from __future__ import annotations

import pytest

from tests.drawing.recording_surface import RecordingSurface
from tests.layout.fake_measurer import MEASURER
from timeline_app.drawing.pages.block import text_block
from timeline_app.drawing.pages.frame import Frame, PageNumber, PageWords, first_frame
from timeline_app.drawing.pages.page import (
    BLOCK_GAP,
    Page,
    compose,
    contents_height,
    contents_room,
)
from timeline_app.drawing.pages.paper import A4, Layout, Paper
from timeline_app.drawing.theme import DARK, LIGHT
from timeline_app.layout.chart import Rect, TextRole

SCREEN = Paper(800, 600).laid_out()
WORDS = PageWords("A title", "8 events", ("All are shown.",))


def frame_of(layout: Layout, words: PageWords = WORDS) -> Frame:
    return first_frame(words, layout, MEASURER, PageNumber(1, 1))


def page_of(layout: Layout) -> Page:
    blocks = [
        text_block([(text, TextRole.LABEL)], 14.0, 300.0, MEASURER) for text in ("One", "Two")
    ]
    return compose(layout, frame_of(layout), blocks)


@pytest.mark.parametrize("layout", [SCREEN, A4.laid_out()], ids=["screen", "paper"])
def test_from_the_top_words_blocks_and_at_the_foot_words(layout: Layout) -> None:
    surface = RecordingSurface()
    page_of(layout).paint(surface, LIGHT)
    order = ["A title", "8 events", "One", "Two", "All are shown."]
    heights = [surface.text_of(text).what.place[1] for text in order]
    assert heights == sorted(heights)
    assert layout.height - layout.margin - heights[-1] < 20
    assert all(drawn.what.place[0] == layout.margin + 14.0 for drawn in surface.texts)


def test_the_ground_goes_to_the_edges_and_the_rest_keeps_the_margin() -> None:
    surface = RecordingSurface()
    layout = A4.laid_out()
    page_of(layout).paint(surface, DARK)
    ground, *rules = surface.boxes
    assert ground.what.rect == Rect(0.0, 0.0, layout.width, layout.height)
    assert ground.brush is not None
    assert ground.brush.colour == DARK.background
    assert len(rules) == 3  # under the title, between the blocks, above the foot
    assert {rule.what.rect.x for rule in rules} == {layout.margin}
    assert {rule.what.rect.width for rule in rules} == {layout.inner_width}


def test_contents_as_high_as_the_room_reach_to_the_foot() -> None:
    for layout in (SCREEN, A4.laid_out()):
        frame = frame_of(layout)
        room = contents_room(frame, layout)
        block = text_block([("One", TextRole.LABEL)], 14.0, 300.0, MEASURER)._replace(height=room)
        page = compose(layout, frame, [block])
        body, foot = page.blocks[-2:]
        assert 10 < foot.y - (body.y + room) < 20
        assert foot.y + frame.foot.height <= layout.inner_height


def test_blocks_have_air_between_them() -> None:
    one = text_block([("One", TextRole.LABEL)], 14.0, 300.0, MEASURER)
    assert contents_height([one, one]) == 2 * one.height + 2 * BLOCK_GAP
    assert contents_height([]) == 0


def test_a_page_without_words_is_all_contents() -> None:
    frame = frame_of(SCREEN, PageWords(""))
    assert contents_room(frame, SCREEN) == 600
    assert compose(SCREEN, frame, []).blocks == ()
