"""What differs at a glance."""

from __future__ import annotations

import pytest

from tests.case.comparing.small_cases import case_of, compared, stage
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.comparing.differences import differences_in_words
from timeline_app.case.model import Event
from timeline_app.case.solving.chronology import solve_case

CONTACT = stage("contact")
LEAK = stage("leak", after="contact", least="P3D", most="P3D")
ARREST = stage("arrest", after="leak", least="P10D")
LATE = stage("arrest", after="leak", least="P1D", most="P10D")


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        ((CONTACT, LEAK), (CONTACT,), "Only A tells of a leak."),
        ((CONTACT,), (CONTACT, LEAK, ARREST), "Only B tells of a leak and an arrest."),
        (
            (CONTACT,),
            (CONTACT,),
            "Neither tells of a recruitment, a leak, a detection, an arrest or a sentencing.",
        ),
        ((CONTACT,), (CONTACT,), "Both tell of the same stages."),
        ((CONTACT, stage("arrest", planned=True)), (CONTACT,), "In A: arrest still to come."),
        ((CONTACT,), (stage("contact", prevented=True),), "In B: contact only attempted."),
        (
            (stage("leak"), stage("contact", after="leak")),
            (CONTACT, LEAK),
            "The order is reversed: leak before contact in A, contact before leak in B.",
        ),
        (
            (CONTACT, LEAK, ARREST),
            (CONTACT, LEAK, LATE),
            (
                "Longest stretch between neighbouring stages: "
                "in A leak → arrest, at least 10 days; in B not established."
            ),
        ),
        (
            (CONTACT, LEAK, ARREST),
            (CONTACT,),
            (
                "Longest stretch between neighbouring stages: "
                "in A leak → arrest, at least 10 days; in B there are no two to compare."
            ),
        ),
        (
            (CONTACT, LEAK),
            (CONTACT, ARREST, stage("leak")),
            "2 pairs of events; without a partner: 0 in A, 1 in B.",
        ),
        ((CONTACT,), (CONTACT,), "1 pair of events; without a partner: 0 in A, 0 in B."),
        (
            (stage("contact", after="leak"), stage("leak", after="contact")),
            (CONTACT,),
            "A holds statements that can’t all be true; they are left out here.",
        ),
    ],
)
def test_it_is_said_in_a_sentence(
    a: tuple[Event, ...], b: tuple[Event, ...], sentence: str
) -> None:
    assert sentence in differences_in_words(compared(a, b))


def test_what_is_left_out_of_a_contradictory_case_is_said_first() -> None:
    ring = (stage("contact", after="leak"), stage("leak", after="contact"))
    left_out = "holds statements that can’t all be true; they are left out here."
    said = differences_in_words(compared(ring, ring))
    assert said[:2] == (f"A {left_out}", f"B {left_out}")
    case = solve_case(case_of(*ring))
    assert differences_in_words(compare_cases(case, case))[0] == f"A {left_out}"


def test_a_single_stretch_is_not_called_the_longest() -> None:
    said = differences_in_words(compared((CONTACT, LEAK), (CONTACT, LEAK)))
    assert not any("Longest" in sentence for sentence in said)


def test_a_stretch_that_may_run_backwards_for_long_may_be_the_longest() -> None:
    turning = stage("arrest", after="contact")
    said = differences_in_words(compared((CONTACT, LEAK, turning), (CONTACT,)))
    assert any("in A not established" in sentence for sentence in said)


def test_what_is_not_established_in_either_is_said_once() -> None:
    late = (CONTACT, LEAK, LATE)
    assert (
        "Longest stretch between neighbouring stages: not established in either."
        in differences_in_words(compared(late, late))
    )


def test_pairs_by_hand_that_the_orders_exclude_are_told() -> None:
    a, b = (solve_case(case_of(CONTACT, LEAK, name=name)) for name in "ab")
    choices = PairChoices().with_pair("contact", "leak").with_pair("leak", "contact")
    assert (
        "1 pair made by hand can’t share a column: the orders of the two cases exclude it."
        in differences_in_words(compare_cases(a, b, choices))
    )


def test_a_case_beside_itself_is_called_so() -> None:
    case = solve_case(case_of(CONTACT, LEAK))
    sentence = "A and B are one and the same case"
    assert differences_in_words(compare_cases(case, case))[0].startswith(sentence)
    others = differences_in_words(compared((CONTACT,), (CONTACT, LEAK)))
    assert not any(sentence in one for one in others)
