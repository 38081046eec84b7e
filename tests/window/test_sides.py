"""The colours of A and B: readable on their grounds, and not to be taken for each other."""

from __future__ import annotations

import pytest

from tests.drawing.contrast import contrast
from timeline_app.drawing.theme import THEMES, Theme
from timeline_app.session.comparing import Side
from timeline_app.window.sides import side_colours


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
def test_words_of_a_side_can_be_read(theme: Theme) -> None:
    for side in Side:
        colours = side_colours(theme, side)
        for ground in (theme.background, colours.tint):
            assert contrast(colours.ink, ground) >= 4.5
            assert contrast(theme.text, ground) >= 4.5
        assert contrast(theme.text_soft, colours.tint) >= 4.5
    assert side_colours(theme, Side.A) != side_colours(theme, Side.B)
