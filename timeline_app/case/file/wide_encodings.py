"""Files that are not UTF-8 as a whole: UTF-16 and UTF-32 are recognised by their mark or their
zeros, and said by name."""

from __future__ import annotations

import codecs

BYTE_ORDER_MARK = codecs.BOM_UTF8
UTF8_EXPECTED = "UTF-8: open the file in a text editor and save it in that encoding"

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


def wide_encoding(data: bytes) -> str:
    """The name of an encoding with several bytes for each character, "" where it is none."""
    return next((name for start, name in _WIDE_STARTS if data.startswith(start)), "")
