"""The style sheet, made of a theme's colours."""

from __future__ import annotations

import re

import pytest

from timeline_app.drawing.theme import DARK, LIGHT, Theme
from timeline_app.window.style_sheet import style_sheet


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_colour_is_filled_in_from_the_theme(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"\{[a-z_]+\}", sheet)
    for value in (theme.accent, theme.text, theme.rule):
        red, green, blue = value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF
        assert f"rgba({red}, {green}, {blue}, {value >> 24})" in sheet


def test_the_focus_is_seen_on_everything_that_can_have_it() -> None:
    sheet = style_sheet(LIGHT)
    for selector in ("QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QListView", "#link"):
        assert f"{selector}:focus" in sheet


def test_the_themes_differ() -> None:
    assert style_sheet(LIGHT) != style_sheet(DARK)
