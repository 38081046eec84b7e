"""The picture of the shown case in a file, or why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from timeline_app.case.model import Kind
from timeline_app.layout.chart import LanesBy
from timeline_app.session.case_view import Axis
from timeline_app.session.session import Session
from timeline_app.settings import ThemeChoice
from timeline_app.window import exporting
from timeline_app.window.appearance import Appearance
from timeline_app.window.exporting import SIZE, export_shown


@pytest.fixture
def appearance(qtbot: QtBot) -> Appearance:
    return Appearance(ThemeChoice.LIGHT)


@pytest.fixture
def session() -> Session:
    session = Session()
    session.add_cases([opened(four_events())])
    return session


def test_a_picture_of_the_whole_case_is_written(
    session: Session, appearance: Appearance, tmp_path: Path
) -> None:
    target = tmp_path / "four.png"
    assert export_shown(session, appearance, target) == f"The picture is saved as {target}."
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == SIZE


def test_an_old_picture_is_replaced(
    session: Session, appearance: Appearance, tmp_path: Path
) -> None:
    target = tmp_path / "four.png"
    target.write_text("old")
    export_shown(session, appearance, target)
    assert target.read_bytes().startswith(b"\x89PNG")
    assert list(tmp_path.iterdir()) == [target]


def test_axis_lanes_and_filter_are_those_of_the_window(
    session: Session, appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def written_down(*given: object, **more: object) -> bytes:
        asked.extend([*given[1:3], more["lanes_by"], more["hidden"]])
        return b"a picture"

    monkeypatch.setattr(exporting, "case_png", written_down)
    session.set_axis(Axis.CALENDAR)
    session.set_lanes_by(LanesBy.ACTOR)
    session.show_kind(Kind.LEAK, shown=False)
    export_shown(session, appearance, tmp_path / "four.png")
    assert asked == [Axis.CALENDAR, SIZE, LanesBy.ACTOR, {1}]


def test_what_can_not_be_written_is_said(
    session: Session, appearance: Appearance, tmp_path: Path
) -> None:
    words = export_shown(session, appearance, tmp_path / "nowhere" / "four.png")
    assert "was not written: there is no such folder." in words
    assert "is a folder" in export_shown(session, appearance, tmp_path)


def test_without_a_case_there_is_no_picture(appearance: Appearance, tmp_path: Path) -> None:
    words = export_shown(Session(), appearance, tmp_path / "none.png")
    assert words == "There is no case to export."
    assert list(tmp_path.iterdir()) == []
