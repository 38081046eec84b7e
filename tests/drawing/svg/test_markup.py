"""What reaches an SVG file is valid, whatever it was."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.drawing.sheets import ImageError
from timeline_app.drawing.surface import Path, Verb
from timeline_app.drawing.svg.markup import (
    Names,
    colour_of,
    escaped,
    number,
    numbers,
    path_data,
    xml_text,
)

any_text = st.text(st.characters())


@given(any_text)
def test_any_text_is_found_again_after_cleaning(text: str) -> None:
    read = ET.fromstring(f'<t a="{escaped(text)}">{escaped(text)}</t>')
    assert (read.text or "") == xml_text(text)
    assert read.get("a") == xml_text(text)
    assert len(xml_text(text)) == len(text)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_has_no_place_for_becomes_a_stand_in(character: str) -> None:
    assert xml_text(f"a{character}b") == "a\ufffdb"


def test_line_breaks_and_tabs_become_spaces() -> None:
    assert xml_text("a\tb\rc\nd") == "a b c d"


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (0.1, "0.1"), (-0.001, "0"), (12.345, "12.35"), (1e7, "10000000"), (-2.5, "-2.5")],
)
def test_numbers_are_short(value: float, written: str) -> None:
    assert number(value) == written


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_has_no_exponent_and_two_decimals_at_most(value: float) -> None:
    assert re.fullmatch(r"-?\d+(\.\d{1,2})?", number(value))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_place_that_is_no_number_is_an_error(value: float) -> None:
    with pytest.raises(ImageError, match="no number"):
        numbers(1.0, value)


def test_colours() -> None:
    assert colour_of("fill", 0xFF0A141E) == ' fill="#0a141e"'
    assert colour_of("stroke", 0x800A141E) == ' stroke="#0a141e" stroke-opacity="0.5"'
    assert colour_of("fill", 0x000A141E) == ' fill="none"'


def test_a_path() -> None:
    path = Path(
        (
            (Verb.MOVE, ((0.0, 1.0),)),
            (Verb.LINE, ((2.0, 3.0),)),
            (Verb.CURVE, ((1.0, 1.0), (2.0, 2.0), (3.0, 3.0))),
            (Verb.CLOSE, ()),
        )
    )
    assert path_data(path) == "M0 1L2 3C1 1 2 2 3 3Z"
    assert path_data(path, 10.0, -1.0).startswith("M10 0L12 2")


@given(st.lists(any_text, max_size=20))
def test_names_are_valid_and_each_is_given_once(wishes: list[str]) -> None:
    names = Names()
    given_names = [names.new(wish) for wish in [*wishes, *wishes]]
    assert len(set(given_names)) == len(given_names)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", name) for name in given_names)


def test_a_good_name_is_kept() -> None:
    names = Names()
    assert [names.new("event-3"), names.new("event-3"), names.new("event-3-2")] == [
        "event-3",
        "event-3-2",
        "event-3-2-2",
    ]
