"""What a reviewer chooses to see: axis, lanes, what counts, what is hidden, which text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from timeline_app.case.model import Basis, Kind
from timeline_app.layout.chart import LanesBy
from timeline_app.session import stepping
from timeline_app.session.case_view import Axis
from timeline_app.session.change import Change
from timeline_app.session.filtering import EventFilter
from timeline_app.session.open_files import Entry
from timeline_app.session.session_comparing import ALIGN_OF_AXIS, SessionComparing

FilterChange = Callable[[EventFilter], EventFilter]


class SessionChoices(SessionComparing):
    """The choices that hold until they are changed."""

    @property
    def axis(self) -> Axis | None:
        """The axis of what is shown; None where there is nothing, or where two cases are aligned
        on a day zero."""
        if self.comparing is not None:
            asked = self.comparing.align
            return next((axis for axis, align in ALIGN_OF_AXIS.items() if align is asked), None)
        return self.view.axis if self.view is not None else None

    @property
    def lanes_by(self) -> LanesBy:
        """What the lanes stand for."""
        return self._lanes_by

    @property
    def bases(self) -> frozenset[Basis]:
        """Which statements count; stated ones always do."""
        return self._bases

    def visible_order(self) -> tuple[int, ...]:
        """The events of the shown case that are not hidden, in its order."""
        if self.chronology is None:
            return ()
        return stepping.visible_order(self.chronology, self.hidden_events)

    @property
    def text_places(self) -> tuple[Path, ...]:
        """Folders and files in which articles are looked for, the latest first."""
        return self._text_places

    @property
    def chosen_texts(self) -> Mapping[str, Path]:
        """The files that the reviewer chose for single sources, by the sha256 of the source."""
        return self._chosen_texts

    def set_axis(self, axis: Axis) -> None:
        """Draw the shown case along another axis; two that are compared are aligned on it."""
        if self.comparing is not None:
            self.align(ALIGN_OF_AXIS[axis])
        elif self.view is not None:
            self._tell(self._see(replace(self.view, axis=axis)))

    def set_lanes_by(self, lanes_by: LanesBy) -> None:
        """Let lanes stand for kinds or for actors."""
        if lanes_by is not self._lanes_by:
            self._lanes_by = lanes_by
            self._tell(Change.AXIS)

    def set_bases(self, bases: frozenset[Basis]) -> None:
        """Say which statements are to count. The cases must then be solved anew and handed in."""
        bases = bases | {Basis.STATED}
        if bases != self._bases:
            self._bases = bases
            self._tell(Change.BASES)

    def set_filter(self, chosen: EventFilter) -> None:
        """Hide other events of the shown case."""
        if self.view is not None:
            self._tell(self._see(replace(self.view, filter=chosen)))

    def clear_filter(self) -> None:
        """Hide nothing any more; of two linked cases no kind in the other either."""
        self.set_filters(lambda _: EventFilter(), lambda one: EventFilter(actors=one.actors))

    def show_kind(self, kind: Kind, *, shown: bool) -> None:
        """Show or hide one kind in the shown case; of two linked cases in both."""

        def chosen(one: EventFilter) -> EventFilter:
            return one.with_kind(kind, shown=shown)

        self.set_filters(chosen, chosen)

    def set_filters(self, of_shown: FilterChange, of_other: FilterChange) -> None:
        """Hide other events of the shown case, and of the other of two linked ones."""
        changes = [(self._current, of_shown)]
        if self.comparing is not None and self.active_side is not None and self.manner.linked:
            changes.append((self.comparing.number(self.active_side.opposite), of_other))
        change = Change.NONE
        for number, changed in changes:
            entry = self.entry(number)
            if entry is not None and entry.view is not None:
                view = replace(entry.view, filter=changed(entry.view.filter))
                change |= self._see_in(number, view)
        self._tell(change)

    def show_actor(self, actor: str, *, shown: bool) -> None:
        """Show or hide one actor, by id, in the shown case."""
        if self.view is not None:
            self.set_filter(self.view.filter.with_actor(actor, shown=shown))

    @property
    def shown_source(self) -> int | None:
        """The source whose text is shown: the chosen one, or else the one that tells most of the
        chosen event; None where the case has none."""
        return self.source_of(self.current)

    def source_of(self, entry: Entry | None) -> int | None:
        """As `shown_source`, for any open file."""
        if entry is None or entry.view is None:
            return None
        view = entry.view
        return view.source if view.source is not None else entry.opened.best_source(view.selected)

    def choose_source(self, source: int | None) -> None:
        """Show another source's text."""
        if self.view is not None:
            self._tell(self._see(replace(self.view, source=source)))

    def add_text_place(self, place: Path) -> None:
        """Look for articles here too. The cases must then be given their texts anew."""
        self._text_places = (place, *(one for one in self._text_places if one != place))
        self._tell(Change.TEXT_PLACES)

    def choose_text(self, sha256: str, file: Path) -> None:
        """Take this file as the text of the source of that sha256, even where it differs."""
        self._chosen_texts = {**self._chosen_texts, sha256: file}
        self._tell(Change.TEXT_PLACES)
