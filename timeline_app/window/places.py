"""Where a window lies and how it is divided: put back as it was left, and told to be remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from timeline_app.settings import WindowPlace


def put_window(window: QWidget, place: WindowPlace | None, first_size: QSize) -> None:
    """Put a window where it was left; without such a place, in the middle of nowhere in particular,
    as large as the screen allows."""
    window.resize(first_size.boundedTo(window.screen().availableGeometry().size()))
    if place is None:
        return
    rect = QRect(place.x, place.y, place.width, place.height)
    if QGuiApplication.screenAt(rect.center()) is not None:  # the screen may be gone
        window.setGeometry(rect)
        if place.maximized:
            window.showMaximized()


def place_of(window: QWidget) -> WindowPlace:
    """Where a window lies when it is not maximised, and whether it is."""
    place = window.normalGeometry()
    return WindowPlace(
        place.x(), place.y(), place.width(), place.height(), maximized=window.isMaximized()
    )


def divide(splitter: QSplitter, sizes: Sequence[int] | None) -> None:
    """Give the parts of a splitter the sizes that they were left in, where they are that many."""
    if sizes is not None and len(sizes) == splitter.count():
        splitter.setSizes(list(sizes))


def divisions(splitters: Mapping[str, QSplitter]) -> dict[str, tuple[int, ...]]:
    """The sizes of the parts of each splitter; what is hidden has no size to remember."""
    sizes = {name: tuple(splitter.sizes()) for name, splitter in splitters.items()}
    return {name: of_parts for name, of_parts in sizes.items() if all(of_parts)}
