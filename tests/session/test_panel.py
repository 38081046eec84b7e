"""The panel of the case that is shown by itself."""

from __future__ import annotations

from tests.layout.fake_measurer import MEASURER
from tests.session.small_cases import broken, four_events, opened
from timeline_app.case.model import Kind
from timeline_app.session.change import Change
from timeline_app.session.panel import CasePanel, Panel, PanelWords
from timeline_app.session.picture import NO_SPAN
from timeline_app.session.session import Session


def test_it_says_what_stands_round_the_chart() -> None:
    session = Session()
    panel: Panel = CasePanel(session)
    assert panel.words() == PanelWords()
    assert panel.whole() == NO_SPAN
    session.add_cases([opened(four_events())])
    session.show_kind(Kind.LEAK, shown=False)
    words = panel.words()
    assert words.title == "The case four"
    assert words.summary.startswith("4 events · 1 dated")
    assert (words.hidden, words.bases, words.shown) == ("1 of 4 hidden", "", 3)
    session.add_cases([broken()])
    assert panel.words() == PanelWords()
    assert panel.chronology is None


def test_what_is_done_in_it_is_done_in_the_session() -> None:
    session = Session()
    session.add_cases([opened(four_events()), opened(four_events("second"))])
    panel = CasePanel(session)
    told: list[Change] = []
    panel.subscribe(told.append)
    panel.activate()
    assert told == []
    panel.select(2)
    panel.choose_other(1)
    panel.hover(0)
    assert (panel.selected, session.other, session.hovered) == (2, 1, 0)
    panel.see(0.0, 1.0)
    picture = panel.picture(900.0, 500.0, MEASURER)
    assert picture is not None
    assert (picture.first, picture.last) == (0.0, 1.0)
    panel.fit()
    assert panel.whole() == (0.0, 3.0)
    panel.choose_source(1)
    assert panel.source == 1
    session.show_case(1)
    assert panel.entry is session.current
    assert panel.source == 0
