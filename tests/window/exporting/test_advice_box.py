"""What would help, as buttons that do it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from timeline_app.drawing.pages.paper import PAPERS
from timeline_app.pictures.advice import Advice
from timeline_app.pictures.choices import Labels, PictureChoices
from timeline_app.window.exporting.advice_box import AdviceBox, remedies

USUAL = PictureChoices()
ALL = Advice(
    7, 0.8, larger="A3-landscape", numbered_pages=2, without_list=True, words=("One.", "Two.")
)


def test_each_remedy_changes_what_it_says() -> None:
    found = dict(remedies(ALL, PictureChoices(one_page=True)))
    assert list(found) == [
        "Take A3, landscape",
        "Take 7 pages",
        "Take numbers",
        "Leave out the list",
    ]
    assert found["Take A3, landscape"].paper == PAPERS["A3-landscape"]
    assert not found["Take 7 pages"].one_page
    assert found["Take numbers"].labels is Labels.NUMBERS
    assert not found["Take numbers"].one_page  # else two pages would have no room again
    assert not found["Leave out the list"].event_list


def test_what_is_chosen_already_is_not_offered() -> None:
    assert "Take 7 pages" not in dict(remedies(ALL, USUAL))
    assert remedies(Advice(1, words=("Fits.",)), USUAL) == ()


def test_buttons_are_there_only_as_long_as_they_help(qtbot: QtBot) -> None:
    box = AdviceBox()
    qtbot.addWidget(box)
    box.show_advice(ALL, USUAL)
    assert box.words.text() == "One. Two."
    with qtbot.waitSignal(box.taken) as taken:
        box.buttons[0].click()
    assert taken.args == [remedies(ALL, USUAL)[0][1]]
    box.wait()
    assert box.words.text() == "One. Two."  # nothing moves
    assert not box.buttons[0].isEnabled()
    box.say("Something else.")
    assert box.buttons == []
    assert box.isEnabled()
