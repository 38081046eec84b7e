"""The rows of the list of cases while two are compared; the rest is in `test_case_list`."""

from __future__ import annotations

from PySide6.QtCore import Qt

from timeline_app.drawing.theme import LIGHT
from timeline_app.session.comparing import Side
from timeline_app.window.case_rows import CaseModel
from timeline_app.window.main_window import MainWindow
from timeline_app.window.sides import side_colours

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_the_two_have_letter_and_colour_of_their_side(compared: MainWindow) -> None:
    listed = compared.cases.list
    model = listed.model()
    assert isinstance(model, CaseModel)
    spoken = [str(model.index(row, 0).data(SPOKEN)) for row in range(model.rowCount())]
    assert [words.partition(",")[0] for words in spoken] == [
        "A of the comparison",
        "B of the comparison",
        "The case second",
    ]
    picture = listed.viewport().grab().toImage()
    grounds = []
    for row in range(3):
        place = listed.visualRect(model.index(row, 0))
        grounds.append(picture.pixelColor(place.right() - 3, place.bottom() - 2).rgba())
    tints = [side_colours(LIGHT, side).tint for side in Side]
    assert grounds == [*tints, LIGHT.background]
