"""The style of the dialog's own fields."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline_app.drawing.theme import THEMES, Theme
from timeline_app.window.exporting.dialog_sheet import dialog_sheet


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_it_has_the_colours_of_the_theme_and_icons_that_are_there(theme: Theme) -> None:
    sheet = dialog_sheet(theme)
    assert f"#{theme.accent & 0xFFFFFF:06x}" in sheet
    files = re.findall(r'url\("(.+?)"\)', sheet)
    assert len(files) == 3
    assert all(Path(name).is_file() for name in files)
    assert sheet.count("{") == sheet.count("}")
    assert "{{" not in sheet
