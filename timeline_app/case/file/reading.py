"""Reading a case file: a sound case, or every error of the file.

Rules:
* Two ways, one verdict. `quick_reading` opens a sound file at nearly the speed of decoding it, and
  otherwise gives up; `checking` then decides, and lists every error with its place. What one
  accepts the other accepts.
* A file is untrusted. Whatever it holds and whatever stands under its name, reading ends, and ends
  with a `Reading`.
* The garbage collector rests while a case is decoded: records can't be part of a cycle.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import DecodeError, Struct, json

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.collector import collector_resting
from timeline_app.case.file.file_bytes import UnreadableError, file_bytes
from timeline_app.case.file.notices import notices_of
from timeline_app.case.file.quick_reading import quick_case
from timeline_app.case.file.wide_encodings import BYTE_ORDER_MARK, UTF8_EXPECTED, wide_encoding
from timeline_app.case.model import Case
from timeline_app.case.problems import Code, Problem

CASE_SUFFIX = ".case.json"
JSON_SUFFIX = ".json"

_BLANK = re.compile(rb"[ \t\r\n]*+")
_NOT_ENOUGH_MEMORY = "there is not enough memory to read this file"


class Reading(Struct, frozen=True, gc=False):
    """What came of reading one file.

    `path` is the file as it was named, `sha256` that of its bytes ("" where they could not be
    read). With errors there is no case; `problems` are those (and notes) that show without solving
    the case and without its articles.
    """

    path: str
    sha256: str
    case: Case | None
    errors: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_case(path: Path | str, cancelled: CancelCheck = never) -> Reading:
    """Read one file. Nothing that stands under its name is an exception.

    Raises:
        Cancelled: the reader has given up.
    """
    name = str(path)
    try:
        data = file_bytes(Path(path), cancelled)
    except UnreadableError as error:
        return _failed(name, "", error.code, error.text, error.expected)
    return read_case_bytes(data, name, cancelled)


def read_case_bytes(data: bytes, name: str, cancelled: CancelCheck = never) -> Reading:
    """Read the bytes of one file, as they came from standard input, say.

    Args:
        data: all bytes of the file.
        name: what the file is called in errors.
        cancelled: asked now and then whether to stop.

    Raises:
        Cancelled: the reader has given up.
    """
    digest = hashlib.sha256(data).hexdigest()
    body = data.removeprefix(BYTE_ORDER_MARK)
    if _BLANK.fullmatch(body):
        return _failed(name, digest, Code.FILE_EMPTY, "the file is empty", "a case")
    wide = wide_encoding(data)
    if wide:
        wrong = f"the file is {wide}, not UTF-8"
        return _failed(name, digest, Code.NOT_UTF8, wrong, UTF8_EXPECTED, 1)
    try:
        with collector_resting():
            case = quick_case(body, cancelled)
            if case is None:
                errors = _errors(body, name, cancelled)
                if errors:
                    return Reading(name, digest, None, errors)
                case = json.decode(body, type=Case)
            return Reading(name, digest, case, (), notices_of(case, body, name, cancelled))
    except MemoryError:
        return _failed(name, digest, Code.FILE_TOO_LARGE, _NOT_ENOUGH_MEMORY, "a smaller file")
    except (DecodeError, RecursionError) as error:
        wrong = f"the file could not be read: {error}"
        return _failed(name, digest, Code.FILE_UNREADABLE, wrong, "a case file")


def find_cases(paths: Iterable[Path | str]) -> list[Path]:
    """The case files that are meant by some paths, each once.

    A file stands for itself, whatever it is called, and so does a path that leads to nothing: to
    read it says so. A folder stands for its own files, not those deeper: first all `*.case.json`,
    then all other `*.json`, each sorted by name. A folder without any stands for itself.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        for file in _cases_in(path) or [path]:
            found.setdefault(file)
    return list(found)


def _cases_in(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return []
        names = sorted(entry.name for entry in path.iterdir() if not entry.is_dir())
    except (OSError, ValueError):  # reading it says what is wrong with it
        return []
    cases = [name for name in names if name.lower().endswith(CASE_SUFFIX)]
    others = [name for name in names if name.lower().endswith(JSON_SUFFIX) and name not in cases]
    return [path / name for name in (*cases, *others)]


def _errors(body: bytes, name: str, cancelled: CancelCheck) -> tuple[Problem, ...]:
    # Here, not above: a sound file never needs it.
    from timeline_app.case.file.checking import check_case  # noqa: PLC0415
    from timeline_app.case.file.decoding import decode  # noqa: PLC0415

    decoded = decode(body)
    return check_case(decoded.text, name, decoded.oddities, cancelled)


def _failed(
    name: str, digest: str, code: Code, text: str, expected: str, first: int | None = None
) -> Reading:
    """A reading that came to nothing; `first` is 1 where the first character shows why."""
    problem = Problem(code, text, expected=expected, file=name, line=first, column=first)
    return Reading(name, digest, None, (problem,))
