"""The protocol as SVG: groups with words, text that stays text, borders that lie inside."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from tests.drawing.svg_reading import SVG, child_text, group, texts
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.glyphs import circle_path
from timeline_app.drawing.surface import Anchor, Brush, Fade, Hatch, Pen, Surface, TextStyle
from timeline_app.drawing.svg.markup import Names
from timeline_app.drawing.svg.surface import SvgSurface
from timeline_app.layout.chart import Rect, TextRole

BLACK, RED, CLEAR_RED = 0xFF000000, 0xFFFF0000, 0x80FF0000


@pytest.fixture
def drawn(fonts: Fonts) -> Callable[[Callable[[Surface], None]], ET.Element]:
    """Gives what a painter drew."""

    def draw(paint: Callable[[Surface], None]) -> ET.Element:
        surface = SvgSurface(fonts, Names())
        paint(surface)
        return ET.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{surface.markup()}</svg>')

    return draw


Draw = Callable[[Callable[[Surface], None]], ET.Element]


def text_painter(words: str) -> Callable[[Surface], None]:
    return lambda surface: surface.text((9.0, 9.0), words, TextRole.LABEL, TextStyle(RED))


def only(root: ET.Element, name: str) -> dict[str, str]:
    (found,) = root.iter(f"{SVG}{name}")
    return found.attrib


def test_an_upright_line_fills_whole_pixels(drawn: Draw) -> None:
    line = only(drawn(lambda s: s.line((10.2, 0.0), (10.2, 9.0), Pen(RED))), "path")
    assert line["d"] == "M10.5 0L10.5 9"
    assert (line["stroke"], line["stroke-width"], line["fill"]) == ("#ff0000", "1", "none")


def test_lines_of_one_pen_are_one_element_and_none_are_none(drawn: Draw) -> None:
    segments = [(0.0, 0.0, 5.0, 7.0), (1.0, 0.0, 6.0, 7.0)]
    assert only(drawn(lambda s: s.lines(segments, Pen(RED))), "path")["d"] == "M0 0L5 7M1 0L6 7"
    assert len(drawn(lambda s: s.lines([], Pen(RED)))) == 0


def test_dashes_and_round_ends(drawn: Draw) -> None:
    pen = Pen(CLEAR_RED, 1.5, (4.0, 2.0), round_ends=True)
    line = only(drawn(lambda s: s.line((0.0, 0.0), (5.0, 7.0), pen)), "path")
    assert line["stroke-dasharray"] == "4 2"
    assert line["stroke-linecap"] == line["stroke-linejoin"] == "round"
    assert line["stroke-opacity"] == "0.5"


def test_a_border_lies_inside(drawn: Draw) -> None:
    root = drawn(lambda s: s.rectangle(Rect(0, 0, 20, 10), Pen(BLACK, 2.0), Brush(RED), 4.0))
    rect = only(root, "rect")
    assert [rect[key] for key in ("x", "y", "width", "height", "rx")] == ["1", "1", "18", "8", "3"]
    assert (rect["fill"], rect["stroke"]) == ("#ff0000", "#000000")


def test_a_border_that_shows_what_is_under_it_is_drawn_over_the_whole_fill(drawn: Draw) -> None:
    pen = Pen(BLACK, 2.0, (3.0, 3.0))
    fill, border = drawn(lambda s: s.rectangle(Rect(0, 0, 20, 10), pen, Brush(RED)))
    assert (fill.get("width"), fill.get("fill"), fill.get("stroke")) == ("20", "#ff0000", None)
    assert (border.get("width"), border.get("fill")) == ("18", "none")


def test_a_hatch_refers_to_its_pattern_and_a_fading_one_to_its_clip(drawn: Draw) -> None:
    hatch = Hatch(5.0, 1.0, 0.0, CLEAR_RED)
    even = drawn(lambda s: s.rectangle(Rect(0, 0, 20, 10), None, Brush(RED, hatch)))
    assert [rect.get("fill") for rect in even.findall(f"{SVG}rect")] == ["url(#hatch-1)"]
    fading = Brush(RED, hatch, Fade(0.0, 20.0))
    root = drawn(lambda s: s.rectangle(Rect(0, 0, 20, 10), None, fading))
    assert len(list(root.iter(f"{SVG}linearGradient"))) == 2
    (clipped,) = root.findall(f"{SVG}g")
    assert clipped.get("clip-path", "").startswith("url(#clip-")
    assert clipped[0].get("stroke", "").startswith("url(#fade-")


def test_a_fade_moves_with_the_origin(drawn: Draw) -> None:
    def paint(surface: Surface) -> None:
        with surface.shifted(100.0, 0.0):
            surface.rectangle(Rect(0, 0, 20, 10), None, Brush(RED, fade=Fade(0.0, 20.0)))
            surface.line((0.0, 5.0), (20.0, 5.0), Pen(RED, fade=Fade(0.0, 20.0)))

    gradient = only(drawn(paint), "linearGradient")
    assert (gradient["x1"], gradient["x2"]) == ("100", "120")


def test_shifts_add_up_and_end(drawn: Draw) -> None:
    def paint(surface: Surface) -> None:
        with surface.shifted(10.0, 1.0), surface.shifted(20.0, 2.0):
            surface.polygon(((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), None, Brush(RED))
        surface.polygon(((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), None, Brush(RED))

    first, second = drawn(paint)
    assert first.get("points") == "30 3 31 3 30 4"
    assert second.get("points") == "0 0 1 0 0 1"


def test_a_stamp_stands_on_a_whole_pixel(drawn: Draw) -> None:
    circle = circle_path(3.0)
    stamp = only(drawn(lambda s: s.path(circle, None, Brush(RED), (10.4, 7.6))), "path")
    assert stamp["transform"] == "translate(10 8)"
    assert stamp["d"].startswith("M3 0C")
    plain = only(drawn(lambda s: s.path(circle, Pen(RED), None)), "path")
    assert "transform" not in plain


def test_a_clip_holds_what_is_painted_within(drawn: Draw) -> None:
    def paint(surface: Surface) -> None:
        with surface.clip(Rect(0, 0, 5, 5)), surface.clip(Rect(1, 1, 9, 9)):
            surface.rectangle(Rect(0, 0, 20, 10), None, Brush(RED))

    root = drawn(paint)
    (outer,) = root.findall(f"{SVG}g")
    (inner,) = outer
    assert (outer.get("clip-path"), inner.get("clip-path")) == ("url(#clip-1)", "url(#clip-2)")
    assert inner[0].tag == f"{SVG}rect"


def test_a_group_has_its_name_and_words(drawn: Draw) -> None:
    def paint(surface: Surface) -> None:
        for _time in range(2):
            with surface.group("event 3", "A <title> & \x00", "What is known"):
                pass
        with surface.group("lanes", "", ""):
            pass

    root = drawn(paint)
    event = group(root, "event-3")
    assert child_text(event, "title") == "A <title> & \ufffd"
    assert child_text(event, "desc") == "What is known"
    assert event.get("role") == "graphics-symbol img"
    assert group(root, "event-3-2") is not event
    assert len(group(root, "lanes")) == 0
    assert group(root, "lanes").get("role") is None


@pytest.mark.parametrize(
    ("anchor", "x", "attribute"),
    [(Anchor.LEFT, "10", None), (Anchor.MIDDLE, "10.4", "middle"), (Anchor.RIGHT, "10.4", "end")],
)
def test_a_text_stands_at_its_anchor(
    drawn: Draw, anchor: Anchor, x: str, attribute: str | None
) -> None:
    style = TextStyle(RED, italic=True, anchor=anchor)
    text = only(drawn(lambda s: s.text((10.4, 20.3), "a < b", TextRole.LABEL, style)), "text")
    assert (text["x"], text["y"], text.get("text-anchor")) == (x, "20", attribute)
    assert (text["font-size"], text["font-style"]) == ("13", "italic")
    assert "textLength" not in text


def test_a_title_is_strong_and_an_empty_text_nothing(drawn: Draw) -> None:
    root = drawn(lambda s: s.text((0.0, 0.0), "a", TextRole.TITLE, TextStyle(RED)))
    assert only(root, "text")["font-weight"] == "600"
    assert len(drawn(lambda s: s.text((0.0, 0.0), "", TextRole.TITLE, TextStyle(RED)))) == 0


def test_a_right_to_left_text_has_its_direction_within_its_place(drawn: Draw) -> None:
    for words, direction in (("שלום abc", "rtl"), ("abc שלום", None), ("张三", None)):
        root = drawn(text_painter(words))
        assert texts(root) == [words]
        (text,) = root.iter(f"{SVG}text")
        assert text.get("direction") is None
        inner = text.find(f"{SVG}tspan")
        assert (None if inner is None else inner.get("direction")) == direction


def test_the_ground_of_a_text_is_as_wide_as_it(drawn: Draw, fonts: Fonts) -> None:
    style = TextStyle(RED, anchor=Anchor.RIGHT, ground=BLACK)
    root = drawn(lambda s: s.text((200.0, 50.0), "a month", TextRole.NOTE, style))
    ground = only(root, "rect")
    assert float(ground["width"]) == pytest.approx(fonts.width("a month", TextRole.NOTE) + 4, abs=1)
    assert float(ground["x"]) + float(ground["width"]) == pytest.approx(202.0, abs=1)
