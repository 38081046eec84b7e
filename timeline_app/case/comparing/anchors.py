"""The event from which times are counted: which of a case is meant."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from timeline_app.case.model import Kind


class Which(StrEnum):
    """Which event of a kind is meant; `CHOSEN` means one event by its index."""

    FIRST = "first"
    LAST = "last"
    CHOSEN = "chosen"


class Anchor(Struct, frozen=True, gc=False):
    """The event whose start is day zero: the first or last of a kind, or one that is chosen."""

    which: Which
    kind: Kind | None = None
    event: int | None = None
