"""Reading a large file with every check of the format, against typed decoding alone.

The floor decodes bytes that are in memory already into the same records, with the cycle collector
off; reading starts from the file. Solving is not part of either.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import json

from benchmarks.effort import Effort
from benchmarks.generated_case import case_file
from benchmarks.measuring import collector_off, interleaved, seconds, timed
from benchmarks.rows import Goal, Row, compared_row
from timeline_app.case.file.reading import Reading, read_case
from timeline_app.case.model import Case

GOAL = Goal(6.0, aim=3.0)
DECODING = "typed msgspec decoding alone, its GC off"


def rows(effort: Effort) -> Iterator[Row]:
    """One row."""
    file = case_file(effort.folder, effort.events)
    data = file.read_bytes()
    decoder = json.Decoder(Case)

    def read() -> Reading:
        reading = read_case(file)
        if reading.case is None:
            raise ValueError(f"a generated case has errors: {reading.errors[:3]}")
        return reading

    def decode() -> float:
        with collector_off():
            return seconds(lambda: decoder.decode(data))

    taken = interleaved(effort.rounds, {"read": timed(read), "decode": decode})
    what = f"read {effort.events:,} events ({len(data) / 1e6:.0f} MB)"
    yield compared_row(what, DECODING, taken["read"], taken["decode"], goal=GOAL)
