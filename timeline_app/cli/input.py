"""Reading cases as all commands do it: `-` is standard input, everything else names a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from timeline_app.case.file.file_bytes import LARGEST, UnreadableError, file_bytes
from timeline_app.case.file.reading import Reading, find_cases, read_case_bytes
from timeline_app.case.opening import OpenedCase, open_reading
from timeline_app.case.problems import Code, Problem
from timeline_app.cli.arguments import STANDARD

STANDARD_NAME = "standard input"


def read(path: str) -> Reading:
    """The file of that name, or standard input, read."""
    return read_with_bytes(path)[1]


def read_with_bytes(path: str) -> tuple[bytes, Reading]:
    """The bytes of a file or of standard input, and what came of reading them."""
    name = STANDARD_NAME if path == STANDARD else path
    try:
        data = _standard_bytes() if path == STANDARD else _one_file(Path(path))
    except UnreadableError as error:
        problem = Problem(error.code, error.text, expected=error.expected, file=name)
        return b"", Reading(name, "", None, (problem,))
    return data, read_case_bytes(data, name)


def opened(path: str, texts: Path | None) -> OpenedCase:
    """The case of a path or of standard input, with the articles of a folder or file."""
    return open_reading(read(path), () if texts is None else (texts,))


def case_names(paths: Iterable[str]) -> list[str]:
    """The case files that are meant by some paths, and standard input, each once; a folder means
    the case files in it."""
    names: dict[str, None] = {}
    for path in paths:
        found = [path] if path == STANDARD else map(str, find_cases([path]))
        names.update(dict.fromkeys(found))
    return list(names)


def _one_file(path: Path) -> bytes:
    """The bytes of one file; a folder is none, however many it holds."""
    with suppress(OSError, ValueError):  # said by `file_bytes`
        if path.is_dir():
            count = len([found for found in find_cases([path]) if found != path])
            if count:
                files = "1 case file" if count == 1 else f"{count:,} case files"
                raise UnreadableError(
                    Code.FILE_IS_FOLDER, f"this is a folder with {files}", "the name of one of them"
                )
    return file_bytes(path)


def _standard_bytes() -> bytes:
    if sys.stdin is None:
        wrong = "standard input is closed"
        raise UnreadableError(Code.FILE_UNREADABLE, wrong, "a case, through a pipe or from a file")
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        wrong = f"standard input can't be read: {error.strerror or error}"
        raise UnreadableError(Code.FILE_UNREADABLE, wrong, "a case") from error
    if len(data) > LARGEST:
        wrong = f"the file is too large: over {LARGEST:,} bytes"
        raise UnreadableError(Code.FILE_TOO_LARGE, wrong, f"at most {LARGEST:,} bytes (512 MB)")
    return data
