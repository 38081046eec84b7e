from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.sources.normalising import (
    INVISIBLE,
    PILE,
    PLAIN,
    Normalised,
    attaches,
    normalise,
)


def as_the_format_says(text: str) -> str:
    """The normalised passage, done at once for the whole of it."""
    plain = unicodedata.normalize("NFKC", text).translate(PLAIN)
    folded = unicodedata.normalize("NFKC", plain.casefold())
    return re.sub(r"\s+", " ", folded).strip()


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("", ""),
        (" \t\r\n\u00a0\u3000\u2028 ", ""),
        ("  Two \n\n words\u00a0here ", "two words here"),
        ("Wiederholte Straße", "wiederholte strasse"),
        (
            "‘one’ ‚two‛ “three” „four‟ «five» ‹six›",
            "'one' 'two' \"three\" \"four\" \"five\" 'six'",
        ),
        ("a‐b‑c‒d–e—f―g−h－i", "a-b-c-d-e-f-g-h-i"),
        ("wait… wait⋯", "wait... wait..."),
        ("zero\u200bwidth\u200c\u200d\u2060\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("\u202eturned\u202c \u2066kept\u2069 \u200emarks\u200f", "turned kept marks"),
        ("cafe\u0301", "café"),
        ("e\u200b\u0301", "é"),  # joined once what stood between them is dropped
        ("ﬁne ½ ① Ⅳ ㎏", "fine 1⁄2 1 iv kg"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("\ufb2a\u05d1", "ש\u05c1ב"),
        ("İstanbul", "i\u0307stanbul"),
        ("ᾳ α\u0345", "αι αι"),
        ("30，000 份", "30,000 份"),
        ("👩\u200d💻 🇩🇪", "👩💻 🇩🇪"),
        ("a\x1cb\x85c", "a b c"),
        ("\0", "\0"),
    ],
)
def test_a_passage_is_normalised(text: str, normalised: str) -> None:
    assert normalise(text) == normalised
    assert as_the_format_says(text) == normalised


def test_plain_ascii_takes_the_short_way_to_the_same_place() -> None:
    everything = "".join(map(chr, range(128))) * 2
    assert normalise(everything) == Normalised(everything).text.strip()
    assert normalise(everything) == as_the_format_says(everything)


def of_interest() -> list[str]:
    """Every character that normalisation does more to than fold its case, and all that join."""
    characters = map(chr, [*range(0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE0200)])
    return [
        character
        for character in characters
        if attaches(character)
        or character in INVISIBLE
        or ord(character) in PLAIN
        or (unicodedata.decomposition(character) and not "가" <= character <= "힣")
        or len(character.casefold()) > 1
    ]


OF_INTEREST = of_interest()


@pytest.mark.parametrize("around", ["e{}b", "\u1100{}\u11a8", "q\u0323{}\u0301", "ʹ{}\u0345α"])
def test_pieces_join_to_the_whole_for_every_character(around: str) -> None:
    assert len(OF_INTEREST) > 7_500
    text = "\n".join(around.format(character) for character in OF_INTEREST)
    assert normalise(text).split() == as_the_format_says(text).split()


odd_texts = st.text(
    st.one_of(
        st.sampled_from(" \n\u00a0aAe\u0301\u0323\u200b“—…ﬁßİ中한\u1100\u1161\u11a8😀\u0345α"),
        st.sampled_from(OF_INTEREST),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@given(odd_texts)
def test_pieces_join_to_the_whole(text: str) -> None:
    assert normalise(text) == as_the_format_says(text)
    assert Normalised(text).text.strip() == as_the_format_says(text)


@given(odd_texts, odd_texts, odd_texts)
def test_a_place_leads_back_to_what_was_normalised(before: str, words: str, after: str) -> None:
    text = before + words + after
    whole = Normalised(text)
    for first in range(len(whole.text)):
        start = whole.source_start(first)
        for last in range(first + 1, min(first + 6, len(whole.text)) + 1):
            end = whole.source_end(last)
            if start is not None and end is not None:
                assert normalise(text[start:end]) == whole.text[first:last].strip()


@given(odd_texts, odd_texts, odd_texts)
def test_a_span_leads_there_and_back(before: str, words: str, after: str) -> None:
    text = before + words + after
    whole = Normalised(text)
    start, end = len(before), len(before) + len(words)
    span = whole.span_of(start, end)
    low, high = whole.reach_of(start, end)
    assert 0 <= low <= high <= len(whole.text)
    if span is not None:
        assert low <= span[0] < span[1] <= high
        back = whole.source_start(span[0]), whole.source_end(span[1])
        assert back[0] is not None
        assert back[1] is not None
        assert whole.text[slice(*span)].strip() == normalise(words)
        assert start <= back[0] < back[1] <= end
        assert normalise(text[back[0] : back[1]]) == normalise(words)


@pytest.mark.parametrize(
    ("text", "start", "end", "span"),
    [
        ("two words", 4, 9, (4, 9)),
        ("two  words ", 3, 11, (4, 9)),  # blanks at the ends are left out
        ("x cafe\u0301 y", 2, 7, (2, 6)),
        ("x cafe\u0301 y", 2, 6, None),  # between a letter and its mark
        ("word\u200b next", 0, 4, (0, 4)),
        ("word\u200b next", 0, 5, (0, 4)),
        ("   ", 0, 3, None),
        ("abc", 1, 1, None),
    ],
)
def test_a_span_of_the_article_is_found_in_its_text(
    text: str, start: int, end: int, span: tuple[int, int] | None
) -> None:
    assert Normalised(text).span_of(start, end) == span


def test_no_place_leads_into_a_ligature() -> None:
    whole = Normalised("a ﬁne day…")
    assert whole.text == "a fine day..."
    assert [whole.source_start(place) for place in range(5)] == [0, 1, 2, None, 3]
    assert [whole.source_end(place) for place in (2, 3, 4)] == [2, None, 3]
    assert whole.source_end(13) == 10
    assert whole.source_end(12) is None


def test_what_can_not_be_seen_is_not_part_of_a_place() -> None:
    whole = Normalised("\ufeffone\u200b\u200b two")
    assert whole.text == "one two"
    assert whole.source_start(0) == 1
    assert whole.source_end(3) == 4


def test_a_pile_of_marks_takes_no_more_time_than_it_must() -> None:
    pile = "a" + ("\u0301" * 20_000 + "\u0323" * 20_000)  # twelve seconds, sorted at once
    begun = time.perf_counter()
    assert len(normalise(pile)) == 40_000
    assert time.perf_counter() - begun < 2
    short = "a" + "\u0301" * (PILE // 2) + "\u0323" * (PILE // 2)
    assert normalise(short) == as_the_format_says(short)
