"""A widget that paints itself until pyqtgraph carries it.

Rules:
* The first frame comes from the same painter in a plain widget. What takes longest to load,
  pyqtgraph, is loaded when that frame has been seen; off the GUI thread, where somebody does that.
* Nothing that the reviewer does is lost meanwhile: a press brings the view at once, and it gets all
  of that press, also what Qt still sends here.
* The widget itself stays: focus, actions, place and size are its own, and the view of pyqtgraph
  that is then laid over it takes none of them. So nothing flickers and nothing is lost.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from timeline_app.case.collector import collector_resting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView


Bring = Callable[[Callable[[], None]], None]


class Carried(QWidget):
    """Has one view of pyqtgraph over all of it, once it was painted with something in it or pointed
    at."""

    painted = Signal()
    """Its first frame has been painted."""
    carried = Signal()
    """The view is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carrier: QGraphicsView | None = None
        self._awaited = False
        self._was_seen = False
        self._bring: Bring | None = None
        self._hands_on = False

    def be_brought_by(self, bring: Bring) -> None:
        """Have pyqtgraph loaded by this before this is carried."""
        self._bring = bring

    @property
    def is_carried(self) -> bool:
        """Whether the view is there, and with it its gestures."""
        return self._carrier is not None

    def viewport(self) -> QWidget:
        """The widget that is painted and that gets the events of the mouse."""
        return self if self._carrier is None else self._carrier.viewport()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint plainly; what lies under a view is not seen."""
        if self._carrier is not None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ground())
        self.paint_on(painter)
        painter.end()
        self._was_seen = True
        if not self.is_blank():
            self._carry_soon()

    def _carry_soon(self) -> None:
        """Carry when what is painted now has reached the screen."""
        if not self._awaited:
            self._awaited = True
            QTimer.singleShot(0, self, self._carry_painted)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Be ready for the pointer, also where there is nothing to be seen; but where a window
        comes up under the pointer, its first frame is first."""
        super().enterEvent(event)
        if self._was_seen:
            self._carry_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The view is as large as this."""
        super().resizeEvent(event)
        if self._carrier is not None:
            self._carrier.setGeometry(self.rect())

    @Slot()
    def _carry_painted(self) -> None:
        self.painted.emit()
        if self._bring is None:
            self.carry()
        else:
            self._bring(self.carry)

    def carry(self) -> None:
        """Lay the view over this, if it is not there yet."""
        if self._carrier is not None:
            return
        with collector_resting():  # what is imported stays: to look at it again is in vain
            carrier = self.make_carrier()
        self._carrier = carrier
        carrier.setGeometry(self.rect())
        carrier.show()
        self.carried.emit()

    # -- a press before the view is there: Qt sends the rest of it here as well

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be carried now. Of a press on the view, this gets what the view has no use for."""
        if self._carrier is not None:
            super().mousePressEvent(event)
            return
        self.carry()
        self._hands_on = True
        self._hand_on(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer moves with a button held."""
        if self._hands_on:
            self._hand_on(event)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press ends."""
        if self._hands_on:
            self._hand_on(event)
            self._hands_on = bool(event.buttons())
        else:
            super().mouseReleaseEvent(event)

    def _hand_on(self, event: QMouseEvent) -> None:
        """Give the view what was meant for it; what it has no use for comes back, and ends here."""
        if self._carrier is not None:
            self._hands_on = False
            QCoreApplication.sendEvent(self._carrier.viewport(), event)
            self._hands_on = True

    # -- what each widget says of itself

    @abstractmethod
    def is_blank(self) -> bool:
        """Whether there is nothing to be seen yet, so that there is no hurry."""

    @abstractmethod
    def ground(self) -> QColor:
        """The colour behind all that is painted."""

    @abstractmethod
    def paint_on(self, painter: QPainter) -> None:
        """Paint everything, in pixels of the viewport."""

    @abstractmethod
    def make_carrier(self) -> QGraphicsView:
        """The view that shows the same and brings the gestures, as a child."""
