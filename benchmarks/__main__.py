"""`python -m benchmarks`: measure, print the table, and write it as JSON where asked to."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import machine
from benchmarks.effort import Effort
from benchmarks.rows import Row, as_json, table
from benchmarks.running import BENCHMARKS, rows_apart


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks; 1 where one of them broke. A goal that is missed is no fault."""
    asked = _parser().parse_args(arguments)
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        _tell(f"There is no benchmark “{unknown[0]}”; there are {', '.join(BENCHMARKS)}.")
        return 2
    begun, told = time.monotonic(), machine.description()
    _tell(machine.in_words(told))
    _tell_load()
    rows: list[Row] = []
    taken: dict[str, float] = {}
    broken: list[str] = []
    with TemporaryDirectory(prefix="timeline-benchmarks-") as folder:
        # Nothing of the reviewer's own is read or written, and no window comes up.
        os.environ["TIMELINE_APP_HOME"] = str(Path(folder) / "home")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        effort = (Effort.quick if asked.quick else Effort)(Path(folder))
        measured = _measured(asked.names or list(BENCHMARKS), effort, taken, broken)
        for line in table(_noting(measured, rows)):
            print(line, flush=True)
    took = time.monotonic() - begun
    _tell(", ".join(f"{name} {seconds:.0f} s" for name, seconds in taken.items()))
    _tell(f"{len(rows)} rows, {sum(row.met is False for row in rows)} goals missed, {took:.0f} s")
    if asked.json is not None:
        result = {
            **told,
            "seconds": round(took),
            "seconds_of": {name: round(seconds, 1) for name, seconds in taken.items()},
            "rows": [as_json(row) for row in rows],
        }
        asked.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(bool(broken))


def _measured(
    names: Sequence[str], effort: Effort, taken: dict[str, float], broken: list[str]
) -> Iterator[Row]:
    """The rows as they are measured, and how long each benchmark has taken; one that breaks is
    told, and the others go on."""
    for name in names:
        begun = time.monotonic()
        try:
            measured = rows_apart(name, effort)
        except Exception as error:  # noqa: BLE001 - told, and the exit code says it
            broken.append(name)
            _tell(f"{name} broke: {type(error).__name__}: {error}")
            continue
        finally:
            taken[name] = time.monotonic() - begun
        yield from measured


def _noting(measured: Iterator[Row], rows: list[Row]) -> Iterator[Row]:
    """The same rows, each put to the others."""
    for row in measured:
        rows.append(row)
        yield row


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<10} {what}" for name, what in BENCHMARKS.items())
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measures the program against floors taken in the same run.",
        epilog=f"The benchmarks:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these; default: all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows here as well")
    parser.add_argument("--quick", action="store_true", help="small sizes and few rounds")
    return parser


def _tell_load() -> None:
    load = machine.load()
    if load is not None and load > 0.5:
        _tell(f"Other work runs on this machine (load {load:g}): figures will be too high.")


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
