"""What carries a chart on the screen: a scene and a view box of pyqtgraph, and their gestures.

It owns neither the data nor the visible stretch, and takes no focus: what is done to it is said to
its canvas.
"""

from __future__ import annotations

from typing import Protocol

import pyqtgraph
from pyqtgraph.GraphicsScene.mouseEvents import HoverEvent, MouseClickEvent, MouseDragEvent
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget


class Canvas(Protocol):
    """What the view shows, and what it says is done to that."""

    def paint_on(self, painter: QPainter) -> None:
        """Paint the chart, in pixels of the viewport."""

    def drag(self, across: float, down: float) -> None:
        """It was dragged by so many pixels."""

    def click(self, position: QPointF, keys: Qt.KeyboardModifier, *, double: bool) -> None:
        """It was clicked there."""

    def hover(self, position: QPointF | None) -> None:
        """The pointer is there, or nowhere."""

    def pinch(self, event: QNativeGestureEvent) -> None:
        """Two fingers moved."""

    def turn_wheel(self, event: QWheelEvent) -> None:
        """The wheel was turned."""

    def take_focus(self) -> None:
        """It was pressed."""


class ChartBox(pyqtgraph.ViewBox):
    """A bare view box that turns gestures into what they mean here."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self._canvas = canvas
        self.setAcceptHoverEvents(True)

    def mouseDragEvent(self, ev: MouseDragEvent, axis: int | None = None) -> None:  # noqa: ARG002
        """A drag moves the stretch, and the lanes up and down."""
        if ev.button() == Qt.MouseButton.LeftButton or ev.button() == Qt.MouseButton.MiddleButton:
            ev.accept()
            moved = ev.scenePos() - ev.lastScenePos()
            self._canvas.drag(moved.x(), moved.y())

    def mouseClickEvent(self, ev: MouseClickEvent) -> None:
        """A click chooses what lies under it."""
        if ev.button() == Qt.MouseButton.LeftButton:
            ev.accept()
            self._canvas.click(ev.scenePos(), ev.modifiers(), double=ev.double())

    def hoverEvent(self, ev: HoverEvent) -> None:
        """Say what lies under the pointer."""
        self._canvas.hover(None if ev.isExit() else ev.scenePos())


class ChartView(pyqtgraph.GraphicsView):
    """Shows the chart, which its canvas paints. The view box gets no range: what is seen is the
    session's, and a range that nobody asks for would cost a tenth of each frame."""

    def __init__(self, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self._canvas = canvas
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It is said here when to paint. Scenes do so one after the other, each at once: what lies
        # over two views would be painted for each of them, and they with it.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self._box = ChartBox(canvas)
        self.setCentralItem(self._box)
        # The chart covers all of it: what lies behind need not be filled, nor copied from what
        # pyqtgraph keeps of it, in every frame.
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)

    def refresh(self) -> None:
        """Paint anew."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The canvas paints all of it. There is nothing to paint in the scene, and to ask it what
        there is would take a thirtieth of a frame."""
        with QPainter(self.viewport()) as painter:
            self._canvas.paint_on(painter)

    def viewportEvent(self, event: QEvent) -> bool:
        """A pinch zooms at the cursor."""
        if isinstance(event, QNativeGestureEvent):
            self._canvas.pinch(event)
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The canvas knows what it means."""
        self._canvas.turn_wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press gives the canvas the focus."""
        self._canvas.take_focus()
        super().mousePressEvent(event)
