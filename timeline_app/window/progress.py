"""What is being worked on, with Cancel: shown in the status bar once it takes half a second."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from timeline_app.window.background import Background
from timeline_app.window.plain import PlainLabel

PATIENCE = 500  # milliseconds
BAR_WIDTH = 120


class Progress(QWidget):
    """A title, a moving bar and Cancel."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(parent=self)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(BAR_WIDTH)
        cancel = QPushButton("Cancel", self)
        cancel.clicked.connect(background.cancel_all)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 8, 0)
        for widget in (self._title, bar, cancel):
            box.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self.show)
        background.started.connect(self._started)
        background.idle.connect(self._idle)
        self.hide()

    @Slot(str)
    def _started(self, title: str) -> None:
        self._title.setText(title)
        if not self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _idle(self) -> None:
        self._timer.stop()
        self.hide()
