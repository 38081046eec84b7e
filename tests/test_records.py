"""Pairs made by hand come back as they were saved, and no file that stands there is lost."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app import records
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.records import MOST_BYTES, PairRecords, load_pairs, save_pairs
from timeline_app.writing import WriteError

CHOICES = PairChoices(frozenset({("arrest", "caught"), ("leak", "sale")}), frozenset({"x"}))
SAVED = PairRecords().with_choices("feng", "zhang", CHOICES)
NEWER = b'{"format": "timeline-pairs", "version": 2, "compared": {"anything": []}}'

ids = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,3}", fullmatch=True)


@st.composite
def choices(draw: st.DrawFn) -> PairChoices:
    """Choices as a reviewer can make them: one after the other."""
    made = PairChoices()
    for first, second, apart in draw(st.lists(st.tuples(ids, ids, st.booleans()), max_size=5)):
        made = made.without_pair(first, second) if apart else made.with_pair(first, second)
    return made


@pytest.fixture
def file(program_home: Path) -> Path:
    folder = program_home / "records"
    folder.mkdir(parents=True)
    return folder / "pairs.json"


def test_there_are_none_where_nothing_was_saved(program_home: Path) -> None:
    assert load_pairs() == (PairRecords(), None)
    assert not program_home.exists(), "reading makes no folder"
    assert PairRecords().of("feng", "zhang") == PairChoices()


def test_what_was_chosen_is_found_from_either_side() -> None:
    assert SAVED.of("feng", "zhang") == CHOICES
    assert SAVED.of("zhang", "feng") == CHOICES.mirrored()
    assert PairRecords().with_choices("zhang", "feng", CHOICES.mirrored()) == SAVED


def test_a_change_leaves_other_cases_and_the_old_records_alone() -> None:
    both = SAVED.with_choices("a", "b", CHOICES)
    assert both.of("feng", "zhang") == both.of("a", "b") == CHOICES
    assert SAVED.of("a", "b") == PairChoices()
    assert both.with_choices("b", "a", PairChoices()) == SAVED, "nothing chosen is not kept"


@settings(max_examples=40)
@given(st.lists(st.tuples(ids, ids, choices()), max_size=4))
def test_whatever_was_chosen_comes_back(made: list[tuple[str, str, PairChoices]]) -> None:
    saved = PairRecords()
    for a, b, one in made:
        saved = saved.with_choices(a, b, one)
    save_pairs(saved)
    assert load_pairs() == (saved, None)
    for a, b, _ in made:
        assert load_pairs()[0].of(a, b) == saved.of(a, b)


def test_the_file_is_readable_json_in_a_private_folder(program_home: Path) -> None:
    save_pairs(SAVED)
    file = program_home / "records" / "pairs.json"
    assert json.loads(file.read_bytes()) == {
        "format": "timeline-pairs",
        "version": 1,
        "compared": [
            {
                "a": "feng",
                "b": "zhang",
                "pairs": [["arrest", "caught"], ["leak", "sale"]],
                "alone_a": ["x"],
            }
        ],
    }
    if sys.platform != "win32":
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    again = file.read_bytes()
    save_pairs(load_pairs()[0])
    assert file.read_bytes() == again, "the same records give the same file"
    assert [path.name for path in file.parent.iterdir()] == ["pairs.json"]


def test_a_file_written_by_hand_may_name_the_cases_the_other_way_round(file: Path) -> None:
    entry = {"a": "zhang", "b": "feng", "pairs": [["caught", "arrest"], ["sale", "leak"]]}
    told = {"format": "timeline-pairs", "version": 1, "compared": [entry | {"alone_b": ["x"]}]}
    file.write_text(json.dumps(told))
    assert load_pairs() == (SAVED, None)


def test_an_event_is_in_one_pair_only_and_never_alone_as_well(file: Path) -> None:
    entry = {"a": "a", "b": "b", "pairs": [["x", "1"], ["x", "2"], ["y", "2"]], "alone_a": ["y"]}
    told = {"format": "timeline-pairs", "version": 1, "compared": [entry]}
    file.write_text(json.dumps(told))
    assert load_pairs()[0].of("a", "b") == PairChoices(frozenset({("y", "2")}))


BROKEN = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe{}",
    b"\x00" * 40,
    b'{"format": "timeline-pairs"}',
    b'{"format": "other", "version": 1, "compared": []}',
    b'{"format": "timeline-pairs", "version": 0, "compared": []}',
    b'{"format": "timeline-pairs", "version": true, "compared": []}',
    b'{"format": "timeline-pairs", "version": 1, "compared": [], "more": 1}',
    b'{"format": "timeline-pairs", "version": 1, "compared": [{"a": "../x", "b": "y"}]}',
    b'{"format": "timeline-pairs", "version": 1, "compared": [{"a": "x", "b": "y", "pairs": [0]}]}',
    b'{"format": "timeline-pairs", "version": 1, "compared": ' + b"[" * 200_000,
    b'{"format": "timeline-pairs", "version": 1, "compared": [], "x": "' + b"a" * MOST_BYTES,
]


@pytest.mark.parametrize("data", BROKEN, ids=lambda data: repr(data[-24:]))
def test_a_broken_file_is_moved_aside_and_told(data: bytes, file: Path) -> None:
    file.write_bytes(data)
    found, told = load_pairs()
    aside = file.with_name("pairs.broken.json")
    assert found == PairRecords()
    assert told is not None
    assert str(aside) in told
    assert aside.read_bytes() == data
    assert load_pairs() == (PairRecords(), None), "it is told once"
    save_pairs(SAVED)
    assert aside.read_bytes() == data


def test_no_broken_file_takes_the_place_of_another(file: Path) -> None:
    for number in range(3):
        file.write_bytes(b"broken %d" % number)
        load_pairs()
    kept = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    assert kept == {
        "pairs.broken.json": b"broken 0",
        "pairs.broken-2.json": b"broken 1",
        "pairs.broken-3.json": b"broken 2",
    }


def test_a_file_that_breaks_while_the_program_runs_is_moved_aside_too(file: Path) -> None:
    save_pairs(SAVED)
    file.write_bytes(b"{")
    save_pairs(SAVED)
    assert load_pairs() == (SAVED, None)
    assert file.with_name("pairs.broken.json").read_bytes() == b"{"


def test_a_file_of_a_newer_version_stays_until_something_is_saved(file: Path) -> None:
    file.write_bytes(NEWER)
    for _ in range(2):
        found, told = load_pairs()
        assert found == PairRecords()
        assert told is not None
        assert "newer version" in told
        assert file.read_bytes() == NEWER
    save_pairs(SAVED)
    assert load_pairs() == (SAVED, None)
    assert file.with_name("pairs.newer.json").read_bytes() == NEWER


def test_a_folder_of_that_name_is_kept(file: Path) -> None:
    file.mkdir()
    (file / "precious").touch()
    assert load_pairs()[0] == PairRecords()
    assert "could not be read" in str(load_pairs()[1])
    save_pairs(SAVED)
    assert load_pairs() == (SAVED, None)
    assert (file.with_name("pairs.unread.json") / "precious").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO")
def test_a_pipe_of_that_name_is_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    assert "could not be read" in str(load_pairs()[1])


def test_what_can_not_be_read_is_told_and_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(b"precious")

    def refused(*given: object, **named: object) -> object:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as changed:
        changed.setattr(Path, "open", refused)
        assert load_pairs()[0] == PairRecords()
        assert "could not be read" in str(load_pairs()[1])
        assert file.exists()
        save_pairs(SAVED)
    assert file.with_name("pairs.unread.json").read_bytes() == b"precious"
    assert load_pairs() == (SAVED, None)


@pytest.mark.parametrize("data", [b"precious", NEWER])
def test_what_can_not_be_moved_aside_is_not_overwritten(
    data: bytes, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(data)

    def refused(*given: object) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refused)
    assert load_pairs()[1] is not None
    with pytest.raises(WriteError, match="can't be moved aside"):
        save_pairs(SAVED)
    assert file.read_bytes() == data


def test_too_many_pairs_are_not_saved(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST_BYTES", 80)
    with pytest.raises(WriteError, match="there are too many of them"):
        save_pairs(SAVED)
    assert not file.exists()


def test_a_folder_that_is_no_folder_is_said(program_home: Path) -> None:
    program_home.write_text("")
    found, told = load_pairs()
    assert found == PairRecords()
    assert told is not None
    with pytest.raises(WriteError, match="The pairs were not saved"):
        save_pairs(SAVED)


def test_a_user_without_a_home_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIMELINE_APP_HOME")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: Path("~/.local/x"))
    found, told = load_pairs()
    assert found == PairRecords()
    assert "no home folder" in str(told)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other limits")
def test_many_pairs_are_read_quickly(file: Path) -> None:
    pairs = [[f"a{number}", f"b{number}"] for number in range(50_000)]
    entry = {"a": "a", "b": "b", "pairs": pairs}
    many = [{"a": f"c{number}", "b": "d"} for number in range(20_000)]
    told = {"format": "timeline-pairs", "version": 1, "compared": [entry, *many]}
    file.write_text(json.dumps(told))
    assert len(load_pairs()[0].of("a", "b").pairs) == 50_000
