"""The rules for events: their time, constraints and outcome, one object at a time."""

from __future__ import annotations

from math import isfinite

from timeline_app.case.dates import Date
from timeline_app.case.durations import Duration
from timeline_app.case.file.checking_fields import (
    TEXT,
    Form,
    Members,
    a_list_of,
    a_said_text,
    a_text,
    a_text_that,
    a_truth,
    an_id,
    any_value,
    check_form,
    conflict,
    missing,
    one_of,
    text_in,
    wrong_type,
)
from timeline_app.case.file.checking_passages import a_source, an_actor, passages
from timeline_app.case.file.examination import Examination, Named
from timeline_app.case.file.field_rules import (
    LARGEST_NUMBER,
    TARGET,
    is_amount,
    is_currency,
    is_said,
)
from timeline_app.case.file.json_places import JsonPath
from timeline_app.case.model import (
    PHRASE_LENGTH,
    Basis,
    End,
    Kind,
    OutcomeType,
    Relation,
    Shape,
)
from timeline_app.case.problems import Code

_SPANS = f"`shape`: {Shape.SPAN.value} or {Shape.REPEATED.value}"


def check_event(exam: Examination, value: object, index: int) -> None:
    """Check one event of the list."""
    path: JsonPath = ("events", index)
    members = check_form(exam, value, path, _EVENT)
    if members is None:
        return
    name = text_in(members, "id")
    if name is not None:
        exam.name_event(name, (*path, "id"))
        _check_not_itself(exam, members, name, path)
    _check_label(exam, members, path)
    _check_actors(exam, members, path)
    is_span = members.get("shape", Shape.MOMENT) != Shape.MOMENT
    dates = _check_when(exam, members, path, is_span=is_span)
    if "lasts" in members and not is_span:
        wrong = "`lasts` says how long an event went on, but this one is a moment"
        conflict(exam, (*path, "lasts"), wrong, f"{_SPANS}, or no `lasts`")
    if "margin" in members and not _may_be_qualified(dates):
        wrong = "`margin` says how far a date marked ~, ? or % may be off; none here is"
        conflict(exam, (*path, "margin"), wrong, "a date marked ~, ? or %, or no `margin`")


def _check_not_itself(exam: Examination, members: Members, name: str, path: JsonPath) -> None:
    told = members.get("constraints")
    for index, constraint in enumerate(told if isinstance(told, list) else ()):
        target = constraint.get("to") if isinstance(constraint, dict) else None
        if isinstance(target, str) and target.partition(".")[0] == name:
            at = (*path, "constraints", index, "to")
            wrong = "this constraint leads to the event it belongs to"
            exam.wrong(Code.SELF_REFERENCE, at, wrong, "another event; `lasts` is for its length")


def _check_label(exam: Examination, members: Members, path: JsonPath) -> None:
    if members.get("kind") == Kind.OTHER:
        if "label" not in members:
            missing(exam, path, "an event of kind ‘other’ needs a `label`", '"label": what it is')
    elif "label" in members and members.get("kind") in list(Kind):
        wrong = f"`label` is for the kind ‘other’, this event is of kind ‘{members['kind']}’"
        conflict(exam, (*path, "label"), wrong, "the kind ‘other’, or no `label`")


def _check_actors(exam: Examination, members: Members, path: JsonPath) -> None:
    actors = members.get("actors")
    if not isinstance(actors, list):
        return
    seen: set[str] = set()
    for index, actor in enumerate(actors):
        if isinstance(actor, str):
            if actor in seen:
                at = (*path, "actors", index)
                exam.wrong(Code.DUPLICATE_ID, at, "this actor is listed already", "each once")
            seen.add(actor)


def _check_when(
    exam: Examination, members: Members, path: JsonPath, *, is_span: bool
) -> list[Date | None]:
    """Check the date, or the claims; gives each date, None for a wrong one."""
    when = members.get("when")
    if when is None:
        return []
    at = (*path, "when")
    if isinstance(when, str):
        return [_checked_date(exam, when, at, is_span=is_span)]
    if not isinstance(when, list):
        wrong_type(exam, at, when, "a date in double quotes, a list of claims, or null")
        return [None]
    if not when:
        wrong = "a list of claims has no claim"
        exam.wrong(Code.WRONG_VALUE, at, wrong, "a claim, or no `when` where the time is not known")
    dates = []
    for index, claim in enumerate(when):
        found = check_form(exam, claim, (*at, index), _CLAIM)
        value = None if found is None else text_in(found, "value")
        here = (*at, index, "value")
        dates.append(None if value is None else _checked_date(exam, value, here, is_span=is_span))
    return dates


def _checked_date(exam: Examination, text: str, path: JsonPath, *, is_span: bool) -> Date | None:
    date = exam.date(text, path)
    if date is not None and date.interval and not is_span:
        wrong = "a date written A/B lasts from A to B, but this event is a moment"
        conflict(exam, path, wrong, f"[A..B] for one moment between the two, or {_SPANS}")
    return date


def _may_be_qualified(dates: list[Date | None]) -> bool:
    """Whether a date is qualified, or is wrong and so might have been meant to be."""
    return any(d is None or d.start_qualifier or d.end_qualifier for d in dates)


def _a_duration(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    if isinstance(value, str):
        exam.duration(value, (*path, step))
    else:
        wrong_type(exam, (*path, step), value, TEXT)


def _a_target(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    path = (*path, step)
    if not isinstance(value, str):
        wrong_type(exam, path, value, TEXT)
        return
    target = TARGET.fullmatch(value)
    if target is None:
        right = "the id of an event, with .start or .end behind it, or @ and the id of a source"
        exam.wrong(Code.WRONG_VALUE, path, "a constraint can't lead there", right)
    elif target[1] is not None:
        exam.refer(Named.PUBLICATION, target[1], path)
    else:
        exam.refer(Named.EVENT, target[2], path)


def _a_constraint(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    path = (*path, step)
    members = check_form(exam, value, path, _CONSTRAINT)
    if members is None:
        return
    relation = members.get("rel")
    if relation == Relation.SAME and "min" in members:
        wrong = "two ends that are the same have no least distance"
        conflict(exam, (*path, "min"), wrong, "`max`: how far apart they may be at most")
        return
    _check_limits(exam, members, path)
    longest = _known_duration(exam, members, "max")
    is_strict = relation in (Relation.BEFORE, Relation.AFTER)
    if is_strict and longest is not None and longest.greatest < 1:
        wrong = f"‘{relation}’ is at least a second, and `max` is less"
        exam.wrong(Code.MIN_OVER_MAX, (*path, "max"), wrong, "a longer `max`, or ‘same’")


def _lasting(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    if isinstance(value, str):
        exam.duration(value, (*path, step))
        return
    path = (*path, step)
    if not isinstance(value, dict):
        wrong_type(exam, path, value, "a duration in double quotes, or its `min` and `max`")
        return
    members = check_form(exam, value, path, _LASTING)
    if members is not None:
        if not members:
            missing(exam, path, "a length needs `min`, `max` or both", '"min": …, "max": …')
        _check_limits(exam, members, path)


def _check_limits(exam: Examination, members: Members, path: JsonPath) -> None:
    """An error only where no length is both: the fewest days of `min`, the most of `max`."""
    shortest, longest = _known_duration(exam, members, "min"), _known_duration(exam, members, "max")
    if shortest is not None and longest is not None and shortest.least > longest.greatest:
        wrong = f"the least distance, {shortest.text}, is longer than the greatest, {longest.text}"
        exam.wrong(Code.MIN_OVER_MAX, (*path, "min"), wrong, "`min` not longer than `max`")


def _known_duration(exam: Examination, members: Members, name: str) -> Duration | None:
    text = text_in(members, name)
    return None if text is None else exam.known_duration(text)


def _an_amount(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        wrong_type(exam, (*path, step), value, "a number")
    elif isinstance(value, float) and not isfinite(value):
        return  # said already, when it was read
    elif not is_amount(value):
        wrong = "an amount is not negative" if value < 0 else "this amount is too large"
        exam.wrong(Code.WRONG_VALUE, (*path, step), wrong, f"0 to {LARGEST_NUMBER}")


def _an_outcome(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    path = (*path, step)
    members = check_form(exam, value, path, _OUTCOME)
    if members is None:
        return
    if ("amount" in members) != ("currency" in members):
        if "amount" in members:
            missing(exam, path, "an `amount` needs its `currency`", '"currency": "CNY"')
        else:
            missing(exam, path, "a `currency` needs its `amount`", '"amount": 30000')
    if members.get("type") == OutcomeType.OTHER:
        text = members.get("text")
        if text is None and "text" not in members:
            missing(exam, path, "an outcome of type ‘other’ needs a `text`", '"text": what it is')
        elif isinstance(text, str) and not is_said(text):
            exam.wrong(Code.WRONG_VALUE, (*path, "text"), "`text` is empty", "what it is")


_LASTING = Form("a length", {"min": _a_duration, "max": _a_duration})
_CLAIM = Form(
    "a claim",
    {"value": a_text, "source": a_source, "basis": one_of(Basis), "passages": passages},
    ("value",),
)
_CONSTRAINT = Form(
    "a constraint",
    {
        "rel": one_of(Relation),
        "to": _a_target,
        "basis": one_of(Basis),
        "from": one_of(End),
        "min": _a_duration,
        "max": _a_duration,
        "passages": passages,
    },
    ("rel", "to", "basis"),
)
_OUTCOME = Form(
    "an outcome",
    {
        "type": one_of(OutcomeType),
        "duration": _a_duration,
        "amount": _an_amount,
        "currency": a_text_that(is_currency, "this is not a currency", "three capitals, as CNY"),
        "text": a_text,
        "actor": an_actor,
    },
    ("type",),
)
_EVENT = Form(
    "an event",
    {
        "id": an_id,
        "kind": one_of(Kind),
        "title": a_said_text,
        "label": a_said_text,
        "when": any_value,
        "margin": _a_duration,
        "phrase": a_text_that(
            lambda text: len(text) <= PHRASE_LENGTH,
            "this phrase is too long",
            f"at most {PHRASE_LENGTH} characters, the words for the time only",
        ),
        "shape": one_of(Shape),
        "lasts": _lasting,
        "constraints": a_list_of(_a_constraint),
        "actors": a_list_of(an_actor),
        "passages": passages,
        "outcome": a_list_of(_an_outcome),
        "prevented": a_truth,
        "planned": a_truth,
        "note": a_text,
    },
    ("id", "kind", "title"),
)
