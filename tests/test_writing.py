"""A file is written whole or not at all, and nothing is left lying about."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.writing import FileStandsError, WriteError, shown_path, write_file

OLD, NEW = b"the old contents", b"the new contents, which are longer" * 1_000

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "picture.png"
    file.write_bytes(OLD)
    return file


# ------------------------------------------------------------------------------------ it is written


@pytest.mark.parametrize("data", [b"", b"x", NEW, bytes(range(256)) * 10])
@pytest.mark.parametrize("replace", [False, True])
def test_a_new_file_holds_what_was_given(tmp_path: Path, data: bytes, replace: bool) -> None:
    write_file(tmp_path / "new.png", data, replace=replace)
    assert (tmp_path / "new.png").read_bytes() == data
    assert names_in(tmp_path) == ["new.png"]


def test_a_file_is_replaced_where_that_is_allowed(old: Path) -> None:
    write_file(old, NEW, replace=True)
    assert old.read_bytes() == NEW
    assert names_in(old.parent) == ["picture.png"]


def test_a_file_is_not_replaced_otherwise(old: Path) -> None:
    with pytest.raises(FileStandsError, match=r"picture\.png stands there already"):
        write_file(old, NEW)
    assert old.read_bytes() == OLD
    assert names_in(old.parent) == ["picture.png"]


def test_a_file_that_appears_in_the_meantime_is_not_replaced_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "new.png"
    real = os.fsync

    def late(descriptor: int) -> None:
        real(descriptor)
        target.write_bytes(OLD)

    for links in (True, False):
        target.unlink(missing_ok=True)
        monkeypatch.setattr(os, "fsync", late)
        if not links:
            monkeypatch.setattr(os, "link", failing(errno.EPERM))
        with pytest.raises(FileStandsError):
            write_file(target, NEW)
        assert target.read_bytes() == OLD
        assert names_in(tmp_path) == ["new.png"]


def test_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    write_file(tmp_path / "new.png", NEW)
    assert (tmp_path / "new.png").read_bytes() == NEW
    assert names_in(tmp_path) == ["new.png"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o640, 0o755, 0o666])
def test_the_permissions_of_the_old_file_stay(old: Path, mode: int) -> None:
    old.chmod(mode)
    write_file(old, NEW, replace=True)
    assert stat.S_IMODE(old.stat().st_mode) == mode


def test_a_new_file_has_the_permissions_that_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "new.png", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.png").stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays(old: Path) -> None:
    folder = old.parent / "links"
    folder.mkdir()
    link = folder / "link.png"
    link.symlink_to(old)
    with pytest.raises(FileStandsError):
        write_file(link, NEW)
    write_file(link, NEW, replace=True)
    assert link.is_symlink()
    assert old.read_bytes() == NEW
    assert names_in(folder) == ["link.png"]
    dangling = folder / "dangling.png"
    dangling.symlink_to(old.parent / "made.png")
    write_file(dangling, OLD)
    assert (old.parent / "made.png").read_bytes() == OLD
    assert dangling.is_symlink()


def test_another_name_of_the_old_file_keeps_the_old_contents(old: Path) -> None:
    kept = old.with_name("kept.png")
    os.link(old, kept)
    write_file(old, NEW, replace=True)
    assert (old.read_bytes(), kept.read_bytes()) == (NEW, OLD)


def test_a_long_name_leaves_room_for_the_temporary_one(tmp_path: Path) -> None:
    name = "n" * 255
    write_file(tmp_path / name, NEW)
    assert names_in(tmp_path) == [name]


def test_what_is_written_in_parts_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:1000]))
    write_file(tmp_path / "new.png", NEW)
    assert (tmp_path / "new.png").read_bytes() == NEW


# ------------------------------------------------------------------------------ it can't be written


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError, match="folder is a folder; give the name of a file"):
        write_file(tmp_path / "folder", NEW, replace=True)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError, match="pipe is not an ordinary file"):
        write_file(tmp_path / "pipe", NEW, replace=True)
    with pytest.raises(WriteError, match="null is not an ordinary file"):
        write_file(Path("/dev/null"), NEW, replace=True)
    assert names_in(tmp_path) == ["folder", "pipe"]
    assert Path("/dev/null").is_char_device()


def test_a_missing_folder_is_said(tmp_path: Path, old: Path) -> None:
    with pytest.raises(WriteError, match=r"new\.png was not written: there is no such folder\."):
        write_file(tmp_path / "missing" / "new.png", NEW)
    with pytest.raises(WriteError, match="a part of this path is a file, not a folder"):
        write_file(old / "new.png", NEW)
    with pytest.raises(WriteError, match="the name is too long"):
        write_file(tmp_path / ("n" * 256), NEW)
    assert names_in(tmp_path) == ["picture.png"]


def test_links_that_go_round_are_said(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(WriteError, match="round in a circle"):
        write_file(loop, NEW, replace=True)


@pytest.mark.skipif(as_root, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(WriteError, match="this folder may not be written to"):
            write_file(folder / "new.png", NEW)
    finally:
        folder.chmod(0o700)


def test_a_write_protected_file_is_not_replaced(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # as for all but root
    with pytest.raises(WriteError, match=r"picture\.png is write-protected and was not replaced"):
        write_file(old, NEW, replace=True)
    assert old.read_bytes() == OLD


def failing(number: int) -> Callable[..., int]:
    def fail(*_: object, **_more: object) -> int:
        raise OSError(number, os.strerror(number))

    return fail


def writing_little_then(number: int) -> Callable[..., int]:
    """As a disk does that fills up."""
    real, calls = os.write, iter(range(100))

    def write(descriptor: int, data: memoryview) -> int:
        if next(calls) == 0:
            return real(descriptor, data[:100])
        raise OSError(number, os.strerror(number))

    return write


def losing_the_rest() -> Callable[..., int]:
    """As a broken disk does that says it wrote everything."""
    real = os.write

    def write(descriptor: int, data: memoryview) -> int:
        real(descriptor, data[:100])
        return len(data)

    return write


FAULTS: dict[str, tuple[str, Callable[..., object], str]] = {
    "no room at once": ("write", failing(errno.ENOSPC), "the disk is full"),
    "no room after a part": ("write", writing_little_then(errno.ENOSPC), "the disk is full"),
    "nothing is written": ("write", lambda *_: 0, "the disk is full"),
    "no room for this user": ("write", writing_little_then(errno.EDQUOT), "no room left for you"),
    "too large": ("write", failing(errno.EFBIG), "can't hold a file this large"),
    "less than it says": ("write", losing_the_rest(), "the disk reported a fault"),
    "a fault of the disk": ("fsync", failing(errno.EIO), "the disk reported a fault"),
    "full when flushed": ("fsync", failing(errno.ENOSPC), "the disk is full"),
    "full when closed": ("close", failing(errno.ENOSPC), "the disk is full"),
    "closed folder": ("open", failing(errno.EACCES), "this folder may not be written to"),
    "read-only disk": ("open", failing(errno.EROFS), "this disk may only be read"),
    "no permissions": ("chmod", failing(errno.EPERM), "this folder may not be written to"),
    "no new name": ("replace", failing(errno.EACCES), "this folder may not be written to"),
    "busy": ("replace", failing(errno.EBUSY), "device or resource busy"),
    "unknown": ("fsync", failing(99_999), "unknown error 99999"),
}


def open_descriptors() -> int:
    """How many files this process has open, where the system tells."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_leaves_everything_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    name, failure, words = FAULTS[fault]
    descriptors = open_descriptors()
    with monkeypatch.context() as broken:
        if name == "close":
            real = os.close

            def close(descriptor: int) -> None:
                real(descriptor)
                failure()

            broken.setattr(os, name, close)
        else:
            broken.setattr(os, name, failure)
        with pytest.raises(WriteError) as raised:
            write_file(old, NEW, replace=True)
    assert words in str(raised.value)
    assert str(raised.value).startswith(f"{old} was not written: ")
    assert old.read_bytes() == OLD
    assert names_in(old.parent) == ["picture.png"]
    assert open_descriptors() == descriptors


def test_an_interruption_leaves_everything_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(old, NEW, replace=True)
    assert old.read_bytes() == OLD
    assert names_in(old.parent) == ["picture.png"]


def test_a_remnant_that_can_not_be_removed_is_told(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    monkeypatch.setattr(Path, "unlink", failing(errno.EROFS))
    with pytest.raises(WriteError, match=r"the disk is full.*\.timeline-\w+\.tmp was left behind"):
        write_file(old, NEW, replace=True)
    assert old.read_bytes() == OLD


def test_a_remnant_of_a_success_is_told_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "unlink", failing(errno.EROFS))
    with pytest.raises(WriteError, match=r"new\.png was written\. .*\.tmp was left behind"):
        write_file(tmp_path / "new.png", NEW)
    assert (tmp_path / "new.png").read_bytes() == NEW


@pytest.mark.parametrize("name", ["nul\0", "surrogate\ud800"])
def test_a_name_that_no_file_can_have_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(WriteError, match="\ufffd was not written: no file can have this name"):
        write_file(tmp_path / name, NEW)
    assert names_in(tmp_path) == []


# ------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("plain name.png", "plain name.png"),
        ("中国 é 😀.txt", "中国 é 😀.txt"),
        ("two\nlines\x1b[31m\u202e", "two\ufffdlines\ufffd[31m\ufffd"),
        (os.fsdecode(b"caf\xe9.txt"), "caf\ufffd.txt"),
    ],
)
def test_a_path_is_shown_in_plain_text(path: str, shown: str) -> None:
    assert shown_path(path) == shown
    assert shown_path(Path(path)) == shown


def test_a_write_error_is_an_error_of_the_system() -> None:
    assert issubclass(WriteError, OSError)
    assert str(WriteError("It was not written.")) == "It was not written."
    assert issubclass(FileStandsError, WriteError)
