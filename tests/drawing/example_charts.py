"""Charts laid out by hand, so that drawing is tested without a layout."""

from __future__ import annotations

from timeline_app.case.model import Basis, Kind
from timeline_app.layout.chart import (
    Arrow,
    Bar,
    BarFill,
    Chart,
    Cluster,
    EventMark,
    Group,
    Lane,
    Marker,
    Rect,
    TextLine,
    TextRole,
    Tick,
)

HEADER = 108.0
NAMES = {
    Kind.CONTACT: "Contact",
    Kind.RECRUITMENT: "Recruitment",
    Kind.LEAK: "Leak",
    Kind.DETECTION: "Detection",
    Kind.ARREST: "Arrest",
    Kind.SENTENCING: "Sentencing",
    Kind.OTHER: "Other",
}


def lane(
    kind: Kind, top: float, height: float, width: float, *, told: bool = True, hidden: int = 0
) -> Lane:
    title = TextLine(36.0, top + height / 2 + 5, NAMES[kind], TextRole.LANE)
    return Lane(Rect(0.0, top, width, height), title, kind, told, hidden)


def card(
    event: int, kind: Kind, x: float, y: float, words: tuple[str, ...], **more: bool
) -> EventMark:
    height = 34.0 if len(words) == 1 else 50.0
    rect = Rect(x, y, 112.0, height)
    return EventMark(
        event=event,
        kind=kind,
        area=rect,
        glyph=Rect(x + 11, y + (height - 14) / 2, 14.0, 14.0),
        label=tuple(
            TextLine(x + 33, y + 22 + 16 * row - (1 if len(words) > 1 else 0), text, TextRole.LABEL)
            for row, text in enumerate(words)
        ),
        card=rect,
        hollow=more.get("hollow", False),
        vague=more.get("vague", False),
    )


def order_chart() -> Chart:
    """The case of the sketch on the order axis, with every sort of arrow."""
    width = 816.0
    tops = [0.0, 58.0, 84.0, 158.0, 228.0, 286.0, 344.0]
    heights = [58.0, 26.0, 74.0, 70.0, 58.0, 58.0, 58.0]
    lanes = tuple(
        lane(kind, top, height, width, told=kind is not Kind.RECRUITMENT)
        for kind, top, height in zip(Kind, tops, heights, strict=True)
    )
    leak = card(2, Kind.LEAK, 336.0, 94.0, ("Copies and", "sells files"))
    leak_bar = Bar(Rect(342.0, 150.0, 82.0, 4.0), BarFill.COMB)
    marks = (
        card(0, Kind.OTHER, 116.0, 348.0, ("Reads sites", "in secret")),
        card(1, Kind.CONTACT, 216.0, 7.0, ("Approaches", "agencies")),
        EventMark(2, Kind.LEAK, leak.area, leak.glyph, leak.label, leak.card, (leak_bar,)),
        card(3, Kind.DETECTION, 336.0, 168.0, ("An offer is", "noticed")),
        card(4, Kind.DETECTION, 464.0, 168.0, ("Recorder", "drops")),
        card(5, Kind.SENTENCING, 584.0, 290.0, ("Twelve are", "penalised"), vague=True),
        card(6, Kind.OTHER, 584.0, 348.0, ("Seeks an", "exit permit"), hollow=True),
        card(7, Kind.ARREST, 700.0, 240.0, ("Arrested",)),
    )
    return Chart(
        width=width,
        height=402.0,
        header_width=HEADER,
        axis_height=0.0,
        lanes=lanes,
        groups=(
            _not_established(330.0, 124.0),
            _not_established(578.0, 116.0),
        ),
        arrows=_arrows(),
        events=marks,
    )


def _not_established(x: float, width: float) -> Group:
    middle = x + width / 2
    return Group(
        Rect(x, 4.0, width, 394.0),
        (
            TextLine(middle - 28, 16.0, "order not", TextRole.NOTE),
            TextLine(middle - 32, 31.0, "established", TextRole.NOTE),
        ),
    )


def _arrows() -> tuple[Arrow, ...]:
    def curve(x1: float, y1: float, x2: float, y2: float) -> tuple[tuple[float, float], ...]:
        bend = max(12.0, (x2 - x1) / 2)
        return ((x1, y1), (x1 + bend, y1), (x2 - bend, y2), (x2, y2))

    return (
        Arrow(0, 1, curve(228, 373, 216, 32), Basis.INFERRED, weak=False),
        Arrow(1, 2, curve(328, 32, 336, 119), Basis.INFERRED, weak=True),
        Arrow(1, 3, curve(328, 32, 336, 193), Basis.ASSUMED, weak=False),
        Arrow(2, 7, curve(448, 119, 700, 257), Basis.INFERRED, weak=False),
        Arrow(
            3,
            4,
            ((448.0, 193.0), (453.0, 193.0), (459.0, 193.0), (464.0, 193.0)),
            Basis.STATED,
            weak=False,
            label=TextLine(426.0, 236.0, "≥ 1 month", TextRole.NOTE),
        ),
        Arrow(4, 5, curve(576, 193, 584, 315), Basis.INFERRED, weak=False),
        Arrow(4, 6, curve(576, 193, 584, 373), Basis.STATED, weak=False),
        Arrow(
            6,
            7,
            ((696.0, 373.0), (698.0, 373.0), (698.0, 257.0), (700.0, 257.0)),
            Basis.ASSUMED,
            weak=True,
        ),
    )


def row(
    event: int,
    kind: Kind,
    y: float,
    text: str,
    bars: tuple[Bar, ...],
    *,
    hollow: bool = False,
    vague: bool = False,
) -> EventMark:
    left = min((bar.rect.x for bar in bars), default=HEADER + 20.0)
    right = max((bar.rect.right for bar in bars), default=HEADER + 200.0)
    x = max(left, HEADER + 18.0)
    return EventMark(
        event=event,
        kind=kind,
        area=Rect(left, y, right - left, 32.0),
        glyph=Rect(x, y + 1, 12.0, 12.0),
        label=(TextLine(x + 18, y + 12, text, TextRole.LABEL),),
        bars=bars,
        hollow=hollow,
        vague=vague,
    )


def calendar_chart() -> Chart:
    """Every sort of bar on the calendar axis, with a cluster and a publication."""
    heights = [46.0, 26.0, 82.0, 82.0, 46.0, 46.0, 82.0]
    tops = [sum(heights[:index]) for index in range(len(heights))]
    months = ("Oct", "Nov", "Dec", "Jan 2025", "Feb", "Mar", "Apr", "May")
    count = TextLine(649.5, 98.0, "12", TextRole.COUNT)
    return Chart(
        width=CALENDAR_WIDTH,
        height=434.0,
        header_width=HEADER,
        axis_height=24.0,
        lanes=tuple(
            lane(kind, top, height, CALENDAR_WIDTH, told=kind is not Kind.RECRUITMENT)
            for kind, top, height in zip(Kind, tops, heights, strict=True)
        ),
        ticks=tuple(_tick(150.0 + 82 * index, name) for index, name in enumerate(months)),
        markers=(Marker(REPORTED, TextLine(REPORTED + 6, 14.0, "reported 15 Apr", TextRole.NOTE)),),
        clusters=(Cluster(Rect(640.0, 84.0, 34.0, 20.0), Kind.LEAK, range(20, 32), count),),
        events=(*_early_marks(), *_late_marks()),
        notes=(TextLine(HEADER + 8, 406.0, "2 events lie outside this stretch", TextRole.NOTE),),
    )


CALENDAR_WIDTH = 816.0
REPORTED = 602.0


def bar(y: float, x: float, end: float, ends: str, fill: BarFill = BarFill.HATCH) -> Bar:
    """A bar of the row that begins at y; `ends` reads like the bar: "<-|" open and capped, with
    "~" in the middle dashed."""
    left, middle, right = ends[0], ends[1], ends[2]
    return Bar(
        Rect(x, y + 18, end - x, 8.0),
        fill,
        cap_left=left == "|",
        cap_right=right == "|",
        open_left=left == "<",
        open_right=right == ">",
        dashed=middle == "~",
    )


def _early_marks() -> tuple[EventMark, ...]:
    copying = (
        bar(80, 200, 280, "|-|"),
        bar(80, 280, 420, "---", BarFill.SOLID),
        bar(80, 420, 500, "|-|"),
    )
    papers = (bar(116, 180, REPORTED, "|-|", BarFill.COMB),)
    dropped = (bar(198, 240, 400, "|~|"),)
    return (
        row(0, Kind.CONTACT, 8, "Approaches foreign services", (bar(8, HEADER, 528, "<-|"),)),
        row(1, Kind.LEAK, 80, "Copies files", copying),
        row(2, Kind.LEAK, 116, "Photographs papers several times", papers),
        row(3, Kind.DETECTION, 162, "Unknown offer is noticed", (bar(162, HEADER, 528, "<-|"),)),
        row(4, Kind.DETECTION, 198, "Recorder drops, or so it is thought", dropped, vague=True),
    )


def _late_marks() -> tuple[EventMark, ...]:
    right = CALENDAR_WIDTH
    held = (bar(244, 300, right, "|->", BarFill.SOLID),)
    return (
        row(5, Kind.ARREST, 244, "Arrested, still held", held),
        row(
            6, Kind.SENTENCING, 290, "Twelve officials penalised", (bar(290, HEADER, right, "<->"),)
        ),
        row(
            7,
            Kind.OTHER,
            336,
            "Seeks an exit permit",
            (bar(336, 220, REPORTED, "-~|"),),
            hollow=True,
            vague=True,
        ),
        row(8, Kind.OTHER, 372, "Reads foreign sites", (), vague=True),
    )


def _tick(x: float, name: str) -> Tick:
    major = " " in name
    return Tick(x, TextLine(x + 5, 427.0, name, TextRole.TICK), major)


def crowded_chart(events: int = 200) -> Chart:
    """A chart of many labelled cards and bars, for measuring the cost of a paint."""
    width, height = 1600.0, 1000.0
    columns = 12
    marks = []
    for event in range(events):
        column, line = event % columns, event // columns
        kind = tuple(Kind)[event % 7]
        x, y = HEADER + 8 + column * 124.0, 6.0 + line * 56.0
        mark = card(event, kind, x, y, (f"Event {event} of the", "crowded chart"))
        end = Bar(Rect(x + 6, y + 50, 100.0, 4.0), BarFill.HATCH, open_left=True, cap_right=True)
        marks.append(EventMark(event, kind, mark.area, mark.glyph, mark.label, mark.card, (end,)))
    arrows = tuple(
        Arrow(
            event,
            event + 1,
            tuple(
                (marks[event].area.right + 4 * step, marks[event].area.y + 25.0 + step)
                for step in range(4)
            ),
            tuple(Basis)[event % 3],
            weak=event % 2 == 0,
        )
        for event in range(events - 1)
    )
    lanes = tuple(lane(kind, index * 140.0, 140.0, width) for index, kind in enumerate(Kind))
    return Chart(width, height, HEADER, 0.0, lanes, arrows=arrows, events=tuple(marks))
