"""Times counted from an event of the case: its day zero.

Rules:
* Every time is told as the limits of its distance from the anchor's start, over all solutions: so
  the anchor's own uncertainty is in it, and where the two are tied together it is not counted
  twice.
* Where it is not established which event is the first of its kind, the limits cover every
  possibility. That t lies after the first of some events by so much is to say that it does so
  after some of them, by no more after each: its least follows from one search, its greatest is the
  greatest over the single events. The last is the mirror of that.
* A search for each event that may be the anchor is too much where there are many in a large case.
  Then the greatest goes through one of them, and through its bounds: never too narrow.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.stages import first_candidates, last_candidates
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.distances import Distances, Limits
from timeline_app.case.solving.statements import publication_window

_WORK = 500_000
"""Up to so many candidates times classes there is a search for each candidate."""


class DayZero(Struct, frozen=True, eq=False):
    """Where everything in a case lies, in seconds after the start of its anchor.

    `events` are those that may be the anchor. The columns have one entry for each event,
    `OPEN_PAST` or `OPEN_FUTURE` where there is no limit; `publications` has those of the sources
    whose publication is known at least on one side.
    """

    events: tuple[int, ...]
    start_earliest: array[int]
    start_latest: array[int]
    end_earliest: array[int]
    end_latest: array[int]
    publications: dict[int, Interval]

    def publication(self, source: int) -> Interval | None:
        """How long after the anchor a source was published; None where that is not known."""
        return self.publications.get(source)


def day_zero(
    chronology: Chronology, anchor: Anchor, cancelled: CancelCheck = never
) -> DayZero | None:
    """Count a case from an anchor; None where the case has no such event."""
    events = anchor_events(chronology, anchor, cancelled)
    if not events:
        return None
    order = chronology.solved_order
    classes = [order.classes[event] for event in events]
    is_last = anchor.which is Which.LAST
    least, greatest = _limits(order.distances, classes, cancelled, is_last=is_last)
    class_of = order.solution.contraction.class_of
    starts = [class_of[node] for node in chronology.statements.start_node]
    ends = [class_of[node] for node in chronology.statements.end_node]
    return DayZero(
        events,
        *(_column(least, starts, OPEN_PAST), _column(greatest, starts, OPEN_FUTURE)),
        *(_column(least, ends, OPEN_PAST), _column(greatest, ends, OPEN_FUTURE)),
        _publications(chronology, least, greatest, _window(chronology, events, is_last=is_last)),
    )


def anchor_events(
    chronology: Chronology, anchor: Anchor, cancelled: CancelCheck = never
) -> tuple[int, ...]:
    """The events that may be the anchor, in stepping order; none where the case has no such."""
    if anchor.which is Which.CHOSEN:
        chosen = anchor.event
        is_there = chosen is not None and 0 <= chosen < len(chronology.case.events)
        return (chosen,) if chosen is not None and is_there else ()
    if anchor.kind is None:
        return ()
    candidates = first_candidates if anchor.which is Which.FIRST else last_candidates
    return candidates(chronology, anchor.kind, cancelled)


def _limits(
    distances: Distances, classes: Sequence[int], cancelled: CancelCheck, *, is_last: bool
) -> tuple[Limits, Limits]:
    """The least and the greatest distance of each class from the anchor."""
    if is_last:
        greatest = distances.most_since_last(classes, cancelled)
        return _negated(_before_last(distances, classes, cancelled)), greatest
    least = _negated(distances.most_until_first(classes, cancelled))
    return least, _after_first(distances, classes, cancelled)


def _after_first(distances: Distances, classes: Sequence[int], cancelled: CancelCheck) -> Limits:
    """By how much, at most, each class can lie after the first of some."""
    solution = distances.solution
    if len(classes) * len(solution.latest) <= _WORK or len(classes) == 1:
        return _greatest([distances.most_since_last([one], cancelled) for one in classes])
    one = classes[0]
    led = distances.most_until_first([one], cancelled)
    through = _farther(distances.most_since_last([one], cancelled), led, classes)
    first, reach = min(solution.earliest[each] for each in classes), solution.network.reach
    return _nearer(through, None if first < -reach else -first, solution.latest, reach)


def _before_last(distances: Distances, classes: Sequence[int], cancelled: CancelCheck) -> Limits:
    """By how much, at most, each class can lie before the last of some."""
    solution = distances.solution
    if len(classes) * len(solution.latest) <= _WORK or len(classes) == 1:
        return _greatest([distances.most_until_first([one], cancelled) for one in classes])
    one = classes[-1]
    led = distances.most_since_last([one], cancelled)
    through = _farther(distances.most_until_first([one], cancelled), led, classes)
    last, reach = max(solution.latest[each] for each in classes), solution.network.reach
    negated = [-bound for bound in solution.earliest]
    return _nearer(through, None if last > reach else last, negated, reach)


def _greatest(several: Sequence[Limits]) -> Limits:
    """The greatest of several limits of each class; no limit where one of them is none."""
    found, *others = several
    for limits in others:
        found = [
            None if one is None or other is None else max(one, other)
            for one, other in zip(found, limits, strict=True)
        ]
    return found


def _farther(limits: Limits, led: Limits, classes: Sequence[int]) -> Limits:
    """Limits from one class, told from any of some that lie so far from it."""
    known = [distance for distance in (led[one] for one in classes) if distance is not None]
    if len(known) < len(classes):
        return [None] * len(limits)
    farthest = max(known)
    return [None if limit is None else limit + farthest for limit in limits]


def _nearer(limits: Limits, start: int | None, bounds: Sequence[int], reach: int) -> Limits:
    """The nearer of the limits and of the bounds of each class, told from a start."""
    if start is None:
        return limits
    return [
        limit if bound > reach else bound + start if limit is None else min(limit, bound + start)
        for limit, bound in zip(limits, bounds, strict=True)
    ]


def _negated(limits: Limits) -> Limits:
    return [None if limit is None else -limit for limit in limits]


def _column(limits: Limits, classes: Sequence[int], missing: int) -> array[int]:
    """The limits of some classes as whole numbers of 64 bits."""
    most = OPEN_FUTURE - 1
    return array(
        "q",
        [
            missing if limit is None else min(max(limit, -most), most)
            for limit in map(limits.__getitem__, classes)
        ],
    )


def _window(chronology: Chronology, events: Sequence[int], *, is_last: bool) -> Interval:
    """Where the anchor itself lies, in seconds."""
    outermost = max if is_last else min
    earliest = outermost(chronology.start_earliest[event] for event in events)
    latest = outermost(chronology.start_latest[event] for event in events)
    return Interval(
        None if earliest == OPEN_PAST else earliest, None if latest == OPEN_FUTURE else latest
    )


def _publications(
    chronology: Chronology, least: Limits, greatest: Limits, anchor: Interval
) -> dict[int, Interval]:
    """Where the publications lie: those that constraints name as the network has it."""
    class_of = chronology.solved_order.solution.contraction.class_of
    found = {}
    for source, told in enumerate(chronology.case.sources):
        node = chronology.statements.source_node.get(source)
        if node is not None:
            number = class_of[node]
            interval = Interval(least[number], greatest[number])
        else:
            window = publication_window(told.published, chronology.zone)
            interval = Interval(window.earliest, window.latest).minus(anchor)
        if not interval.is_open:
            found[source] = interval
    return found
