"""How long work is stopped.

Whatever can take longer than a blink is given a function `cancelled` that says whether the reader
has given up. The work asks it from time to time and raises `Cancelled`, which passes through
everything up to the one who began the work. Nothing half done is left behind.
"""

from __future__ import annotations

from collections.abc import Callable

CancelCheck = Callable[[], bool]


class Cancelled(Exception):  # noqa: N818 - a reader's choice, not an error
    """The reader gave up on the work."""


def never() -> bool:
    """Answer for work that nobody can stop."""
    return False


def stop_if(cancelled: CancelCheck) -> None:
    """Go on, or raise `Cancelled` where the reader has given up."""
    if cancelled():
        raise Cancelled
