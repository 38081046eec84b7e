"""From the bytes of a file to its text.

Rules:
* A file is UTF-8. One byte-order mark in front is allowed, and dropped by the caller.
* Every place that is not UTF-8 is told, and each such byte read as a lone surrogate (Python's
  `surrogateescape`), so that the rest can be checked too.
* UTF-16 and UTF-32 are recognised by their mark or their zeros, and said by name.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from timeline_app.case.file.faults import MOST
from timeline_app.case.file.json_places import Oddity
from timeline_app.case.problems import Code

BYTE_ORDER_MARK = codecs.BOM_UTF8

_WIDE_STARTS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (b"{\0\0\0", "UTF-32"),
    (b"\0\0\0{", "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (b"{\0", "UTF-16"),
    (b"\0{", "UTF-16"),
)
_ESCAPED = re.compile("[\udc80-\udcff]+")
_ESCAPE_BASE = 0xDC00
_SHOWN = 4
UTF8_EXPECTED = "UTF-8: open the file in a text editor and save it in that encoding"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the places where its bytes are not UTF-8."""

    text: str
    oddities: list[Oddity]


def wide_encoding(data: bytes) -> str:
    """The name of an encoding with several bytes for each character, "" where it is none."""
    return next((name for start, name in _WIDE_STARTS if data.startswith(start)), "")


def decode(data: bytes) -> Decoded:
    """The text of some bytes; each byte that is not UTF-8 becomes a lone surrogate."""
    text = data.decode(errors="surrogateescape")
    oddities = [
        Oddity(Code.NOT_UTF8, found.start(), found.end(), (), _said(found[0]), UTF8_EXPECTED)
        for found in islice(_ESCAPED.finditer(text), MOST)
    ]
    return Decoded(text, oddities)


def _said(escaped: str) -> str:
    shown = " ".join(f"{ord(character) - _ESCAPE_BASE:02X}" for character in escaped[:_SHOWN])
    dots = " …" if len(escaped) > _SHOWN else ""
    return f"these bytes are not UTF-8: {shown}{dots}"
