"""Several files are written as one: all of them, or none as far as a disk allows."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from timeline_app.pictures.file_sets import SetError, check_paths, write_files
from timeline_app.writing import FileStandsError, WriteError

COUNT = 4
PAGES = [b"%d" % number * 5_000 for number in range(COUNT)]
STEPS = ("open", "write", "fsync", "fstat", "link", "replace")

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return [tmp_path / f"case-{number}.png" for number in range(1, COUNT + 1)]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def whole(paths: Sequence[Path]) -> dict[str, bytes]:
    return {path.name: page for path, page in zip(paths, PAGES, strict=True)}


def fails_at(
    number: int, real: Callable[..., object], fault: BaseException
) -> Callable[..., object]:
    """A function of the system that fails the nth time it is called."""
    calls = iter(range(1, 1_000))

    def call(*given: object, **named: object) -> object:
        if next(calls) == number:
            raise fault
        return real(*given, **named)

    return call


# -- all are written


@pytest.mark.parametrize("replace", [False, True])
def test_all_are_written(paths: list[Path], replace: bool) -> None:
    write_files(paths, PAGES, replace=replace)
    assert contents(paths[0].parent) == whole(paths)


def test_one_is_made_when_the_one_before_stands(paths: list[Path]) -> None:
    def pages() -> Iterator[bytes]:
        for number, page in enumerate(PAGES):
            assert len(contents(paths[0].parent)) == number
            yield page

    write_files(paths, pages())
    assert len(contents(paths[0].parent)) == COUNT


def test_those_that_stand_are_replaced_where_that_is_asked(paths: list[Path]) -> None:
    for path in paths[1:3]:
        path.write_bytes(b"old")
    write_files(paths, PAGES, replace=True)
    assert contents(paths[0].parent) == whole(paths)


# -- what shows beforehand


def never_made() -> Iterator[bytes]:
    raise AssertionError("nothing is to be made")
    yield b""


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ([3], "case-4.png stands there already and was not replaced."),
        ([1, 2], "case-2.png and {0}case-3.png stand there already and were not replaced."),
        ([0, 1, 2, 3], "case-1.png, {0}case-2.png, {0}case-3.png and 1 other stand there already"),
    ],
)
def test_nothing_is_made_where_one_stands(
    standing: list[int], said: str, paths: list[Path]
) -> None:
    for number in standing:
        paths[number].write_bytes(b"mine")
    folder = paths[0].parent
    with pytest.raises(FileStandsError) as fault:
        write_files(paths, never_made())
    assert str(fault.value).startswith(f"{folder}/{said.format(f'{folder}/')}")
    assert contents(folder) == {paths[number].name: b"mine" for number in standing}


def test_nothing_is_made_where_one_is_a_folder(paths: list[Path]) -> None:
    paths[2].mkdir()
    with pytest.raises(WriteError, match=r"case-3\.png is a folder; give the name of a file"):
        write_files(paths, never_made(), replace=True)
    assert [path.name for path in paths[0].parent.iterdir()] == ["case-3.png"]


@pytest.mark.parametrize(
    ("name", "said"), [("a\0b.png", "no file can have this name"), ("n" * 300, "is too long")]
)
def test_a_name_that_none_can_have_is_said(name: str, said: str, tmp_path: Path) -> None:
    paths = [tmp_path / "a.png", tmp_path / name]
    check_paths(paths)
    with pytest.raises(WriteError, match=said):
        write_files(paths, PAGES[:2])
    assert contents(tmp_path) == {}


# -- what goes wrong on the way


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("number", [1, 2, COUNT])
def test_a_fault_at_any_step_leaves_nothing(
    step: str, number: int, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = step == "replace"
    fault = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    real = getattr(os, step)
    if step == "link":  # a disk without links is no fault; what then fails is
        monkeypatch.setattr(os, "link", fails_at(number, real, FileExistsError()))
        expected = "stands there already"
    else:
        monkeypatch.setattr(os, step, fails_at(number, real, fault))
        expected = "was not written: the disk is full."
    with pytest.raises(WriteError) as told:
        write_files(paths, PAGES, replace=replace)
    monkeypatch.undo()
    assert expected in str(told.value)
    assert f"case-{number}.png" in str(told.value)
    assert not isinstance(told.value, SetError)
    assert contents(paths[0].parent) == {}


@pytest.mark.parametrize("error", [ValueError("It did not read back."), KeyboardInterrupt()])
def test_what_can_not_be_made_or_is_ended_leaves_nothing(
    error: BaseException, paths: list[Path]
) -> None:
    def pages() -> Iterator[bytes]:
        yield from PAGES[:2]
        raise error

    with pytest.raises(type(error)):
        write_files(paths, pages())
    assert contents(paths[0].parent) == {}


def test_being_ended_while_a_file_is_written_leaves_nothing(
    paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fails_at(3, os.fsync, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_files(paths, PAGES)
    assert contents(paths[0].parent) == {}


def test_what_was_replaced_is_named(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for path in paths[:3]:
        path.write_bytes(b"old")
    fault = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(os, "fsync", fails_at(3, os.fsync, fault))
    with pytest.raises(SetError) as told:
        write_files(paths, PAGES, replace=True)
    assert str(told.value) == (
        f"{paths[2]} was not written: the disk is full. "
        f"{paths[0]} and {paths[1]} have new contents already."
    )
    assert told.value.written == tuple(paths[:2])
    assert contents(paths[0].parent) == {
        "case-1.png": PAGES[0], "case-2.png": PAGES[1], "case-3.png": b"old",
    }  # fmt: skip


def test_what_can_not_be_taken_away_is_named(
    paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def pages() -> Iterator[bytes]:
        yield PAGES[0]
        monkeypatch.setattr(os, "unlink", fails_at(1, os.unlink, OSError(errno.EIO, "broken")))
        raise ValueError("It did not read back.")

    with pytest.raises(SetError) as told:
        write_files(paths, pages())
    assert str(told.value) == f"It did not read back. {paths[0]} was left behind."
    assert told.value.written == (paths[0],)


@pytest.mark.skipif(as_root, reason="nothing is write-protected against root")
def test_a_folder_that_may_only_be_read_is_said(paths: list[Path]) -> None:
    paths[0].parent.chmod(0o500)
    try:
        with pytest.raises(WriteError, match="this folder may not be written to"):
            write_files(paths, PAGES)
    finally:
        paths[0].parent.chmod(0o700)
    assert contents(paths[0].parent) == {}


# -- a real disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if (
        mount is None
        or subprocess.run([mount, *options], check=False, capture_output=True).returncode
    ):
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_nothing_new(small_disk: Path) -> None:
    (small_disk / "other").write_bytes(b"other")
    files = [small_disk / f"case-{number}.png" for number in range(1, 5)]
    with pytest.raises(WriteError) as told:
        write_files(files, [bytes(20_000)] * 4)
    assert str(told.value) == f"{files[3]} was not written: the disk is full."
    assert contents(small_disk) == {"other": b"other"}


def test_a_full_disk_leaves_the_old_file_untouched(small_disk: Path) -> None:
    files = [small_disk / f"case-{number}.png" for number in range(1, 3)]
    files[1].write_bytes(b"old")
    with pytest.raises(WriteError) as told:
        write_files(files, [b"new", bytes(70_000)], replace=True)
    assert str(told.value) == f"{files[1]} was not written: the disk is full."
    assert contents(small_disk) == {"case-2.png": b"old"}


def test_a_disk_that_may_only_be_read_is_said(small_disk: Path) -> None:
    done = subprocess.run(
        ["mount", "-o", "remount,ro", str(small_disk)], check=False, capture_output=True
    )
    if done.returncode:
        pytest.skip("no disk can be made read-only here")
    with pytest.raises(WriteError, match="this disk may only be read"):
        write_files([small_disk / "a-1.png", small_disk / "a-2.png"], [b"1", b"2"])
