"""An independent, slow reference for temporal networks: all shortest paths, every triple tried.

It shares nothing with the program but the meaning of an arc: (tail, head, weight) says
t(head) - t(tail) <= weight. Node 0 is the origin. None stands for "no limit".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Arc = tuple[int, int, int]
Distances = list[list[int | None]]


def all_distances(count: int, arcs: Iterable[Arc]) -> Distances | None:
    """The least t(head) - t(tail) may be limited to, for each pair; None if nothing satisfies."""
    nodes = range(count)
    table: Distances = [[0 if row == column else None for column in nodes] for row in nodes]
    for tail, head, weight in arcs:
        known = table[tail][head]
        if known is None or weight < known:
            table[tail][head] = weight
    for middle in range(count):
        for row in range(count):
            first = table[row][middle]
            if first is None:
                continue
            for column in range(count):
                second = table[middle][column]
                if second is None:
                    continue
                known = table[row][column]
                if known is None or first + second < known:
                    table[row][column] = first + second
    if any((table[node][node] or 0) < 0 for node in range(count)):
        return None
    return table


def bounds_of(table: Distances, node: int) -> tuple[int | None, int | None]:
    """The earliest and latest second of a node."""
    back = table[node][0]
    return (None if back is None else -back, table[0][node])


def least_schedule(table: Distances) -> list[int]:
    """The least solution in which nothing lies before the least finite bound there is."""
    count = len(table)
    bounds = [bound for node in range(1, count) for bound in bounds_of(table, node)]
    first = min((bound for bound in bounds if bound is not None), default=0)
    times = [0] * count
    for node in range(1, count):
        earliest = bounds_of(table, node)[0]
        after = [first - limit for limit in table[node][1:] if limit is not None]
        times[node] = max([*after, *([] if earliest is None else [earliest])])
    return times


def is_negative_ring(arcs: Sequence[Arc]) -> bool:
    """Whether the arcs, in this order, lead round in a ring shorter than nothing."""
    joined = all(arcs[at][0] == arcs[at - 1][1] for at in range(len(arcs)))
    return joined and bool(arcs) and sum(weight for _, _, weight in arcs) < 0
