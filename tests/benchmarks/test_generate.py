"""The command that writes generated cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.generate import main
from benchmarks.generated_case import generated_case
from timeline_app.case.file.reading import read_case


def test_it_writes_what_is_generated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.case.json"
    assert main(["--events", "50", "--seed", "3", "--constraints", "100", "-o", str(file)]) == 0
    assert file.read_bytes() == generated_case(50, seed=3, constraints=2.0)
    assert "50 events" in capsys.readouterr().err


def test_other_sizes_are_sound_too(tmp_path: Path) -> None:
    file = tmp_path / "x.case.json"
    sizes = ["--actors", "3", "--sources", "1", "--text", "1000"]
    assert main(["--events", "30", *sizes, "-o", str(file)]) == 0
    reading = read_case(file)
    assert reading.errors == ()
    assert reading.case is not None
    assert len(reading.case.actors) == 3


def test_what_can_not_be_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.case.json"
    with pytest.raises(SystemExit) as ended:
        main(["--events", "30", "--text", "10", "-o", str(file)])
    assert ended.value.code == 2
    assert "1000 characters" in capsys.readouterr().err
    assert not file.exists()
