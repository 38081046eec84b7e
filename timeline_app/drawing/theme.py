"""Every colour, width and distance of the drawing, by name: light, dark, and print.

Rules:
* A painter takes every colour from a theme and every measure from `Measures`; it has none of its
  own.
* Text stands 4.5 : 1 or more against whatever it may lie on, and the edge of a mark 3 : 1
  (WCAG 2.2, 1.4.3 and 1.4.11); the tests compute it for each theme.
* Kinds have the colours of Okabe and Ito, which stay apart for the three common deficiencies of
  colour vision. Some of them are too light for a white ground, so that every mark is outlined in
  a darker (on dark: lighter) edge of the same hue.
* Print holds greys only, and the shapes tell the kinds apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from msgspec import Struct

from timeline_app.case.model import Basis, Kind
from timeline_app.drawing.surface import Colour, colour
from timeline_app.layout.chart import TextRole

Made = TypeVar("Made")


class ThemeName(StrEnum):
    """The themes there are."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


class KindColours(Struct, frozen=True, gc=False):
    """The colours of one kind: the inside of its glyph, the outline of its marks, and the flat
    ground of its hatched bars (translucent)."""

    fill: Colour
    edge: Colour
    wash: Colour


class Theme(Struct, frozen=True, gc=False):
    """The colours of one theme."""

    name: ThemeName
    # Grounds.
    background: Colour
    lane_tint: Colour  # every second lane
    band: Colour  # behind legend and axis
    card: Colour
    # Lines.
    grid: Colour
    grid_major: Colour
    rule: Colour  # between the parts of a page
    card_border: Colour
    group_border: Colour
    # Text: the plain one, the quieter one of captions, and the quietest.
    text: Colour
    text_soft: Colour
    text_faint: Colour
    # Marks.
    arrow: Colour
    arrow_strong: Colour  # at the selected event
    cap: Colour
    marker: Colour
    # The selection.
    accent: Colour
    accent_tint: Colour
    hover_tint: Colour
    hover_border: Colour
    # Behind the words of a source.
    passage: Colour
    found: Colour
    kinds: Mapping[Kind, KindColours]

    def text_colour(self, role: TextRole) -> Colour:
        """The colour of a text where nothing else decides it."""
        return self.text if role in _PLAIN_ROLES else self.text_soft


_PLAIN_ROLES: Final = frozenset({TextRole.TITLE, TextRole.LABEL, TextRole.COUNT})


class Measures(Struct, frozen=True, gc=False):
    """Widths and distances in pixels, the same in every theme."""

    hairline: float = 1.0
    marker: float = 1.5
    outline: float = 1.0  # round a glyph
    hollow_outline: float = 1.75
    vague_gap: float = 2.5  # from a glyph to the dashed ring of what is vague
    vague_line: float = 1.25
    # Cards.
    card_radius: float = 4.0
    card_stripe: float = 4.0
    selection: float = 2.0
    selection_gap: float = 3.0  # between an event on the calendar and its outline
    selection_radius: float = 5.0
    badge: float = 13.0  # diameter of the badge that says how an event lies to the selected one
    badge_gap: float = 2.0  # between a badge and a glyph
    corner_badge: float = 10.0  # diameter of a badge at the corner of a glyph
    sign_line: float = 1.5
    # Lanes.
    lane_glyph: float = 14.0
    lane_glyph_gap: float = 8.0
    lane_remark_gap: float = 8.0
    # Bars.
    cap: float = 2.0
    cap_beyond: float = 2.0  # how far a cap stands out above and below its bar
    hatch_distance: float = 8.0
    hatch_width: float = 1.25
    dashed_inset: float = 2.0  # between a dashed outline and what is inside it
    fade: float = 48.0
    open_arrow: float = 6.0
    open_arrow_line: float = 2.0
    comb_distance: float = 8.0
    comb_tooth: float = 2.0
    comb_base: float = 2.0
    # Arrows.
    arrow_line: float = 1.4
    arrow_line_strong: float = 2.0
    arrow_head: float = 8.0
    arrow_head_half: float = 4.0
    # Groups and clusters.
    group_radius: float = 5.0
    cluster_border: float = 1.5
    cluster_glyph: float = 9.0


MEASURES: Final = Measures()

DASHED: Final = (5.0, 3.0)
DASHES: Final[Mapping[Basis, tuple[float, ...]]] = MappingProxyType(
    {Basis.STATED: (), Basis.INFERRED: (6.0, 4.0), Basis.ASSUMED: (1.5, 3.5)}
)
GROUP_DASHES: Final = (4.0, 4.0)
SELECTION_DASHES: Final = (5.0, 3.0)

LABEL_GROUND: Final = 0.85
"""How opaque the ground behind the label of an arrow is."""

_LIGHT_WASH: Final = 0.2
_DARK_WASH: Final = 0.26


def _kinds(
    edges: Mapping[Kind, str], wash: float, fills: Mapping[Kind, str]
) -> Mapping[Kind, KindColours]:
    return MappingProxyType(
        {
            kind: KindColours(colour(fills[kind]), colour(edges[kind]), colour(fills[kind], wash))
            for kind in Kind
        }
    )


OKABE_ITO: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.CONTACT: "#56b4e9",
        Kind.RECRUITMENT: "#cc79a7",
        Kind.LEAK: "#d55e00",
        Kind.DETECTION: "#0072b2",
        Kind.ARREST: "#009e73",
        Kind.SENTENCING: "#e69f00",
        Kind.OTHER: "#8a909b",
    }
)
"""Okabe and Ito, "Color Universal Design", 2008, without black and yellow; other is a grey."""

LIGHT: Final = Theme(
    name=ThemeName.LIGHT,
    background=colour("#ffffff"),
    lane_tint=colour("#f6f7f9"),
    band=colour("#eef0f3"),
    card=colour("#ffffff"),
    grid=colour("#e3e6eb"),
    grid_major=colour("#c9ced6"),
    rule=colour("#d9dde3"),
    card_border=colour("#c9ced6"),
    group_border=colour("#b4bac4"),
    text=colour("#1f2430"),
    text_soft=colour("#566070"),
    text_faint=colour("#667080"),
    arrow=colour("#4b5563"),
    arrow_strong=colour("#1f2430"),
    cap=colour("#1f2430"),
    marker=colour("#1d4ed8"),
    accent=colour("#1d4ed8"),
    accent_tint=colour("#eaeffc"),
    hover_tint=colour("#eef0f3"),
    hover_border=colour("#7d8593"),
    passage=colour("#cfe2f5"),
    found=colour("#ffe28a"),
    kinds=_kinds(
        {
            Kind.CONTACT: "#2579ad",
            Kind.RECRUITMENT: "#a04c7c",
            Kind.LEAK: "#a84a00",
            Kind.DETECTION: "#00568a",
            Kind.ARREST: "#00704f",
            Kind.SENTENCING: "#946500",
            Kind.OTHER: "#6f7683",
        },
        _LIGHT_WASH,
        OKABE_ITO,
    ),
)

DARK: Final = Theme(
    name=ThemeName.DARK,
    background=colour("#14171c"),
    lane_tint=colour("#1b1f26"),
    band=colour("#21262e"),
    card=colour("#232831"),
    grid=colour("#2a303a"),
    grid_major=colour("#434b58"),
    rule=colour("#333a45"),
    card_border=colour("#4a5260"),
    group_border=colour("#5f6877"),
    text=colour("#e6e8ec"),
    text_soft=colour("#b0b8c4"),
    text_faint=colour("#949dab"),
    arrow=colour("#a3abb8"),
    arrow_strong=colour("#e6e8ec"),
    cap=colour("#e6e8ec"),
    marker=colour("#8fb0ff"),
    accent=colour("#8fb0ff"),
    accent_tint=colour("#1f2a44"),
    hover_tint=colour("#2b313b"),
    hover_border=colour("#8b94a3"),
    passage=colour("#24496b"),
    found=colour("#6b5410"),
    kinds=_kinds(
        {
            Kind.CONTACT: "#8dd0f7",
            Kind.RECRUITMENT: "#e3a3c6",
            Kind.LEAK: "#ff8f3d",
            Kind.DETECTION: "#4f9be8",
            Kind.ARREST: "#3cc79d",
            Kind.SENTENCING: "#f8c04d",
            Kind.OTHER: "#a6adb9",
        },
        _DARK_WASH,
        OKABE_ITO,
    ),
)

PRINT: Final = Theme(
    name=ThemeName.PRINT,
    background=colour("#ffffff"),
    lane_tint=colour("#f5f5f5"),
    band=colour("#ffffff"),
    card=colour("#ffffff"),
    grid=colour("#dedede"),
    grid_major=colour("#b8b8b8"),
    rule=colour("#8c8c8c"),
    card_border=colour("#8c8c8c"),
    group_border=colour("#8c8c8c"),
    text=colour("#000000"),
    text_soft=colour("#333333"),
    text_faint=colour("#595959"),
    arrow=colour("#333333"),
    arrow_strong=colour("#000000"),
    cap=colour("#000000"),
    marker=colour("#000000"),
    accent=colour("#000000"),
    accent_tint=colour("#ebebeb"),
    hover_tint=colour("#f0f0f0"),
    hover_border=colour("#595959"),
    passage=colour("#d9d9d9"),
    found=colour("#bfbfbf"),
    kinds=_kinds(
        dict.fromkeys(Kind, "#262626"),
        _LIGHT_WASH,
        {
            Kind.CONTACT: "#d4d4d4",
            Kind.RECRUITMENT: "#b0b0b0",
            Kind.LEAK: "#5c5c5c",
            Kind.DETECTION: "#404040",
            Kind.ARREST: "#787878",
            Kind.SENTENCING: "#ececec",
            Kind.OTHER: "#9a9a9a",
        },
    ),
)

THEMES: Final[Mapping[ThemeName, Theme]] = MappingProxyType(
    {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
)


def once_for_a_theme(make: Callable[[Theme], Made]) -> Callable[[Theme], Made]:
    """The same function, which makes what it makes once for each theme."""
    kept: dict[ThemeName, tuple[Theme, Made]] = {}

    def made(theme: Theme) -> Made:
        found = kept.get(theme.name)
        if found is None or found[0] is not theme:
            found = kept[theme.name] = theme, make(theme)
        return found[1]

    return made
