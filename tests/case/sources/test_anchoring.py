from __future__ import annotations

import json

import msgspec
import pytest

from tests.case.sources.small_cases import at_hand
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.model import Case
from timeline_app.case.problems import Code
from timeline_app.case.sources.anchoring import Anchored, anchor_document
from timeline_app.case.sources.passages import PassageState, place_passages
from timeline_app.case.sources.searching import digest_of
from timeline_app.case.sources.texts import SourceText, Texts, embedded_texts, text_sha256

ARTICLE = "Zhang 张 was seen in May 2021, “at last”. He was seen again. Café, naïve.\n"
NOTES = "He was seen in May."

Document = dict[str, object]


def passage(exact: str, **more: object) -> Document:
    return {"source": "report", "exact": exact, **more}


def document(*passages: Document, **fields: object) -> str:
    event = {
        "id": "seen",
        "kind": "detection",
        "title": "Seen – 看见",
        "passages": list(passages),
        **fields,
    }
    return json.dumps(
        {
            "format": "case-timeline",
            "version": 1,
            "id": "case",
            "title": "A case",
            "sources": [
                {"title": "Notes", "id": "notes", "text": {"content": NOTES}},
                {
                    "id": "report",
                    "title": "Report",
                    "text": {"sha256": text_sha256(ARTICLE), "length": len(ARTICLE)},
                },
            ],
            "events": [{"id": "first", "kind": "leak", "title": "First"}, event],
        },
        ensure_ascii=False,
    )


def case_in(text: str) -> Case:
    return msgspec.json.decode(text, type=Case)


def texts_of(case: Case, article: str | None = ARTICLE) -> Texts:
    texts: dict[int, SourceText] = embedded_texts(case)
    if article is not None:
        texts |= at_hand(article, exact=article == ARTICLE, source=1)
    return Texts(texts)


def anchored(text: str, article: str | None = ARTICLE, *, drop: bool = False) -> Anchored:
    case = case_in(text)
    return anchor_document(text, case, texts_of(case, article), drop_quotes=drop)


def event_in(result: Anchored) -> dict[str, list[Document]]:
    event: dict[str, list[Document]] = json.loads(result.text)["events"][1]
    return event


def place(words: str, text: str = ARTICLE) -> Document:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def test_quotations_become_offsets_and_digests() -> None:
    text = document(
        passage("seen in May 2021"),
        passage("May 2021", **{"for": "date"}),
        {"source": "notes", "exact": NOTES, "for": "event"},
        {"source": "report", "start": 0, "end": 5},
    )
    result = anchored(text)
    digest = digest_of("seen in May 2021")
    assert result.anchored == 3
    assert result.problems == ()
    assert event_in(result)["passages"] == [
        {
            "source": "report",
            **place("seen in May 2021"),
            "exact": "seen in May 2021",
            "digest": {"length": digest.length, "sha256": digest.sha256},
        },
        {
            "source": "report",
            **place("May 2021"),
            "exact": "May 2021",
            "digest": msgspec.to_builtins(digest_of("May 2021")),
            "for": "date",
        },
        {
            "source": "notes",
            **place(NOTES, NOTES),
            "exact": NOTES,
            "digest": msgspec.to_builtins(digest_of(NOTES)),
            "for": "event",
        },
        {"source": "report", "start": 0, "end": 5},
    ]


def test_quotations_can_be_left_out_of_what_was_anchored() -> None:
    result = anchored(document(passage("was seen in"), passage("was not seen")), drop=True)
    first, second = event_in(result)["passages"]
    assert list(first) == ["source", "start", "end", "digest"]
    assert second == passage("was not seen")
    assert result.anchored == 1


def test_claims_and_constraints_are_anchored_too() -> None:
    claims = [{"value": "2021"}, {"value": "2021-05", "passages": [passage("in May 2021")]}]
    constraint = {
        "rel": "after",
        "to": "first",
        "basis": "stated",
        "passages": [{"source": "notes", "exact": "in May"}, passage("again")],
    }
    result = anchored(document(when=claims, constraints=[constraint]))
    event = event_in(result)
    assert result.anchored == 3
    claimed = event["when"][1]["passages"]
    assert isinstance(claimed, list)
    assert claimed[0]["start"] == ARTICLE.index("in May 2021")
    constrained = event["constraints"][0]["passages"]
    assert isinstance(constrained, list)
    assert [each["start"] for each in constrained] == [NOTES.index("in May"), 53]


def test_what_comes_of_it_places_exactly_and_is_found_again() -> None:
    text = document(passage("Zhang 张 was"), passage('"at last". He'), passage("CAFÉ, naïve."))
    result = anchored(text, drop=True)
    assert result.anchored == 3
    case = case_in(result.text)
    for article, state in (
        (ARTICLE, PassageState.EXACT),
        ("Header. " + ARTICLE.upper(), PassageState.FOUND_AGAIN),
    ):
        placement = place_passages(case, texts_of(case, article))
        assert [each.state for each in placement.passages] == [state] * 3
    again = anchored(result.text)
    assert (again.text, again.anchored) == (result.text, 0)


def test_offsets_and_digests_that_were_wrong_are_put_right() -> None:
    wrong = passage("May 2021", start=1, end=5, digest={"length": 3, "sha256": "0" * 64})
    (right,) = event_in(anchored(document(wrong)))["passages"]
    assert list(right) == ["source", "start", "end", "exact", "digest"]
    assert right == passage(
        "May 2021", **place("May 2021"), digest=msgspec.to_builtins(digest_of("May 2021"))
    )


@pytest.mark.parametrize(
    ("quotation", "reason"),
    [
        ("was seen", "its words stand in the text more than once"),
        ("was not seen", "its words stand nowhere in the text"),
        ("ay 2021", "it begins or ends inside a word; quote whole words"),
        ("Caf", "it begins or ends inside a word; quote whole words"),
        (" ", "its words stand in the text more than once"),
        ("\n", "it begins or ends inside a word; quote whole words"),
    ],
)
def test_what_can_not_be_anchored_is_reported_and_stays(quotation: str, reason: str) -> None:
    text = document(passage("again"), passage(quotation))
    result = anchored(text, drop=True)
    (problem,) = result.problems
    assert problem.code is Code.PASSAGE_LOST
    assert (problem.path, problem.event) == ("$.events[1].passages[1]", 1)
    assert problem.text.startswith(f"A quotation of ‘seen’ in ‘Report’ is not anchored: {reason}")
    assert event_in(result)["passages"][1] == passage(quotation)


def test_nothing_is_anchored_in_a_text_that_differs() -> None:
    text = document(passage("again"), passage("in May"), {"source": "notes", "exact": "seen"})
    result = anchored(text, ARTICLE + "!", drop=True)
    (problem,) = result.problems
    assert (problem.code, problem.path) == (Code.ATTACHED_TEXT_DIFFERS, "$.sources[1].text")
    assert problem.found == f"sha256 {text_sha256(ARTICLE + '!')}, length {len(ARTICLE) + 1}"
    assert problem.expected == f"sha256 {text_sha256(ARTICLE)}, length {len(ARTICLE)}"
    assert result.anchored == 1
    assert event_in(result)["passages"][:2] == [passage("again"), passage("in May")]


def test_nothing_is_anchored_without_a_text() -> None:
    text = document(passage("again"))
    case = case_in(text)
    result = anchor_document(text, case, Texts({}, {1: "no such file"}), drop_quotes=True)
    (problem,) = result.problems
    assert (problem.code, problem.path) == (Code.TEXT_NOT_ATTACHED, "$.sources[1]")
    assert problem.text == (
        "Nothing is anchored in ‘Report’: its text is not attached (no such file)."
    )
    assert result.anchored == 0


def test_nothing_else_of_the_file_changes() -> None:
    text = document(
        passage("again"),
        note="kept – “as it is” 😀 \u2028 </script> \\",
        outcome=[{"type": "fine", "amount": 30000.5, "currency": "CNY"}],
        prevented=False,
        label=None,
    )
    case = case_in(text)
    result = anchor_document("\ufeff" + text, case, texts_of(case), drop_quotes=False)
    assert result.text.endswith("}\n")
    assert '\n  "format": "case-timeline",\n' in result.text
    assert "kept – “as it is” 😀 \u2028" in result.text
    before, after = json.loads(text), json.loads(result.text)
    before["events"][1].pop("passages")
    after["events"][1].pop("passages")
    assert json.dumps(before) == json.dumps(after)  # in the same order too


def test_a_case_of_another_document_is_refused() -> None:
    case = case_in(document(passage("again")))
    other = json.dumps({"events": [{}, {"passages": ["again"]}]})
    with pytest.raises(TypeError, match="not the document"):
        anchor_document(other, case, texts_of(case), drop_quotes=False)


def test_anchoring_can_be_given_up() -> None:
    text = document(passage("again"))
    case = case_in(text)
    with pytest.raises(Cancelled):
        anchor_document(text, case, texts_of(case), drop_quotes=False, cancelled=lambda: True)
