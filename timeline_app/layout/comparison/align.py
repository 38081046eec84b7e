"""The ways in which two cases can be aligned."""

from __future__ import annotations

from enum import StrEnum


class Align(StrEnum):
    """What two cases are aligned on."""

    CALENDAR = "calendar"
    ORDER = "order"
    DAY_ZERO = "day zero"
