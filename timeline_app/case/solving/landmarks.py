"""Landmarks: a few classes whose distances tell much of all others.

Rules:
* What leads to a landmark x and on from it is a path, so d(a, b) <= d(a, x) + d(x, b). Two searches
  from each landmark thus prove the order of most pairs that do not lie close together.
* They also show which arcs can be spared: those that are no shorter than the way over a landmark,
  unless one of their ends lies at a fixed distance from it (there and back again is 0). Such an arc
  is part of no shortest path to or from the landmark, or that way would be longer than the arc.
  So the way is still there when all of them are gone, and no distance changes.
* Landmarks as such: A. Goldberg, C. Harrelson, "Computing the shortest path: A* search meets graph
  theory", 2005. There they tell how long a path must be at least; here, at most.
"""

from __future__ import annotations

from itertools import accumulate, chain, compress, pairwise

from msgspec import Struct

from timeline_app.case.solving.graphs import Graph
from timeline_app.case.solving.paths import FAR, Search

LANDMARKS = 5
_STRIDE = 0.618_033_988_75  # the golden ratio: each landmark lies well apart from all before
_WORTH = 10  # arcs are spared as long as a landmark spares one in so many


class Landmark(Struct, frozen=True, gc=False):
    """The distance from each class to a landmark, and to each class from there, the origin left
    out; where no path leads, more than any distance."""

    to: list[int]
    since: list[int]


class Survey(Struct, frozen=True, gc=False):
    """Landmarks, and a search each way that has the distances of the original with fewer arcs."""

    forth: Search
    back: Search
    landmarks: list[Landmark]

    @staticmethod
    def of(forth: Search, back: Search) -> Survey:
        """Choose landmarks from all heights, and leave out the arcs that they spare."""
        landmarks: list[Landmark] = []
        height, sparing = forth.height, True
        upwards = sorted(range(len(height)), key=height.__getitem__)
        for number in range(1, LANDMARKS + 1):
            source = upwards[int(number * _STRIDE % 1 * len(upwards))]
            to, since = back.reduced_distances(source), forth.reduced_distances(source)
            landmarks.append(_landmark(height, source, to, since))
            if sparing:
                count = len(forth.graph.heads)
                forth, back = _thinned(forth, to, since), _thinned(back, since, to)
                sparing = (count - len(forth.graph.heads)) * _WORTH > count
        return Survey(forth, back, landmarks)


def _landmark(height: list[int], source: int, to: list[int], since: list[int]) -> Landmark:
    """A landmark by its reduced distances."""
    level = height[source]
    return Landmark(
        [far + level - one for far, one in zip(to, height, strict=True)],
        [far + one - level for far, one in zip(since, height, strict=True)],
    )


def _thinned(search: Search, to: list[int], since: list[int]) -> Search:
    """A search without the arcs that a landmark spares, given the reduced distances to it and
    since."""
    graph, reduced = search.graph, search.reduced
    loose = [there + back > 0 for there, back in zip(to, since, strict=True)]
    out = [far if free else FAR for far, free in zip(to, loose, strict=True)]
    onward = [far if free else FAR for far, free in zip(since, loose, strict=True)]
    kept = [
        [
            out[tail] + onward[head] > length
            for head, length in zip(graph.heads[low:high], reduced[low:high], strict=True)
        ]
        for tail, (low, high) in enumerate(pairwise(graph.offsets))
    ]
    arcs = list(chain.from_iterable(kept))
    thin = Graph(
        list(accumulate(map(sum, kept), initial=0)),
        list(compress(graph.heads, arcs)),
        list(compress(graph.weights, arcs)),
    )
    return Search(thin, search.height)
