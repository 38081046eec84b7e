"""The layers of the order axis: how many certainties, one upon the other, lead to an event.

Rules:
* The layer of an event is the length of the longest chain of certainties that ends in it, from 0.
  Two events of one layer are never certainly one before the other.
* Exactly so for as many events as `order.EXACT`. Beyond, the chains consist of arcs: a single
  constraint that makes start(B) - start(A) >= 0, or bounds that don't overlap; a layer is gained
  where it is 1 second or more.
* Bounds need no arc for each pair: of each second that is some event's latest, the highest layer
  of the events that are past by then is kept, for those that lie there or later.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.solving.arrows import Steps
from timeline_app.case.solving.graphs import POLL
from timeline_app.case.solving.order import Order
from timeline_app.case.solving.sorting import sorted_places

Step = tuple[int, int, int]
"""First, second, and 1 where the second is certainly after the first, 0 where it is not before."""


def exact_layers(order: Order) -> tuple[int, ...]:
    """Layers from the certainties of all pairs; most need not be known for it."""
    layers = _plain_layers(order)
    return tuple(_raised(order, layers) if order.pair_search.slopes.matter else layers)


def _plain_layers(order: Order) -> list[int]:
    """Layers from the certainties that are plain. Where a rising arc matters these are not all, and
    a layer may be too low."""
    plain = order.pair_search.plain
    layers = [0] * len(order.starts)
    filled: list[int] = []  # the events of each layer, as bits
    for event in order.stepping:
        before = plain[event][0]
        low, high = 0, len(filled)
        while low < high:  # certainty is transitive: what has one before it here has one below too
            middle = (low + high) // 2
            if before & filled[middle]:
                low = middle + 1
            else:
                high = middle
        layers[event] = low
        if low == len(filled):
            filled.append(0)
        filled[low] |= 1 << event
    return layers


def _raised(order: Order, layers: list[int]) -> list[int]:
    """Raise layers that may be too low, going through them from the lowest up; the same list.

    An event is higher than a layer if something of that layer is certainly before it. Those that
    may be of it are the ones not plainly higher, so a single search from all of them tells which
    are higher after all. The origin need not be passed: what is certain by bounds is plain.
    """
    pairs, classes = order.pair_search, order.classes
    back, climbing = pairs.slopes.back, pairs.slopes.climbing
    waiting: list[list[int]] = [[] for _ in range(len(layers) + 1)]
    for event, layer in enumerate(layers):
        waiting[layer].append(event)
    rest = (1 << len(layers)) - 1  # the events of this layer and higher ones
    for layer, events in enumerate(waiting):
        lowest = []
        for event in events:
            if pairs.plain[event][0] & rest:
                waiting[layer + 1].append(event)
            else:
                lowest.append(event)
        numbers = {classes[event] for event in lowest}
        higher = back.led_to(numbers, numbers & climbing)
        for event in lowest:
            if classes[event] in higher:
                waiting[layer + 1].append(event)
            else:
                layers[event] = layer
                rest ^= 1 << event
    return layers


def layers_over_arcs(
    order: Order, steps: Steps, weights: Sequence[int], cancelled: CancelCheck
) -> tuple[int, ...]:
    """Layers from single steps between events; `weights` are those of the network's arcs."""
    return _Sweep(order, steps, weights).layers(cancelled)


class _Sweep:
    """Goes through the events in the order of the schedule, those of one second together.

    Every step leads forward in it, or stays at one second and gains nothing.
    """

    def __init__(self, order: Order, steps: Steps, weights: Sequence[int]) -> None:
        self._order = order
        self._steps = steps
        self._weights = weights
        self._times = order.times
        self._found = [0] * len(order.starts)
        # The seconds that are some event's latest, and the highest layer of the events whose it is;
        # of those before `_past`, the highest up to there.
        self._ends, self._end_of = _ends(order)
        self._highest = [-1] * len(self._ends)
        self._past = 0

    def layers(self, cancelled: CancelCheck) -> tuple[int, ...]:
        """The layer of each event."""
        stepping, times = self._order.stepping, self._times
        start, looked = 0, 0
        while start < len(stepping):
            time, stop = times[stepping[start]], start + 1
            while stop < len(stepping) and times[stepping[stop]] == time:
                stop += 1
            if stop - looked > POLL:
                looked = stop
                stop_if(cancelled)
            self._go_past(time)
            self._take(stepping[start:stop], time)
            start = stop
        return tuple(self._found)

    def _go_past(self, time: int) -> None:
        """Nothing whose latest second lies before this time is still to come."""
        ends, highest, place = self._ends, self._highest, self._past
        while place < len(ends) and ends[place] < time:
            if place and highest[place - 1] > highest[place]:
                highest[place] = highest[place - 1]
            place += 1
        self._past = place

    def _take(self, events: Sequence[int], time: int) -> None:
        """Find the layers of all events at one second of the schedule."""
        joined = self._reach(events, time)
        if len(events) > 1:
            self._spread(events, time, joined)
        found, end_of, highest = self._found, self._end_of, self._highest
        for event in events:
            end = end_of[event]
            if end != _OPEN and found[event] > highest[end]:
                highest[end] = found[event]

    def _reach(self, events: Sequence[int], time: int) -> dict[int, list[int]]:
        """Give each event the layer that what lies before this time leads to. Steps from events at
        the same time are not taken: which events each of these leads to."""
        found, times, weights, bounds = (
            *(self._found, self._times),
            *(self._weights, self._order.earliest),
        )
        offsets, firsts, arcs = self._steps.offsets, self._steps.firsts, self._steps.arcs
        joined: dict[int, list[int]] = {}
        most = self._over(time, self._past)
        for event in events:
            earliest = bounds[event]
            if earliest == time:  # so it is of most events
                layer = most
            elif earliest is None:
                layer = 0
            else:
                layer = self._over(earliest, bisect_left(self._ends, earliest, 0, self._past))
            for place in range(offsets[event], offsets[event + 1]):
                first = firsts[place]
                if times[first] == time:
                    joined.setdefault(first, []).append(event)
                elif found[first] >= layer:
                    layer = found[first] + (weights[arcs[place]] < 0)
            found[event] = layer
        return joined

    def _over(self, earliest: int, place: int) -> int:
        """The layer of what can't be earlier than this, by the bounds of others alone; `place` is
        that of the first second of `_ends` that is not before it."""
        ends, highest = self._ends, self._highest
        layer = highest[place - 1] + 1 if place else 0
        if place < len(ends) and ends[place] == earliest and highest[place] > layer:
            layer = highest[place]
        return layer

    def _spread(self, events: Sequence[int], time: int, joined: dict[int, list[int]]) -> None:
        """Carry the layers on between events at one second, the highest first.

        Where that second is the latest of one event and the earliest of another, the one is not
        after the other, as if a step led there.
        """
        order, found = self._order, self._found
        touched = [event for event in events if order.earliest[event] == time]
        touching = touched and {event for event in events if order.latest[event] == time}
        if not joined and not touching:
            return
        reached: set[int] = set()
        for place in reversed(sorted_places([found[event] for event in events])):
            trail = [events[place]]
            while trail:
                event = trail.pop()
                if event in reached:
                    continue
                reached.add(event)
                layer, following = found[event], joined.get(event, ())
                if touching and event in touching:
                    following, touched = [*following, *touched], []
                for other in following:
                    if other not in reached:
                        found[other] = max(found[other], layer)
                        trail.append(other)


def bound_steps(order: Order, number: int) -> tuple[int, list[Step]]:
    """What bounds that don't overlap say of events, as steps over seconds that are some event's
    latest. These are nodes from `number` on, in their order; how many, and the steps."""
    ends, end_of = _ends(order)
    steps = [(node - 1, node, 0) for node in range(number + 1, number + len(ends))]
    for event, (earliest, end) in enumerate(zip(order.earliest, end_of, strict=True)):
        if end != _OPEN:
            steps.append((event, number + end, 0))
        if earliest is None:
            continue
        over = bisect_left(ends, earliest)
        if over < len(ends) and ends[over] == earliest:
            steps.append((number + over, event, 0))
        if over:
            steps.append((number + over - 1, event, 1))
    return len(ends), steps


def _ends(order: Order) -> tuple[list[int], array[int]]:
    """The seconds that are some event's latest, each once, in their order; and the place among
    them of each event's, `_OPEN` where it has none."""
    events = [event for event, latest in enumerate(order.latest) if latest is not None]
    told = [latest for latest in order.latest if latest is not None]
    ends: list[int] = []
    end_of = array("q", [_OPEN]) * len(order.starts)
    for place in sorted_places(told):
        if not ends or told[place] != ends[-1]:
            ends.append(told[place])
        end_of[events[place]] = len(ends) - 1
    return ends, end_of


_OPEN = -1
"""Stands for the latest second of an event that has none."""
