"""What `show` prints reads well, fits, and holds nothing that a terminal obeys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.case.file.good_cases import changed, sound, written
from tests.cli.conftest import Run
from timeline_app.case.file.reading import find_cases
from timeline_app.cli.terminal import STAND_IN
from timeline_app.cli.wrapping import WIDEST, cells
from timeline_app.paths import cases_folder

ODD = "a\nforged\x1b[31m\x9b2J\u202egnp\u2066\u2028\x00\x7f"
HARMLESS = f"a forged{STAND_IN}[31m{STAND_IN}2J{STAND_IN}gnp{STAND_IN}"

BEGINNING = """\
A small case
3 events · all dated · order established for 2 of 3 pairs · published on 15 April 2025
Two people met.

1.    Zhang meets Li [contact]
      When:    between 1 and 18 March 2024
      Who:     Zhang, suspect
               Li
      Order:   at least 1 month before ‘Li is arrested’
               not after the publication of ‘The report’ (inferred)
      Why:     not before: ‘Zhang meets Li’ is placed in March 2024
               no later than: ‘Li is arrested’ is placed on 12 April 2024 (approximate), give or
               take 3 days
               → ‘Zhang meets Li’ is at least 1 month before ‘Li is arrested’
      Text:    [notes] Zhang met Li in spring.

2.    Li is watched [surveillance]
      order against ‘Zhang meets Li’ not established
"""


def lines(run: Run, data: bytes) -> list[str]:
    done = run("show", "-", given=data)
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


def test_a_small_case_reads_well(run: Run) -> None:
    shown = lines(run, written(changed({("summary",): "Two people met."})))
    assert "\n".join(shown).startswith(BEGINNING)
    assert "      Outcome: Li: fine, CNY 30,000" in shown
    told = shown[shown.index("Problems and notes") :]
    assert told[1].startswith("standard input: note: The text of ‘The report’ is not attached")


def test_the_events_stand_in_their_order(run: Run) -> None:
    numbers = [line.split()[0] for line in lines(run, written(sound())) if re.match(r"\d", line)]
    assert numbers[-3:] == ["1.", "2.", "3."]


def test_a_case_without_events_is_shown(run: Run) -> None:
    shown = lines(run, written(changed({("events",): []})))
    assert shown[0] == "A small case"
    assert any("[case-without-events]" in line for line in shown)


@pytest.mark.parametrize("path", find_cases([cases_folder()]), ids=lambda path: path.name[:2])
def test_every_line_of_the_nine_cases_fits(path: Path, run: Run) -> None:
    shown = lines(run, path.read_bytes())
    chronology = shown[: shown.index("Problems and notes")]
    assert max(map(cells, chronology)) <= WIDEST
    assert all(line == line.rstrip() for line in chronology)


def test_no_text_of_a_case_is_obeyed(run: Run) -> None:
    odd = ODD.replace("\x00", "")  # no case may hold a NUL
    data = written(
        changed(
            {
                ("title",): odd,
                ("summary",): odd,
                ("actors", 0, "name"): odd,
                ("actors", 1, "role"): odd,
                ("sources", 0, "title"): odd,
                ("sources", 1, "publisher"): odd,
                ("sources", 0, "text", "content"): odd * 10,
                ("events", 0, "title"): odd,
                ("events", 0, "phrase"): odd,
                ("events", 0, "note"): odd,
                ("events", 1, "label"): odd,
                ("events", 2, "outcome", 0, "text"): odd,
                ("events", 2, "passages", 0, "exact"): odd,
            }
        )
    )
    done = run("show", "-", given=data)
    assert done.code == 0, done.err
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069]", done.out)
    assert done.out.count(HARMLESS) > 5
    assert not any(line.startswith("forged") for line in done.out.splitlines())


def test_texts_without_end_take_no_endless_time(run: Run) -> None:
    data = written(
        changed(
            {
                ("title",): "T" * 10_000,
                ("summary",): "x" * 100_000,
                ("events", 0, "title"): "字" * 10_000,
                ("events", 0, "note"): "y" * 1_000_000,
            }
        )
    )
    shown = lines(run, data)
    assert sum(line.count("y") for line in shown) >= 1_000_000
    chronology = shown[: shown.index("Problems and notes")]
    assert max(map(cells, chronology)) <= WIDEST
