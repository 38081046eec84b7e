"""Each benchmark runs at a tiny size and gives its rows; what they measure is not judged here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import machine
from benchmarks.__main__ import main
from benchmarks.effort import Effort
from benchmarks.panning import stretch
from benchmarks.running import BENCHMARKS, rows_of

ROWS = {
    "starting": 3,
    "commands": 2,
    "reading": 4,
    "dates": 1,
    "solving": 11,
    "comparing": 3,
    "loading": 22,
    "stepping": 4,
    "panning": 4,
    "comparing_view": 2,
    "frames": 12,
    "laying_out": 15,
    "painting": 5,
    "pictures_against_matplotlib": 3,
    "exporting": 1,
}


@pytest.fixture
def tiny(tmp_path: Path) -> Effort:
    return Effort(tmp_path, 1, 1, 1, events=60, frames=8, few_frames=8, is_full=False)


def test_every_benchmark_is_tried_here() -> None:
    assert list(ROWS) == list(BENCHMARKS)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ROWS)
def test_it_gives_its_rows(name: str, tiny: Effort) -> None:
    rows = rows_of(name, tiny)
    assert len(rows) == ROWS[name]
    assert len({(row.what, row.against) for row in rows}) == len(rows)
    for row in rows:
        assert row.measured > 0.0 or "stall" in row.what  # where nothing stood still
        assert (row.floor is None) == (row.ratio is None) == (not row.against)
        assert row.ratio is None or row.ratio > 0.0


@pytest.mark.parametrize("count", [8, 60, 200])
def test_every_frame_of_the_script_sees_something_else(count: int) -> None:
    seen = [stretch(frame, count) for frame in range(count)]
    assert all(0.0 <= first < last <= 1.0 + 1e-9 for first, last in seen)
    assert all(one != following for one, following in zip(seen, [*seen[1:], seen[0]], strict=True))


def test_the_command_prints_rows_and_writes_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rows.json"
    assert main(["dates", "--quick", "--json", str(file)]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert len(lines) == 3
    assert lines[2].startswith("| dates of ")
    assert "1 rows" in told.err
    written = json.loads(file.read_text("utf-8"))
    assert [row["what"] for row in written["rows"]] == [lines[2].split("|")[1].strip()]
    assert written["rows"][0]["goal"] == 100_000
    assert written["versions"]["Python"]
    assert written["cores"] >= 1


def test_a_name_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["datse"]) == 2
    told = capsys.readouterr()
    assert "datse" in told.err
    assert "dates" in told.err
    assert told.out == ""


def test_a_benchmark_that_breaks_is_said_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("benchmarks.__main__.BENCHMARKS", {"absent": "nothing", **BENCHMARKS})
    assert main(["absent", "dates", "--quick"]) == 1
    told = capsys.readouterr()
    assert "absent broke: ModuleNotFoundError" in told.err
    assert len(told.out.splitlines()) == 3


def test_the_machine_in_words() -> None:
    told = machine.in_words(machine.description())
    assert "pyqtgraph" in told
    assert "cores" in told
