"""The least that a plot does: pyqtgraph's own widget with its own calendar axis, as they come."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtWidgets import QApplication

from benchmarks.programs.first_paint import FirstPaint


def main() -> None:
    """Show the window; ends when it has been painted."""
    application = QApplication([])
    window = pyqtgraph.PlotWidget(axisItems={"bottom": pyqtgraph.DateAxisItem()})
    window.resize(1440, 900)
    paint = FirstPaint()
    paint.watch("window", window.viewport())
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
