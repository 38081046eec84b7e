"""The pane at the right: the event's facts, and the text in which they stand."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests.session.small_cases import broken, empty, four_events, opened
from tests.window.test_loading import ARTICLE, CHANGED, reported
from tests.window.test_plain import shown_texts
from tests.window.test_source_text import painted
from timeline_app.case.file.reading import Reading
from timeline_app.case.model import Event, Kind, Passage, Source, Text
from timeline_app.case.opening import open_reading
from timeline_app.session.session import Session
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.detail_pane import DetailPane
from timeline_app.window.plain import LinkLabel
from timeline_app.window.source_view import STATE_WORDS

NOT_ATTACHED = "The article is not contained in the case. Attach it (Ctrl+T) to see the passage"
AGAIN = next(words for words in STATE_WORDS.values() if "differs" in words)
LOST = next(words for words in STATE_WORDS.values() if "could not be found" in words)


@pytest.fixture
def appearance(qtbot: QtBot) -> Appearance:
    return Appearance(ThemeChoice.LIGHT)


@pytest.fixture
def session() -> Session:
    session = Session()
    session.add_cases([opened(four_events())])
    return session


@pytest.fixture
def detail(qtbot: QtBot, session: Session, appearance: Appearance) -> DetailPane:
    detail = DetailPane(session, appearance)
    qtbot.addWidget(detail)
    detail.resize(360, 760)
    with qtbot.waitExposed(detail):
        detail.show()
    return detail


def named(detail: DetailPane, name: str) -> str:
    """What the label of that object name says."""
    label = detail.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def come_to_rest() -> None:
    """Let what was put into a layout be shown and take its room."""
    for _ in range(3):
        QCoreApplication.processEvents()


def says(detail: DetailPane, words: str) -> bool:
    come_to_rest()
    return any(text.startswith(words) for text in shown_texts(detail))


def with_article(session: Session, tmp_path: Path, article: str) -> None:
    """The reported case with this article at hand."""
    (tmp_path / "article.txt").write_text(article)
    reading = Reading("/cases/reported.case.json", "", reported())
    session.add_cases([open_reading(reading, [tmp_path])])


# -- facts


def test_kind_title_and_facts_are_those_of_the_choice(detail: DetailPane, session: Session) -> None:
    assert named(detail, "kindName") == "CONTACT"
    assert named(detail, "heading") == "They meet"
    session.select(3)
    assert named(detail, "kindName") == "ARREST"
    assert named(detail, "heading") == "An arrest"
    assert says(detail, "on 1 March 2025")


def test_a_link_of_a_fact_leads_to_its_event(detail: DetailPane, session: Session) -> None:
    QTest.mouseClick(link_of(detail, "before ‘Somebody notices’"), Qt.MouseButton.LeftButton)
    assert session.selected == 2
    QTest.keyClick(link_of(detail, "after ‘They meet’"), Qt.Key.Key_Return)
    assert session.selected == 0


def link_of(detail: DetailPane, words: str) -> LinkLabel:
    come_to_rest()
    links = [one for one in detail.facts.findChildren(LinkLabel) if one.isVisible()]
    return next(one for one in links if one.text() == words)


def test_without_a_choice_it_says_so(detail: DetailPane, session: Session) -> None:
    session.select(None)
    assert named(detail, "heading") == "No event is chosen"
    session.add_cases([broken()])
    assert named(detail, "heading") == "This file does not open as a case: see its problems"
    assert detail.sources.count() == 0
    session.close_case(0)
    session.close_case(1)
    assert named(detail, "heading") == "No case is open"
    assert detail.text.toPlainText() == ""
    assert not detail.facts.shows("When")


def test_facts_fit_the_width_of_the_pane(detail: DetailPane, session: Session) -> None:
    """Nothing can be scrolled sideways, so nothing is wider, whatever a case calls its kinds."""
    label = "an unheard-of kind of event, " * 8
    title = "A title of many words, " * 10
    event = Event("long", Kind.OTHER, title, label=label, note="W" * 3000)
    case = msgspec.structs.replace(four_events("long"), events=(event,))
    session.add_cases([opened(case)])
    come_to_rest()
    scroll = detail.findChildren(QScrollArea)[0]
    body = scroll.widget()
    assert body is not None
    assert body.width() <= scroll.viewport().width()


# -- the text


def test_the_passage_is_marked_and_the_others_are_faint(
    detail: DetailPane, session: Session, appearance: Appearance
) -> None:
    session.select(1)
    marks = painted(detail.text, appearance)
    assert marks["strong"] == ["Papers were handed over later."]
    assert marks["faint"] == ["They met in spring.", "Somebody noticed.", "An arrest followed."]


def test_date_words_are_underlined(
    detail: DetailPane, session: Session, appearance: Appearance, tmp_path: Path
) -> None:
    with_article(session, tmp_path, ARTICLE)
    marks = painted(detail.text, appearance)
    assert marks["date"] == ["in May"]
    assert marks["strong"] == ["The two of them met in a park in May."]
    session.select(1)
    assert "date" not in painted(detail.text, appearance)


def test_sources_are_chosen(detail: DetailPane, session: Session) -> None:
    assert [detail.sources.itemText(at) for at in range(2)] == ["Notes", "Report"]
    assert says(detail, "1 of 2")
    detail.sources.setFocus()
    QTest.keyClick(detail.sources, Qt.Key.Key_Down)
    assert session.shown_source == 1
    assert says(detail, "2 of 2")
    assert detail.text.toPlainText() == ""
    session.choose_source(0)
    assert detail.sources.currentIndex() == 0
    assert detail.text.toPlainText().startswith("They met in spring.")


def test_the_attach_link_asks_for_articles(detail: DetailPane, qtbot: QtBot) -> None:
    link = next(one for one in detail.findChildren(LinkLabel) if one.text() == "Attach…")
    with qtbot.waitSignal(detail.attach_asked, timeout=100):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)


# -- what stands between the reviewer and the text


def test_an_article_that_is_not_attached(detail: DetailPane, session: Session) -> None:
    session.add_cases([open_reading(Reading("/cases/r.case.json", "", reported()))])
    session.choose_source(1)
    assert says(detail, NOT_ATTACHED)
    session.choose_source(0)
    assert not says(detail, NOT_ATTACHED)


def test_a_source_of_which_the_case_has_no_text(detail: DetailPane, session: Session) -> None:
    session.choose_source(1)
    assert says(detail, "The case names this source, but points into no text of it.")


def test_a_source_that_does_not_tell_of_the_event(detail: DetailPane, session: Session) -> None:
    case = four_events("other")
    other = Source("other", "Another", text=Text(content="Of something else."))
    session.add_cases([opened(msgspec.structs.replace(case, sources=(*case.sources, other)))])
    session.choose_source(2)
    assert says(detail, "This source does not tell of the event.")
    assert detail.text.toPlainText() == "Of something else."


def test_the_very_article_needs_no_remark(
    detail: DetailPane, session: Session, tmp_path: Path
) -> None:
    with_article(session, tmp_path, ARTICLE)
    assert session.shown_source == 1
    assert not says(detail, AGAIN)
    assert not says(detail, LOST)


def test_a_passage_found_again_says_so(
    detail: DetailPane, session: Session, appearance: Appearance, tmp_path: Path
) -> None:
    with_article(session, tmp_path, CHANGED)
    assert says(detail, AGAIN)
    assert painted(detail.text, appearance)["strong"] == ["The two of them met in a park in May."]


def test_a_lost_passage_says_so_and_nothing_is_marked_in_its_place(
    detail: DetailPane, session: Session, appearance: Appearance, tmp_path: Path
) -> None:
    with_article(session, tmp_path, CHANGED)
    session.select(1)
    session.choose_source(1)
    assert says(detail, LOST)
    assert "strong" not in painted(detail.text, appearance)


def test_a_remark_is_of_the_source_that_is_shown(
    detail: DetailPane, session: Session, tmp_path: Path
) -> None:
    """The note is embedded: it does not differ, whatever was attached for the report."""
    with_article(session, tmp_path, CHANGED)
    session.choose_source(0)
    assert not says(detail, AGAIN)
    assert not says(detail, LOST)


def test_a_case_without_sources_has_no_remark(detail: DetailPane, session: Session) -> None:
    session.add_cases([opened(empty())])
    assert session.shown_source is None
    assert not says(detail, "This source")
    assert not says(detail, "1 of")


# -- finding while stepping


def long_case(session: Session) -> None:
    """Events far apart in a long text, in which one word stands everywhere."""
    content = "\n".join(f"Paragraph {number} tells of papers." for number in range(300))

    def told(number: int) -> Event:
        words = f"Paragraph {number} tells"
        start = content.index(words)
        passage = Passage("notes", start, start + len(words))
        return Event(f"e{number}", Kind.LEAK, f"Event {number}", passages=(passage,))

    case = msgspec.structs.replace(
        empty("long"),
        sources=(Source("notes", "Notes", text=Text(content=content)),),
        events=(told(10), told(150), told(290)),
    )
    session.add_cases([opened(case)])


def is_seen(detail: DetailPane, words: str) -> bool:
    cursor = detail.text.document().find(words)
    return detail.text.viewport().rect().contains(detail.text.cursorRect(cursor))


@pytest.mark.parametrize("finding", [False, True])
def test_the_passage_of_the_choice_comes_into_view(
    detail: DetailPane, session: Session, finding: bool
) -> None:
    """Also while the find bar is open: the choice was made later than the search."""
    long_case(session)
    if finding:
        detail.find_bar.open_bar()
        detail.find_bar.field.setText("papers")
    for event, words in ((1, "Paragraph 150 "), (2, "Paragraph 290 "), (0, "Paragraph 10 ")):
        session.select(event)
        assert is_seen(detail, words)


def test_a_case_read_in_the_background_leaves_the_text_where_it_is(
    detail: DetailPane, session: Session
) -> None:
    long_case(session)
    bar = detail.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    session.add_cases([opened(four_events("later"))], show=False)
    assert bar.value() == bar.maximum()


def test_the_head_is_drawn_anew_in_another_theme(
    detail: DetailPane, appearance: Appearance
) -> None:
    light = detail.grab().toImage()
    appearance.choose(ThemeChoice.DARK)
    assert detail.grab().toImage() != light
    appearance.choose(ThemeChoice.LIGHT)
    assert detail.grab().toImage() == light
