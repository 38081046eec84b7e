"""The legend as a widget: under the timeline what is shown there, in its sheet every sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.case.model import Kind
from timeline_app.drawing.legend import ALL_MEANINGS, Meaning, lay_out_legend, paint_legend
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.window.appearance import Appearance, qt_colour

LEFT = 14
AIR = 3
USUAL_ROWS = 2


class LegendPicture(QWidget):
    """Paints a legend as in a picture, as high as it needs."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        # Until it is told what to explain it keeps the room that it takes in most cases, so that
        # the first timeline over it need not be laid out twice.
        self._legend = lay_out_legend((), 1.0, appearance.fonts, ALL_MEANINGS[:USUAL_ROWS])
        self._asked: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("What the signs mean")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        appearance.changed.connect(self.update)

    def explain(self, kinds: Sequence[Kind], meanings: Sequence[Meaning], width: float) -> None:
        """Explain these kinds and signs in rows no wider than so many pixels."""
        asked = (tuple(kinds), tuple(meanings), width)
        if asked == self._asked:
            return
        self._asked = asked
        self._legend = lay_out_legend(
            kinds, max(width - 2 * LEFT, 1.0), self._appearance.fonts, meanings
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the legend."""
        air = 2 * AIR if self._legend.entries else 0
        return QSize(round(self._legend.width) + 2 * LEFT, round(self._legend.height) + air)

    def minimumSizeHint(self) -> QSize:
        """No row is ever cut; a narrow place gives more rows."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the legend on the ground of the theme."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(QRectF(event.rect()), qt_colour(theme.lane_tint))
        painter.translate(LEFT, AIR)
        paint_legend(self._legend, QtSurface(painter, self._appearance.fonts), theme)
        painter.end()
