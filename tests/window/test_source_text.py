"""The source's text: marks in the right places, clicks that lead to events, finding, copying."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.case.sources.displaying import displayed
from timeline_app.drawing.theme import DARK, LIGHT
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance, qt_colour
from timeline_app.window.marks import Mark, Marks
from timeline_app.window.plain import ZERO_WIDTH_SPACE
from timeline_app.window.source_text import SourceText

LEFT = Qt.MouseButton.LeftButton
WORDS = "First they met 😀 in May.\nThen papers went.\r\nIn June 法院 an arrest."
CANONICAL = WORDS.replace("\r\n", "\n")


def mark(words: str, event: int, *, underlined: bool = False, within: str = CANONICAL) -> Mark:
    start = within.index(words)
    return Mark(start, start + len(words), event, underlined)


MARKS = (
    mark("First they met 😀 in May.", 0),
    mark("May", 0, underlined=True),
    mark("papers went", 1),
    mark("In June 法院 an arrest.", 2),
    mark("法院", 3),
)


@pytest.fixture
def appearance(qtbot: QtBot) -> Appearance:
    return Appearance(ThemeChoice.LIGHT)


@pytest.fixture
def text(qtbot: QtBot, appearance: Appearance) -> SourceText:
    text = SourceText(appearance)
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.show_text(CANONICAL, displayed(CANONICAL))
    text.show_marks(Marks(MARKS), 0)
    with qtbot.waitExposed(text):
        text.show()
    return text


def painted(text: SourceText, appearance: Appearance) -> dict[str, list[str]]:
    """The marked words by how they are painted."""
    theme = appearance.theme
    names = {theme.passage: "strong", theme.band: "faint", theme.found: "found"}
    found: dict[str, list[str]] = {}
    for selection in text.extraSelections():
        style, words = selection.format, selection.cursor.selectedText()
        colour = style.background().color().rgba()
        if style.fontUnderline():
            found.setdefault("date", []).append(words)
        elif colour == theme.accent:
            found.setdefault("here", []).append(words)
        else:
            found.setdefault(names[colour], []).append(words)
    return found


def spot(text: SourceText, words: str, into: int = 1) -> QPoint:
    """A place in the viewport within these words."""
    cursor = text.document().find(words)
    cursor.setPosition(cursor.selectionStart() + into)
    return text.cursorRect(cursor).center()


def test_the_passage_is_strong_its_date_underlined_the_others_faint(
    text: SourceText, appearance: Appearance
) -> None:
    """Also behind an emoji, which Qt counts as two."""
    assert painted(text, appearance) == {
        "strong": ["First they met 😀 in May."],
        "date": ["May"],
        "faint": ["papers went", "In June 法院 an arrest.", "法院"],
    }
    text.show_marks(Marks(MARKS), 3)
    assert painted(text, appearance)["strong"] == ["法院"]


def test_marks_take_the_colours_of_the_theme(text: SourceText, appearance: Appearance) -> None:
    appearance.choose(ThemeChoice.DARK)
    assert appearance.theme is DARK
    assert painted(text, appearance)["strong"] == ["First they met 😀 in May."]
    appearance.choose(ThemeChoice.LIGHT)
    assert appearance.theme is LIGHT
    assert painted(text, appearance)["faint"] != []


@pytest.mark.parametrize(
    ("words", "event"), [("papers", 1), ("In June", 2), ("法院", 3), ("an arrest", 2)]
)
def test_a_click_on_a_faint_passage_chooses_its_event(
    text: SourceText, qtbot: QtBot, words: str, event: int
) -> None:
    """Where passages lie in each other, the shorter one is meant."""
    with qtbot.waitSignal(text.event_clicked, timeout=100) as clicked:
        QTest.mouseClick(text.viewport(), LEFT, pos=spot(text, words))
    assert clicked.args == [event]


def test_clicks_elsewhere_lead_nowhere(text: SourceText, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(text.event_clicked):
        QTest.mouseClick(text.viewport(), LEFT, pos=spot(text, "Then"))
        QTest.mouseClick(text.viewport(), LEFT, pos=spot(text, "they met"))  # chosen already
        QTest.mouseClick(text.viewport(), LEFT, pos=QPoint(390, 290))


def test_a_drag_over_a_passage_only_selects_text(text: SourceText, qtbot: QtBot) -> None:
    begin, end = spot(text, "papers went", 1), spot(text, "papers went", 8)
    with qtbot.assertNotEmitted(text.event_clicked):
        QTest.mousePress(text.viewport(), LEFT, pos=begin)
        QTest.mouseMove(text.viewport(), end)
        QTest.mouseRelease(text.viewport(), LEFT, pos=end)
    assert text.textCursor().selectedText() == "apers w"


def test_return_chooses_the_event_of_the_passage_at_the_cursor(
    text: SourceText, qtbot: QtBot
) -> None:
    text.moveCursor(QTextCursor.MoveOperation.End)
    text.moveCursor(QTextCursor.MoveOperation.PreviousWord)
    text.moveCursor(QTextCursor.MoveOperation.PreviousWord)
    with qtbot.waitSignal(text.event_clicked, timeout=100) as chosen:
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert chosen.args == [2]
    cursor = text.document().find("Then")
    text.setTextCursor(cursor)
    with qtbot.assertNotEmitted(text.event_clicked):
        QTest.keyClick(text, Qt.Key.Key_Return)


def test_the_pointer_shows_where_a_click_leads(text: SourceText) -> None:
    shapes = []
    for words in ("papers", "Then", "they met"):
        QTest.mouseMove(text.viewport(), spot(text, words))
        shapes.append(text.viewport().cursor().shape())
    hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
    assert shapes == [hand, beam, beam]


def test_the_text_can_not_be_changed(text: SourceText) -> None:
    before = text.toPlainText()
    text.selectAll()
    QTest.keyClicks(text, "typed")
    QTest.keyClick(text, Qt.Key.Key_Delete)
    assert text.toPlainText() == before


# -- bringing into view


def long_text() -> str:
    return "\n".join(
        f"Paragraph {number} of this text, which has a good many." for number in range(300)
    )


def is_seen(text: SourceText, words: str) -> bool:
    cursor = text.document().find(words)
    assert not cursor.isNull()
    return text.viewport().rect().contains(text.cursorRect(cursor))


def test_the_chosen_passage_is_brought_into_view(text: SourceText) -> None:
    canonical = long_text()
    text.show_text(canonical, displayed(canonical))
    marks = [mark(f"Paragraph {number} of", number, within=canonical) for number in (5, 150, 290)]
    for event in (150, 290, 5):
        text.show_marks(Marks(marks), event)
        assert is_seen(text, f"Paragraph {event} of")


def test_a_passage_longer_than_the_view_is_shown_from_its_beginning(text: SourceText) -> None:
    canonical = long_text()
    start = canonical.index("Paragraph 100 of")
    text.show_text(canonical, displayed(canonical))
    text.show_marks(Marks([Mark(start, len(canonical), 1)]), 1)
    assert is_seen(text, "Paragraph 100 of")


def test_another_text_takes_the_marks_of_the_old_one_away(text: SourceText) -> None:
    text.find_all("met")
    text.show_text("Something else", displayed("Something else"))
    text.show_marks(Marks(), None)
    assert text.extraSelections() == []
    assert text.go_to_found(1) == 0


def test_passages_are_marked_where_the_text_is_looked_at(
    text: SourceText, appearance: Appearance
) -> None:
    """A long text has thousands of them; only those near what is in view are made."""
    canonical = "\n".join(f"Paragraph {number:04} has some words." for number in range(4_000))
    places = range(0, len(canonical), canonical.index("\n") + 1)
    marks = Marks(Mark(place, place + 14, event) for event, place in enumerate(places))
    text.show_text(canonical, displayed(canonical))
    text.show_marks(marks, 3_000)
    shown = painted(text, appearance)
    assert shown["strong"] == ["Paragraph 3000"]
    assert {"Paragraph 2999", "Paragraph 3001"} <= {*shown["faint"]}
    assert len(text.extraSelections()) < 300
    text.verticalScrollBar().setValue(0)
    assert painted(text, appearance)["faint"][:2] == ["Paragraph 0000", "Paragraph 0001"]


def test_thousands_of_passages_over_each_other_are_one(
    text: SourceText, appearance: Appearance
) -> None:
    canonical = "x " * 1_000
    text.show_text(canonical, displayed(canonical))
    text.show_marks(Marks(Mark(start, start + 30, start) for start in range(100, 900)), None)
    assert [len(words) for words in painted(text, appearance)["faint"]] == [829]


# -- finding


def test_finding_counts_and_goes_round(text: SourceText, appearance: Appearance) -> None:
    """Upper and lower case alike; behind an emoji in the right place."""
    assert text.find_all("IN") == 2
    assert [text.go_to_found(1) for _ in range(3)] == [1, 2, 1]
    assert text.go_to_found(-1) == 2
    marks = painted(text, appearance)
    assert marks["found"] == ["in", "In"]
    assert marks["here"] == ["In"]
    assert text.find_all("nowhere") == 0
    assert text.go_to_found(1) == 0
    assert "found" not in painted(text, appearance)


def test_finding_takes_every_character_as_it_is(text: SourceText) -> None:
    assert text.find_all("May.") == 1
    assert text.find_all("M.y") == 0
    assert text.find_all("(") == 0
    assert text.find_all("") == 0


def test_the_place_found_is_brought_into_view(text: SourceText) -> None:
    text.show_text(long_text(), displayed(long_text()))
    assert text.find_all("paragraph 250 ") == 1
    text.go_to_found(1)
    assert is_seen(text, "Paragraph 250 of")


def test_finding_a_letter_that_stands_everywhere_does_not_hang(text: SourceText) -> None:
    """One letter, twenty thousand times: the first thing that is typed into the find bar."""
    text.show_text("W" * 20_000, displayed("W" * 20_000))
    began = time.perf_counter()
    assert text.find_all("W") == 20_000
    text.go_to_found(1)
    text.grab()
    assert time.perf_counter() - began < 0.5


# -- copying


def test_copying_gives_the_text_and_not_its_display(text: SourceText) -> None:
    """No stand-ins for what can't be shown, no breaks put into long words."""
    canonical = f"tab\there\x01 no\u00a0break {'W' * 500} 😀\nand so on"
    text.show_text(canonical, displayed(canonical))
    assert ZERO_WIDTH_SPACE in text.toPlainText()
    QGuiApplication.clipboard().clear()
    text.selectAll()
    QTest.keySequence(text, QKeySequence(QKeySequence.StandardKey.Copy))
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert copied == canonical


COPYING = """
from PySide6.QtWidgets import QApplication
from timeline_app.case.sources.displaying import displayed
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.source_text import SourceText

application = QApplication([])
text = SourceText(Appearance(ThemeChoice.LIGHT))
text.show_text("Some words.", displayed("Some words."))
text.selectAll()
text.copy()
print(application.clipboard().text())
"""


def test_a_program_that_has_copied_ends_in_peace() -> None:
    """What lies on the clipboard outlives the window, and must not outlive Python."""
    ended = subprocess.run(
        [sys.executable, "-c", COPYING], check=False, capture_output=True, text=True, timeout=30
    )
    assert ended.stdout == "Some words.\n"
    assert ended.returncode == 0


def test_colours_are_those_of_the_drawing() -> None:
    assert qt_colour(LIGHT.passage).rgba() == LIGHT.passage
