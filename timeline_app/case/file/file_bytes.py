"""The bytes of a case file, whatever stands under its name.

Rules:
* Only regular files are read. A folder, a pipe or a device is told, never waited for.
* A file that is too large is refused by its size, before it is read.
* The system's own reasons are put into words; nothing is raised but `UnreadableError`.
"""

from __future__ import annotations

import errno
import os
import stat
from io import BytesIO
from pathlib import Path

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.problems import Code

LARGEST = 512 * 1024 * 1024
"""How many bytes a case file has at most."""

_PIECE = 8 * 1024 * 1024
_SMALL_PIECE = 64 * 1024
_READ_ONLY: int = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_SPECIAL = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_REASONS = {
    errno.ELOOP: "links on the way to it lead round in a circle",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EIO: "the disk reported a fault",
    errno.ESTALE: "it lies on a network drive that has gone",
}


class UnreadableError(Exception):
    """A file can't be read: `text` says why, `expected` what would be right."""

    def __init__(self, code: Code, text: str, expected: str) -> None:
        """`code` is one of the FILE_ codes."""
        super().__init__(text)
        self.code = code
        self.text = text
        self.expected = expected


def file_bytes(path: Path, cancelled: CancelCheck = never) -> bytes:
    """All bytes of a regular file of at most `LARGEST` bytes.

    Raises:
        UnreadableError: there is no such file, or it can't or won't be read.
        Cancelled: the reader has given up.
    """
    try:
        _check_status(path.stat())
        descriptor = os.open(path, _READ_ONLY)  # a pipe put there meanwhile does not block
        try:
            return _all_bytes(descriptor, cancelled)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _unreadable(error) from error
    except ValueError as error:  # a NUL in the name
        wrong = "this can't be the name of a file"
        raise UnreadableError(Code.FILE_NOT_FOUND, wrong, "the path of a case file") from error
    except MemoryError as error:
        wrong = "there is not enough memory to read this file"
        raise UnreadableError(Code.FILE_TOO_LARGE, wrong, "a smaller file") from error


def _all_bytes(descriptor: int, cancelled: CancelCheck) -> bytes:
    """All bytes behind a descriptor; a file may grow or shrink while it is read."""
    status = os.fstat(descriptor)
    _check_status(status)
    # Not joined in the end: to copy all of it at once stops every other thread for long.
    held = BytesIO()
    size, wanted = 0, status.st_size + 1
    while piece := os.read(descriptor, min(wanted, _PIECE)):
        held.write(piece)
        size += len(piece)
        _check_size(size)
        wanted = max(status.st_size + 1 - size, _SMALL_PIECE)
        stop_if(cancelled)
    return held.getvalue()


def _check_status(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        wrong = "this is a folder, and no case file lies in it"
        right = "a case file (*.case.json), or a folder with some"
        raise UnreadableError(Code.FILE_IS_FOLDER, wrong, right)
    for is_kind, name in _SPECIAL:
        if is_kind(status.st_mode):
            wrong = f"this is {name}, not a file"
            right = "a file; a pipe can be given as standard input (-)"
            raise UnreadableError(Code.FILE_NOT_REGULAR, wrong, right)
    _check_size(status.st_size)


def _check_size(size: int) -> None:
    if size > LARGEST:
        wrong = f"the file is too large: {size:,} bytes"
        raise UnreadableError(Code.FILE_TOO_LARGE, wrong, f"at most {LARGEST:,} bytes (512 MB)")


def _unreadable(error: OSError) -> UnreadableError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UnreadableError(
            Code.FILE_NOT_FOUND, "there is no such file", "the path of a case file"
        )
    if isinstance(error, PermissionError):
        return UnreadableError(
            Code.FILE_NOT_PERMITTED, "you may not read this file", "permission to read it"
        )
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return UnreadableError(
        Code.FILE_UNREADABLE, f"the file can't be read: {reason}", "a file that can be read"
    )
