from __future__ import annotations

import pytest

from tests.case.file.checked import error, errors
from tests.case.file.good_cases import ELSEWHERE, NOTES, Json
from timeline_app.case.problems import Code

PASSAGES = ("events", 0, "passages")
DIGEST: Json = {"length": 5, "sha256": ELSEWHERE}


def passage(**fields: Json) -> dict[tuple[str | int, ...], Json]:
    return {PASSAGES: [{"source": "notes", **fields}]}


@pytest.mark.parametrize(
    "fields",
    [
        {"start": 0, "end": 1},
        {"start": len(NOTES) - 1, "end": len(NOTES)},
        {"start": 0, "end": 5, "exact": "Zhang", "digest": DIGEST},
        {"exact": "anything"},
        {"exact": "x" * 1_000},
        {"exact": "anything", "digest": DIGEST},
        {"start": 23, "end": 24, "exact": "\r\n"},
    ],
)
def test_sound_passages(fields: dict[str, Json]) -> None:
    assert errors({**passage(**fields)}) == ()


@pytest.mark.parametrize(
    ("fields", "code", "step"),
    [
        ({}, Code.MISSING_FIELD, ""),
        ({"digest": DIGEST}, Code.MISSING_FIELD, ""),
        ({"start": 0}, Code.MISSING_FIELD, ""),
        ({"end": 5}, Code.MISSING_FIELD, ""),
        ({"start": 0, "exact": "x"}, Code.MISSING_FIELD, ""),
        ({"start": 5, "end": 5}, Code.PASSAGE_EMPTY, ".end"),
        ({"start": 6, "end": 5}, Code.PASSAGE_REVERSED, ".end"),
        ({"start": -2, "end": -1}, Code.PASSAGE_OUTSIDE, ".start"),
        ({"start": 0, "end": -1}, Code.PASSAGE_OUTSIDE, ".end"),
        ({"start": 0, "end": len(NOTES) + 1}, Code.PASSAGE_OUTSIDE, ".end"),
        ({"start": len(NOTES), "end": 10**30}, Code.PASSAGE_OUTSIDE, ".start"),
        ({"start": 0, "end": 5, "exact": "Zhan"}, Code.FIELD_CONFLICT, ".exact"),
        ({"exact": ""}, Code.WRONG_VALUE, ".exact"),
        ({"exact": "x", "for": "time"}, Code.WRONG_VALUE, ".for"),
        ({"exact": "x", "digest": {"length": 0, "sha256": ELSEWHERE}}, Code.PASSAGE_EMPTY, None),
        ({"exact": "x", "digest": {"length": -1, "sha256": ELSEWHERE}}, Code.WRONG_VALUE, None),
        ({"exact": "x", "digest": {"length": 5}}, Code.MISSING_FIELD, ".digest"),
    ],
)
def test_passages_that_are_not(fields: dict[str, Json], code: Code, step: str | None) -> None:
    problem = error({**passage(**fields)})
    assert problem.code is code
    assert problem.path == "$.events[0].passages[0]" + (".digest.length" if step is None else step)


def test_a_wrong_offset_leads_to_no_second_error() -> None:
    assert error({**passage(start="0", end=5, exact="x")}).code is Code.WRONG_TYPE


def test_what_is_outside_says_how_long_the_text_is() -> None:
    assert str(len(NOTES)) in error({**passage(start=0, end=1_000)}).expected
