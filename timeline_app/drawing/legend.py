"""What the signs of a chart mean: the kinds, and how the uncertain is drawn.

Rules:
* A legend explains what a chart holds and no more; the sheet of all signs asks for all.
* A sample is drawn by the painter that draws the chart, so that it can't differ from it.
* Laid out with the measurer alone: entries one after the other, in as many rows as the width needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import Final

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from timeline_app.case.model import Basis, Kind
from timeline_app.drawing.arrows import paint_arrow
from timeline_app.drawing.bars import paint_bar
from timeline_app.drawing.breaks import paint_break_sample
from timeline_app.drawing.cards import Sign, paint_sign
from timeline_app.drawing.counts import paint_counts
from timeline_app.drawing.event_rows import has_signs
from timeline_app.drawing.glyphs import paint_glyph, paint_vague_ring
from timeline_app.drawing.lanes import paint_group
from timeline_app.drawing.pair_lines import paint_pair_sample
from timeline_app.drawing.surface import Pen, Surface, TextStyle
from timeline_app.drawing.theme import DASHES, MEASURES, Theme
from timeline_app.layout.chart import (
    Arrow,
    Bar,
    BarFill,
    Chart,
    Cluster,
    Emphasis,
    EventMark,
    Group,
    Rect,
    TextLine,
    TextMeasurer,
    TextRole,
)
from timeline_app.layout.chart_events import events_of
from timeline_app.layout.counts import Counts
from timeline_app.layout.event_rows import EventRows, RowColumns
from timeline_app.layout.labels import elided


class Meaning(Enum):
    """A sign that a legend explains, in the order in which it does."""

    HATCH = "anywhere here"
    SOLID = "certainly going on"
    COMB = "several times"
    CAP = "not beyond"
    OPEN = "open: no limit is known"
    DASHED = "approximate, uncertain or still to come"
    HOLLOW = "did not come about"
    CLUSTER = "so many events, close together"
    CERTAIN = "before"
    NOT_AFTER = "before, or at the same time"
    STATED = "stated"
    INFERRED = "inferred"
    ASSUMED = "assumed"
    GROUP = "one column, order not established"
    BEFORE = "before the selected event"
    AFTER = "after the selected event"
    NOT_ESTABLISHED = "order against it not established"
    BREAK = "a long empty stretch, folded away"
    PAIR = "compared with each other"


ALL_MEANINGS: Final = tuple(Meaning)

_SIGNS: Final[Mapping[Meaning, Sign]] = MappingProxyType(
    {
        Meaning.BEFORE: Sign.BEFORE,
        Meaning.AFTER: Sign.AFTER,
        Meaning.NOT_ESTABLISHED: Sign.NOT_ESTABLISHED,
    }
)
_BASES: Final[Mapping[Meaning, Basis]] = MappingProxyType(
    {
        Meaning.STATED: Basis.STATED,
        Meaning.INFERRED: Basis.INFERRED,
        Meaning.ASSUMED: Basis.ASSUMED,
    }
)
_MEANINGS_OF_BASES: Final = {basis: meaning for meaning, basis in _BASES.items()}
_ROLE: Final = TextRole.NOTE
_ROW: Final = 22.0
_GLYPH: Final = 14.0
_BAR: Final = 8.0
_WIDE: Final = 36.0  # a sample of a bar or arrow
_CLUSTER: Final = Rect(0.0, 0.0, 28.0, 18.0)
_VAGUE: Final = Rect(0.0, 0.0, 60.0, 20.0)  # a glyph in its ring, and a bar
_SAMPLE_GAP: Final = 7.0
_ENTRY_GAP: Final = 20.0


class LegendEntry(Struct, frozen=True, gc=False):
    """One sample, the square or rectangle that it fills, and what it means."""

    subject: Kind | Meaning
    sample: Rect
    text: TextLine


class Legend(Struct, frozen=True, gc=False):
    """A laid-out legend, its origin at the top left corner; as wide as it needs."""

    width: float
    height: float
    entries: tuple[LegendEntry, ...]


def kinds_in(chart: Chart) -> tuple[Kind, ...]:
    """The kinds of which a chart shows something, in the order of the lanes."""
    shown = {mark.kind for mark in chart.events} | {cluster.kind for cluster in chart.clusters}
    return tuple(kind for kind in Kind if kind in shown)


def meanings_in(chart: Chart, emphasis: Emphasis, *, paired: bool = False) -> tuple[Meaning, ...]:
    """The signs that a chart shows with an emphasis, in the order of `Meaning`; `paired` is True
    where lines lead to another chart."""
    shown = set(_meanings_of_events(chart.events))
    if chart.breaks:
        shown.add(Meaning.BREAK)
    if paired:
        shown.add(Meaning.PAIR)
    if _has_numbers(chart.clusters):
        shown.add(Meaning.CLUSTER)
    for arrow in chart.arrows:
        shown.add(Meaning.NOT_AFTER if arrow.weak else Meaning.CERTAIN)
        shown.add(_MEANINGS_OF_BASES[arrow.basis])
    if any(not group.same_time for group in chart.groups):
        shown.add(Meaning.GROUP)
    if has_signs(emphasis):
        marked = set(events_of(chart.events))
        for meaning, events in (
            (Meaning.BEFORE, emphasis.before),
            (Meaning.AFTER, emphasis.after),
            (Meaning.NOT_ESTABLISHED, emphasis.not_established),
        ):
            if not marked.isdisjoint(events):
                shown.add(meaning)
    return tuple(meaning for meaning in Meaning if meaning in shown)


def _has_numbers(clusters: Sequence[Cluster]) -> bool:
    if isinstance(clusters, Counts):
        return clusters.has_numbers
    return any(cluster.label is not None for cluster in clusters)


def _meanings_of_events(marks: Iterable[EventMark]) -> Iterator[Meaning]:
    if isinstance(marks, EventRows):
        yield from _meanings_of_columns(marks.columns)
        special = np.flatnonzero(marks.columns.is_special).tolist()
        marks = map(marks.mark, special)
    marks = tuple(marks)
    # Most bars are alike: each kind of bar is asked for once.
    bars = {
        (
            bar.fill,
            bar.cap_left or bar.cap_right,
            bar.open_left or bar.open_right,
            bar.dashed,
        )
        for mark in marks
        for bar in mark.bars
    }
    if any(mark.hollow for mark in marks):
        yield Meaning.HOLLOW
    if any(mark.vague for mark in marks):
        yield Meaning.DASHED
    fills = {
        BarFill.HATCH: Meaning.HATCH,
        BarFill.SOLID: Meaning.SOLID,
        BarFill.COMB: Meaning.COMB,
    }
    for fill, is_capped, is_open, is_dashed in bars:
        yield fills[fill]
        if is_capped:
            yield Meaning.CAP
        if is_open:
            yield Meaning.OPEN
        if is_dashed:
            yield Meaning.DASHED


def _meanings_of_columns(columns: RowColumns) -> Iterator[Meaning]:
    """The meanings of the events that are not special."""
    bars, has_bars = columns.bars, ~(columns.is_point | columns.is_special)
    is_certain = bars.certain_left < bars.certain_right
    has_window = (bars.left < bars.certain_left) | (bars.certain_right < bars.right)
    is_capped = bars.cap_left | bars.join_left | bars.join_right | bars.cap_right
    for meaning, shown in (
        (Meaning.SOLID, is_certain),
        (Meaning.HATCH, has_window),
        (Meaning.CAP, is_capped),
    ):
        if (has_bars & shown).any():
            yield meaning


def lay_out_legend(
    kinds: Sequence[Kind],
    width: float,
    measurer: TextMeasurer,
    meanings: Sequence[Meaning] = ALL_MEANINGS,
) -> Legend:
    """Lays out a legend in rows no wider than `width`; signs begin on a row of their own."""
    flow = _Flow(width, measurer)
    for kind in kinds:
        flow.add(kind, Rect(0.0, 0.0, _GLYPH, _GLYPH), kind.value.capitalize())
    flow.end_row()
    for meaning in meanings:
        flow.add(meaning, _sample_of(meaning), meaning.value)
    flow.end_row()
    return Legend(flow.widest, flow.top, tuple(flow.entries))


def _sample_of(meaning: Meaning) -> Rect:
    """The size of a sample."""
    if meaning in _SIGNS or meaning is Meaning.HOLLOW:
        return Rect(0.0, 0.0, _GLYPH, _GLYPH)
    if meaning is Meaning.CLUSTER:
        return _CLUSTER
    if meaning is Meaning.DASHED:
        return _VAGUE
    if meaning is Meaning.GROUP:
        return Rect(0.0, 0.0, _WIDE, _GLYPH)
    return Rect(0.0, 0.0, _WIDE, _BAR)


class _Flow:
    """Places entries one after the other, and on the next row where there is no room."""

    def __init__(self, width: float, measurer: TextMeasurer) -> None:
        self._width = width
        self._measurer = measurer
        self._x = 0.0
        self.top = 0.0
        self.widest = 0.0
        self.entries: list[LegendEntry] = []

    def add(self, subject: Kind | Meaning, sample: Rect, words: str) -> None:
        lead = sample.width + _SAMPLE_GAP
        text = elided(words, self._width - lead, _ROLE, self._measurer)
        wide = lead + self._measurer.width(text, _ROLE)
        if self._x > 0 and self._x + wide > self._width:
            self.end_row()
        height, ascent = self._measurer.height(_ROLE), self._measurer.ascent(_ROLE)
        top = self.top + (_ROW - sample.height) / 2
        baseline = self.top + (_ROW - height) / 2 + ascent
        self.entries.append(
            LegendEntry(
                subject,
                Rect(self._x, top, sample.width, sample.height),
                TextLine(self._x + lead, round(baseline), text, _ROLE),
            )
        )
        self._x += wide + _ENTRY_GAP
        self.widest = max(self.widest, self._x - _ENTRY_GAP)

    def end_row(self) -> None:
        if self._x > 0:
            self._x = 0.0
            self.top += _ROW


def paint_legend(legend: Legend, surface: Surface, theme: Theme) -> None:
    """Paints a legend, its top left corner at the surface's origin."""
    with surface.group("legend", "Legend", ""):
        for entry in legend.entries:
            _paint_sample(entry, surface, theme)
            line = entry.text
            style = TextStyle(theme.text_soft)
            surface.text((line.x, line.baseline), line.text, line.role, style)


def _paint_sample(entry: LegendEntry, surface: Surface, theme: Theme) -> None:
    subject, rect = entry.subject, entry.sample
    if isinstance(subject, Kind):
        paint_glyph(surface, theme, subject, rect)
    elif subject is Meaning.HOLLOW:
        paint_glyph(surface, theme, Kind.ARREST, rect, hollow=True)
    elif subject is Meaning.CLUSTER:
        count = TextLine(rect.x + 7.0, entry.text.baseline, "12", TextRole.COUNT)
        cluster = Cluster(rect, None, range(12), count)
        paint_counts(surface, theme, (cluster,), None, (), with_glyph=False)
    elif subject in _SIGNS:
        centre = (rect.x + rect.width / 2, rect.y + rect.height / 2)
        paint_sign(surface, theme, _SIGNS[subject], centre)
    elif subject is Meaning.DASHED:
        _paint_vague(surface, theme, rect)
    elif subject is Meaning.GROUP:
        paint_group(surface, theme, Group(rect, ()))
    elif subject in _BAR_SAMPLES:
        sample = _BAR_SAMPLES[subject]
        paint_bar(surface, theme, theme.kinds[Kind.OTHER], replace(sample, rect=rect))
    elif subject is Meaning.BREAK:
        paint_break_sample(surface, theme, rect)
    elif subject is Meaning.PAIR:
        middle = rect.y + rect.height / 2
        paint_pair_sample(surface, theme, (rect.x, middle), (rect.right, middle))
    elif subject in _BASES:
        middle = rect.y + rect.height / 2
        pen = Pen(theme.arrow, MEASURES.arrow_line, DASHES[_BASES[subject]])
        surface.line((rect.x, middle), (rect.right, middle), pen)
    else:
        paint_arrow(surface, theme, _sample_arrow(subject, rect))


_NOWHERE: Final = Rect(0.0, 0.0, 0.0, 0.0)
_BAR_SAMPLES: Final[Mapping[Meaning, Bar]] = MappingProxyType(
    {
        Meaning.HATCH: Bar(_NOWHERE, BarFill.HATCH),
        Meaning.SOLID: Bar(_NOWHERE, BarFill.SOLID),
        Meaning.COMB: Bar(_NOWHERE, BarFill.COMB),
        Meaning.CAP: Bar(_NOWHERE, BarFill.HATCH, cap_right=True),
        Meaning.OPEN: Bar(_NOWHERE, BarFill.HATCH, open_left=True),
    }
)


def _paint_vague(surface: Surface, theme: Theme, rect: Rect) -> None:
    """A glyph in its dashed ring, and beside it a dashed bar."""
    middle = rect.y + rect.height / 2
    inset = (rect.height - _GLYPH) / 2
    glyph = Rect(rect.x + inset, rect.y + inset, _GLYPH, _GLYPH)
    paint_glyph(surface, theme, Kind.OTHER, glyph)
    paint_vague_ring(surface, theme, Kind.OTHER, glyph)
    bar = Rect(rect.right - _WIDE, middle - _BAR / 2, _WIDE, _BAR)
    sample = Bar(bar, BarFill.HATCH, dashed=True)
    paint_bar(surface, theme, theme.kinds[Kind.OTHER], sample)


def _sample_arrow(meaning: Meaning, rect: Rect) -> Arrow:
    middle = rect.y + rect.height / 2
    third = rect.width / 3
    points = tuple((rect.x + step * third, middle) for step in range(4))
    return Arrow(0, 0, points, Basis.STATED, weak=meaning is Meaning.NOT_AFTER)
