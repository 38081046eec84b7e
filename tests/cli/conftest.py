"""The command line run inside the test's own process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.case.file.good_cases import sound, written
from timeline_app.cli import main


class Done(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line with these arguments, and `given` on standard input."""

    def call(*arguments: str | Path, given: bytes | None = None) -> Done:
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Done(code, out, err)

    return call


@pytest.fixture
def sound_case(tmp_path: Path) -> Path:
    """A small sound case file."""
    path = tmp_path / "sound.case.json"
    path.write_bytes(written(sound()))
    return path


@pytest.fixture
def broken_case(tmp_path: Path) -> Path:
    """A case file with a comma missing on its second line."""
    path = tmp_path / "broken.case.json"
    path.write_bytes(b'{"format": "case-timeline",\n "version": 1 "id": "a"}')
    return path
