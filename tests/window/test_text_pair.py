"""The texts of both cases beside each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from tests.window.conftest import trigger
from timeline_app.session.comparing import Side
from timeline_app.window import asking
from timeline_app.window.main_window import MainWindow


def test_each_has_half_of_the_width_and_the_passage_in_view(compared: MainWindow) -> None:
    trigger(compared, "both-texts")
    a, b = (compared.tabs.texts.sides[side] for side in Side)
    assert abs(a.width() - b.width()) <= 2
    assert a.mapTo(compared, QPoint(0, 0)).x() < b.mapTo(compared, QPoint(0, 0)).x()
    trigger(compared, "next-event")
    for view in (a, b):
        assert view.text.extraSelections()
        assert view.text.viewport().rect().intersects(view.text.cursorRect())
    assert a.text.accessibleName() == "Text of the source of A"


def test_articles_can_be_attached_from_here(
    compared: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def folder(_parent: object, title: str, _choices: object) -> None:
        asked.append(title)

    monkeypatch.setattr(asking, "folder", folder)
    compared.tabs.texts.sides[Side.B].attach_asked.emit()
    assert asked == ["Attach the articles of a folder"]
