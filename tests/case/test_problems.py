"""Codes, severities, places."""

from __future__ import annotations

import re

import pytest

from timeline_app.case.problems import Code, Problem, Severity


@pytest.mark.parametrize("code", Code)
def test_every_code_is_a_stable_plain_name(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.value)
    assert code.name.lower().replace("_", "-") == code.value


def test_what_keeps_a_case_from_opening_and_what_does_not() -> None:
    by_severity = {
        severity: {code for code in Code if code.severity is severity} for severity in Severity
    }
    assert by_severity[Severity.NOTE] == {
        Code.REPORT_UNDATED,
        Code.TEXT_NOT_ATTACHED,
        Code.PASSAGE_FOUND_AGAIN,
    }
    assert by_severity[Severity.PROBLEM] == {
        Code.CONTRADICTION,
        Code.EVENT_WITHOUT_PASSAGE,
        Code.ATTACHED_TEXT_DIFFERS,
        Code.PASSAGE_LOST,
        Code.CASE_WITHOUT_EVENTS,
        Code.BIDIRECTIONAL_CONTROL,
    }
    assert Code.JSON_SYNTAX in by_severity[Severity.ERROR]


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (Problem(Code.WRONG_TYPE, "t", file="a.json", line=3, column=14), "a.json:3:14"),
        (Problem(Code.WRONG_TYPE, "t", file="a.json"), "a.json"),
        (Problem(Code.WRONG_TYPE, "t", line=3), "3"),
        (Problem(Code.WRONG_TYPE, "t"), ""),
    ],
)
def test_a_place_is_written_as_editors_write_it(problem: Problem, place: str) -> None:
    assert problem.place == place
    assert problem.severity is Severity.ERROR
