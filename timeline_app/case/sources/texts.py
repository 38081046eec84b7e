"""The articles a case tells from: their canonical text, and where a reviewer keeps them.

Rules:
* A text is canonical before anything counts or hashes it: decoded UTF-8, one leading byte-order
  mark dropped, CRLF and CR turned into LF, nothing else. A NUL is kept; display replaces it.
* A text in the case file is the text. Any other is known by its sha256, whatever its file is
  called; where none has it, a file with the hinted name is attached as differing.
* Never a guess: two different files that could both be meant are none.
* Only regular files of at most `LIMIT` bytes are read, and a folder's own files, not those deeper.
  A hinted name is only ever compared with the names in a folder, so it can't lead out of it.
"""

from __future__ import annotations

import os
import stat
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.model import Case, Text
from timeline_app.case.words import named
from timeline_app.writing import shown_path

LIMIT = 64 * 1024 * 1024
FOLDER_LIMIT = 10_000

_READ_ONLY: int = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class TextError(Exception):
    """A text can't be read or attached. Its text says why, for the one who asked for it."""


class SourceText(Struct, frozen=True, gc=False):
    """The text of a source, canonical.

    `exact` says that it is the very text that the case's offsets count in: embedded, or of the
    same sha256. `path` is the file it was read from, None where it is embedded.
    """

    source: int
    text: str
    sha256: str
    exact: bool
    path: Path | None = None


class Texts(Mapping[int, SourceText]):
    """The texts at hand, by the index of their source.

    `reasons` says in words why a text was looked for and not attached, by source; `unread` names
    the places that could not be looked into, and why.
    """

    __slots__ = ("_attached", "_reasons", "_unread")

    def __init__(
        self,
        attached: Mapping[int, SourceText] = MappingProxyType({}),
        reasons: Mapping[int, str] = MappingProxyType({}),
        unread: tuple[str, ...] = (),
    ) -> None:
        self._attached, self._reasons, self._unread = attached, reasons, unread

    @property
    def reasons(self) -> Mapping[int, str]:
        """Why a text was looked for and not attached, by source."""
        return self._reasons

    @property
    def unread(self) -> tuple[str, ...]:
        """The places that could not be looked into, and why."""
        return self._unread

    def __getitem__(self, source: int) -> SourceText:
        return self._attached[source]

    def __iter__(self) -> Iterator[int]:
        return iter(self._attached)

    def __len__(self) -> int:
        return len(self._attached)

    def attaching(self, text: SourceText) -> Texts:
        """Give these texts with one more, or another for its source."""
        reasons = {source: why for source, why in self._reasons.items() if source != text.source}
        return Texts({**self._attached, text.source: text}, reasons, self._unread)

    def with_reason(self, source: int, why: str) -> Texts:
        """Give these texts, and why that of a source was not attached."""
        return Texts(self._attached, {**self._reasons, source: why}, self._unread)


def canonical(data: bytes | str) -> str:
    """Give the canonical text.

    Raises:
        TextError: the bytes are not UTF-8.
    """
    if isinstance(data, bytes):
        try:
            data = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise TextError(
                f"It is not a UTF-8 text: byte {error.start + 1} does not belong in one. "
                "Save the article again as plain text in UTF-8."
            ) from error
    return data.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def text_sha256(text: str) -> str:
    """Give the sha256 of a canonical text, in hex."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_text(path: Path) -> str:
    """Read an article and give its canonical text.

    Raises:
        TextError: there is no such file, it is not a regular file, may not be read, is larger than
            `LIMIT`, or is not UTF-8.
    """
    try:
        _check_regular(path.stat())
        descriptor = os.open(path, _READ_ONLY)  # a pipe put there meanwhile would not block
        with os.fdopen(descriptor, "rb") as file:
            _check_regular(os.fstat(file.fileno()))
            data = file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise TextError("There is no such file.") from error
    except PermissionError as error:
        raise TextError("You may not read it.") from error
    except OSError as error:
        raise TextError(f"It can't be read: {error.strerror or error}.") from error
    except ValueError as error:  # a NUL in the name
        raise TextError("Its name can't be the name of a file.") from error
    if len(data) > LIMIT:
        raise TextError(_too_large())
    return canonical(data)


def embedded_texts(case: Case) -> dict[int, SourceText]:
    """Give the texts that the case file holds itself, by the index of their source."""
    texts: dict[int, SourceText] = {}
    for index, source in enumerate(case.sources):
        if source.text is not None and source.text.content is not None:
            text = canonical(source.text.content)
            texts[index] = SourceText(index, text, text_sha256(text), exact=True)
    return texts


def attach_file(case: Case, source: int, path: Path) -> SourceText:
    """Attach one file to the source of index `source`, whatever its name.

    Raises:
        TextError: it can't be read, or the source has its text in the case file.
    """
    wanted = case.sources[source].text
    if wanted is not None and wanted.content is not None:
        raise TextError(
            f"The text of {named(case.sources[source].title)} is in the case file itself."
        )
    try:
        text = read_text(path)
    except TextError as error:
        raise TextError(f"{shown_path(path)} was not attached. {error}") from error
    found = text_sha256(text)
    return SourceText(source, text, found, wanted is not None and wanted.sha256 == found, path)


def find_texts(case: Case, places: Sequence[Path], cancelled: CancelCheck = never) -> Texts:
    """Find the articles of a case.

    Args:
        case: the case.
        places: folders and files to look in, in this order.
        cancelled: whether the reader has given up.

    Raises:
        Cancelled: the reader has given up.
    """
    attached = embedded_texts(case)
    wanted = {
        index: source.text
        for index, source in enumerate(case.sources)
        if source.text is not None and index not in attached
    }
    if not wanted or not places:
        return Texts(attached)
    files = _Files({text.file for text in wanted.values() if text.file}, cancelled)
    for place in places:
        files.look_into(place)
    attached |= _by_sha256(wanted, files, cancelled)
    reasons: dict[int, str] = {}
    for index in sorted(wanted.keys() - attached.keys()):
        found = _by_name(index, wanted[index].file, files)
        if isinstance(found, SourceText):
            attached[index] = found
        else:
            reasons[index] = found
    return Texts(dict(sorted(attached.items())), reasons, tuple(files.unread))


class _Files:
    """The files that could be articles, with their sizes in bytes; hinted names come first.

    `unread` names the places that could not be looked into, and why.
    """

    def __init__(self, hints: set[str], cancelled: CancelCheck) -> None:
        self.sizes: dict[Path, int] = {}
        self.unread: list[str] = []
        self._hints = hints
        self._cancelled = cancelled

    def look_into(self, place: Path) -> None:
        """Take in a file, or the files of a folder."""
        try:
            status = place.stat()
            if not stat.S_ISDIR(status.st_mode):
                _check_regular(status)
                self.sizes.setdefault(place, status.st_size)
                return
            names = self._names_in(place)
        except (OSError, ValueError, TextError) as error:
            reason = getattr(error, "strerror", None) or str(error).rstrip(".")
            self.unread.append(f"{shown_path(place)} can't be looked into: {reason}.")
            return
        if len(names) > FOLDER_LIMIT:
            self.unread.append(
                f"{shown_path(place)} holds {len(names):,} files; only {FOLDER_LIMIT:,} of them "
                "were looked at. Keep the articles in a folder of their own."
            )
        for name in names[:FOLDER_LIMIT]:
            stop_if(self._cancelled)
            self._take(place / name)

    def _names_in(self, folder: Path) -> list[str]:
        names: list[str] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                stop_if(self._cancelled)
                names.append(entry.name)
        return sorted(names, key=lambda name: (name not in self._hints, name))

    def _take(self, path: Path) -> None:
        try:
            status = path.stat()
        except OSError:  # gone, or a link to nothing: not one of the files at hand
            return
        # A hinted name is kept whatever it is, so that it can be said why it was not attached.
        if stat.S_ISREG(status.st_mode) or path.name in self._hints:
            self.sizes.setdefault(path, status.st_size)


def _by_sha256(
    wanted: Mapping[int, Text], files: _Files, cancelled: CancelCheck
) -> dict[int, SourceText]:
    """Attach every source whose very text is among the files."""
    sources: dict[str | None, list[int]] = {}
    for index, text in wanted.items():
        sources.setdefault(text.sha256, []).append(index)
    lengths = sorted({text.length or 0 for text in wanted.values()})
    attached: dict[int, SourceText] = {}
    for path, size in files.sizes.items():
        stop_if(cancelled)
        # A code point takes one byte to four, a byte-order mark three: try only what could fit.
        place = bisect_left(lengths, (size - 3) / 4)
        if place == len(lengths) or lengths[place] > size:
            continue
        try:
            found = read_text(path)
        except TextError:  # said by `_by_name`, where this file was hinted at
            continue
        digest = text_sha256(found)
        for index in sources.pop(digest, ()):
            attached[index] = SourceText(index, found, digest, exact=True, path=path)
    return attached


def _by_name(index: int, hint: str | None, files: _Files) -> SourceText | str:
    """Attach the file with the hinted name, as differing, or say why not."""
    if not hint:
        return "no file at hand has its text"
    texts: dict[str, Path] = {}
    faults: list[str] = []
    for path in files.sizes:
        if path.name == hint:
            try:
                texts.setdefault(read_text(path), path)
            except TextError as error:
                faults.append(f"{shown_path(path)} can't be attached. {error}")
    if len(texts) > 1:
        return f"{len(texts)} files that differ are called {shown_path(hint)}: choose one"
    for text, path in texts.items():
        return SourceText(index, text, text_sha256(text), exact=False, path=path)
    if faults:
        return " ".join(faults).rstrip(".")
    return f"no file at hand has its text, and none is called {shown_path(hint)}"


def _check_regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise TextError("It is a folder, not a file.")
    if not stat.S_ISREG(status.st_mode):
        raise TextError("It is not an ordinary file.")
    if status.st_size > LIMIT:
        raise TextError(_too_large())


def _too_large() -> str:
    return f"It is larger than {LIMIT // 1024**2} MB, and an article never is."
