"""The table of actions: nothing twice, nothing without a way to it, and each does something."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.window.conftest import trigger
from timeline_app.case.model import Basis
from timeline_app.layout.chart import LanesBy
from timeline_app.session.case_view import Axis
from timeline_app.window import asking
from timeline_app.window.action_rows import Menu, Scope
from timeline_app.window.actions import ACTIONS
from timeline_app.window.main_window import MainWindow


def test_ids_and_keys_are_unique() -> None:
    assert not [name for name, count in Counter(row.id for row in ACTIONS).items() if count > 1]
    for scope in Scope:
        keys = [key for row in ACTIONS if row.scope is scope for key in row.keys]
        assert not [key for key, count in Counter(keys).items() if count > 1]


def test_every_key_is_one_that_qt_knows() -> None:
    for row in ACTIONS:
        for key in row.keys:
            portable = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
            assert portable == key, row.id


def test_a_key_of_the_timeline_means_nothing_else() -> None:
    """Where the timeline has the focus, the keys of the window count as well."""
    keys = {
        scope: {key for row in ACTIONS if row.scope is scope for key in row.keys} for scope in Scope
    }
    assert keys[Scope.WINDOW].isdisjoint(keys[Scope.TIMELINE])


ENDINGS = {
    "pair": 1,
    "pair-automatically": 2,
    "leave-comparison": 3,
    "close-case": 4,
    "quit": 5,
}
"""What needs another action first, or takes away what others need, and when it is tried."""


def test_every_action_can_be_chosen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every question answered by giving up."""
    for question in ("folder", "article", "picture_target", "table_target", "case", "agreement"):
        monkeypatch.setattr(asking, question, lambda *_asked: None)
    monkeypatch.setattr(asking, "case_files", lambda *_asked: [])
    window.commands.comparing.compare(0, 1)
    qtbot.waitUntil(lambda: not window.background.is_busy)
    trigger(window, "measure")
    chosen = set()
    for row in sorted(ACTIONS, key=lambda one: ENDINGS.get(one.id, 0)):
        action = window.menus.actions[row.id]
        action.refresh()
        if action.isEnabled():
            chosen.add(row.id)
            trigger(window, row.id)
            for sheet in window.findChildren(QDialog):
                sheet.close()
            qtbot.waitUntil(lambda: not window.background.is_busy)
    left_out = {row.id for row in ACTIONS} - chosen
    assert left_out <= {"show-hidden", "forward", "stop-measuring"}
    assert not window.isVisible()


def test_every_menu_has_actions(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == [f"&{menu}" for menu in Menu]
    for row in ACTIONS:
        assert row.text, row.id
        assert row.text[0].isupper(), row.id


def test_stepping(window: MainWindow) -> None:
    session = window.session
    for identity, expected in (
        ("next-event", 1),
        ("next-event", 2),
        ("previous-event", 1),
        ("last-event", 3),
        ("first-event", 0),
        ("timeline-next", 1),
        ("timeline-last", 3),
        ("timeline-first", 0),
        ("back", 3),
        ("forward", 0),
    ):
        trigger(window, identity)
        assert session.selected == expected, identity


def test_cases(window: MainWindow) -> None:
    trigger(window, "next-case")
    assert window.session.current is not None
    assert window.session.current.number == 1
    trigger(window, "previous-case")
    trigger(window, "close-case")
    assert [entry.number for entry in window.session.entries] == [1]


@pytest.mark.parametrize(
    ("identity", "axis"), [("axis-calendar", Axis.CALENDAR), ("axis-order", Axis.ORDER)]
)
def test_axes(window: MainWindow, identity: str, axis: Axis) -> None:
    trigger(window, identity)
    assert window.session.view is not None
    assert window.session.view.axis is axis
    assert window.menus.actions[identity].isChecked()


def test_lanes(window: MainWindow) -> None:
    trigger(window, "lanes-actor")
    assert window.session.lanes_by is LanesBy.ACTOR
    trigger(window, "lanes-kind")
    assert window.session.lanes_by is LanesBy.KIND


def test_zoom_and_fit(window: MainWindow) -> None:
    assert window.session.view is not None
    whole = window.session.view.columns
    trigger(window, "zoom-in")
    trigger(window, "pan-later")
    assert window.session.view.columns != whole
    trigger(window, "fit")
    assert window.session.view.columns == whole
    trigger(window, "fit-selection")
    assert window.session.view.columns.length < whole.length


def test_switching_a_basis_off_solves_anew_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "inferred")
    qtbot.waitUntil(lambda: not window.background.is_busy)
    assert Basis.INFERRED not in window.session.bases
    assert window.session.chronology is not None
    assert Basis.INFERRED not in window.session.chronology.bases
    window.timeline.lay_out_now()
    assert window.timeline.head.bases_notice.text().startswith("Inferred statements")
    assert window.timeline.head.bases_notice.isVisible()


def test_measuring(window: MainWindow) -> None:
    trigger(window, "measure")
    assert window.session.other == 0
    trigger(window, "last-event")
    assert window.detail.facts.shows("Measured")
    trigger(window, "stop-measuring")
    assert window.session.other is None
    assert not window.detail.facts.shows("Measured")
