"""Cases of a few events, for tests of texts and passages."""

from __future__ import annotations

from timeline_app.case.model import Case, Claim, Constraint, Event, Kind, Passage, Source, Text
from timeline_app.case.sources.searching import digest_of
from timeline_app.case.sources.texts import SourceText, text_sha256


def pointing_at(text: str, file: str | None = None, source: str = "report") -> Source:
    """A source whose text lies elsewhere."""
    return Source(
        id=source,
        title=f"The {source}",
        text=Text(sha256=text_sha256(text), length=len(text), file=file),
    )


def embedding(text: str, source: str = "notes") -> Source:
    """A source whose text is in the case file."""
    return Source(id=source, title=f"The {source}", text=Text(content=text))


def telling(
    *passages: Passage,
    id: str = "leak",
    when: tuple[Claim, ...] | None = None,
    constraints: tuple[Constraint, ...] = (),
) -> Event:
    """An event with passages."""
    return Event(
        id=id,
        kind=Kind.LEAK,
        title="A leak",
        passages=passages,
        when=when,
        constraints=constraints,
    )


def case_of(*events: Event, sources: tuple[Source, ...]) -> Case:
    """A case with these events."""
    return Case(
        format="case-timeline", version=1, id="case", title="A case", sources=sources, events=events
    )


def at_hand(text: str, *, exact: bool = True, source: int = 0) -> dict[int, SourceText]:
    """One text, attached."""
    return {source: SourceText(source, text, text_sha256(text), exact)}


def digested(text: str, start: int, end: int, source: str = "report") -> Passage:
    """A passage of a text, known by offsets and digest."""
    return Passage(source=source, start=start, end=end, digest=digest_of(text[start:end]))


def quoted(text: str, start: int, end: int, source: str = "report") -> Passage:
    """A passage of a text, known by offsets and quotation."""
    return Passage(source=source, start=start, end=end, exact=text[start:end])
