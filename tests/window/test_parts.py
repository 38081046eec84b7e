"""What the first frame does without comes right after it, and nothing moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from timeline_app.session.session import Session
from timeline_app.settings import Settings
from timeline_app.window.beneath import Beneath
from timeline_app.window.case_list import CaseList
from timeline_app.window.comparison_view import ComparisonView
from timeline_app.window.detail_pane import DetailPane
from timeline_app.window.main_window import MainWindow

AROUND = (CaseList, Beneath, DetailPane)


@pytest.fixture
def fresh(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with a case, which was not shown yet."""
    window = MainWindow(Session(), Settings())
    window.resize(1440, 900)
    window.session.add_cases([opened(four_events())])
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def made(window: MainWindow) -> list[type[QWidget]]:
    """The parts around the timeline that there are."""
    return [part for part in AROUND if window.findChildren(part)]


def on_the_window(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, part.rect().topLeft()), part.size())


def test_the_first_frame_has_the_timeline_and_the_rest_comes_next(
    fresh: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas, complete = fresh.timeline.canvas, fresh.make_parts
    at_first: list[QRect] = []

    def make_parts() -> None:
        assert made(fresh) == []
        at_first.append(on_the_window(fresh, canvas))
        complete()

    monkeypatch.setattr(fresh, "make_parts", make_parts)
    with qtbot.waitSignals([fresh.completed, canvas.painted]):
        fresh.show()
    QCoreApplication.processEvents()
    assert made(fresh) == list(AROUND)
    assert at_first == [on_the_window(fresh, canvas)]
    assert all(part.isVisible() for part in (fresh.cases, fresh.tabs, fresh.detail))


def test_a_part_is_made_when_it_is_asked_for_and_once(fresh: MainWindow) -> None:
    detail = fresh.detail
    assert made(fresh) == [DetailPane]
    fresh.make_parts()
    assert fresh.detail is detail
    assert fresh.findChildren(DetailPane) == [detail]


def test_what_comes_later_shows_what_is_chosen_by_then(fresh: MainWindow) -> None:
    fresh.session.select(2)
    fresh.make_parts()
    assert fresh.tabs.table.currentIndex().row() == 2
    assert fresh.cases.list.model().rowCount() == 1


def test_hidden_details_stay_hidden_when_they_are_made(fresh: MainWindow, qtbot: QtBot) -> None:
    fresh.show_details(shown=False)
    with qtbot.waitSignal(fresh.completed):
        fresh.show()
    assert not fresh.detail.isVisible()
    fresh.show_details(shown=True)
    assert fresh.detail.isVisible()


def test_a_comparison_is_made_when_there_is_one(fresh: MainWindow) -> None:
    assert not fresh.has_comparison
    assert fresh.findChildren(ComparisonView) == []
    assert fresh.comparison is fresh.comparison
    assert fresh.has_comparison


def test_a_window_that_is_closed_before_it_was_painted_keeps_its_sizes(fresh: MainWindow) -> None:
    fresh.show()
    fresh.close()
    assert set(fresh.choices.settings.splitters) <= {"columns", "rows", "detail"}
