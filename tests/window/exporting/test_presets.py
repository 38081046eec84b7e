"""The row of presets."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.window.exporting.conftest import pick
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.remembered import RememberedChoices
from timeline_app.window.exporting.presets import PresetRow

PLAIN, BARE = PictureChoices(legend=False), PictureChoices(title=False)


@pytest.fixture
def row(qtbot: QtBot) -> PresetRow:
    made = PresetRow()
    qtbot.addWidget(made)
    made.offer(RememberedChoices(named={"plain": PLAIN, "Bare & more": BARE}))
    return made


def test_names_are_in_order_behind_none(row: PresetRow) -> None:
    texts = [row.names.itemText(place) for place in range(row.names.count())]
    assert texts == ["None", "Bare & more", "plain"]
    assert not row.delete.isEnabled()


def test_a_preset_is_taken_and_deleted(row: PresetRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.taken) as taken:
        pick(row.names, "plain")
    assert taken.args == [PLAIN]
    with qtbot.waitSignal(row.delete_asked) as asked:
        row.delete.click()
    assert asked.args == ["plain"]
    with qtbot.assertNotEmitted(row.taken):
        pick(row.names, "")


def test_the_name_follows_the_choices(row: PresetRow) -> None:
    row.tell(BARE)
    assert row.names.value == "Bare & more"
    row.tell(PictureChoices(footer=False))
    assert row.names.value == ""
    row.tell(PLAIN)
    row.offer(RememberedChoices(named={"bare": BARE}))
    assert row.names.value == ""
    assert not row.delete.isEnabled()


def test_keeping_is_asked_for(row: PresetRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.keep_asked):
        row.keep.click()
