"""`python -m timeline_app` is the command `timeline-app`."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import timeline_app

ROOT = Path(__file__).resolve().parent.parent


def test_it_runs_the_command_line_and_ends_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline_app.cli.main", lambda: 7)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("timeline_app", run_name="__main__")
    assert ended.value.code == 7


def test_it_tells_its_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "timeline_app", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert timeline_app.__version__ in done.stdout
