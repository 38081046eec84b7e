"""Lengths and differences in words, whatever their sign.

Rules:
* A phrase is true outward: never stronger than the limits it tells (`durations.length_in_words`).
* A length may be negative, where the end of a stretch may come before its start: then it says
  "before" and "after". So a difference says "earlier" and "later" where "shorter" and "longer"
  could be taken for the length of what runs the other way.
* A least of less than a minute, where the greatest is more than an hour or open, is not told as a
  length: it comes of single seconds, which only say that one thing lies after the other. The same
  holds for a greatest in the other direction.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.case.civil import HOUR, MINUTE
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.durations import NOT_ESTABLISHED, length_in_words, rounded_in_words

HOW_LONG_NOT_TOLD = "how long is not told"


class _Said(NamedTuple):
    """The words of one direction and the other, and those where there is no more than an order."""

    more: str
    less: str
    unknown: str


_PLACE = _Said("after", "before", HOW_LONG_NOT_TOLD)
_LENGTH = _Said("longer", "shorter", "by how much is not told")
_TIME = _Said("later", "earlier", "by how much is not told")


def interval_in_words(interval: Interval) -> str:
    """A length: "at least 1 month", "14–26 months", "from 2 months before to 1 month after"."""
    least, greatest = interval.least, interval.greatest
    if least is not None and least >= 0 and greatest is not None:
        return length_in_words(_coarse(interval).least, greatest)
    return place_in_words(interval)


def place_in_words(interval: Interval) -> str:
    """How the end of a stretch lies to its start: as a length where that is all, and where only
    the order is known, "after; how long is not told" or "not before"."""
    interval = _coarse(interval)
    least, greatest = interval.least, interval.greatest
    if interval.is_open:
        return NOT_ESTABLISHED
    if greatest is not None and greatest <= 0 and least != 0:
        turned = interval.reversed()
        return _one_way(turned, _Said(_PLACE.less, _PLACE.more, _PLACE.unknown))
    if least is not None and least >= 0:
        return _one_way(interval, _PLACE)
    return _either_way(interval, _PLACE)


def difference_in_words(difference: Interval, *, may_turn: bool = False) -> str:
    """A difference A − B of two lengths: "A longer by at least 3 months", "the same".

    `may_turn` is True where one of the lengths may be negative; it is told as "later" and
    "earlier" then: how much later in A than in B the end comes, each counted from its own start.
    """
    difference = _coarse(difference)
    least, greatest = difference.least, difference.greatest
    said = _TIME if may_turn else _LENGTH
    if difference.is_open:
        return NOT_ESTABLISHED
    if least == greatest == 0:
        return "the same"
    if greatest is not None and greatest <= 0:
        turned = _Said(said.less, said.more, said.unknown)
        return f"A {_gained(difference.reversed(), turned)}"
    if least is not None and least >= 0:
        return f"A {_gained(difference, said)}"
    return f"A {_either_way(difference, said)}"


def measured(interval: Interval) -> Interval:
    """The limits that tell a length; one that tells no more than an order, "after" or "not before",
    is open."""
    least, greatest = interval.least, interval.greatest
    if _only_after(interval):
        return Interval(None, greatest)
    return Interval(least, None) if _only_after(interval.reversed()) else interval


def _only_after(interval: Interval) -> bool:
    """Whether the least tells an order, and no length."""
    least, greatest = interval.least, interval.greatest
    return least is not None and 0 <= least < MINUTE and (greatest is None or greatest > HOUR)


def _coarse(interval: Interval) -> Interval:
    """The interval without seconds that only tell an order."""
    least, greatest = interval.least, interval.greatest
    if least and _only_after(interval):
        return Interval(1, greatest)
    if greatest and _only_after(interval.reversed()):
        return Interval(least, -1)
    return interval


def _one_way(interval: Interval, said: _Said) -> str:
    """A length of 0 or more, in a direction that needs no word where it is "after"."""
    least, greatest = interval.least or 0, interval.greatest
    if least > 1 or least == greatest:
        length = length_in_words(least, greatest)
        return length if said is _PLACE or greatest == 0 else f"{length} {said.more}"
    if least == 1 and greatest is not None:
        return f"{said.more}, by at most {rounded_in_words(greatest, up=True)}"
    return _order_only(least, greatest, said)


def _gained(interval: Interval, said: _Said) -> str:
    """A difference of 0 or more."""
    least, greatest = interval.least or 0, interval.greatest
    if least > 1 or (least == 1 and greatest is not None):
        return f"{said.more} by {length_in_words(least, greatest)}"
    return _order_only(least, greatest, said)


def _order_only(least: int, greatest: int | None, said: _Said) -> str:
    """A least of 0, or of 1 without a greatest."""
    if least:
        return f"{said.more}; {said.unknown}"
    if greatest is None:
        return f"not {said.less}"
    return f"not {said.less}, and at most {rounded_in_words(greatest, up=True)} {said.more}"


def _either_way(interval: Interval, said: _Said) -> str:
    """A length of which it is not established whether it is positive."""
    back = None if interval.least is None else rounded_in_words(-interval.least, up=True)
    ahead = None if interval.greatest is None else rounded_in_words(interval.greatest, up=True)
    if back is None:
        return f"{said.more} by at most {ahead}, or {said.less} by any length"
    if ahead is None:
        return f"{said.less} by at most {back}, or {said.more} by any length"
    return f"from {back} {said.less} to {ahead} {said.more}"
