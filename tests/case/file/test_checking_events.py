from __future__ import annotations

import pytest

from tests.case.file.checked import error, errors
from tests.case.file.good_cases import GONE, Json
from timeline_app.case.problems import Code

E0, E1, E2 = ("events", 0), ("events", 1), ("events", 2)
FIRST = (*E0, "constraints", 0)


@pytest.mark.parametrize("shape", ["span", "repeated"])
def test_from_to_is_for_what_lasted(shape: str) -> None:
    assert errors({(*E0, "shape"): shape, (*E0, "when"): "1985/1986"}) == ()
    problem = error({(*E0, "when"): "1985/1986"})
    assert problem.code is Code.FIELD_CONFLICT
    assert "[A..B]" in problem.expected
    assert "span or repeated" in problem.expected


@pytest.mark.parametrize("when", ["1985~", "1985?", "1985%", [{"value": "1985?"}]])
def test_a_margin_goes_with_a_qualified_date(when: Json) -> None:
    assert errors({(*E0, "when"): when, (*E0, "margin"): "P1M"}) == ()


def test_a_margin_on_one_end() -> None:
    for when in ("2024~/2025", "2024/2025~"):
        assert errors({(*E1, "when"): when, (*E1, "margin"): "P1M"}) == ()


@pytest.mark.parametrize(
    ("least", "most", "is_wrong"),
    [
        ("P1M", "P28D", False),
        ("P1M", "P27D", True),
        ("P31D", "P1M", False),
        ("P32D", "P1M", True),
        ("P12M", "P1Y", False),
        ("P1Y", "P365D", False),
        ("PT25H", "P1D", True),
    ],
)
def test_least_and_greatest_length(least: str, most: str, is_wrong: bool) -> None:
    """Only where no length at all is both."""
    codes = [Code.MIN_OVER_MAX] if is_wrong else []
    limits: Json = {"min": least, "max": most}
    assert [p.code for p in errors({(*E1, "lasts"): limits})] == codes
    changes: dict[tuple[str | int, ...], Json] = {(*FIRST, "min"): least, (*FIRST, "max"): most}
    assert [p.code for p in errors({**changes})] == codes


@pytest.mark.parametrize(
    ("relation", "is_wrong"),
    [
        ("before", True),
        ("after", True),
        ("not_before", False),
        ("not_after", False),
        ("same", False),
    ],
)
def test_a_greatest_distance_of_nothing(relation: str, is_wrong: bool) -> None:
    found = errors({(*FIRST, "rel"): relation, (*FIRST, "max"): "P0D", (*FIRST, "min"): GONE})
    assert [p.code for p in found] == ([Code.MIN_OVER_MAX] if is_wrong else [])


def test_same_with_min_is_one_error() -> None:
    found = errors({(*FIRST, "rel"): "same", (*FIRST, "min"): "P2M", (*FIRST, "max"): "P1M"})
    assert [(p.code, p.path) for p in found] == [
        (Code.FIELD_CONFLICT, "$.events[0].constraints[0].min")
    ]


@pytest.mark.parametrize("target", ["meeting", "meeting.start", "meeting.end"])
def test_a_constraint_to_its_own_event(target: str) -> None:
    assert error({(*FIRST, "to"): target}).code is Code.SELF_REFERENCE


def test_an_event_whose_id_begins_like_another() -> None:
    assert errors({(*E1, "id"): "meeting-2", (*FIRST, "to"): "meeting-2.start"}) == ()


def test_a_wrong_reference_says_what_may_be_meant() -> None:
    assert error({(*FIRST, "to"): "arrset"}).expected == "perhaps ‘arrest’"
    assert error({(*E0, "actors"): ["zhnag"]}).expected == "perhaps ‘zhang’"


def test_a_wrong_kind_is_the_only_error() -> None:
    """Whether a label belongs to it can't be said."""
    assert error({(*E1, "kind"): "othr"}).expected == "perhaps ‘other’"


def test_a_wrong_shape_is_the_only_error() -> None:
    assert error({(*E1, "shape"): 5}).path == "$.events[1].shape"


def test_null_is_an_unknown_time() -> None:
    assert errors({(*E0, "when"): None}) == ()


def test_the_event_is_named() -> None:
    assert error({(*E2, "title"): ""}).event == 2
    assert error({("sources", 0, "title"): ""}).event is None


def test_an_enormous_amount() -> None:
    amount = (*E2, "outcome", 0, "amount")
    assert error({amount: 10**400}).code is Code.WRONG_VALUE
    assert error({amount: 1e300}).code is Code.WRONG_VALUE
