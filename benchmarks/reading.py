"""Reading large files with every check of the format, against typed decoding alone.

The floor decodes bytes that are in memory already into the same records, with the cycle collector
off; reading starts from the file. Solving is not part of either. The largest file is read and
decoded in processes of their own, each of which tells its peak of memory as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import log
from pathlib import Path

from msgspec import json

from benchmarks.effort import Effort
from benchmarks.generated_case import case_file
from benchmarks.measuring import collector_off, interleaved, seconds, timed
from benchmarks.processes import environment, run_python
from benchmarks.rows import Goal, Row, Unit, compared_row, plain_row
from timeline_app.case.file.reading import Reading, read_case
from timeline_app.case.model import Case

GOAL = Goal(6.0, aim=3.0)
MEMORY_GOAL = Goal(1.5)
GROWTH_GOAL = Goal(1.1)
DECODING = "typed msgspec decoding alone, its GC off"


def rows(effort: Effort) -> Iterator[Row]:
    """Time at both sizes, memory at the larger one, and how reading grows."""
    small = case_file(effort.folder, effort.events // 10)
    taken = interleaved(effort.rounds, {"read": timed(partial(_read, small))})["read"]
    yield _against_decoding(effort)
    large = case_file(effort.folder, effort.large)
    took, memory = _apart(effort, large)
    what = f"read {effort.large:,} events ({large.stat().st_size / 1e6:.0f} MB)"
    yield compared_row(what, DECODING, took["read"], took["decode"], goal=GOAL)
    yield compared_row(
        f"{what}: peak memory",
        DECODING,
        memory["read"],
        memory["decode"],
        unit=Unit.BYTES,
        goal=MEMORY_GOAL,
    )
    growth = log(min(took["read"]) / min(taken)) / log(effort.large / (effort.events // 10))
    yield plain_row(
        f"reading grows from {effort.events // 10:,} events as their number to the power of",
        [growth],
        unit=Unit.NUMBER,
        goal=effort.where_full(GROWTH_GOAL),
    )


def _read(file: Path) -> Reading:
    reading = read_case(file)
    if reading.case is None:
        raise ValueError(f"a generated case has errors: {reading.errors[:3]}")
    return reading


def _against_decoding(effort: Effort) -> Row:
    file = case_file(effort.folder, effort.events)
    data = file.read_bytes()
    decoder = json.Decoder(Case)

    def decode() -> float:
        with collector_off():
            return seconds(lambda: decoder.decode(data))

    taken = interleaved(effort.rounds, {"read": timed(partial(_read, file)), "decode": decode})
    what = f"read {effort.events:,} events ({len(data) / 1e6:.0f} MB)"
    return compared_row(what, DECODING, taken["read"], taken["decode"], goal=GOAL)


def _apart(effort: Effort, file: Path) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Seconds and bytes of reading and of decoding, round by round."""
    memory: dict[str, list[float]] = {"read": [], "decode": []}

    def take(name: str) -> float:
        arguments = ["-m", "benchmarks.programs.reading_file", name, str(file)]
        told, most, _ = run_python(arguments, environment(effort)).split()
        memory[name].append(float(most))
        return float(told)

    return interleaved(effort.rounds, {name: partial(take, name) for name in memory}), memory
