"""The published JSON Schema says no more than the reader does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.case.file.good_cases import GOOD, MOMENTS, SPANS, Json, Object, changed, sound, written
from tests.case.file.malformed_cases import CHANGED
from tests.case.file.mutations import mutated_cases
from timeline_app.case.file.reading import read_case_bytes
from timeline_app.case.problems import Code

SCHEMA = cast(
    "dict[str, Json]",
    json.loads(
        (Path(__file__).resolve().parents[3] / "resources" / "case-1.schema.json").read_text(
            "utf-8"
        )
    ),
)
VALIDATOR = Draft202012Validator(SCHEMA)

BEYOND = {
    Code.DUPLICATE_ID,
    Code.UNKNOWN_REFERENCE,
    Code.SELF_REFERENCE,
    Code.IMPOSSIBLE_DATE,
    Code.END_BEFORE_START,
    Code.MIN_OVER_MAX,
    Code.ZONE_WITHOUT_TIMEZONE,
    Code.PASSAGE_EMPTY,
    Code.PASSAGE_REVERSED,
    Code.PASSAGE_OUTSIDE,
    Code.TEXT_MISMATCH,
    Code.FIELD_CONFLICT,
    Code.TOO_DEEP,
}
"""What only the reader sees, in some cases or all. `docs/case-format.md` lists the same."""

FINER = {
    "blank title",
    "version 1.0",
    "length 100.0",
    "start 10.0",
    "id with a line break",
    "event id with a line break",
    "actor id with a line break",
    "url with a space",
    "url with a line break",
    "url that turns",
    "file above",
    "file on a drive",
    "time zone too far",
    "date season",
    "date neither end",
    "date qualified in brackets",
    "date time in brackets",
    "span without ends",
    "span of nothing",
    "span of times",
    "date with a line break",
}
"""Malformed cases of other kinds that only the reader sees."""


def accepts(case: Json) -> bool:
    return bool(VALIDATOR.is_valid(case))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", GOOD)
def test_sound_cases_are_accepted(name: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(GOOD[name])] == []


def test_what_it_can_see_it_rejects() -> None:
    accepted = {name for name, changes, _ in CHANGED if accepts(changed(changes))}
    beyond = {name for name, _, expected in CHANGED if {code for code, _ in expected} <= BEYOND}
    assert accepted - beyond == FINER


def test_what_it_rejects_the_reader_rejects() -> None:
    rejected = 0
    for case in mutated_cases(77, 250):
        if not accepts(case):
            rejected += 1
            assert read_case_bytes(written(case), "x").case is None, case
    assert rejected > 100


def dated(text: str, shape: str) -> Object:
    return {
        **sound(),
        "events": [{"id": "a", "kind": "leak", "title": "t", "when": text, "shape": shape}],
    }


@pytest.mark.parametrize("text", [*MOMENTS, *SPANS])
def test_dates(text: str) -> None:
    assert accepts(dated(text, "span"))


@given(st.text("0123456789-XYTZ:+~?%./[]", max_size=14))
def test_dates_are_not_judged_more_strictly_than_by_the_reader(text: str) -> None:
    for shape in ("moment", "span"):
        case = dated(text, shape)
        if not accepts(case):
            assert read_case_bytes(written(case), "x").case is None


@given(st.text("P0123456789YMWDTHS", max_size=10))
def test_durations_are_not_judged_more_strictly_than_by_the_reader(text: str) -> None:
    case = dated("1985/1986", "span")
    case["events"] = [{"id": "a", "kind": "leak", "title": "t", "shape": "span", "lasts": text}]
    if not accepts(case):
        assert read_case_bytes(written(case), "x").case is None


def test_every_field_is_described() -> None:
    undescribed = [
        f"{name}.{field}"
        for name, form in [
            ("case", SCHEMA),
            *cast("dict[str, dict[str, Json]]", SCHEMA["$defs"]).items(),
        ]
        for field, rule in cast("dict[str, dict[str, Json]]", form.get("properties", {})).items()
        if "description" not in rule and "$ref" not in rule
    ]
    assert undescribed == []


DOCUMENTATION = (Path(__file__).resolve().parents[3] / "docs" / "case-format.md").read_text("utf-8")


@pytest.mark.parametrize("code", Code)
def test_every_code_is_documented(code: Code) -> None:
    assert f"| `{code.value}` |" in DOCUMENTATION


def test_every_field_is_documented() -> None:
    forms = [SCHEMA, *cast("dict[str, dict[str, Json]]", SCHEMA["$defs"]).values()]
    fields = {field for form in forms for field in cast("Object", form.get("properties", {}))}
    assert [field for field in fields if f"`{field}`" not in DOCUMENTATION] == []


def test_what_only_the_reader_sees_is_documented() -> None:
    told = DOCUMENTATION.partition("### What only the program sees")[2]
    assert [code for code in BEYOND if f"`{code.value}`" not in told] == []


def test_the_example_of_the_documentation_is_sound() -> None:
    example = DOCUMENTATION.partition("```json\n")[2].partition("```")[0]
    read = read_case_bytes(example.encode(), "example")
    assert read.errors == ()
    assert read.problems == ()
    assert read.case is not None
    text = read.case.sources[0].text
    assert text is not None
    assert text.content is not None
    first, second = read.case.events[0].passages
    assert text.content[first.start : first.end] == "Chen copied the plans in spring."
    assert text.content[second.start : second.end] == "in spring"
