"""Lanes: which event lies in which, and where the lanes lie on the page.

Rules:
* Every event lies in exactly one lane: that of its kind, or that of the actor it names first.
* The lanes of kinds are always all there. One in which nothing is shown is narrow and faint.
* Lanes of actors come in the order of the file. Beyond `MOST_ACTORS` those with the fewest events
  share a lane, so that a list of names never buries the chart.
* A lane is as high as its contents need. What is left of the page is shared out evenly, but no
  lane grows beyond `GROWTH` times its need; what then is left stays empty below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.model import Case, Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import (
    Heights,
    Lane,
    LanesBy,
    Rect,
    TextLine,
    TextMeasurer,
    TextRole,
)
from timeline_app.layout.labels import elided
from timeline_app.layout.options import ChartOptions
from timeline_app.layout.sizes import (
    HEADER_LEAST,
    HEADER_MOST,
    TITLE_GAP,
    TITLE_INSET,
    Sizes,
)

MOST_ACTORS = 24
GROWTH = 1.6
NOBODY = "No actor named"
OTHERS = "Other actors"


class LaneName(Struct, frozen=True, gc=False):
    """What a lane stands for, and how many of its events are shown and hidden."""

    title: str
    kind: Kind | None
    shown: int
    hidden: int


class Assignment(Struct, frozen=True, gc=False):
    """The lanes of a case from the top, and the lane of each event."""

    names: tuple[LaneName, ...]
    lane_of: tuple[int, ...]


def assign_lanes(case: Case, lanes_by: LanesBy, hidden: frozenset[int]) -> Assignment:
    """Which event lies in which lane."""
    if lanes_by is LanesBy.KIND:
        place = {kind: lane for lane, kind in enumerate(Kind)}
        lane_of = tuple([place[event.kind] for event in case.events])
        titles = [(kind.value.capitalize(), kind) for kind in Kind]
        return _counted(titles, lane_of, hidden)
    return _counted(*_actor_lanes(case), hidden)


def stepping_order(chronology: Chronology) -> NDArray[np.int64]:
    """All events in the order for stepping."""
    return np.fromiter(chronology.order, np.int64, len(chronology.order))


def only_shown(events: NDArray[np.int64], hidden: frozenset[int]) -> NDArray[np.int64]:
    """All events of a case, in any order, without the hidden ones."""
    if not hidden:
        return events
    shown = np.ones(len(events), dtype=bool)
    shown[[event for event in hidden if 0 <= event < len(events)]] = False
    return events[shown[events]]


def _actor_lanes(case: Case) -> tuple[Sequence[tuple[str, Kind | None]], tuple[int, ...]]:
    first = [event.actors[0] if event.actors else None for event in case.events]
    counts = Counter(first)
    named = [actor for actor in case.actors if counts[actor.id]]
    kept = sorted(range(len(named)), key=lambda i: (-counts[named[i].id], i))[:MOST_ACTORS]
    place: dict[str | None, int] = {named[i].id: lane for lane, i in enumerate(sorted(kept))}
    titles: list[tuple[str, Kind | None]] = [(named[i].name, None) for i in sorted(kept)]
    if len(named) > MOST_ACTORS:
        place.update((actor.id, len(titles)) for actor in named if actor.id not in place)
        titles.append((OTHERS, None))
    if counts[None] or not titles:
        place[None] = len(titles)
        titles.append((NOBODY, None))
    return titles, tuple(place[actor] for actor in first)


def _counted(
    titles: Sequence[tuple[str, Kind | None]], lane_of: tuple[int, ...], hidden: frozenset[int]
) -> Assignment:
    total = Counter(lane_of)
    left_out = Counter(lane_of[event] for event in hidden if 0 <= event < len(lane_of))
    names = tuple(
        LaneName(title, kind, total[lane] - left_out[lane], left_out[lane])
        for lane, (title, kind) in enumerate(titles)
    )
    return Assignment(names, lane_of)


def header_width(names: Sequence[LaneName], measurer: TextMeasurer) -> float:
    """Room for the names of the lanes, within limits."""
    widest = max((measurer.width(name.title, TextRole.LANE) for name in names), default=0.0)
    return min(max(TITLE_INSET + widest + TITLE_GAP, HEADER_LEAST), HEADER_MOST)


def shared_header(
    names: Sequence[LaneName], options: ChartOptions, width: float, measurer: TextMeasurer
) -> float:
    """The header of a chart so wide: room for the names of its lanes, and as much as a panel
    beside it needs."""
    return min(max(header_width(names, measurer), options.least_header), width / 2)


def stack_lanes(needs: Sequence[float], top: float, available: float) -> tuple[Rect, ...]:
    """Rectangles of these heights, one under the other from `top`, higher where the room that is
    available allows. A negative height is that of a faint lane, which does not grow. Their x and
    width are left at nought."""
    growing = sum(need for need in needs if need > 0)
    room = available - sum(abs(need) for need in needs)
    factor = min(GROWTH, 1.0 + max(0.0, room) / growing) if growing else 1.0
    rects = []
    y = top
    for need in needs:
        height = need * factor if need > 0 else -need
        rects.append(Rect(0.0, y, 0.0, height))
        y += height
    return tuple(rects)


def beside_lanes(needs: Sequence[float], beside: Heights) -> Sequence[float]:
    """What lanes need where they stand beside those of another chart."""
    return Heights(lanes=tuple(needs)).beside(beside).lanes


@lru_cache(maxsize=16)  # they mostly stay while a view is moved
def named_lanes(
    names: tuple[LaneName, ...],
    rects: tuple[Rect, ...],
    width: float,
    header: float,
    measurer: TextMeasurer,
    unplaced: str = "",
) -> tuple[Lane, ...]:
    """The lanes across the whole width, each with its name in the middle of its height; `unplaced`
    is said of each that has events, where none of them can be placed."""
    ascent, height = measurer.ascent(TextRole.LANE), measurer.height(TextRole.LANE)
    lanes = []
    for name, rect in zip(names, rects, strict=True):
        shown = elided(name.title, header - TITLE_INSET - TITLE_GAP, TextRole.LANE, measurer)
        baseline = rect.y + (rect.height - height) / 2 + ascent
        lanes.append(
            Lane(
                rect=Rect(0.0, rect.y, width, rect.height),
                title=TextLine(TITLE_INSET, baseline, shown, TextRole.LANE),
                kind=name.kind,
                told=name.shown > 0,
                hidden=name.hidden,
                unplaced=unplaced if name.shown else "",
            )
        )
    return tuple(lanes)


def lane_need(name: LaneName, contents: float, sizes: Sizes) -> float:
    """How high a lane must be for its contents; negative for one in which nothing is shown."""
    return contents + 2 * sizes.padding if name.shown else -sizes.faint
