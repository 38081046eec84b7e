"""Problems as the commands print them."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from timeline_app.case.problems import Problem, Severity
from timeline_app.cli.terminal import Colour, coloured, one_line
from timeline_app.writing import shown_path

_COLOURS = {
    Severity.ERROR: Colour.RED,
    Severity.PROBLEM: Colour.YELLOW,
    Severity.NOTE: Colour.CYAN,
}


def problem_lines(problems: Iterable[Problem], *, as_message: bool = False) -> str:
    """Problems as lines of text, coloured for the stream that they go to."""
    stream = sys.stderr if as_message else sys.stdout
    lines: list[str] = []
    for problem in problems:
        place = f"{_place(problem)}: " if problem.file else ""
        severity = coloured(problem.severity, _COLOURS[problem.severity], stream)
        lines.append(f"{place}{severity}: {one_line(problem.text)} [{problem.code}]")
        lines += [
            f"    {name} {one_line(words)}"
            for name, words in (
                ("at", problem.path),
                ("found:", problem.found),
                ("right:", problem.expected),
            )
            if words
        ]
    return "\n".join(lines)


def problem_as_json(problem: Problem) -> dict[str, object]:
    """A problem as the commands print it."""
    return {
        "code": problem.code.value,
        "severity": problem.severity.value,
        "text": problem.text,
        "found": problem.found,
        "expected": problem.expected,
        "path": problem.path,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
    }


def _place(problem: Problem) -> str:
    return one_line(shown_path(problem.place))
