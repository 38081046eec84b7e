"""What single values of a case may be, apart from dates and durations.

Each rule is a question about one value, so that both ways of reading (`quick_reading` over columns,
`checking` over one object after another) ask the same.
"""

from __future__ import annotations

import re

LARGEST_NUMBER = 2**53 - 1
"""The largest whole number that every JSON program holds exactly."""

SHA256 = re.compile(r"[0-9a-f]{64}")
CURRENCY = re.compile(r"[A-Z]{3}")
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ID = "([a-z0-9][a-z0-9_-]{0,79})"
_ONE_ID = re.compile(_ID)
TARGET = re.compile(rf"@{_ID}|{_ID}(?:\.(?:start|end))?")
"""Where a constraint may lead: group 1 is a source, group 2 an event."""

_URL = re.compile(
    r"https?://(?:[^\s/?#@]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\[\]\\]+)(?::[0-9]{1,5})?"
    r"(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"(?!\.\.?\Z)(?![A-Za-z]:)[^/\\\x00-\x1f\x7f]+")


def is_id(text: str) -> bool:
    """Whether this can be an id."""
    return _ONE_ID.fullmatch(text) is not None


def is_said(text: str) -> bool:
    """Whether there is anything but white space."""
    return bool(text) and not text.isspace()


def is_url(text: str) -> bool:
    """Whether this is an address of http or https with a host, and prints as it is."""
    return text.isprintable() and _URL.fullmatch(text) is not None


def is_language(text: str) -> bool:
    """Whether this looks like a language tag of BCP 47."""
    return LANGUAGE.fullmatch(text) is not None


def is_sha256(text: str) -> bool:
    """Whether these are the 64 digits of a sha256, letters small."""
    return SHA256.fullmatch(text) is not None


def is_currency(text: str) -> bool:
    """Whether this looks like a currency of ISO 4217."""
    return CURRENCY.fullmatch(text) is not None


def is_file_name(text: str) -> bool:
    """Whether this is a bare file name, on every system: no folders, no drive, nothing hidden."""
    return is_said(text) and _FILE_NAME.fullmatch(text) is not None


def is_amount(amount: float) -> bool:
    """Whether this is an amount of money: finite, not negative, exact in every program."""
    return 0 <= amount <= LARGEST_NUMBER


def is_length(number: int) -> bool:
    """Whether this can be the length of a text."""
    return 0 <= number <= LARGEST_NUMBER
