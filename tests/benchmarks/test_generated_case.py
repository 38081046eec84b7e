"""Generated cases: the same from the same seed, and sound."""

from __future__ import annotations

from pathlib import Path

from benchmarks.generated_case import case_file, generated_case
from timeline_app.case.file.reading import read_case
from timeline_app.case.solving.chronology import solve_case


def test_the_same_seed_gives_the_same_file() -> None:
    assert generated_case(50) == generated_case(50)
    assert generated_case(50) != generated_case(50, seed=8)


def test_a_generated_case_has_no_error_and_no_contradiction(tmp_path: Path) -> None:
    file = case_file(tmp_path, 300)
    reading = read_case(file)
    assert reading.errors == ()
    assert reading.case is not None
    assert len(reading.case.events) == 300
    assert 600 < sum(len(event.constraints) for event in reading.case.events) < 850
    assert solve_case(reading.case).contradictions == ()


def test_a_file_is_made_once(tmp_path: Path) -> None:
    file = case_file(tmp_path, 20)
    before = file.stat().st_mtime_ns
    assert case_file(tmp_path, 20) == file
    assert file.stat().st_mtime_ns == before
    assert case_file(tmp_path, 20, constraints=1.0) != file
