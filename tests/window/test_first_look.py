"""What was made ready is not worked out again when a case is shown."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from timeline_app.case.solving import chains, order
from timeline_app.case.solving.slopes import Slopes
from timeline_app.layout import calendar_index, order_index
from timeline_app.layout.chart import LanesBy
from timeline_app.session import status
from timeline_app.session.session import Session
from timeline_app.settings import Settings
from timeline_app.window import case_rows, first_look, marks
from timeline_app.window.first_look import make_case_ready, make_file_ready
from timeline_app.window.main_window import MainWindow

KEPT = (
    (calendar_index, "_KEPT"),
    (order_index, "_KEPT"),
    (status, "_SUMMARIES"),
    (case_rows, "_PHASES"),
    (marks, "_KEPT"),
)


def counted(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, calls: list[str]
) -> None:
    """Note each time that something kept is worked out."""
    kept = getattr(module, name)
    work: Callable[..., object] = kept._work_out

    def noted(owner: object, key: object) -> object:
        calls.append(f"{module.__name__}.{name}")
        return work(owner, key)

    monkeypatch.setattr(kept, "_work_out", noted)


def test_nothing_slow_is_left_for_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    case = opened(four_events())
    make_file_ready(case, LanesBy.KIND)
    calls: list[str] = []
    for module, name in KEPT:
        counted(monkeypatch, module, name, calls)
    window = MainWindow(Session(), Settings())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.session.add_cases([case])
    window.timeline.grab()
    window.session.step(1)
    window.close()
    assert calls == []


def test_a_file_that_does_not_open_is_ready_too() -> None:
    broken = opened(four_events())
    broken = type(broken)(broken.reading)
    make_file_ready(broken, LanesBy.KIND)
    assert broken.problems == ()


def test_chains_and_slopes_are_there_before_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also in a case so large that its pairs are not kept."""
    monkeypatch.setattr(order, "EXACT", 2)
    chronology = opened(four_events()).chronology
    assert chronology is not None
    make_case_ready(chronology, LanesBy.KIND)
    monkeypatch.setattr(chains.BoundChains, "_grow", pytest.fail)
    monkeypatch.setattr(Slopes, "of", pytest.fail)
    for event in chronology.order:
        assert chronology.when_in_words(event)
        chronology.compare(chronology.order[0], event)


@pytest.mark.parametrize("large", [False, True])
def test_what_only_a_large_case_needs_at_once_is_loaded_with_it(
    monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    """Off the GUI thread; a small case is seen first on the order axis, and before pyqtgraph."""
    loaded: list[str] = []
    monkeypatch.setattr(first_look, "import_module", loaded.append)
    monkeypatch.setattr(first_look, "LARGE", 4 if large else 5)
    make_file_ready(opened(four_events()), LanesBy.KIND)
    calendar = ["timeline_app.layout.calendar_chart"] if large else []
    assert loaded == calendar
    make_file_ready(opened(four_events()), LanesBy.KIND, may_import=lambda: True)
    assert loaded == [*calendar, *calendar, *(["pyqtgraph"] if large else [])]
