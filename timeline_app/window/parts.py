"""The parts of the main window that the first frame does without.

Rules:
* Each is made when somebody first asks for it; what stands around the timeline, at the latest when
  the first frame has been painted.
* What stands around it has a room of its size from the beginning, so that nothing moves.
* A part is made within the one that holds it: whoever gets another parent gets its style anew, and
  so does all within it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from timeline_app.session.comparing import Side
from timeline_app.window.commands import Commands
from timeline_app.window.dialogs import Dialogs
from timeline_app.window.menus import Menus
from timeline_app.window.places import divide
from timeline_app.window.timeline_view import TimelineView

if TYPE_CHECKING:
    from timeline_app.window.beneath import Beneath
    from timeline_app.window.case_list import CaseList
    from timeline_app.window.comparison_view import ComparisonView
    from timeline_app.window.detail_pane import DetailPane
    from timeline_app.window.empty_state import EmptyState


class Room(QWidget):
    """Where a part will stand that is not made yet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def take_in(self, part: QWidget) -> None:
        """Have this filled by its part, at once."""
        self._box.addWidget(part)
        part.show()
        self._box.activate()


class Parts(Dialogs):
    """A main window with its rooms, and what is in them as soon as it is wanted."""

    commands: Commands
    menus: Menus

    def make_rooms(self) -> None:
        """Make the rooms: at the left, at the right, and between them one over the other."""
        self._cases: CaseList | None = None
        self._tabs: Beneath | None = None
        self._detail: DetailPane | None = None
        self._empty: EmptyState | None = None
        self._comparison: ComparisonView | None = None
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._cases_room = Room(self.columns)
        self.rows = QSplitter(Qt.Orientation.Vertical, self.columns)
        self.middle = QStackedWidget(self.rows)
        self.blank = QWidget(self.middle)
        self.middle.addWidget(self.blank)
        self._tabs_room = Room(self.rows)
        self.detail_room = Room(self.columns)
        self._cases_room.setMinimumWidth(150)
        self.rows.setMinimumWidth(300)
        self.detail_room.setMinimumWidth(220)
        self._tabs_room.setMinimumHeight(90)

    def make_parts(self) -> None:
        """Make what stands around the timeline, if it is not there yet."""
        self.cases, self.tabs, self.detail  # noqa: B018 - made now

    @property
    def cases(self) -> CaseList:
        """The open cases, at the left."""
        if self._cases is None:
            # Here, not above: as the first lines say.
            from timeline_app.window.case_list import CaseList  # noqa: PLC0415

            comparing = self.commands.comparing
            cases = self._cases = CaseList(self.session, self.appearance, self._cases_room)
            self._cases_room.take_in(cases)
            cases.compare_asked.connect(comparing.compare)
            cases.chooser_asked.connect(comparing.compare_with)
            cases.put_on_a_asked.connect(partial(comparing.put_on, Side.A))
            cases.put_on_b_asked.connect(partial(comparing.put_on, Side.B))
        return self._cases

    @property
    def tabs(self) -> Beneath:
        """What lies under the timeline."""
        if self._tabs is None:
            # Here, not above: as the first lines say.
            from timeline_app.window.beneath import Beneath  # noqa: PLC0415

            self._tabs = Beneath(self.session, self.appearance, self._tabs_room)
            self._tabs_room.take_in(self._tabs)
            self._tabs.attach_asked.connect(self.commands.attach_folder)
        return self._tabs

    @property
    def detail(self) -> DetailPane:
        """The details of an event, at the right."""
        if self._detail is None:
            # Here, not above: as the first lines say.
            from timeline_app.window.detail_pane import DetailPane  # noqa: PLC0415

            self._detail = DetailPane(self.session, self.appearance, self.detail_room)
            self.detail_room.take_in(self._detail)
            self._detail.attach_asked.connect(self.commands.attach_folder)
            divide(self._detail.parts, self.choices.settings.splitters.get("detail"))
        return self._detail

    @property
    def empty(self) -> EmptyState:
        """What is shown where there is no case."""
        if self._empty is None:
            # Here, not above: as the first lines say.
            from timeline_app.window.empty_state import EmptyState  # noqa: PLC0415

            self._empty = EmptyState(self.session, self.commands, self.middle)
            self.middle.addWidget(self._empty)
        return self._empty

    @property
    def comparison(self) -> ComparisonView:
        """The view of two cases."""
        if self._comparison is None:
            # Here, not above: as the first lines say.
            from timeline_app.window.comparison_view import ComparisonView  # noqa: PLC0415

            view = self._comparison = ComparisonView(
                self.session, self.menus, self.appearance, self.middle
            )
            self.middle.addWidget(view)
            for side in view.sides.values():
                self.give_keys(side)
        return self._comparison

    @property
    def has_comparison(self) -> bool:
        """Whether the view of two cases has been made."""
        return self._comparison is not None

    def give_keys(self, view: TimelineView) -> None:
        """Let the actions that are of a timeline be reached from this one."""
        for identity, action in self.menus.actions.items():
            if identity.startswith("timeline-"):
                view.canvas.addAction(action)
