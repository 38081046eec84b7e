"""Problems as lines and as JSON."""

from __future__ import annotations

import sys

import pytest

from tests.cli.test_terminal import Screen
from timeline_app.case.problems import Code, Problem
from timeline_app.cli.problem_text import problem_as_json, problem_lines

PROBLEM = Problem(
    Code.WRONG_TYPE,
    "a number stands here",
    "$.title",
    found="7",
    expected="a text",
    file="a.case.json",
    line=3,
    column=14,
)


def test_a_problem_says_where_what_and_what_would_be_right() -> None:
    assert problem_lines([PROBLEM]) == (
        "a.case.json:3:14: error: a number stands here [wrong-type]\n"
        "    at $.title\n"
        "    found: 7\n"
        "    right: a text"
    )


def test_a_problem_of_no_file_has_no_place() -> None:
    assert problem_lines([Problem(Code.PASSAGE_LOST, "lost")]) == (
        "problem: lost [passage-lost]\n    at $"
    )


def test_nothing_of_a_problem_is_obeyed_or_forges_a_line() -> None:
    odd = "a\nb: note: in order\x1b[1A\u202e"
    lines = problem_lines([Problem(Code.WRONG_VALUE, odd, odd, odd, odd, odd)]).splitlines()
    assert len(lines) == 4
    assert not any(set("\x1b\u202e") & set(line) for line in lines)


def test_colours_are_those_of_the_stream_that_is_written_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", Screen())
    assert ": \x1b[31merror\x1b[0m: " in problem_lines([PROBLEM])
    assert ": error: " in problem_lines([PROBLEM], as_message=True)
    monkeypatch.setattr(sys, "stderr", Screen())
    assert "\x1b[31merror" in problem_lines([PROBLEM], as_message=True)


def test_json_has_every_part() -> None:
    assert problem_as_json(PROBLEM) == {
        "code": "wrong-type",
        "severity": "error",
        "text": "a number stands here",
        "found": "7",
        "expected": "a text",
        "path": "$.title",
        "file": "a.case.json",
        "line": 3,
        "column": 14,
    }
