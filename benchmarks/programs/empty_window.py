"""The least that Qt does: a main window with nothing in it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.programs.first_paint import FirstPaint


def main() -> None:
    """Show the window; ends when it has been painted."""
    application = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    paint = FirstPaint()
    paint.watch("window", window)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
