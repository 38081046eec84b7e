from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.case.file.good_cases import GOOD_FILES, changed, sound, written
from tests.case.file.malformed_cases import CHANGED, Changes
from tests.case.file.malformed_files import FILES
from tests.case.file.malformed_texts import ODD, SYNTAX, WHOLE
from tests.case.file.mutations import mutated_cases, mutated_files
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.file import case_scan, checking, file_bytes, reading
from timeline_app.case.file.checking import check_case
from timeline_app.case.file.decoding import decode
from timeline_app.case.file.faults import LISTED
from timeline_app.case.file.quick_reading import quick_case
from timeline_app.case.file.reading import Reading, find_cases, read_case, read_case_bytes
from timeline_app.case.model import Kind
from timeline_app.case.problems import Code, Problem, Severity

MALFORMED = Path(__file__).resolve().parents[2] / "malformed"
NAMES = [name for name, *_ in CHANGED]

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def codes(read: Reading) -> list[Code]:
    return [error.code for error in read.errors]


def check_shape(read: Reading) -> None:
    """What holds for every reading that came to nothing."""
    assert read.case is None
    assert read.problems == ()
    for error in read.errors:
        assert error.severity is Severity.ERROR
        assert error.text
        assert error.file == read.path
        assert (error.line is None) is (error.column is None)
        assert all(character.isprintable() for character in error.text + error.found)
        assert len(error.found) <= 60
        if error.code is not Code.MORE_ERRORS:
            assert error.expected


@pytest.mark.parametrize("name", GOOD_FILES)
def test_a_sound_case_opens(name: str) -> None:
    data = GOOD_FILES[name]
    read = read_case_bytes(data, name)
    assert read.errors == ()
    assert read.case is not None
    assert read.path == name
    assert read.sha256 == sha256(data).hexdigest()
    assert not any(problem.severity is Severity.ERROR for problem in read.problems)


def test_a_case_says_what_its_file_says() -> None:
    case = read_case_bytes(written(sound()), "small").case
    assert case is not None
    assert [event.id for event in case.events] == ["meeting", "watch", "arrest"]
    assert case.events[1].kind is Kind.OTHER
    assert case.events[0].constraints[0].min == "P1M"
    assert case.events[2].outcome[0].amount == 30000
    assert case.sources[1].text is not None
    assert case.sources[1].text.length == 100


@pytest.mark.parametrize(("name", "changes", "expected"), CHANGED, ids=NAMES)
def test_every_error_of_a_malformed_case_is_listed(
    name: str, changes: Changes, expected: list[tuple[Code, str]]
) -> None:
    read = read_case_bytes(written(changed(changes)), name)
    assert Counter((error.code, error.path) for error in read.errors) == Counter(expected)
    assert all(error.line for error in read.errors)
    check_shape(read)


@pytest.mark.parametrize(
    ("name", "data", "code", "line", "column"), SYNTAX, ids=[name for name, *_ in SYNTAX]
)
def test_what_is_not_json_is_said_and_ends_reading(
    name: str, data: bytes, code: Code, line: int, column: int
) -> None:
    read = read_case_bytes(data, name)
    last = read.errors[-1]
    assert (last.code, last.line, last.column) == (code, line, column)
    check_shape(read)


@pytest.mark.parametrize(("name", "data", "expected"), ODD, ids=[name for name, *_ in ODD])
def test_reading_goes_on_where_it_can(
    name: str, data: bytes, expected: list[tuple[Code, str, int, int]]
) -> None:
    read = read_case_bytes(data, name)
    found = [(error.code, error.path, error.line, error.column) for error in read.errors]
    assert Counter(found) == Counter(expected)
    assert [error[2:] for error in found] == sorted(error[2:] for error in expected)
    check_shape(read)


@pytest.mark.parametrize(("name", "data", "code"), WHOLE, ids=[name for name, *_ in WHOLE])
def test_a_file_that_is_wrong_as_a_whole(name: str, data: bytes, code: Code) -> None:
    read = read_case_bytes(data, name)
    assert codes(read) == [code]
    check_shape(read)


def test_there_is_a_table_for_each_malformed_file() -> None:
    assert {file.name for file in MALFORMED.iterdir()} == set(FILES)


def test_there_are_enough_malformed_cases() -> None:
    assert len(CHANGED) + len(SYNTAX) + len(ODD) + len(WHOLE) + len(FILES) >= 300
    assert len(FILES) >= 25


@pytest.mark.parametrize("name", FILES)
def test_every_error_of_a_malformed_file_is_listed(name: str) -> None:
    path = MALFORMED / name
    read = read_case(path)
    assert [(e.code, e.path, e.line, e.column) for e in read.errors] == FILES[name]
    assert read.path == str(path)
    assert read.sha256 == sha256(path.read_bytes()).hexdigest()
    check_shape(read)


@pytest.mark.parametrize("name", FILES)
def test_what_was_found_stands_at_its_place(name: str) -> None:
    lines = (MALFORMED / name).read_bytes().decode(errors="replace").split("\n")
    for error in read_case(MALFORMED / name).errors:
        if error.line is not None and error.column is not None and error.found:
            there = lines[error.line - 1][error.column - 1 :]
            assert there.startswith(error.found.rstrip("…")[:1])
            assert " ".join(there.split()).startswith(error.found[:20].split(" {")[0].rstrip("…"))


def both_verdicts(data: bytes) -> tuple[bool, bool]:
    """Whether the quick way and the way that decides accept a file."""
    decoded = decode(data)
    return quick_case(data) is not None, not check_case(decoded.text, "x", decoded.oddities)


@pytest.mark.parametrize("seed", range(4))
def test_both_ways_agree_on_changed_cases(seed: int) -> None:
    for case in mutated_cases(seed, 150):
        quick, decided = both_verdicts(written(case))
        assert quick == decided, case


@pytest.mark.parametrize("seed", range(4))
def test_both_ways_agree_on_changed_files(seed: int) -> None:
    for data in mutated_files(seed, 150):
        quick, decided = both_verdicts(data)
        assert decided or not quick, data
        read = read_case_bytes(data, "x")
        assert (read.case is not None) is decided
        if not decided:
            check_shape(read)


def test_both_ways_give_the_same_case() -> None:
    data = written(sound())
    escaped = data.replace(b"A small case", b"A small case\\u003a")
    assert quick_case(escaped) is None
    slow = read_case_bytes(escaped, "x").case
    assert slow == quick_case(data.replace(b"A small case", b"A small case:"))


def large_wrong_case(count: int) -> bytes:
    event = b'{"id": true, "kind": 1, "title": {}, "when": {}, "note": 1.5}'
    head = written(sound()).rpartition(b'"events"')[0]
    return head + b'"events": [' + b",\n".join([event] * count) + b"]}"


def test_a_file_that_is_wrong_everywhere_lists_the_first_errors() -> None:
    read = read_case_bytes(large_wrong_case(400), "x")
    assert len(read.errors) == LISTED + 1
    more = read.errors[-1]
    assert more.code is Code.MORE_ERRORS
    assert more.text == "1,000 more errors of this file are not listed"
    assert read.errors[-2].path == "$.events[199].note"


def test_checking_ends_with_enough_errors() -> None:
    read = read_case_bytes(large_wrong_case(40_000) + b"this is not JSON", "x")
    assert len(read.errors) == LISTED + 1
    assert read.errors[-1].text == "at least 99,000 more errors of this file are not listed"


def test_a_large_value_that_has_no_place_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(case_scan, "MISPLACED", 1_000)
    head = written(sound())[:-2]
    read = read_case_bytes(head + b', "map": [' + b"[]," * 1_000 + b"1]}", "x")
    assert codes(read) == [Code.UNKNOWN_FIELD, Code.MORE_ERRORS]
    assert read.errors[-1].text.endswith("the rest of this file was not checked")


def test_a_newer_version_is_all_that_is_said() -> None:
    read = read_case_bytes(written({**sound(), "version": 7, "new": [], "id": 5}), "x")
    assert codes(read) == [Code.WRONG_VERSION]
    assert "version 1" in read.errors[0].text


class TestFiles:
    def test_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "small.case.json"
        path.write_bytes(written(sound()))
        read = read_case(path)
        assert read.case is not None
        assert read.path == str(path)
        assert read_case(str(path)) == read

    def test_nothing(self, tmp_path: Path) -> None:
        assert codes(read_case(tmp_path / "none")) == [Code.FILE_NOT_FOUND]

    def test_a_folder(self, tmp_path: Path) -> None:
        assert codes(read_case(tmp_path)) == [Code.FILE_IS_FOLDER]

    @posix_only
    def test_a_pipe_that_nobody_writes_to(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert codes(read_case(tmp_path / "pipe")) == [Code.FILE_NOT_REGULAR]

    def test_a_file_of_600_mb(self, tmp_path: Path) -> None:
        path = tmp_path / "large"
        with path.open("wb") as file:
            file.truncate(600_000_000)
        assert codes(read_case(path)) == [Code.FILE_TOO_LARGE]

    @pytest.mark.parametrize(
        ("error", "code"),
        [
            (MemoryError(), Code.FILE_TOO_LARGE),
            (RecursionError("deep"), Code.FILE_UNREADABLE),
        ],
    )
    def test_whatever_happens_reading_ends(
        self, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: Code
    ) -> None:
        def fail(*_: object) -> None:
            raise error

        monkeypatch.setattr(reading, "quick_case", fail)
        assert codes(read_case_bytes(written(sound()), "x")) == [code]

    def test_a_case_that_only_one_way_accepts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It can't be, but if it were, it would be an error and no traceback."""
        monkeypatch.setattr(checking, "check_case", lambda *_: ())
        assert codes(read_case_bytes(b"{}", "x")) == [Code.FILE_UNREADABLE]


def count_down(answers: int) -> Callable[[], bool]:
    """Says no so many times, then yes."""
    left = iter([False] * answers)
    return lambda: next(left, True)


@pytest.mark.parametrize("answers", [0, 1, 2])
def test_reading_can_be_stopped(answers: int) -> None:
    data = b"[" + b"[]," * 1_000 + b"]"
    with pytest.raises(Cancelled):
        read_case_bytes(data, "x", count_down(answers))


def test_stopping_while_a_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_bytes, "_PIECE", 10)
    (tmp_path / "a").write_bytes(b"x" * 100)
    with pytest.raises(Cancelled):
        read_case(tmp_path / "a", count_down(3))


@pytest.mark.parametrize("data", [written(sound()), b"{"])
def test_the_collector_is_left_as_it_was(data: bytes) -> None:
    for was_on in (True, False):
        gc.enable() if was_on else gc.disable()
        try:
            read_case_bytes(data, "x")
            assert gc.isenabled() is was_on
        finally:
            gc.enable()


class TestFindingCases:
    def test_a_folder_gives_its_cases_then_other_json(self, tmp_path: Path) -> None:
        for name in ("b.json", "b.case.json", "a.json", "A.Case.JSON", "notes.txt", ".json"):
            (tmp_path / name).write_text("{}")
        (tmp_path / "deeper").mkdir()
        (tmp_path / "deeper" / "c.case.json").write_text("{}")
        (tmp_path / "folder.case.json").mkdir()
        names = [path.name for path in find_cases([tmp_path])]
        assert names == ["A.Case.JSON", "b.case.json", ".json", "a.json", "b.json"]

    def test_a_file_stands_for_itself(self, tmp_path: Path) -> None:
        file = tmp_path / "x.txt"
        file.write_text("{}")
        assert find_cases([file, str(file), tmp_path / "none"]) == [file, tmp_path / "none"]

    def test_a_folder_without_cases_stands_for_itself(self, tmp_path: Path) -> None:
        assert find_cases([tmp_path]) == [tmp_path]
        assert codes(read_case(find_cases([tmp_path])[0])) == [Code.FILE_IS_FOLDER]

    def test_a_file_given_twice_is_read_once(self, tmp_path: Path) -> None:
        file = tmp_path / "x.case.json"
        file.write_text("{}")
        assert find_cases([tmp_path, file]) == [file]

    def test_a_name_that_can_be_none(self) -> None:
        assert find_cases(["a\0b"]) == [Path("a\0b")]


def test_one_broken_file_does_not_keep_others_from_opening(tmp_path: Path) -> None:
    (tmp_path / "a.case.json").write_bytes(b"{")
    (tmp_path / "b.case.json").write_bytes(written(sound()))
    opened = [read_case(path).case is not None for path in find_cases([tmp_path])]
    assert opened == [False, True]


def test_an_error_names_its_place_as_editors_do() -> None:
    error: Problem = read_case_bytes(b'{\n "title": 5}', "a.case.json").errors[-1]
    assert error.place == "a.case.json:2:11"
