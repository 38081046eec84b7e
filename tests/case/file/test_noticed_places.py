"""What is told of a sound case leads to its place, and costs nothing where there is none."""

from __future__ import annotations

import subprocess
import sys

from timeline_app.case.file.notice import Notice
from timeline_app.case.file.noticed_places import placed_in, unplaced
from timeline_app.case.problems import Code

TEXT = '{"title": "a",\n "events": [{"id": "b",\n "note": "c"}]}'
MISSING = Notice(Code.EVENT_WITHOUT_PASSAGE, ("events", 0), "no passage", "a passage")
QUOTED = Notice(Code.BIDIRECTIONAL_CONTROL, ("events", 0, "note"), "odd", "less", at_start=False)


def test_what_is_missing_is_told_where_its_object_begins() -> None:
    (problem,) = placed_in(TEXT, [MISSING], "x")
    assert (problem.line, problem.column, problem.event) == (2, 13, 0)
    assert problem.found == ""


def test_what_is_there_is_quoted() -> None:
    (problem,) = placed_in(TEXT, [QUOTED], "x")
    assert (problem.line, problem.path) == (3, "$.events[0].note")
    assert "c" in problem.found


def test_they_come_in_the_order_of_the_file() -> None:
    assert [one.line for one in placed_in(TEXT, [QUOTED, MISSING], "x")] == [2, 3]


def test_without_places_they_are_told_as_they_come() -> None:
    told = list(unplaced([QUOTED, MISSING], "x"))
    assert [one.code for one in told] == [QUOTED.code, MISSING.code]
    assert {(one.line, one.column, one.file) for one in told} == {(None, None, "x")}


def test_a_case_of_which_nothing_is_said_loads_none_of_this() -> None:
    code = (
        "import sys; from timeline_app.case.file.reading import read_case;"
        "read_case('data/01-express-delivery.case.json');"
        "print(*(name for name in sys.modules if name.startswith('timeline_app.case.file')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in done.stdout.split()}
    assert "quick_reading" in loaded
    assert loaded.isdisjoint({"noticed_places", "case_scan", "faults", "checking", "decoding"})
