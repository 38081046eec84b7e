from __future__ import annotations

import pytest

from timeline_app.case.file.json_places import JsonPath, Oddity, of_string, written_path
from timeline_app.case.file.json_strings import OddString
from timeline_app.case.problems import Code


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), "$"),
        (("events", 3, "when"), "$.events[3].when"),
        (("a b",), '$["a b"]'),
        (('a"\\\n',), '$["a\\u0022\\u005c\\u000a"]'),
        (("",), '$[""]'),
        (("é",), '$["é"]'),
        (("x" * 100,), '$["' + "x" * 59 + '…"]'),
        ((0,) * 9, "$" + "[0]" * 8 + "…"),
    ],
)
def test_paths_are_written_as_people_do(path: JsonPath, written: str) -> None:
    assert written_path(path) == written


def test_what_is_odd_in_a_string_has_its_path() -> None:
    odd = OddString(Code.NUL_CHARACTER, 3, 4, "wrong", "right")
    assert of_string(odd, ("a", 0)) == Oddity(Code.NUL_CHARACTER, 3, 4, ("a", 0), "wrong", "right")
