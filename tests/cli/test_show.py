"""`show` prints one case, as text or as JSON, or says why it does not open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.case.file.good_cases import sound, written
from tests.cli.conftest import Run
from timeline_app.paths import cases_folder

CASES = sorted(cases_folder().glob("*.case.json"))


def test_it_prints_text_or_json(run: Run, sound_case: Path) -> None:
    text = run("show", sound_case)
    assert (text.code, text.err) == (0, "")
    assert text.out.startswith("A small case\n3 events")
    shown = run("show", sound_case, "--json")
    assert (shown.code, shown.err) == (0, "")
    assert json.loads(shown.out)["id"] == "small"


def test_it_reads_standard_input(run: Run) -> None:
    done = run("show", "-", "--json", given=written(sound()))
    assert json.loads(done.out)["id"] == "small"


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_case_that_does_not_open_prints_nothing_but_messages(
    form: list[str], run: Run, broken_case: Path, tmp_path: Path
) -> None:
    done = run("show", broken_case, *form)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{broken_case}:2:15: error: ")
    done = run("show", tmp_path, *form)
    assert (done.code, done.out) == (1, "")
    assert "this is a folder with 1 case file [file-is-folder]" in done.err


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.partition(".")[0])
def test_each_of_the_nine_cases_is_shown(path: Path, run: Run) -> None:
    text, shown = run("show", path), run("show", path, "--json")
    assert (text.code, shown.code) == (0, 0)
    told = json.loads(shown.out)
    places = [text.out.index(f"\n{number + 1}. ") for number in range(len(told["order"]))]
    assert places == sorted(places)
    assert len(told["events"]) == len(places)
