"""Running Python as a process of its own, as on the machine of a reviewer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.effort import Effort

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0


def environment(effort: Effort) -> dict[str, str]:
    """The environment for processes whose start is measured.

    A reviewer's modules are compiled when they are first used, and then kept. So they are here,
    for program and floor alike, in the folder of the run, even where the environment forbids it.
    """
    given = dict(os.environ)
    if effort.warms_up:
        given.pop("PYTHONDONTWRITEBYTECODE", None)
        given["PYTHONPYCACHEPREFIX"] = str(effort.folder / "compiled")
    return given


def run_python(arguments: Sequence[str], given: Mapping[str, str]) -> str:
    """Run Python with these arguments in this environment; what it printed.

    Raises:
        RuntimeError: it ended with another code than 0.
    """
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=dict(given),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout
