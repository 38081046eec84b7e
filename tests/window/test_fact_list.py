"""Facts as rows, each a link where it leads to an event."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.window.test_plain import shown_texts
from timeline_app.session.facts import Fact, FactLine
from timeline_app.window.fact_list import EventLink, FactList
from timeline_app.window.plain import PlainLabel

FACTS = (
    Fact("When", (FactLine("in May"), FactLine("in dispute"))),
    Fact("Why", (FactLine("<b>leads</b> to 3", 3), FactLine("→ then to 1", 1, soft=True))),
)


@pytest.fixture
def facts(qtbot: QtBot) -> FactList:
    facts = FactList()
    qtbot.addWidget(facts)
    facts.resize(300, 400)
    facts.show_facts(FACTS)
    return facts


def links(facts: FactList) -> list[EventLink]:
    return [one for one in facts.findChildren(EventLink) if one.isVisibleTo(facts)]


def test_every_line_is_shown_in_order(facts: FactList) -> None:
    said = ["When", "in May", "in dispute", "Why", "<b>leads</b> to 3", "→ then to 1"]
    assert shown_texts(facts) == said
    assert all(isinstance(label, PlainLabel) for label in facts.findChildren(QLabel))
    assert facts.shows("Why")
    assert not facts.shows("Outcome")


def test_lines_that_lead_somewhere_are_links_the_others_are_not(facts: FactList) -> None:
    assert [link.text() for link in links(facts)] == ["<b>leads</b> to 3", "→ then to 1"]


def test_a_link_leads_to_its_event_by_mouse_and_key(facts: FactList) -> None:
    chosen: list[int] = []
    facts.event_chosen.connect(chosen.append)
    QTest.mouseClick(links(facts)[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(links(facts)[1], Qt.Key.Key_Return)
    assert chosen == [3, 1]


def test_other_facts_take_the_place_of_these(facts: FactList) -> None:
    facts.show_facts((Fact("Note", (FactLine("Another"),)),))
    assert shown_texts(facts) == ["Note", "Another"]
    assert not facts.shows("Why")
    assert links(facts) == []
    facts.show_facts(())
    assert shown_texts(facts) == []


def test_the_same_facts_again_are_left_as_they_are(facts: FactList) -> None:
    """So that a link keeps the focus while other things change."""
    before = links(facts)
    facts.show_facts(list(FACTS))
    assert links(facts) == before


def test_three_thousand_lines_do_not_hang(facts: FactList) -> None:
    """An event that thousands of others name, or with thousands of penalties: what is not shown is
    counted."""
    lines = tuple(FactLine(f"after event {number}", number) for number in range(3_000))
    began = time.perf_counter()
    facts.show_facts((Fact("Order", lines),))
    facts.grab()
    assert time.perf_counter() - began < 1.0
    said = shown_texts(facts)
    assert said[1] == "after event 0"
    links = [words for words in said if words.startswith("after event")]
    assert any(f"{3_000 - len(links):,} more" in words for words in said)


def test_text_can_be_selected_where_it_is_no_link(facts: FactList) -> None:
    plain = next(label for label in facts.findChildren(QLabel) if label.text() == "in May")
    flag = Qt.TextInteractionFlag.TextSelectableByMouse
    assert plain.textInteractionFlags() & flag


def test_labels_are_used_again(facts: FactList) -> None:
    """Thousands of events are stepped through: nothing is made anew for what there is already."""
    before = len(facts.findChildren(QLabel))
    for number in range(50):
        facts.show_facts((Fact("Why", (FactLine(f"leads to {number}", number),)),))
        assert shown_texts(facts) == ["Why", f"leads to {number}"]
    facts.show_facts(FACTS)
    assert shown_texts(facts)[-1] == "→ then to 1"
    assert len(facts.findChildren(QLabel)) == before


def test_a_label_that_is_used_again_leads_to_its_new_event(facts: FactList, qtbot: QtBot) -> None:
    facts.show_facts((Fact("Why", (FactLine("another", 7),)),))
    with qtbot.waitSignal(facts.event_chosen, timeout=100) as chosen:
        QTest.mouseClick(links(facts)[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [7]
