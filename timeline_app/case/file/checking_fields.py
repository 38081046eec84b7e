"""The parts that all checks of a case are made of: objects with their fields, and simple values.

Rules:
* A check is given a value, the path of the object or list around it, and the name or index that
  leads to it. It reports what is wrong and goes on; it never raises.
* Types are exact: true is not a number, 1.0 is not a whole number, null stands for nothing except
  where a check says so.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from timeline_app.case.file.examination import Examination
from timeline_app.case.file.faults import Target
from timeline_app.case.file.field_rules import is_id, is_length, is_said
from timeline_app.case.file.json_places import JsonPath
from timeline_app.case.file.suggestions import listing, suggestion
from timeline_app.case.file.text_places import quotation
from timeline_app.case.problems import Code

Check: TypeAlias = Callable[[Examination, object, JsonPath, str | int], None]
Members: TypeAlias = dict[str, object]

TEXT = "a text in double quotes"


class Form(Struct, frozen=True, gc=False):
    """What an object of the format looks like: `name` with its article, the check of each field,
    and the fields that must be there."""

    name: str
    checks: Mapping[str, Check]
    required: tuple[str, ...] = ()


def check_form(exam: Examination, value: object, path: JsonPath, form: Form) -> Members | None:
    """Check an object field by field; gives its members, None where it is no object."""
    if not isinstance(value, dict):
        wrong_type(exam, path, value, f"{form.name} in curly brackets")
        return None
    for name, member in value.items():
        check_member(exam, name, member, path, form)
    check_required(exam, value, path, form)
    return value


def check_member(exam: Examination, name: str, value: object, path: JsonPath, form: Form) -> None:
    """Check one field of an object."""
    check = form.checks.get(name)
    if check is None:
        _unknown_field(exam, (*path, name), name, form)
    else:
        check(exam, value, path, name)


def check_required(exam: Examination, names: Container[str], path: JsonPath, form: Form) -> None:
    """Check that an object has the fields that it must have."""
    for name in form.required:
        if name not in names:
            missing(exam, path, f"{form.name} needs the field `{name}`", f'"{name}": …')


def missing(exam: Examination, path: JsonPath, text: str, expected: str) -> None:
    """Something is missing in the object at this path."""
    exam.faults.add(Code.MISSING_FIELD, path, text, expected, Target.START)


def conflict(exam: Examination, path: JsonPath, text: str, expected: str) -> None:
    """The field at this path does not go with another."""
    exam.faults.add(Code.FIELD_CONFLICT, path, text, expected)


def wrong_type(exam: Examination, path: JsonPath, value: object, expected: str) -> None:
    """The value at this path is of another kind than it should be."""
    said = f"{_kind_of(value)} stands where {expected} should"
    is_field = bool(path) and isinstance(path[-1], str)
    right = f"{expected}, or leave the field out" if value is None and is_field else expected
    exam.faults.add(Code.WRONG_TYPE, path, said, right)


def text_in(members: Members, name: str) -> str | None:
    """The text of a field, None where it is absent or no text."""
    value = members.get(name)
    return value if isinstance(value, str) else None


def whole_in(members: Members, name: str) -> int | None:
    """The whole number of a field, None where it is absent or none."""
    value = members.get(name)
    return value if type(value) is int else None


def a_text(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """Any text, empty too."""
    if not isinstance(value, str):
        wrong_type(exam, (*path, step), value, TEXT)


def a_said_text(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """A text with something in it."""
    if not isinstance(value, str):
        wrong_type(exam, (*path, step), value, TEXT)
    elif not is_said(value):
        exam.wrong(Code.WRONG_VALUE, (*path, step), f"`{step}` is empty", "a text")


def an_id(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """An id, of whatever."""
    if not isinstance(value, str):
        wrong_type(exam, (*path, step), value, TEXT)
    elif not is_id(value):
        wrong = f"‘{quotation(value)}’ can't be an id" if value else "the id is empty"
        right = "small letters, digits, _ and -, a letter or digit first, 80 at most"
        exam.wrong(Code.WRONG_VALUE, (*path, step), wrong, right)


def a_truth(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """True or false."""
    if not isinstance(value, bool):
        wrong_type(exam, (*path, step), value, "true or false")


def an_offset(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """A whole number; where it may lie is checked with the passage."""
    if type(value) is not int:
        wrong_type(exam, (*path, step), value, "a whole number")


def a_length(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """A whole number that is not negative."""
    if type(value) is not int:
        wrong_type(exam, (*path, step), value, "a whole number")
    elif not is_length(value):
        wrong = "a length is not negative" if value < 0 else "this number is too large"
        exam.wrong(Code.WRONG_VALUE, (*path, step), wrong, "the number of characters")


def any_value(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """Nothing: this field is checked together with others."""


def one_of(choices: type[StrEnum]) -> Check:
    """One of the words of a choice."""
    words = [choice.value for choice in choices]
    return one_word_of(words)


def one_word_of(words: list[str]) -> Check:
    """One of these words."""
    expected = listing(words)

    def check(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
        if not isinstance(value, str):
            wrong_type(exam, (*path, step), value, TEXT)
        elif value not in words:
            wrong = f"`{step}` is not one of the words it can be"
            right = expected
            if not exam.faults.is_full and len(words) > 3:
                right = suggestion(value, words, expected)
            exam.wrong(Code.WRONG_VALUE, (*path, step), wrong, right)

    return check


def a_text_that(rule: Callable[[str], bool], wrong: str, expected: str) -> Check:
    """A text that keeps a rule."""

    def check(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
        if not isinstance(value, str):
            wrong_type(exam, (*path, step), value, TEXT)
        elif not rule(value):
            exam.wrong(Code.WRONG_VALUE, (*path, step), wrong, expected)

    return check


def a_list_of(check_item: Check) -> Check:
    """A list whose elements all pass one check."""

    def check(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
        if not isinstance(value, list):
            wrong_type(exam, (*path, step), value, "a list in square brackets")
            return
        path = (*path, step)
        for index, item in enumerate(value):
            check_item(exam, item, path, index)

    return check


def _unknown_field(exam: Examination, path: JsonPath, name: str, form: Form) -> None:
    right = f"one of {listing(form.checks)}"
    if not exam.faults.is_full:
        right = suggestion(name, form.checks, right)
    said = f"{form.name} has no field ‘{quotation(name)}’"
    exam.faults.add(Code.UNKNOWN_FIELD, path, said, right, Target.NAME)


def _kind_of(value: object) -> str:
    """What a value is, for a person."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, int | float):
        return "a number" if isinstance(value, int) else "a number with a decimal point"
    return "a list" if isinstance(value, list) else "an object"
