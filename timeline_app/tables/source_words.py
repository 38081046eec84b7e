"""A source in words, as the notes beneath a table name it."""

from __future__ import annotations

from timeline_app.case.dates import parse_date
from timeline_app.case.model import Source
from timeline_app.case.sources.citation import NO_AUTHOR_OR_PUBLISHER, NO_DATE
from timeline_app.case.words import date_in_words


def source_in_words(source: Source, zone: int | None) -> str:
    """Title, author, publisher, date of publication and address, as far as the case states them.

    `zone` is that of the case, in seconds east of UTC, as `Chronology.zone` has it.
    """
    by = ", ".join(part for part in (source.author, source.publisher) if part)
    published = NO_DATE
    if source.published is not None:
        published = f"published {date_in_words(parse_date(source.published, zone))}"
    parts = (source.title, by or NO_AUTHOR_OR_PUBLISHER, published, source.url or "")
    return ", ".join(part for part in parts if part)
