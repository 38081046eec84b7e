"""Every text and mark is readable in every theme."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from msgspec.structs import fields

from tests.drawing.contrast import channels, contrast, luminance, over
from timeline_app.case.model import Basis, Kind
from timeline_app.drawing.surface import Colour
from timeline_app.drawing.theme import DASHES, LIGHT, OKABE_ITO, PRINT, THEMES, Theme, ThemeName
from timeline_app.layout.chart import TextRole

READABLE = 4.5
VISIBLE = 3.0

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def grounds(theme: Theme) -> dict[str, Colour]:
    """Everything that an event may lie on."""
    names = ("background", "lane_tint", "band", "card", "accent_tint", "hover_tint")
    return {name: getattr(theme, name) for name in names}


def test_the_measure_itself() -> None:
    assert contrast(0xFF000000, 0xFFFFFFFF) == pytest.approx(21)
    assert contrast(0xFF777777, 0xFFFFFFFF) == pytest.approx(4.48, abs=0.01)
    assert over(0x80000000, 0xFFFFFFFF) == 0xFF7F7F7F


@every_theme
@pytest.mark.parametrize("name", ["text", "text_soft"])
def test_text_is_readable_on_every_ground(theme: Theme, name: str) -> None:
    for ground, colour in grounds(theme).items():
        assert contrast(getattr(theme, name), colour) >= READABLE, ground


@every_theme
@pytest.mark.parametrize("name", ["text_faint", "marker", "accent"])
def test_faint_text_is_readable_on_lanes(theme: Theme, name: str) -> None:
    for ground in (theme.background, theme.lane_tint):
        assert contrast(getattr(theme, name), ground) >= READABLE


@every_theme
@pytest.mark.parametrize("name", ["passage", "found"])
def test_text_is_readable_on_a_marked_passage(theme: Theme, name: str) -> None:
    assert contrast(theme.text, getattr(theme, name)) >= READABLE


@every_theme
@pytest.mark.parametrize("kind", Kind)
def test_the_edge_of_a_mark_is_visible_on_every_ground(theme: Theme, kind: Kind) -> None:
    colours = theme.kinds[kind]
    for ground, colour in grounds(theme).items():
        assert contrast(colours.edge, colour) >= VISIBLE, ground
        assert contrast(colours.edge, over(colours.wash, colour)) >= VISIBLE, f"hatch on {ground}"


@every_theme
@pytest.mark.parametrize("name", ["arrow", "arrow_strong", "cap", "accent", "hover_border"])
def test_lines_are_visible_on_every_ground(theme: Theme, name: str) -> None:
    for ground, colour in grounds(theme).items():
        assert contrast(getattr(theme, name), colour) >= VISIBLE, ground


@every_theme
def test_a_cap_is_seen_on_every_bar(theme: Theme) -> None:
    for kind in Kind:
        wash = over(theme.kinds[kind].wash, theme.lane_tint)
        assert contrast(theme.cap, wash) >= VISIBLE


def test_the_colours_are_those_of_okabe_and_ito() -> None:
    assert OKABE_ITO[Kind.CONTACT] == "#56b4e9"
    for kind, written in OKABE_ITO.items():
        assert LIGHT.kinds[kind].fill == 0xFF000000 | int(written[1:], 16)
        assert THEMES[ThemeName.DARK].kinds[kind].fill == LIGHT.kinds[kind].fill


def test_print_holds_greys_only() -> None:
    colours = [
        value for field in fields(PRINT) if isinstance(value := getattr(PRINT, field.name), int)
    ]
    colours += [
        colour for kind in PRINT.kinds.values() for colour in (kind.fill, kind.edge, kind.wash)
    ]
    for colour in colours:
        assert len(set(channels(colour))) == 1


def test_print_tells_most_kinds_apart_by_their_grey() -> None:
    greys = sorted(luminance(colours.fill) for colours in PRINT.kinds.values())
    assert all(darker < lighter for darker, lighter in pairwise(greys))


@every_theme
def test_every_kind_has_a_colour_of_its_own(theme: Theme) -> None:
    assert set(theme.kinds) == set(Kind)
    for one, other in combinations(Kind, 2):
        assert theme.kinds[one].fill != theme.kinds[other].fill


def test_each_basis_has_a_line_of_its_own() -> None:
    assert DASHES[Basis.STATED] == ()
    assert len({DASHES[basis] for basis in Basis}) == len(Basis)


def test_captions_are_softer_than_labels() -> None:
    assert LIGHT.text_colour(TextRole.LABEL) == LIGHT.text
    assert LIGHT.text_colour(TextRole.TITLE) == LIGHT.text
    assert LIGHT.text_colour(TextRole.NOTE) == LIGHT.text_soft
