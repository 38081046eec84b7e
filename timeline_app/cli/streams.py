"""Reading and writing as all commands do it: `-` is standard input or output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from timeline_app.case.model import Basis
from timeline_app.case.opening import OpenedCase, open_case, open_reading
from timeline_app.case.problems import Problem, Severity
from timeline_app.case.reading import Reading, read_case, read_case_bytes
from timeline_app.writing import write_file

STANDARD = "-"
STANDARD_NAME = "standard input"
COLOURS = {Severity.ERROR: "31", Severity.PROBLEM: "33", Severity.NOTE: "36"}


def opened(path: str, texts: Path | None) -> OpenedCase:
    """The case of a path or of standard input, with the articles of a folder or file."""
    places = (texts,) if texts is not None else ()
    if path == STANDARD:
        reading = read_case_bytes(sys.stdin.buffer.read(), STANDARD_NAME)
        return open_reading(reading, places, frozenset(Basis))
    return open_case(Path(path), places, frozenset(Basis))


def read_with_bytes(path: str) -> tuple[bytes, Reading]:
    """The bytes of a file or of standard input, and what came of reading them."""
    if path == STANDARD:
        data = sys.stdin.buffer.read()
        return data, read_case_bytes(data, STANDARD_NAME)
    reading = read_case(path)
    return (Path(path).read_bytes() if reading.case is not None else b""), reading


def tell(text: str) -> None:
    """A message to standard error."""
    print(text, file=sys.stderr)


def print_json(value: object) -> None:
    """A value as JSON on standard output; texts as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_output(output: str, data: bytes, *, force: bool) -> int:
    """Write bytes to a file, all or nothing, or to standard output; the exit code."""
    if output == STANDARD:
        sys.stdout.buffer.write(data)
        return 0
    try:
        write_file(Path(output), data, replace=force)
    except OSError as error:
        tell(f"timeline-app: {error}")
        return 1
    return 0


def told(problems: Iterable[Problem]) -> str:
    """Problems as lines of text."""
    return "\n".join(line for problem in problems for line in _lines(problem))


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


def _lines(problem: Problem) -> list[str]:
    place = f"{problem.place}: " if problem.place else ""
    lines = [f"{place}{_coloured(problem.severity)}: {problem.text} [{problem.code}]"]
    lines.append(f"    at {problem.path}")
    if problem.found:
        lines.append(f"    found: {problem.found}")
    if problem.expected:
        lines.append(f"    right: {problem.expected}")
    return lines


def _coloured(severity: Severity) -> str:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    if plain or not sys.stdout.isatty():
        return str(severity)
    return f"\x1b[{COLOURS[severity]}m{severity}\x1b[0m"
