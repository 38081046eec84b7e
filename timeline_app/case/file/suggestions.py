"""The known name that somebody may have meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

LONGEST_NAME = 80
MOST_NAMES = 500
"""More names than these are not compared: it would take longer than reading the file."""


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name most like the given one, None where none is like it."""
    if not name or len(name) > LONGEST_NAME:
        return None
    by_small: dict[str, str] = {}
    for candidate in _likely(name, known):
        by_small.setdefault(candidate.lower(), candidate)
    found = get_close_matches(name.lower().strip(), by_small, n=1)
    return by_small[found[0]] if found else None


def suggestion(name: str, known: Collection[str], otherwise: str) -> str:
    """What would be right in place of an unknown name."""
    found = nearest(name, known)
    return otherwise if found is None else f"perhaps ‘{found}’"


def listing(names: Iterable[str]) -> str:
    """Names in a row: `a, b or c`."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def _likely(name: str, known: Collection[str]) -> list[str]:
    """The names worth comparing: all of a few, of many those that begin alike."""
    if len(known) <= MOST_NAMES:
        return list(known)
    start = name[:3].lower()
    alike = (one for one in known if one[:3] == start and abs(len(one) - len(name)) <= 2)
    return [one for _, one in zip(range(MOST_NAMES), alike, strict=False)]
