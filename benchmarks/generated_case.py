"""Case files of any size, from a seed: the same seed gives the same file on every machine.

Rules:
* Every event has a true time first, which stays hidden; its date, its length and its constraints
  are then told from it, more or less finely. So a generated case holds no contradiction.
* The forms are mixed as in a large real chronology: about a half of the events are dated to the
  day or better, a quarter more coarsely, a quarter not at all; a fifth are spans or repeated.

    python -m benchmarks.generated_case 100000 -o large.case.json [--seed 7]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline_app.case.civil import DAY, iso_day, iso_second

SOURCE_LENGTH = 60_000
SOURCE_COUNT = 24
ACTOR_COUNT = 40
FIRST_DAY = -9_131  # 1945-01-01
LAST_DAY = 18_262  # 2020-01-01
PUBLISHED = "2024-04-10"
NEIGHBOURHOOD = 40

KINDS = ("contact", "recruitment", "leak", "detection", "arrest", "sentencing", "other")
BASES = ("stated", "inferred", "assumed")
DEEDS = ("meets", "pays", "writes to", "hands papers to", "is questioned about", "is warned of")
TELLING = (
    "the file was copied at night and carried out in a coat lined for the purpose while the "
    "watchman slept and nobody asked about the second key until the spring"
)

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Truth:
    """What really happened: civil seconds of start and end, and how it is told."""

    start: int
    end: int
    shape: str


def generated_case(count: int, seed: int = 7, constraints: float = 2.4) -> bytes:
    """A case of `count` events as the bytes of its file, `constraints` for each event on average.

    One event on each line, so that the file can be looked at.
    """
    chance = random.Random(seed)
    truths = _truths(chance, count)
    head = {
        "format": "case-timeline",
        "version": 1,
        "id": f"generated-{count}-{seed}",
        "title": f"A generated case of {count:,} events",
        "timezone": "+08:00",
        "actors": [{"id": f"actor-{i}", "name": f"Actor {i}"} for i in range(ACTOR_COUNT)],
        "sources": list(_sources(chance)),
    }
    events = ",\n".join(
        json.dumps(_event(chance, truths, index, constraints), separators=(",", ":"))
        for index in range(count)
    )
    opening = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    return f'{opening},\n "events": [\n{events}\n]}}\n'.encode()


def case_file(folder: Path, count: int, constraints: float = 2.4) -> Path:
    """A generated case in a folder; made only where it is not there yet."""
    path = folder / f"generated-{count}-{constraints:g}.case.json"
    if not path.is_file():
        path.write_bytes(generated_case(count, constraints=constraints))
    return path


def _truths(chance: random.Random, count: int) -> list[Truth]:
    """The hidden times in the order of the file, which is roughly that of time."""
    starts = sorted(chance.randrange(FIRST_DAY * DAY, LAST_DAY * DAY) for _ in range(count))
    truths = []
    for start in starts:
        shape = chance.choices(("moment", "span", "repeated"), (80, 15, 5))[0]
        length = 0 if shape == "moment" else chance.randrange(DAY, 900 * DAY)
        truths.append(Truth(start, start + length, shape))
    return truths


def _sources(chance: random.Random) -> Iterator[Json]:
    """Every third text is embedded, the others lie elsewhere."""
    for index in range(SOURCE_COUNT):
        source: Json = {"id": f"report-{index}", "title": f"Report {index}"}
        if index % 2:
            source["published"] = PUBLISHED
        if index % 3:
            digest = hashlib.sha256(b"%d" % index).hexdigest()
            source["text"] = {"sha256": digest, "length": SOURCE_LENGTH, "file": f"{index}.txt"}
        else:
            words = " ".join(chance.choices(TELLING.split(), k=SOURCE_LENGTH // 4))
            source["text"] = {"content": words.ljust(SOURCE_LENGTH, ".")[:SOURCE_LENGTH]}
        yield source


def _event(chance: random.Random, truths: list[Truth], index: int, constraints: float) -> Json:
    truth = truths[index]
    kind = chance.choice(KINDS)
    actors = chance.sample(range(ACTOR_COUNT), chance.randrange(1, 4))
    event: Json = {
        "id": f"event-{index}",
        "kind": kind,
        "title": f"Actor {actors[0]} {chance.choice(DEEDS)} somebody, as report {index % 24} tells",
        "actors": [f"actor-{actor}" for actor in actors],
    }
    if kind == "other":
        event["label"] = "background"
    if kind == "sentencing":
        event["outcome"] = [{"type": "imprisonment", "duration": f"P{chance.randrange(1, 20)}Y"}]
    if truth.shape != "moment":
        event["shape"] = truth.shape
    event.update(_told_time(chance, truth))
    told = list(_constraints(chance, truths, index, constraints))
    if told:
        event["constraints"] = told
    start = chance.randrange(SOURCE_LENGTH - 400)
    event["passages"] = [
        {"source": f"report-{index % SOURCE_COUNT}", "start": start, "end": start + 153}
    ]
    return event


def _told_time(chance: random.Random, truth: Truth) -> Json:
    """The date of an event as a source would give it, or nothing."""
    if chance.random() < 0.25:
        return {}
    if truth.shape == "moment":
        return _told_moment(chance, truth.start)
    days = (truth.end - truth.start) // DAY
    if chance.random() < 0.3:
        return {
            "when": f"{_told_day(chance, truth.start)}/..",
            "lasts": {"min": f"P{days // 2}D", "max": f"P{2 * days + 2}D"},
        }
    return {"when": f"{_told_day(chance, truth.start)}/{_told_day(chance, truth.end)}"}


def _told_moment(chance: random.Random, second: int) -> Json:
    day = second // DAY
    form = chance.randrange(10)
    if form < 4:
        return {"when": iso_day(day)}
    if form < 6:
        return {"when": iso_second(second)[:16]}
    if form == 6:
        return {"when": f"[{iso_day(day - chance.randrange(60))}..]"}
    if form == 7:
        earliest, latest = day - chance.randrange(60), day + chance.randrange(60)
        return {"when": f"[{iso_day(earliest)}..{iso_day(latest)}]"}
    if form == 8:
        return {"when": iso_day(day + chance.randrange(-20, 20)) + "~", "margin": "P1M"}
    return {"when": iso_day(day)[: chance.choice((4, 7))]}


def _told_day(chance: random.Random, second: int) -> str:
    """The day, its month or its year."""
    return iso_day(second // DAY)[: chance.choice((4, 7, 10, 10))]


def _constraints(
    chance: random.Random, truths: list[Truth], index: int, average: float
) -> Iterator[Json]:
    whole = int(average)
    count = whole + (chance.random() < average - whole)
    for _ in range(count):
        other = index + chance.choice((-1, 1)) * chance.randrange(1, NEIGHBOURHOOD)
        if 0 <= other < len(truths):
            yield _constraint(chance, truths[index], truths[other], f"event-{other}")


def _constraint(chance: random.Random, this: Truth, that: Truth, name: str) -> Json:
    """A statement about two events that their hidden times fulfil."""
    if this.end < that.start:
        relation, gap = "before", that.start - this.end
    elif that.end < this.start:
        relation, gap = "after", this.start - that.end
    elif this.start <= that.start:
        relation, gap = "not_after", that.start - this.start
    else:
        relation, gap = "not_before", this.start - that.start
    told: Json = {"rel": relation, "to": name, "basis": chance.choice(BASES)}
    days = gap // DAY
    if days and chance.random() < 0.2:
        told["min"] = f"P{max(1, days // 2)}D"
    if chance.random() < 0.1:
        told["max"] = f"P{2 * days + 2}D"
    return told


def main() -> int:
    """Write one generated case; the command line says how large and where."""
    parser = argparse.ArgumentParser(description="Write a generated case file.")
    parser.add_argument("events", type=int, help="how many events")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    parser.add_argument("--seed", type=int, default=7, help="another seed gives another case")
    parser.add_argument("--constraints", type=float, default=2.4, help="for each event, on average")
    given = parser.parse_args()
    data = generated_case(given.events, given.seed, given.constraints)
    given.output.write_bytes(data)
    sys.stderr.write(f"{given.output}: {given.events:,} events, {len(data):,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
