"""What `export` makes of cases, whoever makes it: contents for files, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from timeline_app.case.opening import OpenedCase
from timeline_app.case.solving.chronology import Chronology


class SoundCase(NamedTuple):
    """A case that opens."""

    opened: OpenedCase
    chronology: Chronology


class Made(NamedTuple):
    """What becomes of one case, or of several together.

    Attributes:
        files: how many files it is.
        pages: how many pages a picture has, 0 for a table.
        contents: the bytes of each file, made when it is asked for.
        remarks: what is to be said of it before it is written, in sentences.
        left_out: of several cases those that could not go in, by their number, and why.
    """

    files: int
    pages: int
    contents: Iterator[bytes]
    remarks: tuple[str, ...] = ()
    left_out: Mapping[int, str] = MappingProxyType({})


class NotMadeError(Exception):
    """Nothing can be made of a case, or not all of it; the text says why.

    `written` are the files that hold a part of it all the same.
    """

    def __init__(self, text: str, written: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.written = written


class Maker(Protocol):
    """Makes pictures, or tables."""

    def made(self, cases: Sequence[SoundCase]) -> Made:
        """What becomes of one case, or of several together.

        Raises:
            NotMadeError: nothing does.
        """
