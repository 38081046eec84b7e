"""What lies under the timeline, as tabs: events and problems of the shown case, and while two cases
are compared their phases and their texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

from timeline_app.case.problems import Problem, Severity
from timeline_app.session.change import Change
from timeline_app.session.session import Session
from timeline_app.window.appearance import Appearance
from timeline_app.window.event_table import EventTable

if TYPE_CHECKING:
    from timeline_app.window.phase_page import PhasePage
    from timeline_app.window.problem_list import ProblemList
    from timeline_app.window.text_pair import TextPair


class OfBoth(NamedTuple):
    """The pages that only a comparison has."""

    phases: PhasePage
    texts: TextPair


class Beneath(QTabWidget):
    """The tabs. What a reviewer brings forward stays there until the tab itself goes."""

    attach_asked = Signal()

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._of_both: OfBoth | None = None
        self._errors_shown = False
        self._was_comparing = False
        self.table = EventTable(session, appearance, self)
        self._problems: ProblemList | None = None
        self._problems_page: QWidget = QWidget(self)
        self.addTab(self.table, "Events")
        self.addTab(self._problems_page, "Problems")
        self.setDocumentMode(True)
        self.currentChanged.connect(self._come_forward)
        session.subscribe(self.take)
        self.take(Change.everything())

    @property
    def problems(self) -> ProblemList:
        """The second tab. An empty page stands for it until it is wanted."""
        if self._problems is None:
            # Here, not above: it is not needed for the first look at a case.
            from timeline_app.window.problem_list import ProblemList  # noqa: PLC0415

            page, at = self._problems_page, self.indexOf(self._problems_page)
            self._problems = self._problems_page = ProblemList(self._session, self)
            self.insertTab(at, self._problems, self.tabText(at))
            if self.currentWidget() is page:
                self.setCurrentWidget(self._problems)
            self.removeTab(self.indexOf(page))
            page.deleteLater()
        return self._problems

    @Slot()
    def _come_forward(self) -> None:
        if self._problems is None and self.currentWidget() is self._problems_page:
            self.problems  # noqa: B018 - made now

    @property
    def of_both(self) -> OfBoth:
        """The two tabs that only a comparison has."""
        if self._of_both is None:
            # Here, not above: they are not needed for the first look at a case.
            from timeline_app.window.phase_page import PhasePage  # noqa: PLC0415
            from timeline_app.window.text_pair import TextPair  # noqa: PLC0415

            phases = PhasePage(self._session, self)
            texts = TextPair(self._session, self._appearance, self)
            texts.attach_asked.connect(self.attach_asked)
            self._of_both = OfBoth(phases, texts)
            for page, title in ((phases, "Phases"), (texts, "Texts of both")):
                # Else it would keep the timeline small.
                page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
                self.addTab(page, title)
        return self._of_both

    @property
    def phases(self) -> PhasePage:
        """The stretches between the stages of both cases."""
        return self.of_both.phases

    @property
    def texts(self) -> TextPair:
        """The texts of both cases."""
        return self.of_both.texts

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & Change.COMPARING:
            self._show_comparing()
        if change & Change.CURRENT:
            self._show_case()

    def _show_comparing(self) -> None:
        comparing = self._session.comparing is not None
        if not comparing and self._of_both is None:
            return
        for page in self.of_both:
            self.setTabVisible(self.indexOf(page), comparing)
        if comparing != self._was_comparing:
            self._was_comparing = comparing
            self.setCurrentWidget(self.phases if comparing else self.table)

    def _show_case(self) -> None:
        current, chronology = self._session.current, self._session.chronology
        problems = current.opened.problems if current is not None else ()
        self.setTabText(self.indexOf(self._problems_page), _problems_title(problems))
        if current is not None and chronology is None:
            self._show_errors(shown=True)
        elif self._errors_shown:
            self._show_errors(shown=False)

    def _show_errors(self, *, shown: bool) -> None:
        """Bring the errors of a broken file forward, and the events of the next case again."""
        self._errors_shown = shown
        self.setCurrentWidget(self.problems if shown else self.table)

    @property
    def texts_shown(self) -> bool:
        """Whether the texts of both compared cases are to be seen."""
        return self._of_both is not None and self.currentWidget() is self.texts

    def show_texts(self, *, shown: bool) -> None:
        """Bring the texts of both compared cases forward, or the phases."""
        if self._session.comparing is not None:
            self.setCurrentWidget(self.texts if shown else self.phases)

    def parts(self) -> Sequence[QWidget]:
        """What in the tabs can have the focus."""
        if self._of_both is None:
            return (self.table, self.problems)
        texts = (view.text for view in self.texts.sides.values())
        return (self.table, self.problems, self.phases.table, *texts)


def _problems_title(problems: Sequence[Problem]) -> str:
    """The title of the tab: "Problems", "Problems  2", "Problems  2 · 1 note"."""
    notes = sum(1 for one in problems if one.severity is Severity.NOTE)
    others = len(problems) - notes
    title = f"Problems  {others}" if others else "Problems"
    return f"{title} · {notes} note{'s' if notes != 1 else ''}" if notes else title
