"""Small cases for the tests of session, window and command line."""

from __future__ import annotations

from timeline_app.case.file.reading import Reading
from timeline_app.case.model import (
    FORMAT,
    VERSION,
    Actor,
    Basis,
    Case,
    Constraint,
    Event,
    Kind,
    Passage,
    Relation,
    Source,
    Text,
)
from timeline_app.case.opening import OpenedCase, open_reading
from timeline_app.case.problems import Code, Problem

NOTES = (
    "They met in spring.\n\nPapers were handed over later.\n\n"
    "Somebody noticed.\n\nAn arrest followed."
)


def passage(words: str) -> Passage:
    """The passage of these words in the notes."""
    start = NOTES.index(words)
    return Passage("notes", start, start + len(words))


def after(event: str, basis: Basis = Basis.STATED) -> tuple[Constraint, ...]:
    """A constraint: certainly after that event."""
    return (Constraint(Relation.AFTER, event, basis),)


def four_events(identity: str = "four") -> Case:
    """Meeting, then papers (inferred); noticed after the meeting; arrest after both, dated."""
    return Case(
        FORMAT,
        VERSION,
        identity,
        f"The case {identity}",
        actors=(Actor("feng", "Feng & sons"), Actor("court", "法院", role="court")),
        sources=(
            Source("notes", "Notes", text=Text(content=NOTES)),
            Source("report", "Report", published="2025-04-15"),
        ),
        events=(
            Event(
                "met",
                Kind.CONTACT,
                "They meet",
                actors=("feng",),
                passages=(passage("They met in spring."),),
                phrase="in spring",
            ),
            Event(
                "papers",
                Kind.LEAK,
                "Papers change hands",
                actors=("feng",),
                constraints=after("met", Basis.INFERRED),
                passages=(passage("Papers were handed over later."),),
            ),
            Event(
                "noticed",
                Kind.DETECTION,
                "Somebody notices",
                constraints=after("met"),
                passages=(passage("Somebody noticed."),),
            ),
            Event(
                "arrest",
                Kind.ARREST,
                "An arrest",
                when="2025-03-01",
                actors=("court",),
                constraints=after("papers") + after("noticed"),
                passages=(passage("An arrest followed."),),
            ),
        ),
    )


def hired(identity: str = "hired") -> Case:
    """Meeting, hiring, papers, arrest, each after the one before; the arrest is dated. Held against
    `four_events` there are three pairs: nothing is noticed here, and nobody is hired there."""
    return Case(
        FORMAT,
        VERSION,
        identity,
        f"The case {identity}",
        actors=(Actor("li", "Li"),),
        sources=(Source("notes", "Notes", text=Text(content=NOTES)),),
        events=(
            Event("greeted", Kind.CONTACT, "He is greeted", actors=("li",)),
            Event("signed", Kind.RECRUITMENT, "He signs", constraints=after("greeted")),
            Event(
                "sold",
                Kind.LEAK,
                "He sells papers",
                constraints=after("signed"),
                passages=(passage("Papers were handed over later."),),
            ),
            Event("held", Kind.ARREST, "He is held", when="2024-06-01", constraints=after("sold")),
        ),
    )


def chain(count: int, identity: str = "chain") -> Case:
    """So many events, each certainly after the one before it."""
    events = (
        Event(f"e{place}", Kind.LEAK, f"Event {place}", constraints=after(f"e{place - 1}"))
        for place in range(1, count)
    )
    first = Event("e0", Kind.LEAK, "Event 0")
    return Case(FORMAT, VERSION, identity, f"{count} events", events=(first, *events))


def opened(case: Case) -> OpenedCase:
    """A case as if it had been read from a file of its own name."""
    return open_reading(Reading(path=f"/cases/{case.id}.case.json", sha256="", case=case))


def broken(name: str = "broken") -> OpenedCase:
    """A file that does not open."""
    error = Problem(Code.JSON_SYNTAX, "a comma is missing", file=f"{name}.case.json", line=3)
    return OpenedCase(
        Reading(path=f"/cases/{name}.case.json", sha256="", case=None, errors=(error,))
    )


def empty(identity: str = "empty") -> Case:
    """A case in which nothing happens."""
    return Case(FORMAT, VERSION, identity, "Nothing")
