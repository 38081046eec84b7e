from __future__ import annotations

import pytest

from tests.case.file.good_cases import GONE, Object, Path, changed, sound, written
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.file import notices
from timeline_app.case.file.notices import notices_of
from timeline_app.case.file.reading import read_case_bytes
from timeline_app.case.problems import Code, Problem, Severity


def told(case: Object) -> list[tuple[Code, str, int | None]]:
    read = read_case_bytes(written(case), "x")
    assert read.errors == ()
    return [(problem.code, problem.path, problem.event) for problem in read.problems]


def test_a_case_of_which_nothing_is_to_be_said() -> None:
    assert told(sound()) == []


def test_a_case_without_events() -> None:
    assert told({**sound(), "events": []}) == [(Code.CASE_WITHOUT_EVENTS, "$", None)]


def test_events_without_passages() -> None:
    case = changed({("events", 0, "passages"): GONE, ("events", 2, "passages"): []})
    assert told(case) == [
        (Code.EVENT_WITHOUT_PASSAGE, "$.events[0]", 0),
        (Code.EVENT_WITHOUT_PASSAGE, "$.events[2]", 2),
    ]


def test_reports_without_a_date() -> None:
    case = changed({("events", 0, "constraints"): [], ("sources", 1, "published"): GONE})
    assert told(case) == [(Code.REPORT_UNDATED, "$.sources[1]", None)]


CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("escaped", [False, True])
def test_marks_that_turn_the_direction_of_writing(control: str, escaped: bool) -> None:
    data = written(changed({("events", 1, "note"): f"a{control}b"}))
    if escaped:
        data = data.replace(control.encode(), f"\\u{ord(control):04X}".encode())
    (problem,) = read_case_bytes(data, "x").problems
    assert problem.code is Code.BIDIRECTIONAL_CONTROL
    assert problem.path == "$.events[1].note"
    assert problem.found.isprintable()
    assert problem.event == 1


@pytest.mark.parametrize("piece", [1, 2, 7])
@pytest.mark.parametrize("control", CONTROLS[::5])
@pytest.mark.parametrize("escaped", [False, True])
def test_marks_are_seen_where_a_piece_ends(
    monkeypatch: pytest.MonkeyPatch, piece: int, control: str, *, escaped: bool
) -> None:
    monkeypatch.setattr(notices, "_PIECE", piece)
    data = written(changed({("events", 1, "note"): f"a{control}b"}))
    if escaped:
        data = data.replace(control.encode(), f"\\u{ord(control):04x}".encode())
    (problem,) = read_case_bytes(data, "x").problems
    assert problem.code is Code.BIDIRECTIONAL_CONTROL


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (("title",), "$.title"),
        (("actors", 0, "role"), "$.actors[0].role"),
        (("sources", 0, "text", "content"), "$.sources[0].text.content"),
        (("events", 2, "passages", 0, "exact"), "$.events[2].passages[0].exact"),
        (("events", 0, "phrase"), "$.events[0].phrase"),
    ],
)
def test_marks_in_any_text(path: Path, named: str) -> None:
    text = "\u202eZhang met Li in spring, and so it was."
    assert told(changed({path: text})) == [
        (Code.BIDIRECTIONAL_CONTROL, named, 2 if "events[2]" in named else None)
        if "events[0]" not in named
        else (Code.BIDIRECTIONAL_CONTROL, named, 0)
    ]


def test_other_characters_are_nothing_to_speak_of() -> None:
    assert told(changed({("title",): "“שלום” – العربية 李\u200b\u00a0🙂"})) == []


def problems(case: Object) -> tuple[Problem, ...]:
    data = written(case)
    read = read_case_bytes(data, "x.json")
    assert read.case is not None
    return notices_of(read.case, data, "x.json")


def test_problems_are_placed_in_the_order_of_the_file() -> None:
    case = changed({("title",): "\u202ex", ("events", 0, "passages"): GONE})
    first, second = problems(case)
    assert (first.line, first.column, first.found) == (5, 11, '"\\u202ex"')
    lines = written(case).decode().split("\n")
    assert second.line is not None
    assert lines[second.line] == '   "id": "meeting",'
    assert second.place.startswith("x.json:")


def test_in_large_files_places_are_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    case = changed({("title",): "\u202ex", ("events", 0, "passages"): GONE})
    placed = problems(case)
    monkeypatch.setattr(notices, "SMALL", 10)
    unplaced = problems(case)
    assert {problem.line for problem in unplaced} == {None}
    assert {(p.code, p.path, p.text) for p in placed} == {
        (p.code, p.path, p.text) for p in unplaced
    }


def test_of_one_kind_so_many_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "LISTED", 2)
    events: list[Object] = [
        {"id": f"e{number}", "kind": "leak", "title": "T"} for number in range(5)
    ]
    told = problems({**sound(), "events": [*events]})
    assert [problem.path for problem in told] == ["$.events[0]", "$.events[1]", "$"]
    assert told[-1].code is Code.EVENT_WITHOUT_PASSAGE
    assert told[-1].text == "3 more events with no passage"


def test_none_of_them_is_an_error() -> None:
    case = changed({("events", 0, "passages"): GONE, ("title",): "\u202e!"})
    assert {problem.severity for problem in problems(case)} == {Severity.PROBLEM}


def test_looking_can_be_stopped() -> None:
    case = changed({("events", 0, "passages"): GONE})
    read = read_case_bytes(written(case), "x")
    assert read.case is not None
    with pytest.raises(Cancelled):
        notices_of(read.case, written(case), "x", lambda: True)
