from __future__ import annotations

from hashlib import sha256

import pytest

from timeline_app.case.cancelling import Cancelled
from timeline_app.case.model import Digest
from timeline_app.case.sources.searching import Article, Span, digest_of

TEXT = "He may go in May. In\u00a0May he went; “in May”, she said. Mayor of Mayville."


def test_a_digest_is_length_and_sha256_of_the_normalised_passage() -> None:
    assert digest_of(" Two\u00a0\n “Words” ") == Digest(
        length=11, sha256=sha256(b'two "words"').hexdigest()
    )
    assert digest_of("Straße 中国") == Digest(
        length=10, sha256=sha256("strasse 中国".encode()).hexdigest()
    )


@pytest.mark.parametrize(
    ("quotation", "letters", "words"),
    [
        ("go in May", [(7, 16)], [(7, 16)]),
        ("In May", [], [(10, 16), (18, 24)]),  # a third one is not told
        ("In\u00a0May", [(18, 24)], [(10, 16), (18, 24)]),
        ("she SAID", [], [(44, 52)]),
        ('"in May"', [], [(34, 42)]),
        ("Mayor", [(54, 59)], [(54, 59)]),
        ("ville", [(66, 71)], [(66, 71)]),  # inside a word too
        ("mayv", [], [(63, 67)]),
        ("went away", [], []),
        ("", [], []),
        ("\u200b", [], []),
    ],
)
def test_a_quotation_is_found(quotation: str, letters: list[Span], words: list[Span]) -> None:
    article = Article(TEXT)
    assert article.places_of_letters(quotation, article.whole) == letters
    assert article.places_of_words(quotation, article.whole) == words


def test_only_the_asked_stretch_is_searched() -> None:
    article = Article(TEXT)
    assert article.places_of_letters("May", (14, 23)) == []
    assert article.places_of_letters("May", (13, 16)) == [(13, 16)]
    assert article.places_of_words("may", (14, 23)) == []
    assert article.places_of_words("in may", (11, 24)) == [(18, 24)]
    assert article.places_of_digest(digest_of("in may"), (11, 24)) == [(18, 24)]
    assert article.places_of_digest(digest_of("in may"), (11, 23)) == []
    assert article.places_of_digest(digest_of("in may"), (20, 11)) == []
    assert article.places_of_letters("May", (20, 11)) == []
    assert article.places_of_words("May", (20, 11)) == []


@pytest.mark.parametrize(
    ("text", "quotation", "places"),
    [
        ("a cafe\u0301 here", "cafe", []),  # not between a letter and its mark
        ("a cafe\u0301 here", "cafe\u0301", [(2, 7)]),
        ("a cafe\u200b here", "cafe", [(2, 6)]),
        ("a ﬁne day", "ine", []),  # nor inside a ligature
        ("a ﬁne day", "ﬁne", [(2, 5)]),
        ("aaa", "aa", [(0, 2), (1, 3)]),
        ("\u1112\u1161\u11ab", "\u1112\u1161", []),
        ("x 👩🏽‍💻 y", "👩", [(2, 3)]),
        ("x 😀😀 y", "😀", [(2, 3), (3, 4)]),
        ("שלום עולם", "עולם", [(5, 9)]),
        ("国家安全部", "安全", [(2, 4)]),
    ],
)
def test_a_quotation_is_cut_nowhere_but_between_characters(
    text: str, quotation: str, places: list[Span]
) -> None:
    article = Article(text)
    assert article.places_of_letters(quotation, article.whole) == places
    assert article.places_of_words(quotation, article.whole) == places


@pytest.mark.parametrize(
    ("passage", "places"),
    [
        ("go in may", [(7, 16)]),
        ("in May", [(10, 16), (18, 24)]),
        ("Mayor of", [(54, 62)]),
        ("'in", []),  # quotes of another kind are other words
        ('"in May"', [(34, 42)]),
        ("ville", []),  # only between edges of words
        ("Mayor of May", []),
        ("", []),
        ("…", []),
    ],
)
def test_a_digest_is_found_between_edges_of_words(passage: str, places: list[Span]) -> None:
    article = Article(TEXT)
    assert article.places_of_digest(digest_of(passage), article.whole) == places
    article.recognise([(digest_of(passage), 40)])
    assert article.places_of_digest(digest_of(passage), article.whole) == places


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("中国国家安全部公布一起案件。", 4, 7),
        ("ひらがなとカタカナ", 2, 5),
        ("한국어를 배우다", 0, 3),
        ("ภาษาไทย", 2, 5),
        ("x 😀👩‍💻 y", 3, 6),
        ("שלום, עולם!", 6, 10),
        ("in “China’s” case", 4, 9),
        ("naïve — 300,000 files", 8, 15),
    ],
)
def test_every_script_has_edges(text: str, start: int, end: int) -> None:
    article = Article(text)
    assert article.stands_on_words(start, end)
    assert article.places_of_digest(digest_of(text[start:end]), article.whole) == [(start, end)]


def test_inside_a_word_there_is_no_edge() -> None:
    article = Article("started, cafe\u0301")
    assert article.stands_on_words(0, 7)
    assert article.stands_on_words(0, 8)
    assert article.stands_on_words(9, 14)
    assert not article.stands_on_words(2, 7)
    assert not article.stands_on_words(0, 4)
    assert not article.stands_on_words(9, 13)
    assert not article.stands_on_words(8, 9)


def test_many_digests_are_recognised_wherever_they_went() -> None:
    words = [f"word{number}" for number in range(12_000)]
    sentences = [" ".join(words[number : number + 5]) for number in range(0, 12_000, 600)]
    old = " ".join(words)
    new = (
        "lead " * 6_000 + " ".join(words[:6_000]) + " break" * 6_000 + " " + " ".join(words[6_000:])
    )
    article = Article(new)
    lost = digest_of("these words stand nowhere")
    asked = [(digest_of(sentence), old.index(sentence)) for sentence in sentences]
    article.recognise([(lost, 5), (digest_of("nor do these at all"), 6), *asked, (lost, 7)])
    for sentence, (digest, _) in zip(sentences, asked, strict=True):
        place = new.index(sentence)
        assert article.places_of_digest(digest, article.whole) == [(place, place + len(sentence))]
    assert article.places_of_digest(lost, article.whole) == []


def test_digests_of_one_length_are_told_apart() -> None:
    article = Article("one two " * 9_000 + "six ten")
    article.recognise([(digest_of(word), 0) for word in ("ten", "one", "six", "abc", "xyz", "uvw")])
    end = len(article.text)
    assert article.places_of_digest(digest_of("ten"), article.whole) == [(end - 3, end)]
    assert article.places_of_digest(digest_of("six"), article.whole) == [(end - 7, end - 4)]
    assert article.places_of_digest(digest_of("one"), article.whole) == [(0, 3), (8, 11)]
    assert article.places_of_digest(digest_of("uvw"), article.whole) == []


@pytest.mark.parametrize("length", [0, 1, 10**9, 10**30])
def test_no_length_of_a_digest_does_harm(length: int) -> None:
    article = Article("a few words")
    assert article.places_of_digest(Digest(length=length, sha256="0" * 64), article.whole) == []
    article.recognise([(Digest(length=length, sha256="1" * 64), 10**12)])
    assert Article("").places_of_digest(Digest(length=length, sha256="0" * 64), (0, 0)) == []
    Article("").recognise([(Digest(length=length, sha256="1" * 64), 0)])


def test_a_search_can_be_given_up() -> None:
    article = Article("some words", lambda: True)
    with pytest.raises(Cancelled):
        article.places_of_words("other", article.whole)
    with pytest.raises(Cancelled):
        article.places_of_digest(digest_of("other"), article.whole)
    asked: list[bool] = []

    def later() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        Article("so many words " * 50_000, later).recognise([(digest_of("other"), 0)])
