"""From the bytes of a file to its text.

Rules:
* A file is UTF-8. One byte-order mark in front is allowed, and dropped by the caller.
* Every place that is not UTF-8 is told, and each such byte read as a lone surrogate (Python's
  `surrogateescape`), so that the rest can be checked too.
"""

from __future__ import annotations

import re
from itertools import islice

from msgspec import Struct

from timeline_app.case.file.faults import MOST
from timeline_app.case.file.json_places import Oddity
from timeline_app.case.file.wide_encodings import UTF8_EXPECTED
from timeline_app.case.problems import Code

_ESCAPED = re.compile("[\udc80-\udcff]+")
_ESCAPE_BASE = 0xDC00
_SHOWN = 4


class Decoded(Struct, frozen=True, gc=False):
    """A text, and the places where its bytes are not UTF-8."""

    text: str
    oddities: list[Oddity]


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
