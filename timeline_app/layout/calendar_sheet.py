"""What everything on one calendar chart is made with."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from timeline_app.case.model import Case
from timeline_app.layout.calendar_index import CalendarIndex
from timeline_app.layout.calendar_rows import Stretch, whole_width
from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.kept import Kept
from timeline_app.layout.labels import whole_lines
from timeline_app.layout.row_events import LABEL_MOST, RowEvents, one_line, row_events
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import GLYPH, Sizes
from timeline_app.layout.standing import Standing, keeper_of


class Sheet(Struct, frozen=True, gc=False):
    """What every mark of one chart is made with."""

    standing: Standing
    index: CalendarIndex
    scale: TimeScale
    sizes: Sizes
    measurer: TextMeasurer
    whole: bool = False
    numbers: tuple[str, ...] = ()

    @property
    def case(self) -> Case:
        """The case."""
        return self.standing.chronology.case

    @property
    def position(self) -> Sequence[int]:
        """The place of each event in the stepping order."""
        return self.standing.chronology.position

    def told(self, events: Sequence[int]) -> RowEvents:
        """What is known of some events; of the same ones the same object."""
        return _KEPT.of(self.standing, (tuple(events), self.measurer))

    def row_height(self, row: Sequence[Stretch]) -> float:
        """The height of a row: that of its highest label, with the bar beneath."""
        lines = max((len(stretch.more) for stretch in row), default=0)
        return self.sizes.row + lines * self.sizes.label

    def stretch(self, event: int) -> Stretch:
        """An event on the calendar, before it has a row."""
        columns = self.index.columns
        left = self.scale.x(int(columns.first[event]))
        right = self.scale.x(int(columns.last[event]) + 1)
        if not self.whole:
            line = one_line(self.case.events[event].title, self.measurer)
            is_point, is_open = right - left < GLYPH, columns.is_open_past(event)
            return Stretch(event, left, right, is_point, is_open, line.text, line.width)
        lines = self._label_lines(event, left, right)
        return Stretch(
            event,
            left,
            right,
            point=right - left < GLYPH,
            open_past=columns.is_open_past(event),
            text=lines[0] if lines else "",
            text_width=max((self.measurer.width(one, TextRole.LABEL) for one in lines), default=0),
            more=lines[1:],
        )

    def _label_lines(self, event: int, left: float, right: float) -> tuple[str, ...]:
        """The lines that the whole title of an event needs."""
        title = self.case.events[event].title
        text = self.numbers[event] if self.is_numbered(event) else title
        width = whole_width((self.scale.left, self.scale.right), left, right, LABEL_MOST)
        return whole_lines(text, width, TextRole.LABEL, self.measurer)

    def is_numbered(self, event: int) -> bool:
        """Whether a number stands for the title of an event."""
        return bool(self.numbers) and bool(self.numbers[event])


def _tell(standing: Standing, key: tuple[tuple[int, ...], TextMeasurer]) -> RowEvents:
    events, measurer = key
    return row_events(standing.chronology.case, standing.times, events, measurer)


_KEPT: Kept[Standing, tuple[tuple[int, ...], TextMeasurer], RowEvents] = Kept(
    _tell, most=16, keeper=keeper_of
)
