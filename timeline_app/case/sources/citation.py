"""A passage as it is quoted in somebody else's writing: its words, and where they are from."""

from __future__ import annotations

from timeline_app.case.dates import DateError, parse_date
from timeline_app.case.model import Source
from timeline_app.case.sources.passages import PassageState, PlacedPassage
from timeline_app.case.words import date_in_words

NO_AUTHOR_OR_PUBLISHER = "publisher not stated"
NO_DATE = "date of publication not stated"
DIFFERING = "found again by its words in a copy that differs from the one the case was made from"


def cite(source: Source, passage: PlacedPassage, zone: int | None = None) -> str:
    """Give a passage with its citation, as plain text.

    Args:
        source: the source it stands in.
        passage: a passage that was placed; characters are counted as the case format counts them.
        zone: the case's time zone in seconds east, for a publication time that states a zone.

    Raises:
        ValueError: the passage stands in no text at hand.
    """
    if passage.text is None:
        raise ValueError("only a passage with a text at hand can be cited")
    parts = [
        source.title,
        ", ".join(part for part in (source.author, source.publisher) if part)
        or NO_AUTHOR_OR_PUBLISHER,
        _publication(source.published, zone),
    ]
    if source.url:
        parts.append(source.url)
    parts.append(f"characters {passage.start}–{passage.end}")
    if passage.state is PassageState.FOUND_AGAIN:
        parts.append(DIFFERING)
    return f"“{passage.text}”\n— {', '.join(parts)}"


def _publication(published: str | None, zone: int | None) -> str:
    if not published:
        return NO_DATE
    try:
        return f"published {date_in_words(parse_date(published, zone))}"
    except DateError:  # a time in a zone, and the case's own is not known here: as the file has it
        return f"published {published}"
