"""The arrows of the order axis, with their least gaps where those are told.

Rules:
* An arrow is drawn where either of its events is in a column in view; an end that is out of view
  lies just beyond the edge of the plot.
* Several arrows at one side of a box fan out, sorted by where they lead, so that none coincide.
* Within a column an arrow goes round the side of the boxes.
* A label stands beside the middle of its arrow where it touches nothing, or is left out.
* More than `MOST` arrows in view tell nobody anything: then there are none, and a note says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from timeline_app.case.solving.arrows import OrderArrow
from timeline_app.layout.arrow_labels import LabelPlaces
from timeline_app.layout.chart import Arrow, Rect
from timeline_app.layout.order_paths import Points, Port, Ways, curve, hook
from timeline_app.layout.order_sheet import Arrangement, OrderSheet

MOST = 300
"""Arrows in view, at most."""
ROUTED = 120
"""Up to so many arrows in view are led round the boxes."""
BEYOND = 48.0
"""How far beyond the plot an end lies that is out of view."""
FAN = 6.0
"""Between two arrows at one side of a box, at most."""
FORWARD = 12.0
"""A box so far to the right is reached from edge to edge."""
HOOK = 18.0
_CORNER = 12.0  # arrows keep from the corners of a box
_ARRIVING = 26.0  # from the left edge of a box to arrows from above or below, beside those leaving


class _Joint(Struct, frozen=True, gc=False):
    """An arrow with the boxes at its ends."""

    arrow: OrderArrow
    first: Rect
    second: Rect
    within_column: bool

    @property
    def own(self) -> tuple[Rect, Rect]:
        return self.first, self.second


class ArrowDrawing:
    """Draws the arrows of one chart."""

    def __init__(
        self,
        sheet: OrderSheet,
        arrangement: Arrangement,
        boxes: Sequence[Rect],
        channels: Sequence[float],
    ) -> None:
        """`boxes` is what arrows should not run through, `channels` where they may."""
        self._sheet = sheet
        self._arrangement = arrangement
        self._ways = Ways(boxes, channels)

    def arrows(
        self,
        wanted: Sequence[OrderArrow],
        told_gap: Callable[[int, int], str],
        taken: Sequence[Rect],
        plot: Rect,
    ) -> tuple[Arrow, ...]:
        """The wanted arrows. `told_gap` gives the least gap to tell of two events, if any; `taken`
        is what a label must not touch, `plot` where it must lie."""
        joints = [self._joint(arrow) for arrow in wanted]
        fans = _Fans(joints)
        paths = self._paths(joints, fans)
        places = LabelPlaces(self._sheet, paths, taken, plot)
        drawn = []
        for joint, points in zip(joints, paths, strict=True):
            arrow = joint.arrow
            text = told_gap(arrow.first, arrow.second)
            label = places.beside(points, joint.own, text) if text else None
            drawn.append(Arrow(arrow.first, arrow.second, points, arrow.basis, arrow.weak, label))
        return tuple(drawn)

    def _joint(self, arrow: OrderArrow) -> _Joint:
        layers = self._sheet.layers
        return _Joint(
            arrow,
            self._near(self._arrangement.place_of(arrow.first)),
            self._near(self._arrangement.place_of(arrow.second)),
            layers[arrow.first] == layers[arrow.second],
        )

    def _near(self, box: Rect) -> Rect:
        """A box, brought near to the plot where it is far from it."""
        scale = self._sheet.scale
        x = min(max(box.x, scale.left - BEYOND - box.width), scale.right + BEYOND)
        return Rect(x, box.y, box.width, box.height)

    def _paths(self, joints: Sequence[_Joint], fans: _Fans) -> list[Points]:
        """The straightforward curves, and round the boxes those that would run through any."""
        ports = [_ports(joint.first, joint.second, *fans.offsets(joint)) for joint in joints]
        paths = [
            _hook(joint, *fans.offsets(joint)) if joint.within_column else curve(*found[0])
            for joint, found in zip(joints, ports, strict=True)
        ]
        if len(joints) > ROUTED:
            return paths
        clear = self._ways.clear(paths, [joint.own for joint in joints])
        for place, joint in enumerate(joints):
            if not joint.within_column and not clear[place]:
                paths[place] = self._ways.path(ports[place], joint.own)
        return paths


def _hook(joint: _Joint, leave: float, arrive: float) -> Points:
    """The way of an arrow within a column, round the side of its boxes."""
    first, second = joint.first, joint.second
    begin = (first.right, _middle(first) + leave)
    end = (second.right, _middle(second) + arrive)
    return hook(begin, end, max(first.right, second.right) + HOOK)


def _ports(first: Rect, second: Rect, leave: float, arrive: float) -> list[tuple[Port, Port]]:
    """Where an arrow may leave its first box and arrive at its second, the best first. `leave`
    and `arrive` are how far from the middle of an edge."""
    right = Port(first.right, _middle(first) + leave)
    left = Port(second.x, _middle(second) + arrive)
    downward = _middle(second) > _middle(first)
    edge = first.bottom if downward else first.y
    out = Port(_along_edge(first, first.x + _CORNER + leave), edge, upright=True)
    near = Port(_along_edge(first, second.x - 2 * FORWARD + leave), edge, upright=True)
    into = Port(
        _along_edge(second, max(out.x + FORWARD, second.x + _ARRIVING) + arrive),
        second.y if downward else second.bottom,
        upright=True,
    )
    found = []
    if left.x - right.x >= FORWARD:
        found.append((right, left))
    found += [(port, left) for port in (near, out) if left.x - port.x >= FORWARD]
    if into.x - right.x >= FORWARD:
        found.append((right, into))
    return [*found, (out, into)]


def _along_edge(box: Rect, x: float) -> float:
    """An x on the upper or lower edge of a box, away from its corners."""
    inset = min(_CORNER, box.width / 3)
    return min(max(x, box.x + inset), box.right - inset)


def _middle(box: Rect) -> float:
    return box.y + box.height / 2


class _Fans:
    """How far from the middle of its boxes each arrow leaves and arrives."""

    def __init__(self, joints: Sequence[_Joint]) -> None:
        leaving: dict[int, list[_Joint]] = defaultdict(list)
        arriving: dict[int, list[_Joint]] = defaultdict(list)
        for joint in joints:
            leaving[joint.arrow.first].append(joint)
            arriving[joint.arrow.second].append(joint)
        self._leave = self._spread(leaving, first=True)
        self._arrive = self._spread(arriving, first=False)

    def offsets(self, joint: _Joint) -> tuple[float, float]:
        """Pixels downward from the middle, at the first box and at the second."""
        pair = (joint.arrow.first, joint.arrow.second)
        return self._leave[pair], self._arrive[pair]

    @staticmethod
    def _spread(groups: Mapping[int, list[_Joint]], *, first: bool) -> dict[tuple[int, int], float]:
        found = {}
        for joints in groups.values():
            box = joints[0].first if first else joints[0].second

            def far_end(joint: _Joint) -> tuple[float, float, int]:
                other = joint.second if first else joint.first
                return _middle(other), other.x, joint.arrow.second

            room = max(box.height - _CORNER, 0.0)
            step = min(FAN, room / max(len(joints) - 1, 1))
            for place, joint in enumerate(sorted(joints, key=far_end)):
                offset = (place - (len(joints) - 1) / 2) * step
                found[joint.arrow.first, joint.arrow.second] = offset
        return found
