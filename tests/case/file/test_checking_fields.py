from __future__ import annotations

from enum import StrEnum

import pytest

from timeline_app.case.cancelling import never
from timeline_app.case.file import checking_fields as checks
from timeline_app.case.file.checking_fields import Check, Form, check_form, text_in, whole_in
from timeline_app.case.file.examination import Examination
from timeline_app.case.file.faults import Faults, Outline
from timeline_app.case.problems import Code, Problem


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"
    PLUM = "plum"
    QUINCE = "quince"


def told(exam: Examination) -> list[Problem]:
    return list(exam.faults.problems("", Outline(), "", never))


def told_by(check: Check, value: object) -> list[Problem]:
    exam = Examination(Faults())
    check(exam, value, ("a",), "b")
    return told(exam)


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (checks.a_text, ""),
        (checks.a_said_text, "x"),
        (checks.an_id, "a-1"),
        (checks.a_truth, False),
        (checks.an_offset, -5),
        (checks.a_length, 0),
        (checks.any_value, None),
        (checks.one_of(Fruit), "pear"),
        (checks.one_word_of(["a"]), "a"),
        (checks.a_text_that(str.isupper, "wrong", "right"), "X"),
        (checks.a_list_of(checks.a_text), ["a", ""]),
    ],
)
def test_what_is_right(check: Check, value: object) -> None:
    assert told_by(check, value) == []


@pytest.mark.parametrize(
    ("check", "value", "code", "expected"),
    [
        (checks.a_text, 5, Code.WRONG_TYPE, "a text in double quotes"),
        (checks.a_text, None, Code.WRONG_TYPE, "a text in double quotes, or leave the field out"),
        (checks.a_said_text, "\n", Code.WRONG_VALUE, "a text"),
        (checks.a_said_text, True, Code.WRONG_TYPE, "a text in double quotes"),
        (checks.an_id, "", Code.WRONG_VALUE, "small letters"),
        (checks.an_id, [], Code.WRONG_TYPE, "a text"),
        (checks.a_truth, 0, Code.WRONG_TYPE, "true or false"),
        (checks.an_offset, True, Code.WRONG_TYPE, "a whole number"),
        (checks.an_offset, 1.0, Code.WRONG_TYPE, "a whole number"),
        (checks.a_length, -1, Code.WRONG_VALUE, "the number of characters"),
        (checks.a_length, 2**60, Code.WRONG_VALUE, "the number of characters"),
        (checks.a_length, "5", Code.WRONG_TYPE, "a whole number"),
        (checks.one_of(Fruit), "peer", Code.WRONG_VALUE, "perhaps ‘pear’"),
        (checks.one_of(Fruit), "x", Code.WRONG_VALUE, "apple, pear, plum or quince"),
        (checks.one_of(Fruit), 5, Code.WRONG_TYPE, "a text"),
        (checks.one_word_of(["a", "b"]), "c", Code.WRONG_VALUE, "a or b"),
        (checks.a_text_that(str.isupper, "wrong", "right"), "x", Code.WRONG_VALUE, "right"),
        (checks.a_text_that(str.isupper, "wrong", "right"), 5, Code.WRONG_TYPE, "a text"),
        (checks.a_list_of(checks.a_text), {}, Code.WRONG_TYPE, "a list in square brackets"),
        (checks.a_list_of(checks.a_text), ["", 5], Code.WRONG_TYPE, "a text"),
    ],
)
def test_what_is_wrong(check: Check, value: object, code: Code, expected: str) -> None:
    (problem,) = told_by(check, value)
    assert problem.code is code
    assert problem.expected.startswith(expected)
    assert problem.path.startswith("$.a.b")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (5, "a number"),
        (5.0, "a number with a decimal point"),
        ([], "a list"),
        ({}, "an object"),
    ],
)
def test_what_stands_there_is_named(value: object, kind: str) -> None:
    (problem,) = told_by(checks.a_text, value)
    assert problem.text == f"{kind} stands where a text in double quotes should"


FORM = Form("a thing", {"id": checks.an_id, "note": checks.a_text}, ("id",))


def test_a_form() -> None:
    exam = Examination(Faults())
    assert check_form(exam, {"id": "a", "note": ""}, (), FORM) == {"id": "a", "note": ""}
    assert told(exam) == []


def test_all_that_is_wrong_in_a_form() -> None:
    exam = Examination(Faults())
    assert check_form(exam, {"nota": "", "note": 5}, (), FORM) is not None
    assert [(p.code, p.path) for p in told(exam)] == [
        (Code.UNKNOWN_FIELD, "$.nota"),
        (Code.WRONG_TYPE, "$.note"),
        (Code.MISSING_FIELD, "$"),
    ]


@pytest.mark.parametrize("value", [None, [], "x", 5])
def test_no_form(value: object) -> None:
    exam = Examination(Faults())
    assert check_form(exam, value, (), FORM) is None
    assert [p.code for p in told(exam)] == [Code.WRONG_TYPE]


def test_where_no_more_is_listed_nothing_is_suggested() -> None:
    exam = Examination(Faults(limit=0))
    check_form(exam, {"nota": ""}, (), FORM)
    checks.one_of(Fruit)(exam, "peer", (), "x")
    assert exam.faults.count == 3


def test_values_of_members() -> None:
    members: dict[str, object] = {"a": "x", "b": 5, "c": True, "d": None}
    assert [text_in(members, name) for name in "abcde"] == ["x", None, None, None, None]
    assert [whole_in(members, name) for name in "abcde"] == [None, 5, None, None, None]
