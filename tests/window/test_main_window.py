"""The window as a whole: keys from anywhere, files that come and go, what is remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.session.small_cases import broken, four_events, opened
from tests.window.conftest import trigger
from tests.window.test_chart_canvas import settle
from tests.window.test_loading import ARTICLE, CHANGED, reported, saved
from tests.window.test_plain import shown_texts
from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.model import Basis, Event, Kind
from timeline_app.case.opening import OpenedCase
from timeline_app.drawing.theme import DARK
from timeline_app.paths import cases_folder
from timeline_app.session.session import Session
from timeline_app.settings import Settings, ThemeChoice, WindowPlace, load_settings
from timeline_app.window import asking, loading
from timeline_app.window.main_window import MainWindow
from timeline_app.window.progress import Progress

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier
NowOpen = Callable[[Settings], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[NowOpen]:
    """Opens further windows, one after the other, and takes them away at the end."""
    windows: list[MainWindow] = []

    def open_one(settings: Settings) -> MainWindow:
        window = MainWindow(Session(map(Path, settings.text_places)), settings)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.background.is_busy)


def says(window: MainWindow, words: str) -> bool:
    return window.statusBar().currentMessage().startswith(words)


def press(key: Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key in whatever part has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    QCoreApplication.processEvents()


def names(window: MainWindow) -> list[str]:
    return [entry.opened.name for entry in window.session.entries]


# -- the words round the case


def test_the_status_line_the_title_and_the_tabs(window: MainWindow) -> None:
    window.session.select(2)
    assert (
        "3 of 4 · detection · no later than 1 March 2025 · "
        "order against ‘Papers change hands’ not established"
    ) in shown_texts(window.statusBar())
    assert "Offline" in shown_texts(window.statusBar())
    assert window.windowTitle() == "The case four — Case timeline"
    assert window.tabs.tabText(1) == "Problems"
    window.session.add_cases([broken()])
    assert window.tabs.tabText(1) == "Problems  1"
    assert window.tabs.currentWidget() is window.tabs.problems
    for number in range(3):
        window.session.close_case(number)
    assert window.windowTitle() == "Case timeline"


# -- keys


def test_the_focus_goes_round_the_parts(window: MainWindow) -> None:
    window.cases.list.setFocus()
    seen = []
    for _ in range(4):
        press(Key.Key_F6)
        seen.append(QApplication.focusWidget())
    parts = [window.timeline.canvas, window.tabs.table, window.detail.text, window.cases.list]
    assert seen == parts
    press(Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is window.detail.text
    window.tabs.setCurrentWidget(window.tabs.problems)
    press(Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is window.tabs.problems


def test_keys_count_from_every_part(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    for part in (window.cases.list, window.timeline.canvas, window.tabs.table, window.detail.text):
        part.setFocus()
        session.select(1)
        session.show_kind(Kind.LEAK, shown=False)
        press(Key.Key_N)
        assert session.selected == 2
        press(Key.Key_P)
        assert session.selected == 0
        press(Key.Key_H)
        assert session.hidden_events == frozenset()
        whole = session.view
        press(Key.Key_Z)
        assert session.view != whole
        press(Key.Key_F)
        assert session.view == whole
        press(Key.Key_M)
        assert session.other == 0
        press(Key.Key_Escape)
        assert session.other is None
    press(Key.Key_PageDown, CTRL)
    assert window.windowTitle().startswith("The case second")
    press(Key.Key_I)
    wait(window, qtbot)
    assert Basis.INFERRED not in session.bases


def test_finding_with_the_keyboard_alone(window: MainWindow) -> None:
    """Letters typed into a field are letters, not keys."""
    before = window.session.view
    press(Key.Key_L, CTRL)
    assert window.cases.filter.hasFocus()
    QTest.keyClicks(window.cases.filter, "nphzfmtock")
    assert window.cases.filter.text() == "nphzfmtock"
    window.cases.filter.clear()
    press(Key.Key_F, CTRL)
    bar = window.detail.find_bar
    QTest.keyClicks(bar.field, "nphz+-=?")
    assert bar.field.text() == "nphz+-=?"
    assert window.session.view == before
    bar.field.clear()
    QTest.keyClicks(bar.field, "e")
    total = window.detail.text.toPlainText().casefold().count("e")
    assert f"1 of {total}" in shown_texts(bar)
    press(Key.Key_F3)
    press(Key.Key_G, CTRL)
    assert f"3 of {total}" in shown_texts(bar)
    press(Key.Key_F3, SHIFT)
    assert f"2 of {total}" in shown_texts(bar)
    press(Key.Key_Escape)
    assert bar.isHidden()
    assert window.detail.text.hasFocus()
    press(Key.Key_F3)
    assert bar.isVisible()


# -- opening


def test_the_nine_cases_open_from_the_menu(empty_window: MainWindow, qtbot: QtBot) -> None:
    trigger(empty_window, "open-nine")
    wait(empty_window, qtbot)
    assert len(names(empty_window)) == 9
    for _ in range(9):
        settle(empty_window)
        chart = empty_window.timeline.canvas.chart
        assert chart.events or chart.clusters
        trigger(empty_window, "next-case")


def test_chosen_files_are_opened_and_are_recent(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [saved(four_events("a"), tmp_path), saved(four_events("b"), tmp_path)]
    monkeypatch.setattr(asking, "case_files", lambda _window, _choices: paths)
    trigger(empty_window, "open")
    wait(empty_window, qtbot)
    assert names(empty_window) == ["a.case.json", "b.case.json"]
    assert load_settings().settings.recent_files == tuple(map(str, paths))


def test_a_folder_with_a_broken_file(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(four_events("a"), tmp_path)
    (tmp_path / "b.case.json").write_text('{"format": "case-timeline",}')
    saved(four_events("c"), tmp_path)
    monkeypatch.setattr(asking, "folder", lambda _window, _title, _choices: tmp_path)
    trigger(empty_window, "open-folder")
    wait(empty_window, qtbot)
    assert empty_window.windowTitle().startswith("The case a")
    trigger(empty_window, "next-case")
    assert empty_window.middle.currentWidget() is empty_window.empty
    title, words = shown_texts(empty_window.empty)
    assert title == "b.case.json does not open"
    assert "b.case.json:1" in words
    assert "json-syntax" in words
    trigger(empty_window, "next-case")
    assert empty_window.middle.currentWidget() is empty_window.timeline


def drop(window: MainWindow, part: QWidget, urls: list[QUrl]) -> bool:
    """Drop these over the middle of a part, as the system delivers it; whether it was taken."""
    data = QMimeData()
    data.setUrls(urls)
    handle, place = window.windowHandle(), part.mapTo(window, part.rect().center())
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, copy, data, left, NO_KEYS)
    QApplication.sendEvent(handle, enter)
    move = QDragMoveEvent(place, copy, data, left, NO_KEYS)
    move.setAccepted(enter.isAccepted())
    QApplication.sendEvent(handle, move)
    if not move.isAccepted():
        return False
    event = QDropEvent(QPointF(place), copy, data, left, NO_KEYS)
    QApplication.sendEvent(handle, event)
    return event.isAccepted()


def test_files_can_be_dropped_anywhere(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    parts = {
        "canvas": window.timeline.canvas.viewport(),
        "text": window.detail.text.viewport(),
        "table": window.tabs.table.viewport(),
        "cases": window.cases.list.viewport(),
        "filter": window.cases.filter,
        "overview": window.timeline.overview.viewport(),
    }
    for name, part in parts.items():
        url = QUrl.fromLocalFile(str(saved(four_events(name), tmp_path)))
        assert drop(window, part, [url]), name
        wait(window, qtbot)
        assert names(window)[-1] == f"{name}.case.json"
        assert window.windowTitle().startswith(f"The case {name}")
    assert window.cases.filter.text() == ""
    before = names(window)
    for urls in ([QUrl("https://example.org/a.case.json")], []):
        assert not drop(window, window.timeline.canvas.viewport(), urls)
        assert not window.background.is_busy
    assert names(window) == before


@pytest.mark.logs("Opening four.case.json (1 of 1) failed")
def test_a_failure_in_the_background_is_said(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> OpenedCase:
        raise ValueError("seven")

    monkeypatch.setattr(loading, "open_case", fail)
    empty_window.commands.open_paths([saved(four_events(), tmp_path)])
    wait(empty_window, qtbot)
    assert says(empty_window, "Opening four.case.json (1 of 1): this failed (ValueError: seven).")


def test_closing_in_the_middle_of_a_load(
    open_window: NowOpen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window waits for the work to end, and nothing comes of it afterwards."""
    window = open_window(Settings())
    reading = threading.Event()

    def endless(_path: Path, _places: object, _bases: object, cancelled: CancelCheck) -> OpenedCase:
        reading.set()
        while True:
            stop_if(cancelled)

    monkeypatch.setattr(loading, "open_case", endless)
    for name in "abc":
        saved(four_events(name), tmp_path)
    window.commands.open_paths([tmp_path])
    qtbot.waitUntil(reading.is_set)
    assert window.close()
    assert not window.background.is_busy
    QCoreApplication.processEvents()
    assert window.session.entries == ()


# -- what a reviewer takes away


def test_a_passage_is_taken_away(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.timeline.canvas.setFocus()
    press(Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“They met in spring.”\n— Notes, publisher not stated")
    assert says(window, "The passage and its citation are copied.")


# -- articles


def test_articles_are_attached_and_found_again_in_the_next_window(
    empty_window: MainWindow,
    open_window: NowOpen,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, path = empty_window, saved(reported(), tmp_path)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "article.txt").write_text(ARTICLE)
    window.commands.open_paths([path])
    wait(window, qtbot)
    monkeypatch.setattr(asking, "folder", lambda _window, _title, _choices: texts)
    window.detail.attach_asked.emit()
    wait(window, qtbot)
    assert window.detail.text.toPlainText() == ARTICLE
    later = open_window(load_settings().settings)
    later.commands.open_paths([path])
    wait(later, qtbot)
    assert later.detail.text.toPlainText() == ARTICLE


def test_a_single_article_that_differs_is_attached(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, article = empty_window, tmp_path / "article.txt"
    article.write_text(CHANGED)
    window.commands.open_paths([saved(reported(), tmp_path)])
    wait(window, qtbot)
    monkeypatch.setattr(asking, "article", lambda _window, _choices: article)
    trigger(window, "attach-file")
    wait(window, qtbot)
    assert any("passages were found again" in words for words in shown_texts(window.detail))
    trigger(window, "next-event")
    window.session.choose_source(1)
    assert any("could not be found" in words for words in shown_texts(window.detail))
    assert window.tabs.tabText(1).startswith("Problems  ")


# -- what is remembered


@pytest.mark.parametrize("place", [(20, 30), (100, 60)])
def test_a_window_opens_where_and_as_the_last_one_was(
    open_window: NowOpen, place: tuple[int, int]
) -> None:
    first = open_window(Settings())
    first.setGeometry(*place, 690, 560)
    trigger(first, "theme-dark")
    QCoreApplication.processEvents()
    first.columns.setSizes([170, 310, 230])
    first.rows.setSizes([250, 180])
    first.detail.parts.setSizes([150, 250])
    kept = [splitter.sizes() for splitter in splitters(first)]
    first.close()
    second = open_window(load_settings().settings)
    geometry = second.geometry()
    assert (geometry.x(), geometry.y(), geometry.width(), geometry.height()) == (*place, 690, 560)
    assert [splitter.sizes() for splitter in splitters(second)] == kept
    assert second.appearance.theme is DARK
    second.appearance.choose(ThemeChoice.LIGHT)


def splitters(window: MainWindow) -> list[QSplitter]:
    return [window.columns, window.rows, window.detail.parts]


def test_a_place_that_no_screen_shows_any_more_is_not_taken(open_window: NowOpen) -> None:
    far = WindowPlace(50_000, 50_000, 700, 500)
    window = open_window(Settings(window=far, splitters={"columns": (1, 2), "no such": (3,)}))
    screen = QGuiApplication.primaryScreen().geometry()
    assert screen.contains(window.geometry().topLeft())
    assert len(window.columns.sizes()) == 3
    assert all(size > 0 for size in window.columns.sizes())


def test_a_maximised_window_is_maximised_again(open_window: NowOpen) -> None:
    first = open_window(Settings(window=WindowPlace(20, 20, 700, 500)))
    first.showMaximized()
    QCoreApplication.processEvents()
    first.close()
    kept = load_settings().settings.window
    assert kept is not None
    assert kept.maximized
    assert open_window(Settings(window=kept)).isMaximized()


# -- the theme


def test_light_and_dark_reach_every_part(window: MainWindow, program_home: Path) -> None:
    """Also where the choice can't be kept, which is said."""
    program_home.write_text("a file where the folder should be")
    settle(window)
    parts: tuple[QWidget, ...] = (
        window.cases,
        window.timeline.canvas,
        window.timeline.overview,
        window.timeline.legend,
        window.tabs.table,
        window.detail,
        window.statusBar(),
    )
    trigger(window, "theme-light")
    assert says(window, "Your choices could not be saved.")
    window.statusBar().clearMessage()
    for part in parts:
        part.grab()  # from the second time on, labels are parts of one image
    light = [part.grab().toImage() for part in parts]
    trigger(window, "theme-dark")
    assert window.appearance.theme is DARK
    window.statusBar().clearMessage()
    for part, before in zip(parts, light, strict=True):
        after = part.grab().toImage()
        assert brightness(after) < 0.5 * brightness(before), type(part).__name__
    trigger(window, "theme-light")
    window.statusBar().clearMessage()
    assert [part.grab().toImage() for part in parts] == light


def brightness(picture: QImage) -> float:
    small = picture.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation)
    return float(small.pixelColor(0, 0).lightness())


# -- room


@pytest.mark.parametrize("size", [(800, 600), (1440, 900)])
def test_every_part_has_room(empty_window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    """Nothing lies upon another, nothing is squeezed to nothing, the plot is a plot."""
    window = empty_window
    window.loader.open_paths(sorted(cases_folder().glob("02-*.json")))
    wait(window, qtbot)
    window.resize(*size)
    for identity in ("axis-calendar", "axis-order"):
        trigger(window, identity)
        settle(window)
        assert (window.width(), window.height()) == size
        for splitter in splitters(window):
            assert all(length > 60 for length in splitter.sizes())
        chart = window.timeline.canvas.chart
        assert chart.width - chart.header_width > 120
        assert window.timeline.canvas.viewport().height() - chart.axis_height > 60
    assert overlapping(window) == []


def overlapping(window: MainWindow) -> list[str]:
    """Pairs of parts that share a pixel, and parts that reach beyond the window."""
    timeline, detail = window.timeline, window.detail
    parts: list[QWidget] = [
        window.menuBar(),
        window.cases.filter,
        window.cases.list,
        timeline.canvas,
        timeline.legend,
        timeline.overview,
        window.tabs.tabBar(),
        window.tabs.table,
        detail.sources,
        detail.text,
        window.statusBar(),
    ]
    places = [
        (part, part.rect().translated(part.mapTo(window, QPoint())))
        for part in parts
        if part.isVisible()
    ]
    found = [type(part).__name__ for part, place in places if not window.rect().contains(place)]
    for at, (part, place) in enumerate(places):
        for other, its_place in places[:at]:
            if place.intersects(its_place):
                found.append(f"{type(part).__name__} on {type(other).__name__}")
    return found


def test_words_without_end_do_not_widen_the_window(window: MainWindow, qtbot: QtBot) -> None:
    """Of a message, of what is being worked on, of a kind in the status line."""
    window.resize(800, 600)
    label = "an unheard-of kind of event, " * 16
    case = msgspec.structs.replace(
        four_events("long"), events=(Event("a", Kind.OTHER, "A", label=label),)
    )
    window.session.add_cases([opened(case)])
    window.tell("W" * 5_000)
    window.background.started.emit("W" * 5_000)
    progress = window.findChildren(Progress)[0]
    qtbot.waitUntil(progress.isVisible)
    settle(window)
    assert window.width() == 800
    assert progress.mapTo(window, progress.rect().bottomRight()).x() < 800
    window.background.idle.emit()
