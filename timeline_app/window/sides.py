"""The colours of the two cases that are compared: A has the accent of the theme, B plum."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.drawing.surface import Colour, colour
from timeline_app.drawing.theme import Theme, ThemeName
from timeline_app.session.comparing import Side


class SideColours(NamedTuple):
    """For the words and marks of a side, and for the ground behind them."""

    ink: Colour
    tint: Colour


_PLUM = {
    ThemeName.LIGHT: SideColours(colour("#8c3d70"), colour("#f5e9f1")),
    ThemeName.DARK: SideColours(colour("#e29bc8"), colour("#3d2636")),
    ThemeName.PRINT: SideColours(colour("#444444"), colour("#eeeeee")),
}


def side_colours(theme: Theme, side: Side) -> SideColours:
    """The colours of a side in a theme."""
    if side is Side.A:
        return SideColours(theme.accent, theme.accent_tint)
    return _PLUM[theme.name]
