"""`compare` prints two cases side by side, or says why it can't."""

from __future__ import annotations

import csv
import io
import json
from itertools import combinations
from pathlib import Path

import pytest

from tests.case.file.good_cases import Json, changed, sound, written
from tests.cli.conftest import Run
from timeline_app.case.file.reading import read_case
from timeline_app.case.model import Kind
from timeline_app.cli import output
from timeline_app.cli.terminal import STAND_IN
from timeline_app.paths import cases_folder

CASES = sorted(cases_folder().glob("*.case.json"))
FENG, ZHANG = CASES[4], CASES[8]
FORMS: list[list[str]] = [[], ["--json"], ["--markdown"], ["--csv"]]


@pytest.fixture
def hostile_case(tmp_path: Path) -> Path:
    """A case whose texts would act wherever they are shown as they are."""
    odd = '=HYPERLINK("http://x")|<script>`\x1b[31m\u202e\n**'
    path = tmp_path / "hostile.case.json"
    path.write_bytes(
        written(
            changed(
                {
                    ("title",): odd,
                    ("events", 0, "title"): odd,
                    ("events", 1, "label"): odd,
                    ("events", 2, "outcome", 0, "text"): odd,
                    ("actors", 1, "name"): odd,
                }
            )
        )
    )
    return path


def ids_of(path: Path) -> tuple[str, list[str]]:
    case = read_case(path).case
    assert case is not None
    return case.id, [event.id for event in case.events]


@pytest.mark.parametrize(("a", "b"), [*combinations(CASES, 2)], ids=lambda path: str(path.name)[:2])
def test_every_two_of_the_nine_as_json(a: Path, b: Path, run: Run) -> None:
    done = run("compare", a, b, "--json")
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    assert list(told) == ["a", "b", "align", "pairs", "only_a", "only_b", "phases", "reversed"]
    (id_a, events_a), (id_b, events_b) = ids_of(a), ids_of(b)
    assert (told["a"], told["b"], told["align"]) == (id_a, id_b, "order")
    assert sorted([*told["only_a"], *(pair[0] for pair in told["pairs"])]) == sorted(events_a)
    assert sorted([*told["only_b"], *(pair[1] for pair in told["pairs"])]) == sorted(events_b)
    for phase in told["phases"]:
        assert list(phase) == ["from", "to", "a", "b", "difference"]
        assert {phase["from"], phase["to"]} < set(Kind) - {Kind.OTHER}
        for interval in (phase["a"], phase["b"], phase["difference"]):
            assert list(interval) == ["min", "max"]
            assert all(limit is None or type(limit) is int for limit in interval.values())
            if None not in interval.values():
                assert interval["min"] <= interval["max"]
    for reversal in told["reversed"]:
        assert list(reversal) == ["kinds", "a", "b"]
        assert set(reversal["a"]) <= set(events_a)
        assert set(reversal["b"]) <= set(events_b)


def test_the_mirror_of_a_comparison_is_that_of_the_cases_exchanged(run: Run) -> None:
    there = json.loads(run("compare", FENG, ZHANG, "--json").out)
    back = json.loads(run("compare", ZHANG, FENG, "--json").out)
    assert (back["a"], back["only_a"]) == (there["b"], there["only_b"])
    assert sorted(back["pairs"]) == sorted(pair[::-1] for pair in there["pairs"])
    assert [phase["a"] for phase in back["phases"]] == [phase["b"] for phase in there["phases"]]


def test_the_text_has_every_part(run: Run) -> None:
    done = run("compare", FENG, ZHANG)
    assert (done.code, done.err) == (0, "")
    first, *others = [part.splitlines() for part in done.out.split("\n\n")]
    assert first[0] == (
        "A: Feng and Jiang, paid consultants · B: Ministry employee and the recorder"
    )
    assert [part[0] for part in others] == ["Penalties", "What differs", "Events side by side"]
    assert max(map(len, done.out.splitlines())) <= 96


@pytest.mark.parametrize("align", ["calendar", "order", *Kind])
@pytest.mark.parametrize("form", FORMS)
def test_each_alignment_prints_everything(align: str, form: list[str], run: Run) -> None:
    """Case 5 has no arrest, case 9 no recruitment: both are compared all the same."""
    done = run("compare", FENG, ZHANG, "--align", align, *form)
    assert done.code == 0
    lacking = {"recruitment": "B", "arrest": "A"}.get(align)
    said = done.out + done.err
    assert ("has no event of the kind" in said) is (lacking is not None)
    if lacking is not None:
        assert f"{lacking} (“" in said
    if form == ["--json"]:
        assert json.loads(done.out)["align"] == align


def test_the_form_for_spreadsheets_is_one_table(run: Run) -> None:
    done = run("compare", FENG, ZHANG, "--csv")
    assert done.out.startswith("\ufeffwhat,from,to,A,B,difference,")
    rows = list(csv.reader(io.StringIO(done.out.removeprefix("\ufeff"), newline="")))
    assert {len(row) for row in rows} == {12}
    assert {row[0] for row in rows[1:]} == {"case", "stretch", "penalty", "what differs"}


def test_a_terminal_gets_lines_and_no_mark(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_terminal", lambda _: True)
    done = run("compare", FENG, ZHANG, "--csv")
    assert done.out.startswith("what,from,to,")
    assert "\r" not in done.out


def test_one_of_the_two_may_come_from_standard_input(run: Run, sound_case: Path) -> None:
    for paths in ((sound_case, "-"), ("-", sound_case)):
        done = run("compare", *paths, "--json", given=written(changed({("id",): "piped"})))
        assert {json.loads(done.out)[side] for side in "ab"} == {"small", "piped"}
    done = run("compare", "-", "-")
    assert done.code == 2
    assert done.err.endswith("only one of the two cases can come from standard input\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.partition(".")[0])
def test_a_case_with_itself_pairs_every_event_with_itself(path: Path, run: Run) -> None:
    told = json.loads(run("compare", path, path, "--json").out)
    assert sorted(told["pairs"]) == sorted([event, event] for event in ids_of(path)[1])
    assert told["only_a"] == told["only_b"] == told["reversed"] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_broken_case_lists_its_errors(form: list[str], run: Run, broken_case: Path) -> None:
    done = run("compare", FENG, broken_case, *form)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{broken_case}:2:15: error: ")
    done = run("compare", broken_case, "missing", *form)
    assert (done.code, done.out) == (1, "")
    assert f"{broken_case}:2:15: error: " in done.err
    assert "missing: error: " in done.err
    twice = run("compare", broken_case, broken_case, *form)
    assert twice.err.count(": error: ") == 1


@pytest.mark.parametrize("form", FORMS)
def test_a_case_without_events_is_compared(form: list[str], run: Run) -> None:
    done = run("compare", "-", FENG, *form, given=written(changed({("events",): []})))
    assert (done.code, done.err) == (0, "")
    assert done.out


@pytest.mark.parametrize("form", FORMS)
def test_no_text_of_a_case_acts(form: list[str], run: Run, hostile_case: Path) -> None:
    done = run("compare", hostile_case, hostile_case, *form)
    assert done.code == 0
    assert not {"\x1b", "\u202e"} & set(done.out)
    if form == ["--csv"]:
        rows = csv.reader(io.StringIO(done.out.removeprefix("\ufeff"), newline=""))
        assert not any(cell.startswith("=") for row in rows for cell in row)
    if form == ["--markdown"]:
        assert "<script>" not in done.out
        assert "\\<script\\>" in done.out
    if form != ["--json"]:
        assert STAND_IN in done.out


def test_hostile_texts_stay_apart_in_json(run: Run) -> None:
    odd: Json = "\x1b]0;mine\x07\u202e"
    done = run("compare", "-", FENG, "--json", given=written(changed({("title",): odd})))
    assert json.loads(done.out)["a"] == json.loads(written(sound()))["id"]


@pytest.mark.parametrize(("a", "b"), [(FENG, ZHANG), (CASES[2], CASES[6])])
def test_the_examples_of_the_documentation_are_what_is_printed(a: Path, b: Path, run: Run) -> None:
    documented = (cases_folder() / "README.md").read_text("utf-8")
    rows = csv.reader(io.StringIO(run("compare", a, b, "--csv").out, newline=""))
    stretches = [row for row in rows if row[0] == "stretch"]
    assert stretches
    for _, start, end, first, second, difference, *_ in stretches:
        assert f"\n| {start} → {end} | {first} | {second} |\n" in documented
        assert difference == "not established"
    pairs = len(json.loads(run("compare", a, b, "--json").out)["pairs"])
    assert f"\n- {pairs} events correspond" in documented
