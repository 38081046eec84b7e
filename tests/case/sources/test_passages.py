"""Passages stand where they should, in the case's own text and in copies that differ."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.case.sources.small_cases import (
    at_hand,
    case_of,
    digested,
    embedding,
    pointing_at,
    quoted,
    telling,
)
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.model import (
    Basis,
    Case,
    Claim,
    Constraint,
    Digest,
    Passage,
    Relation,
)
from timeline_app.case.sources.passages import Owner, PassageState, PlacedPassage, place_passages
from timeline_app.case.sources.searching import Span
from timeline_app.case.sources.texts import find_texts

EXACT, FOUND, LOST, NOT_ATTACHED = PassageState
TEXT = (
    "The first report came in May 2020. It was read.\n\n"
    "The second report came in May 2021. It was read.\n\n"
    "In May 2021 somebody was seen abroad. It was read by everybody."
)


def placed_in(text: str, *passages: Passage, own: str | None = TEXT) -> list[PlacedPassage]:
    """The passages of one event placed in a text; `own` is the text of the case."""
    case = case_of(telling(*passages), sources=(pointing_at(own or text),))
    exact = own is None or own == text
    return list(place_passages(case, at_hand(text, exact=exact)).passages)


def states(placed: list[PlacedPassage]) -> list[PassageState]:
    return [passage.state for passage in placed]


def span_of(text: str, words: str, number: int = 0) -> Span:
    """Where the words stand for the nth time, from 0."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def in_text(words: str, number: int = 0) -> Passage:
    return digested(TEXT, *span_of(TEXT, words, number))


# ------------------------------------------------------------------------- the case's own text


@pytest.mark.parametrize(
    "text",
    [
        "Somebody 😀👩‍💻 was seen: 30,000 files.",
        "中国国家安全部公布了一起案件，涉及一名公务员。",
        "Cafe\u0301 na\u0308ive, e\u0301\u0323 stacked",
        "הוא נראה בחוץ, בשנת 2020, על ידי עובר אורח",
        "No\u00a0break\u202fspaces\u3000here",
        "Nul \0 and \x1b and \ufdd0 and \U0001fffe inside",
        "İ ß ﬁ ½ … “quotes” ‘too’ — dashes",
    ],
)
def test_offsets_hold_in_the_very_text(text: str) -> None:
    passages = [
        kind(text, start, end)
        for kind in (digested, quoted)
        for start in range(0, len(text), 3)
        for end in range(start + 1, len(text), 4)
    ]
    for placed, passage in zip(placed_in(text, *passages, own=None), passages, strict=True):
        assert placed.state is EXACT
        assert placed.span == (passage.start, passage.end)
        assert placed.text == text[passage.start : passage.end]
        assert placed.reason == ""


def test_offsets_count_in_the_canonical_text() -> None:
    written = "\ufeffOne line\r\nand 😀 another\rand one more"
    case = case_of(
        telling(
            Passage(source="notes", start=13, end=22),
            Passage(source="notes", exact="line\r\nand"),
        ),
        sources=(embedding(written),),
    )
    first, second = place_passages(case, find_texts(case, ())).passages
    assert (first.state, first.text) == (EXACT, "😀 another")
    assert (second.state, second.span, second.text) == (EXACT, (4, 12), "line\nand")


def test_a_quotation_alone_is_looked_for() -> None:
    placed = placed_in(
        TEXT,
        Passage(source="report", exact="The second report"),
        Passage(source="report", exact="the SECOND report"),
        Passage(source="report", exact="It was read"),
        Passage(source="report", exact="It was written"),
    )
    assert states(placed) == [EXACT, FOUND, LOST, LOST]
    assert [each.span for each in placed] == [span_of(TEXT, "The second report")] * 2 + [None] * 2
    assert "more than once" in placed[2].reason
    assert "nowhere" in placed[3].reason
    assert placed[3].text is None


def test_offsets_that_say_something_else_than_the_quotation_are_not_believed() -> None:
    digest = in_text("The second report").digest
    placed = placed_in(
        TEXT,
        Passage(source="report", start=3, end=20, exact="The second report"),
        Passage(source="report", start=3, end=20, digest=digest),
        Passage(source="report", start=3, end=14, exact="It was read"),
        Passage(source="report", start=3, end=9_999, exact="The second report"),
        Passage(source="report", start=3, end=9_999),
        Passage(source="report", start=0, end=9, exact="The First"),  # the same but for its case
        Passage(source="report", start=0, end=9, exact="The first", digest=digest),
    )
    assert states(placed) == [FOUND, FOUND, LOST, FOUND, LOST, EXACT, FOUND]
    assert placed[0].span == placed[1].span == placed[3].span == span_of(TEXT, "The second report")
    assert placed[5].span == placed[6].span == (0, 9)


def test_order_tells_nothing_where_offsets_are_wrong() -> None:
    first = span_of(TEXT, "It was read")
    placed = placed_in(
        TEXT,
        digested(TEXT, *span_of(TEXT, "The second report")),
        Passage(source="report", start=first[0] + 1, end=first[1] + 1, exact="It was read"),
    )
    assert states(placed) == [EXACT, LOST]


def test_without_a_text_nothing_is_placed() -> None:
    case = case_of(telling(in_text("It was read")), sources=(pointing_at(TEXT),))
    (placed,) = place_passages(case, {}).passages
    assert (placed.state, placed.span, placed.text) == (NOT_ATTACHED, None, None)
    assert placed.reference == case.events[0].passages[0]


# ------------------------------------------------------------------------------ a differing copy


def test_offsets_are_no_places_in_a_copy() -> None:
    placed = placed_in("X" + TEXT, Passage(source="report", start=0, end=9))
    assert states(placed) == [LOST]
    assert "no quotation and no digest" in placed[0].reason


def test_what_stands_once_is_found_again() -> None:
    copy = "Header.\n" + TEXT.replace(" ", "\u00a0").upper()
    placed = placed_in(copy, in_text("The second report came"), in_text("somebody was seen"))
    assert states(placed) == [FOUND, FOUND]
    assert [each.text for each in placed] == [
        "THE\u00a0SECOND\u00a0REPORT\u00a0CAME",
        "SOMEBODY\u00a0WAS\u00a0SEEN",
    ]


def test_the_order_of_others_tells_which_of_several() -> None:
    copy = "A header was added. " + TEXT
    first, second, third = (in_text("It was read", number) for number in range(3))
    before, between = in_text("The second report"), in_text("In May 2021 somebody")
    assert states(placed_in(copy, first, second, third)) == [LOST] * 3
    placed = placed_in(copy, first, second, third, before, between)
    assert states(placed) == [FOUND] * 5
    assert [each.span for each in placed[:3]] == [
        span_of(copy, "It was read", number) for number in range(3)
    ]
    assert states(placed_in(copy, first, second, third, between)) == [LOST, LOST, FOUND, FOUND]


def test_a_passage_around_another_tells_which_of_several() -> None:
    copy = "A header was added. " + TEXT
    whole = in_text("The second report came in May 2021. It was read.")
    placed = placed_in(copy, in_text("May 2021"), in_text("It was read", 1), whole)
    assert states(placed) == [FOUND] * 3
    assert placed[0].span == span_of(copy, "May 2021")
    assert placed[1].span == span_of(copy, "It was read", 1)


def test_only_what_lay_around_a_passage_tells_of_it() -> None:
    copy = "A header was added. " + TEXT
    unplaced = Passage(source="report", exact="somebody was seen")
    placed = placed_in(copy, in_text("It was read", 1), unplaced, in_text("first report came"))
    assert states(placed) == [LOST, FOUND, FOUND]


def test_order_is_no_guess_where_the_copy_has_another() -> None:
    first, second, third = TEXT.split("\n\n")
    copy = "\n\n".join([third, second, first])
    passages = (
        in_text("It was read", 1),
        in_text("The first report"),
        in_text("somebody was seen"),
    )
    assert states(placed_in(copy, *passages)) == [LOST, FOUND, FOUND]


def test_a_second_telling_in_a_copy_makes_a_passage_lost() -> None:
    copy = TEXT + "\n\nTHE SECOND REPORT came."
    assert states(placed_in(copy, in_text("The second report"))) == [LOST]


def test_letters_tell_nothing_in_a_copy() -> None:
    own = "He may come in May, he said. He may."
    assert states(placed_in(own, Passage(source="report", exact="May"), own=own)) == [EXACT]
    assert states(placed_in(own + "!", quoted(own, *span_of(own, "May")), own=own)) == [LOST]
    own = "It was in May. Then he said: in May."
    wrapped = "It was in\nMay. Then he said: in May."  # only the wrong one kept its letters
    assert states(placed_in(wrapped, quoted(own, *span_of(own, "in May")), own=own)) == [LOST]


# ------------------------------------------------------------------------------ words of a date


def dated(words: str, number: int = 0, kind: Callable[..., Passage] = digested) -> Passage:
    passage = kind(TEXT, *span_of(TEXT, words, number))
    return Passage(
        source=passage.source,
        start=passage.start,
        end=passage.end,
        exact=passage.exact,
        digest=passage.digest,
        purpose="date",
    )


@pytest.mark.parametrize("kind", [digested, quoted])
def test_the_words_of_a_date_are_sought_inside_their_event(kind: Callable[..., Passage]) -> None:
    copy = "May 2020. May 2021. " + TEXT
    event = in_text("The second report came in May 2021")
    placed = placed_in(copy, dated("May 2021", kind=kind), event)
    assert states(placed) == [FOUND, FOUND]
    assert placed[0].span == span_of(copy, "May 2021", 1)


def test_a_date_goes_with_the_passage_that_held_it() -> None:
    second = in_text("The second report came in May 2021")
    third = in_text("In May 2021 somebody was seen")
    copy = "Added. " + TEXT
    placed = placed_in(copy, dated("May 2021"), dated("May 2021", 1), second, third)
    assert states(placed) == [FOUND] * 4
    assert [each.span for each in placed[:2]] == [
        span_of(copy, "May 2021"),
        span_of(copy, "May 2021", 1),
    ]


def test_a_date_is_lost_with_its_passage() -> None:
    copy = TEXT.replace("second", "2nd")
    placed = placed_in(copy, dated("May 2020"), in_text("The second report came in May 2021"))
    assert states(placed) == [LOST, LOST]
    assert "not part of a passage of its event" in placed[0].reason
    placed = placed_in(copy, dated("May 2021"), in_text("The second report came in May 2021"))
    assert states(placed) == [LOST, LOST]
    assert "lost itself" in placed[0].reason
    placed = placed_in("x" + TEXT, dated("May 2021"))
    assert states(placed) == [LOST]


def test_a_date_that_its_passage_tells_twice_is_lost() -> None:
    own = "It began in May, and in May it ended."
    event = digested(own, 0, len(own))
    (start, end) = span_of(own, "in May", 1)
    date = Passage(source="report", start=start, end=end, exact="in May", purpose="date")
    placed = placed_in(f"{own} So it was.", event, date, own=own)
    assert states(placed) == [FOUND, LOST]
    helping = digested(own, *span_of(own, "and"))
    placed = placed_in(f"{own} So it was.", event, date, helping, own=own)
    assert states(placed) == [FOUND, FOUND, FOUND]
    assert placed[1].span == (start, end)
    bare = Passage(source="report", start=start, end=end, purpose="date")
    assert states(placed_in(f"{own} So it was.", event, bare, own=own)) == [FOUND, LOST]


def test_a_quoted_date_without_offsets_is_sought_inside_its_event_too() -> None:
    date = Passage(source="report", exact="May 2021", purpose="date")
    placed = placed_in(TEXT, in_text("The second report came in May 2021"), date)
    assert states(placed) == [EXACT, EXACT]
    assert placed[1].span == span_of(TEXT, "May 2021")
    (lost,) = placed_in(TEXT, Passage(source="report", exact="May 2020", purpose="date"))
    assert lost.state is LOST
    placed = placed_in(TEXT, in_text("The second report"), date)
    assert states(placed) == [EXACT, LOST]
    assert "nowhere in the passage" in placed[1].reason


# ------------------------------------------------------------------ whose passages, and in which


def rich_case() -> Case:
    """An event whose passages, claims and constraints point into two sources."""
    claims = (
        Claim(value="2020-05"),
        Claim(value="2021-05", source="report", passages=(dated("May 2021"),)),
    )
    constraint = Constraint(
        rel=Relation.AFTER,
        to="first",
        basis=Basis.STATED,
        passages=(Passage(source="notes", exact="afterwards"), in_text("The second report")),
    )
    return case_of(
        telling(in_text("The first report"), id="first"),
        telling(
            in_text("The second report came in May 2021"),
            Passage(source="notes", exact="again"),
            id="second",
            when=claims,
            constraints=(constraint,),
        ),
        sources=(embedding("They did it again, afterwards."), pointing_at(TEXT)),
    )


def test_passages_of_claims_and_constraints_are_placed_too() -> None:
    case = rich_case()
    texts = {**find_texts(case, ()), **at_hand("Copy. " + TEXT, exact=False, source=1)}
    placement = place_passages(case, texts)
    assert [(each.owner, each.path, each.state.value) for each in placement.passages] == [
        (Owner.EVENT, "$.events[0].passages[0]", "found again"),
        (Owner.EVENT, "$.events[1].passages[0]", "found again"),
        (Owner.EVENT, "$.events[1].passages[1]", "exact"),
        (Owner.CLAIM, "$.events[1].when[1].passages[0]", "found again"),
        (Owner.CONSTRAINT, "$.events[1].constraints[0].passages[0]", "exact"),
        (Owner.CONSTRAINT, "$.events[1].constraints[0].passages[1]", "found again"),
    ]
    assert placement.passages[3].steps == ("events", 1, "when", 1, "passages", 0)
    assert [each.purpose for each in placement.of_event(1)] == [
        "event", "event", "date", "event", "event",
    ]  # fmt: skip
    assert [each.text for each in placement.of_source(0)] == ["again", "afterwards"]
    starts = [each.start or 0 for each in placement.of_source(1)]
    assert starts == sorted(starts)
    assert placement.of_event(2) == placement.of_source(9) == ()


def test_a_lost_passage_has_no_place_in_its_source() -> None:
    case = rich_case()
    placement = place_passages(case, at_hand("Nothing of it.", exact=False, source=1))
    assert placement.of_source(1) == ()
    assert {each.state for each in placement.of_event(1)} == {LOST, NOT_ATTACHED}


def test_placing_can_be_given_up() -> None:
    with pytest.raises(Cancelled):
        place_passages(rich_case(), at_hand(TEXT, source=1), lambda: True)


def test_an_impossible_digest_is_lost_and_harms_nothing() -> None:
    endless = Digest(length=10**18, sha256="a" * 64)
    (placed,) = placed_in("Y" + TEXT, Passage(source="report", start=0, end=5, digest=endless))
    assert placed.state is LOST


# --------------------------------------------------------------------- any text, any fair copy


WORDS = st.sampled_from(
    [
        *("a", "of", "May", "may", "2020", "20", "report", "“quoted”", "don’t", "naïve"),
        *(
            "e\u0301\u0323",
            "중국",
            "中国",
            "国",
            "安全部",
            "😀",
            "👩\u200d💻",
            "שלום",
            "نص",
            "ภาษา",
        ),
        *("ﬁne", "½", "İ", "Straße", "well-known", "—", "…", "(so)"),
    ]
)
BREAKS = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\u00a0", "  ", ", ", ". "])


@dataclass(frozen=True)
class Copied:
    """A text in pieces, and what becomes of each piece in a copy."""

    own: list[str]
    copy: list[str]

    @property
    def texts(self) -> tuple[str, str]:
        return "".join(self.own), "".join(self.copy)

    def spans(self, first: int, last: int) -> tuple[Span, Span]:
        """Where the pieces `first` to `last` (inclusive) stand in both."""
        return (
            (len("".join(self.own[:first])), len("".join(self.own[: last + 1]))),
            (len("".join(self.copy[:first])), len("".join(self.copy[: last + 1]))),
        )


CHANGES: dict[str, Callable[[str], str]] = {
    "none": lambda piece: piece,
    "no-break spaces": lambda piece: piece.replace(" ", "\u00a0"),
    "other line ends": lambda piece: piece.replace("\n", " \n "),
    "plain quotes": lambda piece: piece.translate(str.maketrans("“”’—", '""\'-')),
    "decomposed": lambda piece: unicodedata.normalize("NFD", piece),
    "compatible": lambda piece: unicodedata.normalize("NFKC", piece),
    "invisible": lambda piece: piece + "\u200b" if piece.isalnum() else piece,
}


@st.composite
def copies(draw: st.DrawFn) -> tuple[Copied, list[tuple[int, int]]]:
    """A text, a copy with changes of one kind and added paragraphs, and passages of whole words."""
    words = draw(st.lists(WORDS, min_size=3, max_size=25))
    own: list[str] = []
    for word in words:
        own += [word, draw(BREAKS)]
    change = CHANGES[draw(st.sampled_from(sorted(CHANGES)))]
    copy = [change(piece) for piece in own]
    starts = st.integers(0, len(words) - 1)
    passages = [
        (2 * first, 2 * min(first + more, len(words) - 1))
        for first, more in draw(
            st.lists(st.tuples(starts, st.integers(0, 4)), min_size=1, max_size=6)
        )
    ]
    for place in draw(st.lists(st.integers(0, len(words) - 1), max_size=3)):
        gap = 2 * place + 1
        if not any(first < gap < last for first, last in passages):
            added = " ".join(draw(st.lists(WORDS, max_size=4)))
            copy[gap] += change(f"\n{added}\n")
        elif draw(st.booleans()):
            copy[gap] = copy[gap].replace(" ", "\n")  # a line that is wrapped elsewhere
    return Copied(own, copy), passages


@settings(max_examples=400)
@given(copies(), st.booleans())
def test_a_passage_is_found_where_it_went_or_lost_but_never_elsewhere(
    drawn: tuple[Copied, list[tuple[int, int]]], by_digest: bool
) -> None:
    copied, chosen = drawn
    own, copy = copied.texts
    spans = [copied.spans(*passage) for passage in chosen]
    kind = digested if by_digest else quoted
    placed = placed_in(copy, *(kind(own, *was) for was, _ in spans), own=own)
    for passage, (was, now) in zip(placed, spans, strict=True):
        if own == copy:
            assert (passage.state, passage.span) == (EXACT, was)
        elif passage.state is FOUND:
            assert passage.span is not None
            covered = copy[slice(*passage.span)]
            assert now[0] <= passage.span[0] < passage.span[1] <= now[1]
            assert copy[now[0] : passage.span[0]].strip("\u200b ") == ""
            assert copy[passage.span[1] : now[1]].strip("\u200b ") == ""
            assert passage.text == covered
        else:
            assert passage.state is LOST


@settings(max_examples=60)
@given(st.lists(st.integers(0, 10**6), min_size=4, max_size=30, unique=True), st.data())
def test_what_is_told_once_is_always_found(numbers: list[int], data: st.DataObject) -> None:
    own = " ".join(f"No. {number}, May." for number in numbers)
    copy = "\n\n".join(f"NO.\u00a0{number}, may.\u200b" for number in [-1, *numbers, -2])
    edges = sorted({0, len(own)} | {place for place in range(len(own)) if own[place] == "N"})
    cuts = [(low, high - 1) for low, high in pairwise(edges)]
    chosen = data.draw(st.lists(st.sampled_from(cuts), min_size=1, max_size=5))
    for passage, (low, high) in zip(
        placed_in(copy, *(digested(own, *cut) for cut in chosen), own=own), chosen, strict=True
    ):
        assert passage.state is FOUND
        assert passage.text is not None
        assert passage.text.replace("\u00a0", " ").casefold() == own[low:high].strip().casefold()
