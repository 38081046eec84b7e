from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.case.sources.displaying import (
    BREAK,
    LONGEST_PARAGRAPH,
    LONGEST_RUN,
    count_turning,
    displayed,
)


def units_of(text: str) -> bytes:
    return text.encode("utf-16-le")


def between(text: str, start: int, end: int) -> str:
    """What a widget has from one UTF-16 unit to another."""
    return units_of(text)[2 * start : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize(
    ("canonical", "shown"),
    [
        ("", ""),
        ("Plain words,\n\ta tab.", "Plain words,\n\ta tab."),
        ("No\u00a0break \u202fspace\u2007s", "No\u00a0break \u202fspace\u2007s"),
        ("nul \0, escape \x1b, bell \a, delete \x7f", "nul ␀, escape ␛, bell ␇, delete ␡"),
        ("a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g", "a␋b␌c␜d␤e␤f␤g"),
        ("\x80\ufdd0\ufdd1\ufdef\ufffc\ufffe\uffff\U0001ffff\U0010fffe", "\ufffd" * 9),
        ("lone \ud83d and \udc00", "lone \ufffd and \ufffd"),
        ("\u202eevil\u202c \u2066iso\u2069\u2067\u2068\u202a\u202b\u202d",
         "‹RLO›evil‹PDF› ‹LRI›iso‹PDI›‹RLI›‹FSI›‹LRE›‹RLE›‹LRO›"),
        ("\u200eשלום\u200f \u061c", "\u200eשלום\u200f \u061c"),
        ("😀👩‍💻 中国 e\u0301", "😀👩‍💻 中国 e\u0301"),
        ("<b>&amp;</b> <img src=file:///x>", "<b>&amp;</b> <img src=file:///x>"),
    ],
)  # fmt: skip
def test_a_text_is_shown(canonical: str, shown: str) -> None:
    assert displayed(canonical).text == shown


def test_places_are_counted_in_units_of_what_is_shown() -> None:
    text = displayed("a😀b\u202ec\0d")
    assert text.text == "a😀b‹RLO›c␀d"
    assert [text.to_units(offset) for offset in range(8)] == [0, 1, 3, 4, 9, 10, 11, 12]
    assert [text.to_offset(unit) for unit in range(13)] == [0, 1, 1, 2, 3, 3, 3, 3, 3, 4, 5, 6, 7]
    assert (text.length, text.units) == (7, 12)
    assert [text.to_units(place) for place in (-5, 99)] == [0, 12]
    assert [text.to_offset(place) for place in (-5, 99)] == [0, 7]


texts = st.text(
    st.sampled_from("ab \n\t\0\u202e\u2028\ufdd0\u00a0e\u0301😀👩\u200d💻中\U0001fffe🇩\u200b"),
    max_size=60,
)
long_texts = st.lists(
    st.one_of(texts, st.builds(lambda text, times: text * times, texts, st.integers(1, 40))),
    max_size=6,
).map("".join)


@settings(max_examples=200)
@given(long_texts, st.data())
def test_every_place_leads_there_and_back(canonical: str, data: st.DataObject) -> None:
    text = displayed(canonical)
    assert text.units == len(units_of(text.text)) // 2 == text.to_units(len(canonical))
    places = st.integers(0, len(canonical))
    units = [text.to_units(offset) for offset in range(len(canonical) + 1)]
    assert units == sorted(units)
    assert [text.to_offset(unit) for unit in units] == list(range(len(canonical) + 1))
    backwards = [text.to_offset(unit) for unit in range(text.units + 1)]
    assert backwards == sorted(backwards)
    start, end = sorted((data.draw(places), data.draw(places)))
    alone = displayed(canonical[start:end]).text
    added = re.compile(f"{BREAK}|\n")
    part = between(text.text, text.to_units(start), text.to_units(end))
    assert added.sub("", part) == added.sub("", alone)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "中",
        "\u00a0",
        "😀",
        "a\u00a0",
        "👩\u200d💻",
        "e\u0301",
        "\u0301",
        "-",
        "🇩🇪",
        "\u2060",
        "\u202e",
    ],
)
def test_no_line_has_to_hold_more_than_it_can(piece: str) -> None:
    canonical = piece * (5_000 // len(piece))
    text = displayed(canonical)
    runs = re.split(f"[{BREAK} \n]", text.text)
    assert max(map(len, runs)) <= 5 * LONGEST_RUN
    assert "".join(runs) == displayed(piece).text * (5_000 // len(piece))
    assert BREAK in text.text


@pytest.mark.parametrize(
    "kept", ["👩\u200d💻", "e\u0301\u0323", "🇩🇪.", "👍🏽", "क्षि", "\u1112\u1161\u11ab"]
)
def test_a_break_is_put_between_characters(kept: str) -> None:
    for before in range(100):
        text = displayed("." * before + kept * 120).text
        at = [match.start() for match in re.finditer(BREAK, text)]
        assert at
        assert text.replace(BREAK, "") == "." * before + kept * 120
        assert {text[place + 1] for place in at} <= {kept[0], "."}


def test_ordinary_runs_are_left_alone() -> None:
    words = "word " * 100 + "x" * LONGEST_RUN + " y"
    assert displayed(words).text == words
    assert BREAK in displayed(words.replace(" y", "y")).text


def test_an_endless_paragraph_is_divided() -> None:
    canonical = "some words " * 10_000
    text = displayed(canonical)
    lines = text.text.split("\n")
    assert "".join(lines) == canonical
    assert max(map(len, lines)) <= LONGEST_PARAGRAPH + LONGEST_RUN
    assert all(line.endswith(" ") for line in lines)
    assert text.to_offset(text.to_units(70_000)) == 70_000
    unbroken = displayed("x" * 100_000).text.split("\n")
    assert max(len(line.replace(BREAK, "")) for line in unbroken) <= LONGEST_PARAGRAPH + LONGEST_RUN
    assert "".join(unbroken).replace(BREAK, "") == "x" * 100_000


def test_a_long_text_takes_no_more_time_than_it_must() -> None:
    begun = time.perf_counter()
    for text in ("x" * 500_000, ("a" * 199 + " ") * 2_500, "words " * 80_000, "\0\u202e" * 100_000):
        displayed(text)
    assert time.perf_counter() - begun < 5


def test_turning_characters_are_counted() -> None:
    assert count_turning("\u202ea\u202c\u2066\u2069") == 4
    assert count_turning("\u200e\u200f\u061c שלום") == 0
