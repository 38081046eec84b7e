"""Generated cases: the same from the same seed, and sound."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from msgspec import json

from benchmarks.generated_case import Plan, case_file, generated_case, write_case
from timeline_app.case.file.reading import read_case
from timeline_app.case.model import Case, Kind, Shape
from timeline_app.case.solving.chronology import solve_case


def test_the_same_seed_gives_the_same_file() -> None:
    assert generated_case(50) == generated_case(50)
    assert generated_case(50) != generated_case(50, seed=8)


def test_a_plan_says_how_much_there_is() -> None:
    written = BytesIO()
    write_case(Plan(400, seed=3, constraints=1.0, actors=5, sources=4, text=1_500), written)
    case = json.decode(written.getvalue(), type=Case)
    assert len(case.events) == 400
    assert len(case.actors) == 5
    assert [source.text and source.text.length for source in case.sources[1:3]] == [1_500, 1_500]
    assert 350 < sum(len(event.constraints) for event in case.events) <= 400


def test_all_forms_are_there() -> None:
    case = json.decode(generated_case(3_000), type=Case)
    assert {event.shape for event in case.events} == set(Shape)
    assert {event.kind for event in case.events} == set(Kind)
    assert any(isinstance(event.when, tuple) for event in case.events)
    assert any(event.prevented for event in case.events)
    assert max(len(event.note or "") for event in case.events) > 1_000


@pytest.mark.parametrize(
    "plan", [{"events": 0}, {"events": 1, "actors": 1}, {"events": 1, "sources": 0}]
)
def test_what_can_not_be_generated_is_refused(plan: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="there must be"):
        Plan(**plan)


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
