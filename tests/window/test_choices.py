"""Remembered choices: each is kept at once, and what can't be kept is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.settings import (
    MOST_RECENT,
    Settings,
    ThemeChoice,
    WindowPlace,
    load_settings,
)
from timeline_app.window.choices import Choices

PLACE = WindowPlace(1, 2, 300, 400, maximized=True)


@pytest.mark.parametrize(
    ("choose", "field", "value"),
    [
        (lambda one: one.choose_theme(ThemeChoice.DARK), "theme", ThemeChoice.DARK),
        (lambda one: one.remember_text_place(Path("/a")), "text_places", ("/a",)),
        (lambda one: one.remember_open_folder(Path("/b")), "open_folder", "/b"),
        (lambda one: one.remember_export_folder(Path("/c")), "export_folder", "/c"),
        (lambda one: one.remember_window(PLACE, {"rows": (3, 4)}), "window", PLACE),
        (lambda one: one.remember_window(PLACE, {"rows": (3, 4)}), "splitters", {"rows": (3, 4)}),
    ],
)
def test_a_choice_is_found_again(
    qtbot: QtBot, choose: Callable[[Choices], None], field: str, value: object
) -> None:
    choices = Choices(Settings())
    with qtbot.waitSignal(choices.changed, timeout=100):
        choose(choices)
    assert getattr(choices.settings, field) == value
    assert getattr(load_settings().settings, field) == value


def test_recent_files_come_latest_first_in_the_order_given() -> None:
    choices = Choices(Settings())
    choices.remember_files([Path("/1"), Path("/2")])
    choices.remember_files([Path("/3"), Path("/1")])
    assert choices.settings.recent_files == ("/3", "/1", "/2")
    choices.remember_files([Path(f"/more/{number}") for number in range(20)])
    assert len(load_settings().settings.recent_files) == MOST_RECENT


def test_the_same_choice_again_changes_nothing(qtbot: QtBot, program_home: Path) -> None:
    choices = Choices(Settings(theme=ThemeChoice.LIGHT))
    with qtbot.assertNotEmitted(choices.changed):
        choices.choose_theme(ThemeChoice.LIGHT)
    assert not program_home.exists()


def test_a_choice_that_can_not_be_kept_holds_and_is_said(qtbot: QtBot, program_home: Path) -> None:
    program_home.write_text("a file where the folder should be")
    choices = Choices(Settings())
    said: list[str] = []
    choices.not_saved.connect(said.append)
    with qtbot.waitSignal(choices.changed, timeout=100):
        choices.choose_theme(ThemeChoice.DARK)
    assert choices.settings.theme is ThemeChoice.DARK
    assert len(said) == 1
    assert said[0].startswith("Your choices could not be saved.")
    assert "settings" in said[0]
    assert load_settings().settings.theme is ThemeChoice.SYSTEM
