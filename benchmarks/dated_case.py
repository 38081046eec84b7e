"""Solved cases of any size for frames: moments and spans with dates and nothing else, from a seed.

A third of the dates are coarse: a month, a year, or a window of days. No file is written, since
what is measured begins with a solved case.
"""

from __future__ import annotations

import gc

from benchmarks.chance import Chance
from timeline_app.case.civil import DAY, iso_day, iso_second
from timeline_app.case.model import Case, Event, Kind, Shape
from timeline_app.case.solving.chronology import Chronology, solve_case

FIRST_DAY, LAST_DAY = -9_131, 18_262  # 1945-01-01 to 2020-01-01
SPANS = 0.2
_KINDS = tuple(Kind)
COARSE = 1 / 3
DEEDS = ("meets", "pays", "writes to", "hands papers to", "is questioned about", "is warned of")


def dated_case(count: int, seed: int = 7) -> Chronology:
    """A solved case of so many events."""
    chance = Chance(seed)
    was_on = gc.isenabled()
    gc.disable()
    try:
        events = tuple(_event(chance, number) for number in range(count))
        chronology = solve_case(Case("case-timeline", 1, f"dated-{count}", "Dates", events=events))
        gc.freeze()
    finally:
        if was_on:
            gc.enable()
    return chronology


def _event(chance: Chance, number: int) -> Event:
    start = chance.between(FIRST_DAY, LAST_DAY)
    is_span = chance.random() < SPANS
    when = _told(chance, start)
    if is_span:
        # More than two years, so that not even coarse dates run backward.
        when = f"{when[:10]}/{_told(chance, start + 800 + chance.below(900))[:10]}"
    return Event(
        id=f"event-{number}",
        kind=chance.one_of(_KINDS),
        title=f"Actor {number % 40} {DEEDS[number % len(DEEDS)]} somebody, as report 7 tells",
        when=when,
        shape=Shape.SPAN if is_span else Shape.MOMENT,
    )


def _told(chance: Chance, day: int) -> str:
    """A day as a source would give it: to the minute, to the day, or coarsely."""
    if chance.random() >= COARSE:
        if chance.random() < 0.3:
            return iso_second(day * DAY + chance.below(DAY))[:16]
        return iso_day(day)
    return iso_day(day)[: chance.one_of((4, 7))]
