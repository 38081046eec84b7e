"""What stands in place of the timeline where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.session.small_cases import broken, empty, four_events, opened
from tests.window.test_plain import shown_texts
from timeline_app.case.file.reading import Reading
from timeline_app.case.opening import OpenedCase
from timeline_app.case.problems import Code, Problem
from timeline_app.window import asking
from timeline_app.window.empty_state import ERRORS_SHOWN
from timeline_app.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    found = window.empty.findChildren(QPushButton)
    return {one.text(): one for one in found if one.isVisible()}


def test_at_first_it_says_what_to_do(empty_window: MainWindow) -> None:
    assert empty_window.middle.currentWidget() is empty_window.empty
    title, words = shown_texts(empty_window.empty)
    assert title == "No case is open"
    assert "drop them here" in words
    assert list(buttons(empty_window)) == ["Open files…", "Open the nine cases"]


def test_its_buttons_open(empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def give_up(parent: object, _choices: object) -> list[Path]:
        asked.append(parent)
        return []

    monkeypatch.setattr(asking, "case_files", give_up)
    QTest.mouseClick(buttons(empty_window)["Open files…"], LEFT)
    assert asked == [empty_window]


def test_a_broken_file_shows_its_errors(empty_window: MainWindow) -> None:
    """And how many more there are."""
    errors = tuple(
        Problem(Code.WRONG_TYPE, f"number {at} is wrong <b>", path=f"$.events[{at}]", line=at)
        for at in range(ERRORS_SHOWN + 3)
    )
    reading = Reading("/cases/bad <i>.case.json", "", None, errors)
    empty_window.session.add_cases([OpenedCase(reading)])
    title, words = shown_texts(empty_window.empty)
    assert title == "bad <i>.case.json does not open"
    assert "Error · number 0 is wrong <b>" in words
    assert f"number {ERRORS_SHOWN - 1} is" in words
    assert f"number {ERRORS_SHOWN} is" not in words
    assert words.endswith("… and 3 more under Problems.")
    assert "Read the file again" in buttons(empty_window)
    assert empty_window.tabs.currentWidget() is empty_window.tabs.problems


def test_a_case_in_which_nothing_happens(empty_window: MainWindow) -> None:
    empty_window.session.add_cases([opened(empty())])
    assert empty_window.middle.currentWidget() is empty_window.empty
    assert shown_texts(empty_window.empty)[0] == "This case has no events"


def test_it_gives_way_to_a_case_and_comes_back(empty_window: MainWindow) -> None:
    session = empty_window.session
    session.add_cases([opened(four_events()), broken()])
    assert empty_window.middle.currentWidget() is empty_window.timeline
    session.step_case(1)
    assert empty_window.middle.currentWidget() is empty_window.empty
    session.close_case(1)
    assert empty_window.middle.currentWidget() is empty_window.timeline
    session.close_case(0)
    assert shown_texts(empty_window.empty)[0] == "No case is open"
