"""Ranks one by one, for tests that compare what is kept as ranges."""

from __future__ import annotations

from timeline_app.layout.calendar_index import Ranges


def ranks_in(ranges: Ranges) -> list[int]:
    """Every rank in the ranges."""
    return [rank for low, high in ranges for rank in range(low, high)]
