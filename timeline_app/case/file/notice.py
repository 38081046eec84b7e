"""One thing that a reader should be told of a sound case, before its place is looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline_app.case.problems import Code

if TYPE_CHECKING:
    from timeline_app.case.file.json_places import JsonPath


class Notice(NamedTuple):
    """One thing to be told: `path` leads to what it is said of."""

    code: Code
    path: JsonPath
    text: str
    expected: str
    at_start: bool = True
    """Whether something is missing in what the path leads to, so that nothing of it is quoted."""
