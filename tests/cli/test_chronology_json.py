"""What `show --json` prints has exactly the promised keys, in words and forms that stay."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.case.file.good_cases import Json, Object, written
from tests.cli.conftest import Run
from timeline_app.case.file.reading import find_cases
from timeline_app.paths import cases_folder

ARTICLE = "It was said in May. 李 🙂 met her. Then nothing."
REPORT = ARTICLE.replace("It", "Later it")
SECOND = re.compile(r"(-?\d{4}|[+-]\d{5,})-\d\d-\d\dT\d\d:\d\d:\d\d")
CERTAINTIES = {"certain", "same", "not before", "not established"}
STATES = {"exact", "found again", "lost", "not attached"}


def case(*events: Object, **fields: Json) -> bytes:
    """A case with these events, told by two sources of which one is not embedded."""
    return written(
        {
            "format": "case-timeline",
            "version": 1,
            "id": "told",
            "title": "Told",
            "sources": [
                {"id": "notes", "title": "Notes", "text": {"content": ARTICLE}},
                {
                    "id": "report",
                    "title": "Report",
                    "text": {
                        "sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
                        "length": len(ARTICLE),
                        "file": "report.txt",
                    },
                },
            ],
            "events": list(events),
            **fields,
        }
    )


def event(identity: str, **fields: Json) -> Object:
    return {"id": identity, "kind": "leak", "title": identity.upper(), **fields}


def shown(run: Run, data: bytes, *options: str | Path) -> dict[str, Any]:
    done = run("show", "-", "--json", *options, given=data)
    assert (done.code, done.err) == (0, "")
    told: dict[str, Any] = json.loads(done.out)
    return told


def against(run: Run, *constraints: Object) -> list[str | None]:
    told = shown(run, case(event("a"), event("b", constraints=list(constraints))))
    return [one["against_previous"] for one in told["events"]]


def test_a_small_case_is_told_word_for_word(run: Run) -> None:
    first = event("a", when="2024-03", phrase="in March", passages=[
        {"source": "notes", "start": 0, "end": 19},
        {"source": "notes", "start": 12, "end": 18, "for": "date"},
        {"source": "report", "start": 20, "end": 32},
        {"source": "report", "exact": "Then nothing."},
    ])  # fmt: skip
    second = event("b", constraints=[
        {"rel": "after", "to": "a", "min": "P1M", "basis": "inferred"}])  # fmt: skip
    told = shown(run, case(second, first))
    problems = told.pop("problems")
    assert told == {
        "id": "told",
        "title": "Told",
        "order": ["a", "b"],
        "events": [
            {
                "id": "a",
                "kind": "leak",
                "title": "A",
                "when": "in March 2024",
                "phrase": "in March",
                "layer": 0,
                "start": {"earliest": "2024-03-01T00:00:00", "latest": "2024-03-31T23:59:59"},
                "end": {"earliest": "2024-03-01T00:00:00", "latest": "2024-03-31T23:59:59"},
                "why": {
                    "earliest": ["‘A’ is placed in March 2024"],
                    "latest": ["‘A’ is placed in March 2024"],
                },
                "against_previous": None,
                "in_dispute": False,
                "passages": [
                    {
                        "source": "notes", "for": "event", "state": "exact",
                        "start": 0, "end": 19, "text": "It was said in May.",
                    },
                    {
                        "source": "notes", "for": "date", "state": "exact",
                        "start": 12, "end": 18, "text": "in May",
                    },
                    {
                        "source": "report", "for": "event", "state": "not attached",
                        "start": 20, "end": 32, "text": None,
                    },
                    {
                        "source": "report", "for": "event", "state": "not attached",
                        "start": None, "end": None, "text": None,
                    },
                ],
            },
            {
                "id": "b",
                "kind": "leak",
                "title": "B",
                "when": "not before 29 March 2024",
                "phrase": None,
                "layer": 1,
                "start": {"earliest": "2024-03-29T00:00:00", "latest": None},
                "end": {"earliest": "2024-03-29T00:00:00", "latest": None},
                "why": {
                    "earliest": [
                        "‘A’ is placed in March 2024",
                        "‘B’ is at least 1 month after ‘A’ (inferred)",
                    ],
                    "latest": [],
                },
                "against_previous": "certain",
                "in_dispute": False,
                "passages": [],
            },
        ],
        "contradictions": [],
    }  # fmt: skip
    assert [list(one) for one in problems] == [["code", "text", "path"]] * len(problems)
    assert {(one["code"], one["path"]) for one in problems} == {
        ("event-without-passage", "$.events[0]"),
        ("report-undated", "$.sources[1]"),
        ("text-not-attached", "$.sources[1].text"),
    }


def test_keys_stand_in_the_promised_order(run: Run) -> None:
    passages: list[Json] = [{"source": "notes", "start": 0, "end": 2}]
    told = shown(run, case(event("a", passages=passages)))
    assert list(told) == ["id", "title", "order", "events", "contradictions", "problems"]
    assert list(told["events"][0]) == [
        "id", "kind", "title", "when", "phrase", "layer", "start", "end", "why",
        "against_previous", "in_dispute", "passages",
    ]  # fmt: skip
    assert list(told["events"][0]["passages"][0]) == [
        "source", "for", "state", "start", "end", "text",
    ]  # fmt: skip


def test_a_case_without_events_is_told(run: Run) -> None:
    told = shown(run, case())
    assert (told["order"], told["events"], told["contradictions"]) == ([], [], [])
    assert "case-without-events" in {one["code"] for one in told["problems"]}


@pytest.mark.parametrize(
    ("when", "earliest", "latest"),
    [
        ("1985-04-12T10:15", "1985-04-12T10:15:00", "1985-04-12T10:15:59"),
        ("0044", "0044-01-01T00:00:00", "0044-12-31T23:59:59"),
        ("-0043", "-0043-01-01T00:00:00", "-0043-12-31T23:59:59"),
        ("Y17000", "+17000-01-01T00:00:00", "+17000-12-31T23:59:59"),
        ("Y-17000", "-17000-01-01T00:00:00", "-17000-12-31T23:59:59"),
        ("[..2001]", None, "2001-12-31T23:59:59"),
        ("[2001..]", "2001-01-01T00:00:00", None),
        ("2001~", None, None),
    ],
)
def test_bounds_are_in_iso_form_or_null(
    when: str, earliest: str | None, latest: str | None, run: Run
) -> None:
    (one,) = shown(run, case(event("a", when=when)))["events"]
    assert one["start"] == one["end"] == {"earliest": earliest, "latest": latest}


def test_times_with_a_zone_are_told_in_the_civil_time_of_the_case(run: Run) -> None:
    data = case(event("a", when="2024-03-01T23:30Z"), timezone="+08:00")
    (one,) = shown(run, data)["events"]
    assert one["start"]["earliest"] == "2024-03-02T07:30:00"


def test_a_span_has_two_ends_and_the_reasons_of_its_start(run: Run) -> None:
    (one,) = shown(run, case(event("a", shape="span", when="2001/2003")))["events"]
    assert one["start"] == {"earliest": "2001-01-01T00:00:00", "latest": "2001-12-31T23:59:59"}
    assert one["end"] == {"earliest": "2003-01-01T00:00:00", "latest": "2003-12-31T23:59:59"}
    assert all("2001" in link for bound in one["why"].values() for link in bound)


def test_each_event_is_held_against_the_one_before_it(run: Run) -> None:
    basis = {"basis": "stated"}
    assert against(run, {"rel": "after", "to": "a", **basis}) == [None, "certain"]
    assert against(run, {"rel": "same", "to": "a", **basis}) == [None, "same"]
    assert against(run, {"rel": "not_before", "to": "a", **basis}) == [None, "not before"]
    assert against(run) == [None, "not established"]
    # That the second is not after the first says nothing of the kind "not before".
    assert against(run, {"rel": "not_after", "to": "a", **basis}) == [None, "not established"]


def test_contradictions_are_lists_of_statements(run: Run) -> None:
    before: Json = {"rel": "before", "to": "b", "basis": "stated"}
    told = shown(run, case(event("a", constraints=[before]), event("b", constraints=[
        {"rel": "before", "to": "a", "basis": "assumed"}])))  # fmt: skip
    assert told["contradictions"] == [["‘A’ is before ‘B’", "‘B’ is before ‘A’ (assumed)"]]
    assert [one["in_dispute"] for one in told["events"]] == [False, False]
    assert "contradiction" in {one["code"] for one in told["problems"]}


def test_a_bound_that_a_contradiction_touches_is_in_dispute(run: Run) -> None:
    claims: list[Json] = [{"value": "2001"}, {"value": "2002"}]
    told = shown(run, case(event("a", when=claims), event("b")))
    assert len(told["contradictions"]) == 1
    assert [one["in_dispute"] for one in told["events"]] == [True, False]


def test_an_attached_article_gives_its_passages(run: Run, tmp_path: Path) -> None:
    passages: list[Json] = [
        {"source": "report", "start": 20, "end": 32},
        {"source": "report", "start": 20, "end": 32, "exact": "李 🙂 met her."},
        {"source": "report", "start": 33, "end": 46, "exact": "Then nothing."},
    ]
    data = case(event("a", passages=passages))
    (tmp_path / "anything.txt").write_text(ARTICLE, "utf-8")
    (one,) = shown(run, data, "--texts", tmp_path)["events"]
    assert [(p["state"], p["start"], p["text"]) for p in one["passages"]] == [
        ("exact", 20, "李 🙂 met her."),
        ("exact", 20, "李 🙂 met her."),
        ("exact", 33, "Then nothing."),
    ]


def test_a_differing_copy_is_searched_and_never_guessed(run: Run, tmp_path: Path) -> None:
    passages: list[Json] = [
        {"source": "report", "start": 20, "end": 32},
        {"source": "report", "start": 20, "end": 32, "exact": "李 🙂 met her."},
    ]
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    (one,) = shown(run, case(event("a", passages=passages)), "--texts", tmp_path)["events"]
    assert one["passages"] == [
        {
            "source": "report", "for": "event", "state": "lost",
            "start": None, "end": None, "text": None,
        },
        {
            "source": "report", "for": "event", "state": "found again",
            "start": 26, "end": 38, "text": "李 🙂 met her.",
        },
    ]  # fmt: skip


@pytest.mark.parametrize("path", find_cases([cases_folder()]), ids=lambda path: path.name[:2])
def test_the_nine_cases_keep_the_promise(path: Path, run: Run) -> None:
    told = shown(run, path.read_bytes())
    assert told["order"] == [one["id"] for one in told["events"]]
    for place, one in enumerate(told["events"]):
        assert (one["against_previous"] in CERTAINTIES) == (place > 0)
        assert isinstance(one["layer"], int)
        assert isinstance(one["when"], str)
        for end in ("start", "end"):
            bounds = one[end]
            assert list(bounds) == ["earliest", "latest"]
            assert all(bound is None or SECOND.fullmatch(bound) for bound in bounds.values())
        for bound in ("earliest", "latest"):
            assert bool(one["why"][bound]) == (one["start"][bound] is not None)
        for passage in one["passages"]:
            assert passage["state"] in STATES
            assert (passage["text"] is None) == (passage["state"] == "not attached")
            assert passage["start"] < passage["end"]
