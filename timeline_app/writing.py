"""The one way this program writes a file.

What is written stands whole in memory first, so that it could be checked. It goes into a temporary
file beside the target, with plain Python (Qt's own ways report success on a full disk), is flushed
to the disk, and only then takes the target's name, in one step. Whatever goes wrong before that
leaves the old file as it was and nothing new beside it.

A link is followed: the file it leads to is replaced, the link stays. The new file gets the
permissions of the old one; its owner is whoever runs the program.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "there is no room left for you on this disk",
    errno.EFBIG: "the disk can't hold a file this large",
    errno.EACCES: "this folder may not be written to",
    errno.EPERM: "this folder may not be written to",
    errno.EROFS: "this disk may only be read",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "links on this path lead round in a circle",
    errno.EIO: "the disk reported a fault",
}
_BINARY: int = getattr(os, "O_BINARY", 0)


class WriteError(OSError):
    """A file was not written. Its text says which and why, for the one who asked for it."""


class FileStandsError(WriteError):
    """A file of that name stands there already and may not be replaced."""


def write_file(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write `data` to `path`, whole or not at all.

    Args:
        path: the file to write, or a link to it. Its folder must be there.
        data: all of the contents.
        replace: whether a file that stands there may be replaced.

    Raises:
        FileStandsError: a file stands there, and `replace` is false.
        WriteError: anything else that keeps it from being written.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target, replace=replace)
    except WriteError:
        raise
    except (OSError, ValueError) as error:
        raise _fault(path, error) from error
    _write_beside(path, target, data, mode, replace=replace)


def shown_path(path: Path | str) -> str:
    """Give a path for a message: what can't be shown (control characters, bytes that are no text,
    marks that turn the direction of writing) is replaced by a question mark in a diamond."""
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for character in str(path)
    )


def _mode_of(target: Path, *, replace: bool) -> int | None:
    """The permissions of the file that will be replaced, or None where there is none."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise WriteError(f"{shown_path(target)} is a folder; give the name of a file.")
    if not stat.S_ISREG(status.st_mode):
        raise WriteError(f"{shown_path(target)} is not an ordinary file and is not replaced.")
    if not replace:
        raise FileExistsError
    if not os.access(target, os.W_OK):
        raise WriteError(f"{shown_path(target)} is write-protected and was not replaced.")
    return stat.S_IMODE(status.st_mode)


def _write_beside(
    path: Path, target: Path, data: bytes, mode: int | None, *, replace: bool
) -> None:
    """Write a file beside the target, let it take its name, and leave nothing else there."""
    temporary = target.with_name(f".timeline-{os.urandom(8).hex()}.tmp")
    said = f"{shown_path(path)} was not written."
    try:
        _write_through(temporary, data, mode)
        _give_name(temporary, target, replace=replace)
        said = f"{shown_path(path)} was written."
    except OSError as error:
        fault = _fault(path, error)
        said = str(fault)
        raise fault from error
    finally:
        _remove(temporary, said)


def _remove(temporary: Path, said: str) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f"{said} {shown_path(temporary)} was left behind.") from error


def _write_through(temporary: Path, data: bytes, mode: int | None) -> None:
    """Write a new file and see it onto the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    descriptor = os.open(temporary, flags, 0o666 if mode is None else 0o600)
    try:
        if mode is not None:
            os.chmod(temporary, mode)  # noqa: PTH101 - before the contents: they may be private
        rest = memoryview(data)
        while rest:
            written = os.write(descriptor, rest)
            if written <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            rest = rest[written:]
        os.fsync(descriptor)
        if os.fstat(descriptor).st_size != len(data):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    finally:
        os.close(descriptor)


def _give_name(temporary: Path, target: Path, *, replace: bool) -> None:
    """Let the finished file take the target's name."""
    if replace:
        os.replace(temporary, target)  # noqa: PTH105
        return
    try:
        os.link(temporary, target)  # unlike a rename, this never takes a name away
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if target.exists():
            raise FileExistsError from None
        os.replace(temporary, target)  # noqa: PTH105


def _fault(path: Path, error: OSError | ValueError) -> WriteError:
    """Why a file was not written, in plain words."""
    if isinstance(error, FileExistsError):
        return FileStandsError(f"{shown_path(path)} stands there already and was not replaced.")
    if isinstance(error, ValueError):
        return WriteError(f"{shown_path(path)} was not written: no file can have this name.")
    known = _REASONS.get(error.errno or 0)
    reason = known or (error.strerror or str(error) or "of an unknown fault").lower()
    return WriteError(f"{shown_path(path)} was not written: {reason}.")
