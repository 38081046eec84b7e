"""Blocks of a page."""

from __future__ import annotations

from tests.drawing.recording_surface import RecordingSurface
from tests.layout.fake_measurer import MEASURER
from timeline_app.case.model import Kind
from timeline_app.drawing.legend import lay_out_legend
from timeline_app.drawing.pages.block import LegendBlock, text_block
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import TextRole


def test_texts_stand_one_under_the_other_whole() -> None:
    long = "a word and another " * 8
    block = text_block([("Title", TextRole.TITLE), (long, TextRole.NOTE)], 14.0, 200.0, MEASURER)
    surface = RecordingSurface()
    block.paint(surface, LIGHT)
    assert surface.strings()[0] == "Title"
    assert " ".join(surface.strings()[1:]) == long.strip()
    assert block.height == MEASURER.height(TextRole.TITLE) + (
        len(block.lines) - 1
    ) * MEASURER.height(TextRole.NOTE)
    assert {line.x for line in block.lines} == {14.0}
    assert [line.baseline for line in block.lines] == sorted(line.baseline for line in block.lines)
    assert surface.text_of("Title").what.style.colour == LIGHT.text


def test_nothing_takes_no_room() -> None:
    assert text_block([("", TextRole.TITLE)], 0.0, 100.0, MEASURER) == (0.0, ())


def test_a_legend_begins_where_it_is_told_to() -> None:
    legend = lay_out_legend((Kind.ARREST,), 300.0, MEASURER, ())
    surface = RecordingSurface()
    LegendBlock(legend.height, legend, 14.0).paint(surface, LIGHT)
    assert surface.text_of("Arrest").what.place[0] == 14.0 + legend.entries[0].text.x
