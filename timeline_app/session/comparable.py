"""Whether two open files can be compared, and if not, why not."""

from __future__ import annotations

from pathlib import Path

from timeline_app.case.words import named
from timeline_app.layout.plain import plain_line
from timeline_app.session.open_files import Entry


def obstacle(a: Entry | None, b: Entry | None) -> str:
    """What keeps two files from being compared, in words; nothing where they can be."""
    return next((words for words in map(obstacle_of, (a, b)) if words), "")


def obstacle_of(entry: Entry | None) -> str:
    """What keeps one file from being compared, in words, or nothing."""
    if entry is None:
        return "A case is missing."
    case, chronology = entry.opened.reading.case, entry.opened.chronology
    if case is None or chronology is None:
        name = named(plain_line(Path(entry.opened.path).name))
        return f"{name} does not open, so there is nothing to compare with."
    if not chronology.order:
        return f"{named(plain_line(case.title))} has no events, so there is nothing to compare."
    return ""
