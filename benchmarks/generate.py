"""`python -m benchmarks.generate`: write a case file of any size, the same from the same seed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generated_case import CONSTRAINTS, Plan, write_case


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one generated case; 2 where what is asked for can't be generated."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    count: int = asked.events
    each = CONSTRAINTS if asked.constraints is None else asked.constraints / max(count, 1)
    try:
        plan = Plan(count, asked.seed, each, asked.actors, asked.sources, asked.text)
    except ValueError as error:
        parser.error(str(error))
    output: Path = asked.output
    with output.open("wb") as file:
        write_case(plan, file)
    size = output.stat().st_size
    print(f"{output}: {count:,} events, {size:,} bytes", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.generate",
        description="Writes a generated case file. The same command gives the same file.",
    )
    parser.add_argument("--events", type=int, required=True, metavar="N", help="how many events")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    parser.add_argument("--seed", type=int, default=7, help="another seed gives another case (7)")
    parser.add_argument(
        "--constraints", type=int, metavar="M", help="about how many in all (2.4 for each event)"
    )
    parser.add_argument("--actors", type=int, default=40, help="how many actors (40)")
    parser.add_argument("--sources", type=int, default=24, help="how many sources (24)")
    parser.add_argument(
        "--text", type=int, default=60_000, help="characters in the text of each source (60,000)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
