"""A case whose every text tries to be more than text: markup, controls, endless words.

It opens, every part of the window shows it as plain text, nothing opens the file that its markup
names, and nothing hangs. So that the last is more than the absence of a crash, a file at that place
is watched by the system itself.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QScrollArea,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.window.conftest import trigger
from tests.window.exporting.conftest import pick
from tests.window.test_chart_canvas import settle
from tests.window.test_menus import menu_of
from tests.window.test_plain import shown_texts
from tests.window.test_shortcut_sheet import close_by_escape, open_sheet
from timeline_app.drawing.pages.paper import Paper
from timeline_app.pictures.choices import PictureChoices, PictureFormat
from timeline_app.session.case_view import Axis
from timeline_app.tables.table_files import TableFormat
from timeline_app.window import asking
from timeline_app.window.exporting.export_dialog import ExportDialog
from timeline_app.window.main_window import MainWindow

PATIENCE = 1.0
"""Seconds in which the window has shown a choice; a tenth of it is what is usual."""
WORD = "W" * 100_000
FILE_NAME = "<img src=c><b>&amp;&x\x01\u202e.case.json"
OPENED, READ = 0x20, 0x01  # the system's names for what may happen to a watched file


def hostile(canary: Path) -> dict[str, object]:
    """The case as JSON holds it."""
    text = (
        f'<img src=c> <img src="file://{canary}"> <b>bold</b> &amp; &x %1 {{x}} [*] '
        "\x01\x02\x1b\x7f \u202eturned\u202c \u2066apart\u2069 e\u0301\u0301\u0301\u0301\u0301 "
    )
    title = (text * 100)[:10_000]
    content = f"{text} First.\r\n\n{WORD}\n\n{text} Second.\n{text}{WORD}\n"
    length = len(content.replace("\r\n", "\n"))
    return {
        "format": "case-timeline",
        "version": 1,
        "id": "hostile",
        "title": title,
        "summary": text + WORD,
        "timezone": "+08:00",
        "actors": [
            {"id": "a", "name": text, "role": text, "note": text},
            {"id": "b", "name": WORD, "role": title, "note": WORD},
            {"id": "c", "name": title},
        ],
        "sources": [
            {
                "id": "n",
                "title": text,
                "publisher": text,
                "author": text,
                "published": "2025-01-01",
                "text": {"content": content},
            },
            {"id": "m", "title": title, "publisher": WORD, "text": {"content": WORD}},
            {
                "id": "r",
                "title": WORD,
                "text": {"sha256": "0" * 64, "length": 5, "file": "<b>.txt"},
            },
        ],
        "events": [
            {
                "id": "e0",
                "kind": "contact",
                "title": text,
                "note": text,
                "phrase": text[:200],
                "actors": ["a"],
                "passages": [
                    {"source": "n", "start": 0, "end": 60},
                    {"source": "n", "start": 3, "end": 9, "for": "date"},
                ],
            },
            {
                "id": "e1",
                "kind": "other",
                "label": text,
                "title": title,
                "note": WORD,
                "phrase": "p" * 200,
                "actors": ["b", "a"],
                "constraints": [{"rel": "after", "to": "e0", "basis": "inferred"}],
                "passages": [{"source": "n", "start": 100, "end": length}],
            },
            {
                "id": "e2",
                "kind": "other",
                "label": WORD,
                "title": WORD,
                "note": title,
                "actors": ["c"],
                "constraints": [{"rel": "after", "to": "e1", "basis": "stated"}],
                "passages": [{"source": "m", "start": 0, "end": len(WORD)}],
            },
            {
                "id": "e3",
                "kind": "sentencing",
                "title": f"{text}x",
                "when": "2024-05-01",
                "outcome": [
                    {"type": "other", "text": text, "actor": "a"},
                    {"type": "other", "text": WORD, "actor": "b"},
                    {"type": "fine", "amount": 5, "currency": "CNY", "text": title},
                ],
                "constraints": [{"rel": "after", "to": "e2", "basis": "assumed"}],
                "passages": [{"source": "r", "start": 0, "end": 5}],
            },
            {
                "id": "e4",
                "kind": "leak",
                "title": "line\n" * 60 + text,
                "when": [{"value": "2024-06", "source": "n"}, {"value": "2023", "source": "m"}],
                "constraints": [{"rel": "same", "to": "e3", "basis": "stated"}],
            },
        ],
    }


@pytest.fixture
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture that nothing may open; it also lies where a relative name would find it."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "c"  # so short that nothing puts a break into it
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(f"{path}.png")
    path.with_suffix(".png").rename(path)
    return path


@pytest.fixture
def attacked(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path, canary: Path
) -> Iterator[MainWindow]:
    """A window on the case, and on a file of the same sort that does not open."""
    case = hostile(canary)
    good, bad = tmp_path / FILE_NAME, tmp_path / f"bad {FILE_NAME}"
    good.write_text(json.dumps(case))
    bad.write_text(json.dumps({**case, str(case["title"])[:300]: WORD, "version": "<b>"}))
    empty_window.commands.open_paths([good, bad])
    qtbot.waitUntil(lambda: not empty_window.background.is_busy)
    empty_window.resize(1000, 700)
    settle(empty_window)
    # It is long, and comes when the case has been shown.
    qtbot.waitUntil(lambda: bool(empty_window.detail.text.toPlainText()))
    yield empty_window
    QToolTip.hideText()


def visit(window: MainWindow, look: Callable[[], None]) -> None:
    """Go everywhere, and have a look at each place."""
    session = window.session
    for axis, lanes, events in (
        (Axis.ORDER, "lanes-kind", range(5)),
        (Axis.ORDER, "lanes-actor", (1,)),
        (Axis.CALENDAR, "lanes-kind", (2,)),
        (Axis.CALENDAR, "lanes-actor", (4,)),
    ):
        session.set_axis(axis)
        trigger(window, lanes)
        for event in events:
            session.select(event)
            settle(window)
            look()
    for source in (1, 2, 0):
        session.choose_source(source)
        look()
    session.choose_other(0)
    session.select(3)
    look()
    window.tabs.setCurrentWidget(window.tabs.problems)
    look()
    for name in ("File", "Edit", "View", "Go", "Help"):
        menu_of(window, name)
    for menu in (window.menus.kinds, window.menus.actors):
        menu.aboutToShow.emit()
        menu.grab()
    window.session.step_case(1)
    settle(window)
    look()
    window.session.step_case(-1)
    settle(window)
    window.tabs.setCurrentWidget(window.tabs.table)


def test_it_opens_and_is_shown_as_it_is_written(attacked: MainWindow) -> None:
    """Markup stands there as markup; what can't be seen has a stand-in."""
    good, bad = attacked.session.entries
    assert good.opened.chronology is not None
    assert bad.opened.reading.errors
    assert {mark.event for mark in attacked.timeline.canvas.chart.events} == set(range(5))
    begin = "<img src=c>"
    handle = attacked.windowHandle()
    assert handle is not None
    assert handle.title().startswith(begin)
    assert "[*]" in handle.title()  # Qt takes it for a mark of unsaved changes
    labels = [words for words in shown_texts(attacked) if words.startswith(begin)]
    assert len(labels) >= 4
    for words in labels:
        cut = words.endswith("…")  # a heading is one line
        assert "<b>bold</b> &amp; &x %1 {x} [*]" in words or cut
    for words in shown_texts(attacked):
        assert not set(words) & set("\x01\x02\x1b\x7f\u202e\u2066")
    assert "<b>bold</b> &amp; &x" in attacked.detail.text.toPlainText()
    assert "‹RLO›" in attacked.detail.text.toPlainText()


def is_harmless(tip: str) -> bool:
    """Whether markup in a tooltip can only be ours."""
    inside = tip.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")
    return "<" not in inside


def tooltips(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount()):
        cells = (model.index(row, column) for column in range(10))
        for cell in cells:
            if cell.isValid():
                yield str(cell.data(Qt.ItemDataRole.ToolTipRole) or "")


def test_finding_in_it_does_not_hang(attacked: MainWindow) -> None:
    """Also a letter that stands two hundred thousand times."""
    for words in ("<b>", "W"):
        trigger(attacked, "find")
        began = time.perf_counter()
        attacked.detail.find_bar.field.setText(words)
        trigger(attacked, "find-next")
        attacked.grab()
        attacked.detail.find_bar.close_bar()
        attacked.grab()
        assert time.perf_counter() - began < 2 * PATIENCE, words


def test_nothing_is_wider_than_its_place(attacked: MainWindow) -> None:
    for size in ((800, 600), (1440, 900)):
        attacked.resize(*size)
        for event in range(5):
            attacked.session.select(event)
            settle(attacked)
            assert (attacked.width(), attacked.height()) == size
            scroll = attacked.detail.findChildren(QScrollArea)[0]
            body = scroll.widget()
            assert body is not None
            assert body.width() <= scroll.viewport().width(), event


class Watch:
    """Has the system tell of everything that opens or reads a file."""

    def __init__(self, path: Path) -> None:
        system = ctypes.CDLL(None, use_errno=True)
        self._descriptor = int(system.inotify_init1(os.O_NONBLOCK))
        added = int(system.inotify_add_watch(self._descriptor, os.fsencode(path), OPENED | READ))
        assert self._descriptor >= 0
        assert added >= 0

    def was_touched(self) -> bool:
        """Whether anything has happened since it was asked last."""
        try:
            return bool(os.read(self._descriptor, 65_536))
        except BlockingIOError:
            return False

    def close(self) -> None:
        os.close(self._descriptor)


@pytest.fixture
def watch(canary: Path) -> Iterator[Watch]:
    if sys.platform != "linux":
        pytest.skip("only Linux tells who opens a file")
    watch = Watch(canary)
    yield watch
    watch.close()


def test_every_place_is_plain_and_shown_at_once_and_opens_nothing(
    watch: Watch,
    attacked: MainWindow,
    canary: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Labels, tooltips, tables, menus, sheets, messages, a picture: all that can show a text."""
    slow: list[float] = []
    began = time.perf_counter()

    def look() -> None:
        nonlocal began
        attacked.grab()
        slow.append(time.perf_counter() - began)
        assert_plain(attacked)
        began = time.perf_counter()

    visit(attacked, look)
    assert max(slow) < PATIENCE
    for event in range(5):
        attacked.timeline.canvas.hovered.emit(event, QPointF(200, 100))
        QCoreApplication.processEvents()
        assert QToolTip.text().startswith("<qt>")
        assert is_harmless(QToolTip.text())
        next(one for one in QApplication.topLevelWidgets() if is_tip(one)).grab()
    for identity in ("shortcuts", "legend", "about"):
        close_by_escape(open_sheet(attacked, identity))
    trigger(attacked, "copy-passage")
    target = canary.with_name("picture.svg")
    monkeypatch.setattr(asking, "picture_target", lambda *_asked: target)
    attacked.exporter.kept.remember(PictureChoices(paper=Paper(9000, 9000)))
    trigger(attacked, "export")
    (dialog,) = attacked.findChildren(ExportDialog)
    pick(dialog.form.format, TableFormat.HTML)
    qtbot.waitUntil(lambda: dialog.tables.table.rowCount() > 0, timeout=20_000)
    dialog.grab()
    pick(dialog.form.format, PictureFormat.SVG)
    qtbot.waitUntil(lambda: dialog.previewing.pages is not None, timeout=20_000)
    dialog.grab()
    assert_plain(attacked)
    dialog.make()
    qtbot.waitUntil(lambda: not dialog.maker.is_busy, timeout=20_000)
    dialog.close()
    assert target.exists()
    attacked.tell(str(hostile(canary)["title"]))
    attacked.grab()
    assert not watch.was_touched()
    rich = QLabel(f'<img src="file://{canary}">')
    qtbot.addWidget(rich)
    rich.grab()
    assert watch.was_touched()  # so it would have been seen


def assert_plain(window: MainWindow) -> None:
    """Asserts that nothing that shows a text could take it for more than that."""
    for label in window.findChildren(QLabel):
        plain = label.textFormat() == Qt.TextFormat.PlainText
        assert plain or not label.text(), label.text()[:80]
    for widget in window.findChildren(QWidget):
        assert is_harmless(widget.toolTip())
        assert is_harmless(widget.whatsThis())
    for view in window.findChildren(QAbstractItemView):
        assert all(map(is_harmless, tooltips(view)))
    assert not [menu for menu in window.findChildren(QMenu) if menu.toolTipsVisible()]


def is_tip(widget: QWidget) -> bool:
    return widget.metaObject().className() == "QTipLabel"
