"""Named sizes and free ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QFormLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.window.exporting.conftest import pick
from timeline_app.drawing.pages.paper import A4, INCH, MILLIMETRES, PAPER_MARGIN, Paper, Unit
from timeline_app.window.exporting.export_choice import SIZE_NAMES
from timeline_app.window.exporting.size_choice import SizeChoice, in_unit


@pytest.fixture
def sizes(qtbot: QtBot) -> Iterator[SizeChoice]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield SizeChoice(tuple(SIZE_NAMES), tuple(Unit), QFormLayout(parent), parent)
    parent.hide()


def test_a_free_size_begins_as_the_one_before(sizes: SizeChoice) -> None:
    sizes.take(A4)
    row = sizes.width.parent()
    assert isinstance(row, QWidget)
    assert row.isHidden()
    pick(sizes.names, "px")
    assert sizes.paper == Paper(1123, 794)
    assert not row.isHidden()
    pick(sizes.names, "mm")
    assert sizes.paper.unit is Unit.MILLIMETRES
    assert sizes.paper.margin == PAPER_MARGIN


def test_another_length_is_told_and_taken(sizes: SizeChoice, qtbot: QtBot) -> None:
    sizes.take(Paper(800, 600))
    with qtbot.waitSignal(sizes.changed):
        sizes.width.setValue(1000)
    assert sizes.paper == Paper(1000, 600)


def test_a_named_size_is_known_by_its_name(sizes: SizeChoice, qtbot: QtBot) -> None:
    sizes.take(Paper(1920, 1080))
    assert sizes.names.currentText() == "Screen, 1920 × 1080"
    with qtbot.waitSignal(sizes.changed):
        pick(sizes.names, "A4-landscape")
    assert sizes.paper == A4


@given(st.integers(200, 4000), st.integers(200, 4000))
def test_a_size_in_another_unit_is_as_large(width: int, height: int) -> None:
    there = in_unit(Paper(width, height), Unit.MILLIMETRES)
    assert there.width == pytest.approx(width * MILLIMETRES / INCH, abs=0.06)
    back = in_unit(there, Unit.PIXELS)
    assert back.width == pytest.approx(width, abs=0.7)
    assert back.height == pytest.approx(height, abs=0.7)
    assert in_unit(back, Unit.PIXELS) == back
