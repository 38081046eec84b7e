"""`timeline-app check`: every error, problem and note of some files, in the order given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from timeline_app.case.opening import OpenedCase
from timeline_app.case.problems import Severity
from timeline_app.cli import output
from timeline_app.cli.input import case_names, opened
from timeline_app.cli.problem_text import problem_as_json, problem_lines
from timeline_app.cli.terminal import one_line
from timeline_app.writing import shown_path


def check(paths: Sequence[str], texts: Path | None, *, as_json: bool) -> int:
    """List what is to be said of these files and of the case files of these folders, each file
    once; 1 where one has errors, else 0."""
    faulty = False
    told = []
    for name in case_names(paths):
        one = opened(name, texts)
        faulty = faulty or one.reading.case is None
        if as_json:
            told.append(_as_json(one))
        else:
            output.put(_as_text(one))
    if as_json:
        output.put_json(told)
    return 1 if faulty else 0


def _as_text(one: OpenedCase) -> str:
    counts = [
        (severity, sum(1 for problem in one.problems if problem.severity is severity))
        for severity in Severity
    ]
    words = ", ".join(
        f"{count:,} {severity}{'s' if count != 1 else ''}" for severity, count in counts if count
    )
    first = f"{one_line(shown_path(one.path))}: {words or 'in order'}"
    return "\n".join([first, problem_lines(one.problems)]) if one.problems else first


def _as_json(one: OpenedCase) -> dict[str, object]:
    case = one.reading.case
    listed = {
        f"{severity}s": [
            problem_as_json(problem) for problem in one.problems if problem.severity is severity
        ]
        for severity in Severity
    }
    return {
        "file": one.path,
        "id": case.id if case is not None else None,
        "opens": case is not None,
        **listed,
    }
