"""What the reviewer adds to cases and the program remembers: which events of two cases are pairs.

Rules:
* One JSON file of our own, with a format and a version. Cases and events are known by their ids,
  each two cases by both ids in the order of the alphabet; asked for the other way round, what is
  remembered is mirrored.
* Reading never fails and never changes anything it does not understand. A broken file is moved
  aside, under a name that nothing else has; one that can't be read, or that a newer version of the
  program has made, stays where it is until something is saved, and is moved aside then. If it
  can't be moved, nothing is saved.
* Whatever was moved or not read is told to the reviewer.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Id
from timeline_app.paths import Folder, made_folder, program_folder
from timeline_app.writing import WriteError, shown_path, write_file

FILE_NAME = "pairs.json"
FORMAT: Final = "timeline-pairs"
VERSION: Final = 1
MOST_BYTES = 16_000_000
_MOST_ASIDE = 1_000


class ComparedPairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was chosen for two cases, as the file has it: pairs of event ids, events left alone."""

    a: Id
    b: Id
    pairs: tuple[tuple[Id, Id], ...] = ()
    alone_a: tuple[Id, ...] = ()
    alone_b: tuple[Id, ...] = ()


class PairRecords(msgspec.Struct, frozen=True):
    """The pairs made by hand, for all cases. A change gives new records, which are saved whole."""

    compared: dict[tuple[str, str], PairChoices] = {}

    def of(self, id_a: str, id_b: str) -> PairChoices:
        """What was chosen for these two cases, seen from the first."""
        if id_a <= id_b:
            return self.compared.get((id_a, id_b), PairChoices())
        return self.compared.get((id_b, id_a), PairChoices()).mirrored()

    def with_choices(self, id_a: str, id_b: str, choices: PairChoices) -> PairRecords:
        """The records with these choices for two cases in place of what was chosen before."""
        if id_a > id_b:
            id_a, id_b, choices = id_b, id_a, choices.mirrored()
        others = {ids: one for ids, one in self.compared.items() if ids != (id_a, id_b)}
        return PairRecords(others if choices == PairChoices() else others | {(id_a, id_b): choices})


def load_pairs() -> tuple[PairRecords, str | None]:
    """The pairs as they were last saved, and in words what is wrong with their file, if anything.
    Raises nothing."""
    try:
        path = program_folder(Folder.RECORDS) / FILE_NAME
    except OSError as error:
        return PairRecords(), f"The pairs made by hand could not be read: {error}."
    found = _examined(path)
    if isinstance(found, PairRecords):
        return found, None
    if found is not _Fault.BROKEN:
        return PairRecords(), _LEFT[found].format(path=shown_path(path))
    try:
        aside = _moved_aside(path, found)
    except OSError:
        return PairRecords(), _LEFT[found].format(path=shown_path(path))
    return PairRecords(), (
        "The pairs made by hand were not readable. Their file is kept as "
        f"{shown_path(aside)}; new pairs go into a new one."
    )


def save_pairs(records: PairRecords) -> None:
    """Write the pairs, all or nothing. A file that stands there and is not understood is moved
    aside first.

    Raises:
        WriteError: they were not written; its text says why.
    """
    data = _encoded(records)
    if len(data) > MOST_BYTES:
        raise WriteError("The pairs were not saved: there are too many of them.")
    try:
        path = made_folder(Folder.RECORDS) / FILE_NAME
    except OSError as error:
        raise WriteError(f"The pairs were not saved: {error}.") from error
    found = _examined(path)
    if isinstance(found, _Fault):
        try:
            _moved_aside(path, found)
        except OSError as error:
            raise WriteError(
                f"The pairs were not saved: {shown_path(path)} holds something else and can't be "
                "moved aside."
            ) from error
    write_file(path, data, replace=True)


class _Fault(Enum):
    """What keeps a file from being read; the value goes into the name under which it is kept."""

    BROKEN = "broken"
    NEWER = "newer"
    UNREADABLE = "unread"


_LEFT = {
    _Fault.BROKEN: (
        "The pairs made by hand in {path} are not readable, and the file can't be moved aside."
    ),
    _Fault.NEWER: (
        "The pairs made by hand in {path} are of a newer version of this program and are not "
        "shown. They stay as they are; where new pairs are made, that file is kept beside."
    ),
    _Fault.UNREADABLE: (
        "The pairs made by hand in {path} could not be read. Where new pairs are made, that file "
        "is kept beside."
    ),
}


class _Head(msgspec.Struct, frozen=True):
    """What every version of the file begins with."""

    format: Literal["timeline-pairs"]
    version: Annotated[int, msgspec.Meta(ge=1)]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: Literal["timeline-pairs"]
    version: Literal[1]
    compared: tuple[ComparedPairs, ...]


def _examined(path: Path) -> PairRecords | _Fault:
    """The records of a file, none where there is no file; or why they can't be had."""
    try:
        path.lstat()
    except FileNotFoundError:
        return PairRecords()
    except OSError:
        return _Fault.UNREADABLE
    try:
        if not path.is_file():  # a folder, a pipe, a link to nowhere
            return _Fault.UNREADABLE
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return _Fault.UNREADABLE
    return _Fault.BROKEN if len(data) > MOST_BYTES else _understood(data)


def _understood(data: bytes) -> PairRecords | _Fault:
    try:
        if msgspec.json.decode(data, type=_Head).version > VERSION:
            return _Fault.NEWER
        told = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _Fault.BROKEN
    compared: dict[tuple[str, str], PairChoices] = {}
    for one in told.compared:
        choices = _choices(one)
        if one.a <= one.b:
            compared[one.a, one.b] = choices
        else:
            compared[one.b, one.a] = choices.mirrored()
    return PairRecords(compared)


def _choices(one: ComparedPairs) -> PairChoices:
    """The choices that the file tells: an event that it pairs twice is in the last pair only, and
    one that it pairs is not alone."""
    second_of = dict(one.pairs)
    first_of = {second: first for first, second in second_of.items()}
    return PairChoices(
        frozenset((first, second) for second, first in first_of.items()),
        frozenset(one.alone_a) - set(first_of.values()),
        frozenset(one.alone_b) - first_of.keys(),
    )


def _encoded(records: PairRecords) -> bytes:
    """The file, the same for the same records."""
    compared = tuple(
        ComparedPairs(a, b, tuple(sorted(one.pairs)), *_alone(one))
        for (a, b), one in sorted(records.compared.items(), key=lambda item: item[0])
    )
    written = msgspec.json.encode(_File(FORMAT, VERSION, compared))
    return msgspec.json.format(written, indent=1) + b"\n"


def _alone(one: PairChoices) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(sorted(one.alone_a)), tuple(sorted(one.alone_b))


def _moved_aside(path: Path, fault: _Fault) -> Path:
    """Give a file another name, which nothing has yet, beside its own.

    Raises:
        OSError: it can't be moved.
    """
    for number in range(1, _MOST_ASIDE):
        counted = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}.{fault.value}{counted}{path.suffix}")
        if not aside.exists() and not aside.is_symlink():
            path.rename(aside)
            return aside
    raise FileExistsError(f"too many files of that name are kept beside {path.name}")
