"""Reading or decoding one file in a process of its own: what it takes, and how much memory.

Called with `read` or `decode` and a file; prints the seconds and the bytes of the peak. Decoding
has the bytes of the file in memory before the time is taken, and the collector off.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
from pathlib import Path
from time import perf_counter

from msgspec import json

from timeline_app.case.file.reading import read_case
from timeline_app.case.model import Case

KIB = 1_024


def read(file: Path) -> tuple[float, Case]:
    """Seconds that reading takes, and the case that was read."""
    begun = perf_counter()
    reading = read_case(file)
    taken = perf_counter() - begun
    if reading.case is None:
        raise ValueError(f"a generated case has errors: {reading.errors[:3]}")
    return taken, reading.case


def decode(file: Path) -> tuple[float, Case]:
    """Seconds that typed decoding alone takes, and the case that was decoded."""
    data = file.read_bytes()
    decoder = json.Decoder(Case)
    gc.disable()
    begun = perf_counter()
    case = decoder.decode(data)
    return perf_counter() - begun, case


def peak() -> int:
    """The most memory that this process has used so far, in bytes. `ru_maxrss`, where there is no
    /proc, also knows that of the process that started this one."""
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * KIB
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * KIB


def main() -> None:
    """Do what the command line says, and print it."""
    _, what, name = sys.argv
    seconds, case = (read if what == "read" else decode)(Path(name))
    print(seconds, peak(), len(case.events), flush=True)
    os._exit(0)  # a million events need not be cleared away one by one


if __name__ == "__main__":
    main()
