"""Events, clusters, and what the selection makes of them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.drawing.example_charts import card, row
from tests.drawing.recording_surface import RecordingSurface
from timeline_app.case.model import Kind
from timeline_app.drawing.cards import (
    PLAIN,
    Choice,
    Look,
    Sign,
    look_of,
    paint_event,
    paint_sign,
    sign_place,
)
from timeline_app.drawing.surface import Path
from timeline_app.drawing.theme import DASHED, LIGHT, MEASURES, SELECTION_DASHES
from timeline_app.layout.chart import Emphasis, EventMark, Rect

CARD = card(3, Kind.LEAK, 100.0, 50.0, ("Copies and", "sells files"))
ROW = row(3, Kind.LEAK, 50.0, "Copies files", ())


def drawn(mark: EventMark, look: Look = PLAIN) -> RecordingSurface:
    surface = RecordingSurface()
    paint_event(surface, LIGHT, mark, look)
    return surface


@pytest.mark.parametrize(
    ("event", "look"),
    [
        (0, Look(Choice.SELECTED)),
        (1, Look(Choice.OTHER, sign=Sign.BEFORE)),
        (2, Look(sign=Sign.AFTER)),
        (3, Look(hovered=True, sign=Sign.NOT_ESTABLISHED)),
        (4, PLAIN),
    ],
)
def test_what_an_emphasis_makes_of_an_event(event: int, look: Look) -> None:
    emphasis = Emphasis(
        selected=0,
        other=1,
        hovered=3,
        before=frozenset({1}),
        after=frozenset({2}),
        not_established=frozenset({3}),
    )
    assert look_of(event, emphasis) == look


def test_a_selected_event_may_be_hovered() -> None:
    assert look_of(0, Emphasis(selected=0, hovered=0)) == Look(Choice.SELECTED, hovered=True)


def test_a_card_has_a_stripe_a_glyph_and_its_lines() -> None:
    surface = drawn(CARD)
    ground, stripe = surface.boxes
    assert ground.what.rect == CARD.card
    assert ground.what.radius == MEASURES.card_radius
    assert stripe.what.rect == Rect(100.0, 50.0, MEASURES.card_stripe, 50.0)
    assert stripe.brush is not None
    assert stripe.brush.colour == LIGHT.kinds[Kind.LEAK].fill
    assert len(surface.shapes) == 1
    assert surface.strings() == ["Copies and", "sells files"]
    assert {text.what.style.colour for text in surface.texts} == {LIGHT.text}


def test_a_prevented_event_has_an_empty_stripe() -> None:
    hollow = card(3, Kind.LEAK, 100.0, 50.0, ("Seeks a permit",), hollow=True)
    _ground, stripe = drawn(hollow).boxes
    assert stripe.brush is None
    assert stripe.pen is not None


def test_a_selected_card_has_a_solid_outline_round_it() -> None:
    surface = drawn(CARD, Look(Choice.SELECTED))
    ground, _stripe, outline = surface.boxes
    assert ground.brush is not None
    assert ground.brush.colour == LIGHT.accent_tint
    assert outline.pen is not None
    assert (outline.pen.colour, outline.pen.width, outline.pen.dashes) == (LIGHT.accent, 2.0, ())
    assert outline.what.rect == Rect(98.0, 48.0, 116.0, 54.0)


def test_the_second_chosen_card_has_a_dashed_outline() -> None:
    outline = drawn(CARD, Look(Choice.OTHER)).boxes[-1]
    assert outline.pen is not None
    assert outline.pen.dashes == SELECTION_DASHES


def test_hovering_is_quiet() -> None:
    ground, _stripe = drawn(CARD, Look(hovered=True)).boxes
    assert ground.brush is not None
    assert ground.brush.colour == LIGHT.hover_tint
    (ground,) = drawn(ROW, Look(hovered=True)).boxes
    assert ground.pen is None


@pytest.mark.parametrize(
    ("choice", "dashes"), [(Choice.SELECTED, ()), (Choice.OTHER, SELECTION_DASHES)]
)
def test_on_the_calendar_the_outline_goes_round_the_area(
    choice: Choice, dashes: tuple[float, ...]
) -> None:
    assert not drawn(ROW).boxes
    (ground,) = drawn(ROW, Look(choice)).boxes
    area, gap = ROW.area, MEASURES.selection_gap
    assert ground.what.rect == Rect(
        area.x - gap, area.y - gap, area.width + 2 * gap, area.height + 2 * gap
    )
    assert ground.pen is not None
    assert ground.pen.dashes == dashes


@pytest.mark.parametrize("mark", [CARD, ROW], ids=["card", "row"])
def test_each_sign_has_a_shape_of_its_own(mark: EventMark) -> None:
    shapes = {}
    for sign in Sign:
        surface = RecordingSurface()
        paint_sign(surface, LIGHT, sign, sign_place(mark, 0.0))
        disc, symbol = surface.shapes
        assert disc.what.place == symbol.what.place
        shapes[symbol.what.path] = sign
    assert len(shapes) == len(Sign)


def test_a_sign_stands_at_the_corner_of_a_card_and_left_of_a_glyph() -> None:
    assert CARD.card is not None
    x, y = sign_place(CARD, 0.0)
    assert abs(x - CARD.card.right) < MEASURES.badge / 2
    assert abs(y - CARD.card.y) < MEASURES.badge / 2
    x, y = sign_place(ROW, 0.0)
    assert x + MEASURES.badge / 2 < ROW.glyph.x
    assert y == ROW.glyph.y + ROW.glyph.height / 2


def test_a_sign_without_room_beside_its_glyph_is_a_small_one_at_its_corner() -> None:
    mark = replace(ROW, sign_at_corner=True)
    (x, y), radius = sign_place(mark, 0.0), MEASURES.corner_badge / 2
    assert x + radius == mark.glyph.right
    assert mark.glyph.y - radius < y < mark.glyph.y + mark.glyph.height / 2
    small, large = RecordingSurface(), RecordingSurface()
    paint_sign(small, LIGHT, Sign.AFTER, (x, y), at_corner=True)
    paint_sign(large, LIGHT, Sign.AFTER, (x, y))
    for one, other in zip(small.shapes, large.shapes, strict=True):
        assert one.what.path is not other.what.path
        assert extent(one.what.path) < extent(other.what.path)


def extent(path: Path | None) -> float:
    assert path is not None
    return max(abs(x) for _, points in path.steps for x, _ in points)


def test_a_sign_keeps_off_the_ring_of_what_is_vague() -> None:
    x, _ = sign_place(replace(ROW, vague=True), 0.0)
    assert x + MEASURES.badge / 2 < ROW.glyph.x - MEASURES.vague_gap


@pytest.mark.parametrize("mark", [CARD, ROW])
def test_only_what_is_vague_has_a_dashed_ring(mark: EventMark) -> None:
    exact, vague = drawn(mark).shapes, drawn(replace(mark, vague=True)).shapes
    assert [shape for shape in exact if shape.pen and shape.pen.dashes] == []
    (ring,) = [shape for shape in vague if shape.pen and shape.pen.dashes]
    assert ring.pen is not None
    assert ring.pen.dashes == DASHED


def test_at_the_edge_of_the_plot_a_sign_stands_just_beyond() -> None:
    x, _ = sign_place(ROW, ROW.glyph.x)
    assert x + MEASURES.badge / 2 == ROW.glyph.x


def test_what_carries_a_sign_steps_back_but_stays_readable() -> None:
    surface = drawn(CARD, Look(sign=Sign.BEFORE))
    assert {text.what.style.colour for text in surface.texts} == {LIGHT.text_soft}
