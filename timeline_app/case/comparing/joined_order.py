"""The orders of two cases joined at pairs of events, for few enough events to keep all pairs.

Rules:
* The events of both cases are one row of nodes, those of a first. For each node there are four
  numbers of bits: the nodes not before it and those certainly after it, those not after it and
  those certainly before it. They are closed: what follows from two of them is among them.
* To join two events is to say that they are the same. It is allowed unless one of them is by now
  certainly before the other; nothing else can make a ring of certainties.
* A shared column is the length of the longest chain of certainties that ends in an event.
"""

from __future__ import annotations

from timeline_app.case.solving.order import Order
from timeline_app.case.solving.pairs import members


class JoinedOrder:
    """The union of two orders, in which pairs of events can be joined."""

    def __init__(self, a: Order, b: Order) -> None:
        """Both for at most `order.EXACT` events. Nothing is joined yet."""
        self.count_a = shift = len(a.starts)
        self.all_b = (1 << len(b.starts)) - 1
        own = [1 << node for node in range(shift + len(b.starts))]
        self.up = _rows(a.pairs.not_before, b.pairs.not_before, shift, own)
        self.above = _rows(a.pairs.after, b.pairs.after, shift)
        self.down = _rows(a.pairs.not_after, b.pairs.not_after, shift, own)
        self.below = _rows(a.pairs.before, b.pairs.before, shift)

    def copy(self) -> JoinedOrder:
        """The same, to be joined further without changing this one."""
        new = JoinedOrder.__new__(JoinedOrder)
        new.count_a, new.all_b = self.count_a, self.all_b
        new.up, new.above = self.up.copy(), self.above.copy()
        new.down, new.below = self.down.copy(), self.below.copy()
        return new

    def allowed(self, a: int) -> int:
        """The events of b, as bits, that an event of a may be the same as."""
        return ~((self.above[a] | self.below[a]) >> self.count_a) & self.all_b

    def allows(self, a: int, b: int) -> bool:
        """Whether an event of a may be the same as an event of b."""
        return bool(self.allowed(a) >> b & 1)

    def join(self, a: int, b: int) -> None:
        """Make two events the same; they must be allowed to be."""
        node = self.count_a + b
        up, down = self.up[a] | self.up[node], self.down[a] | self.down[node]
        above, below = self.above[a] | self.above[node], self.below[a] | self.below[node]
        before = _told_alike(self.down[a], self.down[node], self.below[a], self.below[node])
        after = _told_alike(self.up[a], self.up[node], self.above[a], self.above[node])
        for one in members(down & ~before):
            self.up[one] |= up
            self.above[one] |= up if below >> one & 1 else above
        for one in members(up & ~after):
            self.down[one] |= down
            self.below[one] |= down if above >> one & 1 else below

    def columns(self) -> list[int]:
        """The column of each node."""
        columns = [0] * len(self.below)
        filled: list[int] = []  # the nodes of each column, as bits
        for node in sorted(range(len(columns)), key=lambda one: self.below[one].bit_count()):
            below, low, high = self.below[node], 0, len(filled)
            while low < high:  # what has one below it here has one below it in each column before
                middle = (low + high) // 2
                if below & filled[middle]:
                    low = middle + 1
                else:
                    high = middle
            columns[node] = low
            if low == len(filled):
                filled.append(0)
            filled[low] |= 1 << node
        return columns


def _told_alike(of_one: int, of_other: int, certain_one: int, certain_other: int) -> int:
    """The nodes that lie to two others alike, on one side: to join these two tells them nothing
    that they do not know."""
    return (certain_one & certain_other) | (of_one & of_other & ~(certain_one | certain_other))


def _rows(of_a: list[int], of_b: list[int], shift: int, own: list[int] | None = None) -> list[int]:
    """The rows of both, those of b moved behind a; with the node's own bit, if given."""
    rows = [*of_a, *(row << shift for row in of_b)]
    return rows if own is None else [row | bit for row, bit in zip(rows, own, strict=True)]
