"""Errors of a case, for the tests of its checks."""

from __future__ import annotations

from collections.abc import Mapping

from tests.case.file.good_cases import Gone, Json, Path, changed, written
from timeline_app.case.file.checking import check_case
from timeline_app.case.problems import Problem


def errors(changes: Mapping[Path, Json | Gone]) -> tuple[Problem, ...]:
    """The errors of the small case with something changed."""
    return check_case(written(changed(changes)).decode(), "x")


def error(changes: Mapping[Path, Json | Gone]) -> Problem:
    """Its only error."""
    (only,) = errors(changes)
    return only
