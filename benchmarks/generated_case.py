"""Case files of any size, from a seed: the same seed gives the same file on every machine.

Rules:
* Every event has a true time first, which stays hidden; its date, its length and its constraints
  are then told from it, more or less finely. So a generated case holds no contradiction.
* The forms are mixed as in a large real chronology: about a half of the events are dated to the
  day or better, a quarter more coarsely, a quarter not at all; a fifth are spans or repeated. A few
  are dated by two sources, were prevented, or have a long note.
* A file is written event by event: one of a million needs little memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct, json

from benchmarks.chance import Chance
from timeline_app.case.civil import DAY, iso_day, iso_second

MOST_ACTORS = 3
SHORTEST_TEXT = 1_000
FIRST_DAY = -9_131  # 1945-01-01
LAST_DAY = 18_262  # 2020-01-01
PUBLISHED = "2024-04-10"
NEIGHBOURHOOD = 40

KINDS = ("contact", "recruitment", "leak", "detection", "arrest", "sentencing", "other")
BASES = ("stated", "inferred", "assumed")
DEEDS = ("meets", "pays", "writes to", "hands papers to", "is questioned about", "is warned of")
CONSTRAINTS = 2.4
"""For each event, on average."""
TELLING = (
    "the file was copied at night and carried out in a coat lined for the purpose while the "
    "watchman slept and nobody asked about the second key until the spring"
)

Json = dict[str, object]

_iso_day = cache(iso_day)  # there are few days, told many times


class Truth(Struct, frozen=True, gc=False):
    """What really happened: civil seconds of start and end, and how it is told."""

    start: int
    end: int
    shape: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be generated: `constraints` for each event on average, so many `actors`,
    `sources`, and code points in each `text`. The same plan always gives the same file."""

    events: int
    seed: int = 7
    constraints: float = CONSTRAINTS
    actors: int = 40
    sources: int = 24
    text: int = 60_000

    def __post_init__(self) -> None:
        """Refuse what can't be generated."""
        if self.events < 1 or self.actors < MOST_ACTORS or self.sources < 1 or self.constraints < 0:
            raise ValueError(f"there must be events, sources and at least {MOST_ACTORS} actors")
        if self.text < SHORTEST_TEXT:
            raise ValueError(f"a text has at least {SHORTEST_TEXT} characters")


def generated_case(count: int, seed: int = 7, constraints: float = CONSTRAINTS) -> bytes:
    """A case of `count` events as the bytes of its file, `constraints` for each on average."""
    written = BytesIO()
    write_case(Plan(count, seed, constraints), written)
    return written.getvalue()


def write_case(plan: Plan, file: BinaryIO) -> None:
    """Write a case. One event on each line, so that the file can be looked at."""
    chance = Chance(plan.seed)
    truths = _truths(chance, plan.events)
    head = {
        "format": "case-timeline",
        "version": 1,
        "id": f"generated-{plan.events}-{plan.seed}",
        "title": f"A generated case of {plan.events:,} events",
        "timezone": "+08:00",
        "actors": [{"id": f"actor-{i}", "name": f"Actor {i}"} for i in range(plan.actors)],
        "sources": list(_sources(chance, plan)),
    }
    opening = json.format(json.encode(head), indent=1).removesuffix(b"\n}")
    file.write(opening + b',\n "events": [\n')
    for index in range(plan.events):
        if index:
            file.write(b",\n")
        file.write(json.encode(_event(chance, plan, truths, index)))
    file.write(b"\n]}\n")


def case_file(folder: Path, count: int, constraints: float = CONSTRAINTS) -> Path:
    """A generated case in a folder; made only where it is not there yet."""
    path = folder / f"generated-{count}-{constraints:g}.case.json"
    if not path.is_file():
        with path.open("wb") as file:
            write_case(Plan(count, constraints=constraints), file)
    return path


def _truths(chance: Chance, count: int) -> list[Truth]:
    """The hidden times in the order of the file, which is roughly that of time."""
    starts = sorted(chance.between(FIRST_DAY * DAY, LAST_DAY * DAY) for _ in range(count))
    truths = []
    for start in starts:
        part = chance.random()
        shape = "moment" if part < 0.8 else "span" if part < 0.95 else "repeated"
        length = 0 if shape == "moment" else chance.between(DAY, 900 * DAY)
        truths.append(Truth(start, start + length, shape))
    return truths


def _sources(chance: Chance, plan: Plan) -> Iterator[Json]:
    """Every third text is embedded, the others lie elsewhere."""
    for index in range(plan.sources):
        source: Json = {"id": f"report-{index}", "title": f"Report {index}"}
        if index % 2:
            source["published"] = PUBLISHED
        if index % 3:
            digest = hashlib.sha256(b"%d" % index).hexdigest()
            source["text"] = {"sha256": digest, "length": plan.text, "file": f"{index}.txt"}
        else:
            words = " ".join(chance.choices(TELLING.split(), k=plan.text // 4))
            source["text"] = {"content": words.ljust(plan.text, ".")[: plan.text]}
        yield source


def _event(chance: Chance, plan: Plan, truths: list[Truth], index: int) -> Json:
    truth, source = truths[index], index % plan.sources
    kind = chance.one_of(KINDS)
    actors = chance.some_below(plan.actors, chance.between(1, MOST_ACTORS + 1))
    event: Json = {
        "id": f"event-{index}",
        "kind": kind,
        "title": f"Actor {actors[0]} {chance.one_of(DEEDS)} somebody, as report {source} tells",
        "actors": [f"actor-{actor}" for actor in actors],
    }
    if kind == "other":
        event["label"] = "background"
    if kind == "sentencing":
        event["outcome"] = [{"type": "imprisonment", "duration": f"P{chance.between(1, 20)}Y"}]
    if truth.shape != "moment":
        event["shape"] = truth.shape
    event.update(_told_time(chance, plan, truth))
    told = list(_constraints(chance, truths, index, plan.constraints))
    if told:
        event["constraints"] = told
    start = chance.below(plan.text - 400)
    event["passages"] = [{"source": f"report-{source}", "start": start, "end": start + 153}]
    rare = chance.below(100)
    if rare == 0:
        event["prevented"] = True
    elif rare == 1:
        event["note"] = ". ".join(TELLING for _ in range(chance.between(1, 20)))
    return event


def _told_time(chance: Chance, plan: Plan, truth: Truth) -> Json:
    """The date of an event as a source would give it, or nothing."""
    if chance.random() < 0.25:
        return {}
    if truth.shape == "moment":
        if chance.random() < 0.02:
            return {"when": list(_claims(chance, plan, truth.start))}
        return _told_moment(chance, truth.start)
    days = (truth.end - truth.start) // DAY
    if chance.random() < 0.3:
        return {
            "when": f"{_told_day(chance, truth.start)}/..",
            "lasts": {"min": f"P{days // 2}D", "max": f"P{2 * days + 2}D"},
        }
    return {"when": f"{_told_day(chance, truth.start)}/{_told_day(chance, truth.end)}"}


def _told_moment(chance: Chance, second: int) -> Json:
    day = second // DAY
    form = chance.below(10)
    if form < 4:
        return {"when": _iso_day(day)}
    if form < 6:
        return {"when": iso_second(second)[:16]}
    if form == 6:
        return {"when": f"[{_iso_day(day - chance.below(60))}..]"}
    if form == 7:
        earliest, latest = day - chance.below(60), day + chance.below(60)
        return {"when": f"[{_iso_day(earliest)}..{_iso_day(latest)}]"}
    if form == 8:
        return {"when": _iso_day(day + chance.between(-20, 20)) + "~", "margin": "P1M"}
    coarse = _iso_day(day)
    return {"when": chance.one_of((coarse[:4], coarse[:7], f"{coarse[:3]}X", f"{coarse[:7]}-XX"))}


def _claims(chance: Chance, plan: Plan, second: int) -> Iterator[Json]:
    """Two dates for one event, both of them right."""
    for length in (10, 7):
        source = f"report-{chance.below(plan.sources)}"
        yield {"value": _iso_day(second // DAY)[:length], "source": source}


def _told_day(chance: Chance, second: int) -> str:
    """The day, its month or its year."""
    return _iso_day(second // DAY)[: chance.one_of((4, 7, 10, 10))]


def _constraints(chance: Chance, truths: list[Truth], index: int, average: float) -> Iterator[Json]:
    whole = int(average)
    count = whole + (chance.random() < average - whole)
    for _ in range(count):
        other = index + chance.one_of((-1, 1)) * chance.between(1, NEIGHBOURHOOD)
        if 0 <= other < len(truths):
            yield _constraint(chance, truths[index], truths[other], f"event-{other}")


def _constraint(chance: Chance, this: Truth, that: Truth, name: str) -> Json:
    """A statement about two events that their hidden times fulfil."""
    if this.end < that.start:
        relation, gap = "before", that.start - this.end
    elif that.end < this.start:
        relation, gap = "after", this.start - that.end
    elif this.start <= that.start:
        relation, gap = "not_after", that.start - this.start
    else:
        relation, gap = "not_before", this.start - that.start
    told: Json = {"rel": relation, "to": name, "basis": chance.one_of(BASES)}
    days = gap // DAY
    if days and chance.random() < 0.2:
        told["min"] = f"P{max(1, days // 2)}D"
    if chance.random() < 0.1:
        told["max"] = f"P{2 * days + 2}D"
    return told
