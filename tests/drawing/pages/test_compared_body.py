"""Two charts as the body of a page."""

from __future__ import annotations

from tests.drawing.recording_surface import RecordingSurface
from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import chain, solved
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.drawing.legend import Meaning
from timeline_app.drawing.pages.compared_body import ComparedBody
from timeline_app.drawing.paint import label_words
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import compared_standings
from timeline_app.layout.comparison.compared_charts import (
    ComparedCharts,
    ComparedPage,
    lay_out_compared,
)

COMPARISON = compare_cases(solved(*chain("A", "B")), solved(*chain("C", "D", "E")))
STANDINGS = compared_standings(COMPARISON, Align.ORDER)


def lay_out(width: float, height: float) -> ComparedCharts:
    return lay_out_compared(
        COMPARISON, STANDINGS, ComparedPage(Align.ORDER, width, height), MEASURER
    )


BODY = ComparedBody(lay_out, (label_words, label_words))


def test_both_charts_titles_and_pairs_are_painted() -> None:
    surface = RecordingSurface()
    BODY.lay_out(900.0, 10.0).paint(surface, LIGHT)
    assert {"A", "B", "C", "D", "E"} <= set(surface.strings())
    assert [name for name, _, _ in surface.groups].count("lanes") == 2
    assert "pairs" in [name for name, _, _ in surface.groups]
    assert surface.strings()[-2:] == ["A · A made case", "B · A made case"]


def test_it_is_no_higher_than_its_lanes_grow() -> None:
    least, most = BODY.lay_out(900.0, 10.0).height, BODY.lay_out(900.0, 9_000.0).height
    assert least < most < 2 * least


def test_it_says_what_a_legend_must_explain() -> None:
    body = BODY.lay_out(900.0, 10.0)
    assert {Meaning.CERTAIN, Meaning.STATED} <= set(body.meanings)
    assert body.kinds == ()
