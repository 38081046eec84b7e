"""A case is read from a file or from standard input, and whatever else stands there is told."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.case.file.good_cases import sound, written
from timeline_app.case.file.reading import Reading
from timeline_app.case.problems import Code
from timeline_app.cli import input as case_input
from timeline_app.cli.input import case_names, opened, read, read_with_bytes


class Bytes(io.BytesIO):
    """Standard input that fails as told."""

    def __init__(self, data: bytes = b"", error: OSError | None = None) -> None:
        super().__init__(data)
        self.error = error

    def read(self, size: int | None = -1, /) -> bytes:
        if self.error is not None:
            raise self.error
        return super().read(size)


def give(monkeypatch: pytest.MonkeyPatch, data: Bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))


def fault(reading: Reading) -> tuple[Code, str]:
    """The one error of a reading."""
    assert reading.case is None
    (error,) = reading.errors
    return error.code, error.text


def test_a_file_is_read_with_its_bytes(sound_case: Path) -> None:
    data, reading = read_with_bytes(str(sound_case))
    assert data == sound_case.read_bytes()
    assert reading.case is not None
    assert reading.path == str(sound_case)


def test_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, Bytes(b"\xef\xbb\xbf" + written(sound())))
    reading = read("-")
    assert reading.case is not None
    assert reading.path == "standard input"


def test_what_standard_input_gives_may_be_faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, Bytes())
    assert fault(read("-")) == (Code.FILE_EMPTY, "the file is empty")
    give(monkeypatch, Bytes(error=IsADirectoryError(21, "Is a directory")))
    assert fault(read("-")) == (
        Code.FILE_UNREADABLE, "standard input can't be read: Is a directory",
    )  # fmt: skip
    monkeypatch.setattr(sys, "stdin", None)
    assert fault(read("-")) == (Code.FILE_UNREADABLE, "standard input is closed")


def test_standard_input_without_end_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(case_input, "LARGEST", 1000)
    give(monkeypatch, Bytes(b"[" * 5000))
    assert fault(read("-")) == (Code.FILE_TOO_LARGE, "the file is too large: over 1,000 bytes")


def test_a_folder_is_no_case(tmp_path: Path, sound_case: Path) -> None:
    assert fault(read(str(tmp_path))) == (Code.FILE_IS_FOLDER, "this is a folder with 1 case file")
    (tmp_path / "other.json").touch()
    assert fault(read(str(tmp_path)))[1] == "this is a folder with 2 case files"
    empty = tmp_path / "empty"
    empty.mkdir()
    assert fault(read(str(empty))) == (
        Code.FILE_IS_FOLDER, "this is a folder, and no case file lies in it",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["missing", "sound.case.json/below", "\0"])
def test_what_is_not_there_is_told(name: str, tmp_path: Path, sound_case: Path) -> None:
    data, reading = read_with_bytes(str(tmp_path / name))
    assert data == b""
    assert fault(reading)[0] is Code.FILE_NOT_FOUND


def test_a_case_is_opened_with_its_texts(sound_case: Path, tmp_path: Path) -> None:
    assert opened(str(sound_case), None).chronology is not None
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "report.txt").write_text("Another article.")
    case = opened(str(sound_case), texts)
    assert case.placed is not None
    assert sorted(case.placed.texts) == [0, 1]
    assert opened(str(tmp_path / "missing"), texts).placed is None


def test_each_case_file_is_named_once(tmp_path: Path, sound_case: Path, broken_case: Path) -> None:
    (tmp_path / "notes.txt").touch()
    missing = str(tmp_path / "missing")
    names = case_names(["-", str(sound_case), str(tmp_path), missing, "-"])
    assert names == ["-", str(sound_case), str(broken_case), missing]
