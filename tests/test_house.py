"""The rules of the house that ruff, mypy and import-linter don't see."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "timeline_app"
SOURCES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50

# A file name says what its room is for; these say that nobody knew.
VAGUE = {"util", "utils", "helper", "helpers", "manager", "managers", "handler", "handlers"}
VAGUE |= {"misc", "common", "base", "core"}

FORBIDDEN = {
    "settings that run code": r"QSettings",
    "rich text, which opens files that a case names": (
        r"\b(setHtml|insertHtml|appendHtml|toHtml|setMarkdown|RichText|AutoText|MarkdownText)\b"
    ),
    "a fault hidden from the tools": r"type:\s*ignore|noqa(?!: [A-Z]+[0-9]+)|pragma: no cover",
    "something not done": r"\b(TODO|FIXME|XXX|HACK|NotImplementedError)\b",
    "code run from text": r"(?<![\w.])(eval|exec)\(",
}

TREES = {name: ast.parse(source) for name, source in SOURCES.items()}


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Each function of a module, inner ones too."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(name: str) -> set[str]:
    """The full names of all that a module imports, wherever it does."""
    found: set[str] = set()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_the_package_is_seen() -> None:
    assert "timeline_app/case/model.py" in SOURCES


def test_no_module_is_too_long() -> None:
    lengths = {name: source.count("\n") for name, source in SOURCES.items()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_function_is_too_long() -> None:
    long = [
        f"{name}:{function.lineno} {function.name}"
        for name in SOURCES
        for function in functions(name)
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_a_file_name_says_what_is_inside() -> None:
    assert [name for name in SOURCES if VAGUE & set(Path(name).stem.split("_"))] == []


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_the_package_holds_no(fault: str) -> None:
    found = [
        f"{name}:{number} {line.strip()}"
        for name, source in SOURCES.items()
        for number, line in enumerate(source.splitlines(), start=1)
        if re.search(FORBIDDEN[fault], line)
    ]
    assert not found


def test_an_import_inside_a_function_says_why() -> None:
    """Such an import makes the start quicker, or it should not be there: a comment says which."""
    unexplained = []
    for name, source in SOURCES.items():
        lines = source.splitlines()
        for function in functions(name):
            first = min(_inner_imports(function), default=None)
            if first is not None and not lines[first - 2].lstrip().startswith("#"):
                unexplained.append(f"{name}:{first}")
    assert not unexplained


def _inner_imports(function: ast.AST) -> list[int]:
    imports = (ast.Import, ast.ImportFrom)
    return [node.lineno for node in ast.walk(function) if isinstance(node, imports)]


def test_the_drawing_needs_no_widgets() -> None:
    """So that commands that open no window can make pictures."""
    widgets = {"PySide6.QtWidgets", "PySide6.QtSvgWidgets"}
    drawing = [name for name in SOURCES if name.startswith("timeline_app/drawing/")]
    assert [name for name in drawing if widgets & imported(name)] == []


def test_no_line_names_a_place_outside_the_project() -> None:
    outside = re.compile(r"/work/|\.\./shared|/tmp/|/home/|/root/")
    assert [name for name, source in SOURCES.items() if outside.search(source)] == []
