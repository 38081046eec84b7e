from __future__ import annotations

from array import array

import pytest

from timeline_app.case.cancelling import never
from timeline_app.case.file.faults import MOST, Fault, Faults, Outline, Target, event_of, placed
from timeline_app.case.file.json_faults import JsonFault, TooMuchWrong
from timeline_app.case.file.json_places import JsonPath, Oddity, Place
from timeline_app.case.problems import Code, Problem

TEXT = '{"id": "x",\n "events": [\n  {"id": "a"},\n  {"note" : [1, 2]}],\n "z": 1}'


def outline() -> Outline:
    events = TEXT.index("[\n")
    starts = array("q", [TEXT.index('{"id": "a"'), TEXT.index('{"note"')])
    members = {
        "id": Place(1, TEXT.index('"x"'), TEXT.index('"x"') + 3),
        "events": Place(TEXT.index('"events"'), events, TEXT.index("],\n") + 1),
        "z": Place(TEXT.index('"z"'), len(TEXT) - 2, len(TEXT) - 1),
    }
    return Outline(Place(-1, 0, len(TEXT)), members, {"events": starts})


def told(*faults: Fault) -> list[Problem]:
    return placed(list(faults), TEXT, outline(), "x.json")


@pytest.mark.parametrize(
    ("path", "target", "line", "column", "found"),
    [
        (("id",), Target.VALUE, 1, 8, '"x"'),
        (("id",), Target.NAME, 1, 2, '"id"'),
        (("events",), Target.START, 2, 12, ""),
        (("events", 0, "id"), Target.VALUE, 3, 10, '"a"'),
        (("events", 1), Target.START, 4, 3, ""),
        (("events", 1), Target.VALUE, 4, 3, '{"note" : [1, 2]}'),
        (("events", 1, "note"), Target.NAME, 4, 4, '"note"'),
        (("events", 1, "note", 1), Target.VALUE, 4, 17, "2"),
        (("events", 1, "absent"), Target.VALUE, 4, 3, '{"note" : [1, 2]}'),
        (("events", 9), Target.START, 2, 12, ""),
        (("absent",), Target.START, 1, 1, ""),
        ((), Target.START, 1, 1, ""),
    ],
)
def test_faults_are_placed(
    path: JsonPath, target: Target, line: int, column: int, found: str
) -> None:
    (problem,) = told(Fault(Code.WRONG_TYPE, path, "wrong", "right", target))
    assert (problem.line, problem.column, problem.found) == (line, column, found)
    assert problem.file == "x.json"
    assert problem.event == (path[1] if len(path) > 1 else None)


def test_faults_are_in_the_order_of_the_file() -> None:
    problems = told(
        Fault(Code.WRONG_TYPE, ("z",), "third", ""),
        Fault(Code.WRONG_TYPE, ("events", 1, "note"), "second", ""),
        Fault(Code.WRONG_TYPE, ("id",), "first", ""),
    )
    assert [problem.text for problem in problems] == ["first", "second", "third"]


def test_an_object_that_never_ended() -> None:
    cut = Outline(Place(-1, 0, -1), {"events": Place(12, 23, -1)})
    fault = Fault(Code.WRONG_TYPE, ("events",), "", "")
    assert placed([fault], TEXT, cut, "")[0].found.startswith("[ {")


def add(faults: Faults, count: int) -> None:
    for _ in range(count):
        faults.add(Code.WRONG_TYPE, ("id",), "wrong", "right")


def problems_of(faults: Faults) -> tuple[Problem, ...]:
    return faults.problems(TEXT, outline(), "x.json", never)


def test_the_first_faults_are_listed_and_the_others_counted() -> None:
    faults = Faults(limit=3)
    add(faults, 2)
    assert not faults.is_full
    add(faults, 5)
    assert faults.is_full
    problems = problems_of(faults)
    assert [problem.code for problem in problems] == [Code.WRONG_TYPE] * 3 + [Code.MORE_ERRORS]
    assert problems[-1].text == "4 more errors of this file are not listed"


def test_no_more_are_counted_than_is_of_use() -> None:
    faults = Faults(limit=1)
    with pytest.raises(TooMuchWrong):
        add(faults, MOST)
    assert faults.count == MOST


def test_a_file_that_was_not_checked_to_its_end() -> None:
    faults = Faults(limit=1)
    add(faults, 1)
    faults.is_cut_short = True
    assert problems_of(faults)[-1].text.endswith("the rest of this file was not checked")
    add(faults, 4)
    assert problems_of(faults)[-1].text.startswith("at least 4 more errors")


def test_what_is_placed_already() -> None:
    faults = Faults(limit=1)
    faults.add_oddity(Oddity(Code.DUPLICATE_KEY, 13, 21, ("events",), "twice", "once"))
    faults.add_json_fault(JsonFault(Code.JSON_SYNTAX, len(TEXT) - 1, "wrong", "right"), TEXT)
    twice, syntax = problems_of(faults)
    assert (twice.line, twice.column, twice.found) == (2, 2, '"events"')
    assert (syntax.line, syntax.column, syntax.found) == (5, 8, "}")


@pytest.mark.parametrize(
    ("path", "event"),
    [
        ((), None),
        (("events",), None),
        (("events", 4, "id"), 4),
        (("actors", 4), None),
        (("events", "x"), None),
    ],
)
def test_the_event_of_a_path(path: JsonPath, event: int | None) -> None:
    assert event_of(path) == event
