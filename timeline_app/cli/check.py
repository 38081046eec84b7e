"""`timeline-app check`: every error and problem of some files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from timeline_app.case.opening import OpenedCase
from timeline_app.case.problems import Severity
from timeline_app.case.reading import find_cases
from timeline_app.cli import streams


def check(paths: Sequence[str], texts: Path | None, *, as_json: bool) -> int:
    """List what is wrong with these files and the case files of these folders; 1 where one has
    errors, else 0."""
    names = [name for path in paths for name in _files(path)]
    results = [(name, streams.opened(name, texts)) for name in names]
    if as_json:
        streams.print_json([_as_json(name, opened) for name, opened in results])
    else:
        for name, opened in results:
            _print(name, opened)
        for path in paths:
            if Path(path).is_dir() and not _files(path):
                streams.tell(f"{path}: there are no case files in this folder")
    return 1 if any(opened.reading.errors for _, opened in results) else 0


def _files(path: str) -> list[str]:
    if path == streams.STANDARD:
        return [path]
    return [str(found) for found in find_cases([Path(path)])]


def _print(name: str, opened: OpenedCase) -> None:
    counts = [
        (severity, sum(1 for one in opened.problems if one.severity is severity))
        for severity in Severity
    ]
    words = ", ".join(
        f"{count} {severity}{'s' if count != 1 else ''}" for severity, count in counts if count
    )
    print(f"{name}: {words or 'in order'}")
    if opened.problems:
        print(streams.told(opened.problems))


def _as_json(name: str, opened: OpenedCase) -> dict[str, object]:
    problems = opened.problems
    return {
        "file": name,
        "id": opened.reading.case.id if opened.reading.case else None,
        "opens": opened.reading.case is not None,
        "errors": [
            streams.problem_as_json(one) for one in problems if one.severity is Severity.ERROR
        ],
        "problems": [
            streams.problem_as_json(one) for one in problems if one.severity is Severity.PROBLEM
        ],
        "notes": [
            streams.problem_as_json(one) for one in problems if one.severity is Severity.NOTE
        ],
    }
