from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import pytest

from timeline_app.case.cancelling import Cancelled
from timeline_app.case.file import file_bytes as module
from timeline_app.case.file.file_bytes import LARGEST, UnreadableError, file_bytes
from timeline_app.case.problems import Code

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def code_of(path: Path) -> Code:
    with pytest.raises(UnreadableError) as raised:
        file_bytes(path)
    assert raised.value.text
    assert raised.value.expected
    return raised.value.code


@pytest.mark.parametrize("data", [b"", b"x", bytes(range(256)) * 100])
def test_all_bytes_are_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    assert file_bytes(tmp_path / "a") == data


def test_bytes_are_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PIECE", 7)
    data = bytes(range(100))
    (tmp_path / "a").write_bytes(data)
    assert file_bytes(tmp_path / "a") == data


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert file_bytes(tmp_path / "b") == b"x"


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.case.json"))
    try:
        path.write_bytes(b"x")
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system has only names that are UTF-8")
    assert file_bytes(path) == b"x"


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    assert code_of(tmp_path / "none") is Code.FILE_NOT_FOUND
    assert code_of(tmp_path / "a" / "inside") is Code.FILE_NOT_FOUND
    assert code_of(Path("a\0b")) is Code.FILE_NOT_FOUND


def test_a_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path) is Code.FILE_IS_FOLDER


@posix_only
def test_what_is_no_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code_of(tmp_path / "pipe") is Code.FILE_NOT_REGULAR
    assert code_of(Path("/dev/zero")) is Code.FILE_NOT_REGULAR
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(tmp_path / "socket"))
        assert code_of(tmp_path / "socket") is Code.FILE_NOT_REGULAR


@posix_only
def test_a_pipe_put_there_after_the_first_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe")
    opening = os.open
    monkeypatch.setattr(
        f"{module.__name__}.os.open", lambda _, flags: opening(tmp_path / "pipe", flags)
    )
    assert code_of(tmp_path / "file") is Code.FILE_NOT_REGULAR


@posix_only
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(UnreadableError, match="circle"):
        file_bytes(tmp_path / "a")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert code_of(tmp_path / ("a" * 5_000)) in (Code.FILE_UNREADABLE, Code.FILE_NOT_FOUND)


@posix_only
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "a").chmod(0)
    assert code_of(tmp_path / "a") is Code.FILE_NOT_PERMITTED


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(errno.EACCES, "no"), Code.FILE_NOT_PERMITTED),
        (FileNotFoundError(errno.ENOENT, "gone"), Code.FILE_NOT_FOUND),
        (OSError(errno.EIO, "I/O error"), Code.FILE_UNREADABLE),
        (OSError("nothing more is known"), Code.FILE_UNREADABLE),
        (MemoryError(), Code.FILE_TOO_LARGE),
    ],
)
def test_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: Code
) -> None:
    def fail(*_: object) -> bytes:
        raise error

    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(f"{module.__name__}.os.read", fail)
    assert code_of(tmp_path / "a") is code


def test_a_file_too_large_is_refused_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(LARGEST + 1)

    def never_read(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(f"{module.__name__}.os.read", never_read)
    assert code_of(tmp_path / "a") is Code.FILE_TOO_LARGE


def test_a_file_that_grows_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 10)
    monkeypatch.setattr(module, "_PIECE", 4)
    (tmp_path / "a").write_bytes(b"x" * 8)
    pieces = iter([b"x" * 4] * 10)
    monkeypatch.setattr(f"{module.__name__}.os.read", lambda *_: next(pieces))
    assert code_of(tmp_path / "a") is Code.FILE_TOO_LARGE


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(Cancelled):
        file_bytes(tmp_path / "a", lambda: True)
