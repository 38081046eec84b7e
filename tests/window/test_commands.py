"""What the actions do, with a shell that writes down what it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.session.small_cases import broken, empty, four_events, opened
from tests.window.test_loading import ARTICLE, CHANGED, reported, saved
from timeline_app.case.model import Basis
from timeline_app.session.comparing import Side
from timeline_app.session.session import Session
from timeline_app.settings import Settings, ThemeChoice
from timeline_app.window.background import Background
from timeline_app.window.choices import Choices
from timeline_app.window.commands import Commands
from timeline_app.window.loading import CaseLoader
from timeline_app.window.qt_classes import QtClasses


class WrittenShell:
    """Answers as it is told to, and keeps what is asked of it."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.place: Path | None = None
        self.target: Path | None = None
        self.asked: list[str] = []
        self.case: int | None = None
        self.agreed = self.texts = False
        self.details = True
        self.copied = ""
        self.told: list[str] = []

    def choose_case_files(self) -> list[Path]:
        return self.files

    def choose_folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.place

    def choose_article(self) -> Path | None:
        return self.place

    def open_export(self, *, printing: bool) -> None:
        self.asked.append("print" if printing else "export")

    def copy_picture(self, *, svg: bool) -> None:
        self.asked.append("copy as SVG" if svg else "copy")

    def choose_case(self, title: str, numbers: Sequence[int]) -> int | None:
        self.asked.append(f"{title} {list(numbers)}")
        return self.case

    def choose_table_target(self, proposed: str) -> Path | None:
        self.asked.append(proposed)
        return self.target

    def agrees(self, question: str) -> bool:
        self.asked.append(question)
        return self.agreed

    @property
    def details_shown(self) -> bool:
        return self.details

    def show_details(self, *, shown: bool) -> None:
        self.details = shown

    @property
    def texts_shown(self) -> bool:
        return self.texts

    def show_texts(self, *, shown: bool) -> None:
        self.texts = shown

    def focus_side(self, side: Side) -> None:
        self.asked.append(f"focus {side}")

    def put_on_clipboard(self, text: str) -> None:
        self.copied = text

    def tell(self, text: str) -> None:
        self.told.append(text)

    def show_find(self) -> None:
        self.asked.append("find")

    def find_place(self, by: int) -> None:
        self.asked.append(f"place {by}")

    def focus_case_filter(self) -> None:
        self.asked.append("filter")

    def move_focus(self, by: int) -> None:
        self.asked.append(f"focus {by}")

    def show_shortcuts(self) -> None:
        self.asked.append("shortcuts")

    def show_legend(self) -> None:
        self.asked.append("legend")

    def show_about(self) -> None:
        self.asked.append("about")

    def close(self) -> bool:
        self.asked.append("close")
        return True


class Desk:
    """Commands with all that they need."""

    def __init__(self, qtbot: QtBot) -> None:
        self.session = Session()
        self.background = Background()
        self.shell = WrittenShell()
        self.choices = Choices(Settings())
        loader = CaseLoader(self.session, self.background, QtClasses(self.background))
        self.commands = Commands(self.session, loader, self.shell, self.choices)
        self._qtbot = qtbot

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.background.is_busy)

    def names(self) -> list[str]:
        return [entry.opened.name for entry in self.session.entries]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.background.close()


def test_files_are_opened_and_remembered(desk: Desk, tmp_path: Path) -> None:
    desk.shell.files = [saved(four_events("a"), tmp_path), saved(four_events("b"), tmp_path)]
    desk.commands.open_files()
    desk.wait()
    assert desk.names() == ["a.case.json", "b.case.json"]
    assert desk.choices.settings.recent_files == tuple(map(str, desk.shell.files))


def test_a_folder_is_opened_and_remembered(desk: Desk, tmp_path: Path) -> None:
    saved(four_events("a"), tmp_path)
    desk.shell.place = tmp_path
    desk.commands.open_folder()
    desk.wait()
    assert desk.names() == ["a.case.json"]
    assert desk.choices.settings.recent_files == (str(tmp_path),)


def test_the_nine_cases_are_opened_and_not_among_the_recent(desk: Desk) -> None:
    desk.commands.open_bundled()
    desk.wait()
    assert len(desk.names()) == 9
    assert desk.choices.settings.recent_files == ()


def test_a_choice_that_is_given_up_does_nothing(desk: Desk) -> None:
    desk.session.add_cases([opened(four_events())])
    commands = desk.commands
    for act in (
        commands.open_files,
        commands.open_folder,
        commands.attach_folder,
        commands.attach_file,
    ):
        act()
    desk.wait()
    assert len(desk.session.entries) == 1
    assert desk.choices.settings == Settings()
    assert desk.session.text_places == ()


def test_reading_again_shows_what_the_file_says_now(desk: Desk, tmp_path: Path) -> None:
    path = saved(four_events(), tmp_path)
    desk.commands.open_paths([path])
    desk.wait()
    path.write_text("no longer a case")
    desk.commands.reload()
    desk.wait()
    assert desk.session.view is None
    assert desk.session.current is not None
    assert desk.session.current.opened.reading.errors


def test_without_a_case_nothing_happens(desk: Desk) -> None:
    commands = desk.commands
    for act in (
        commands.reload,
        commands.close_case,
        commands.copy_passage,
        commands.next_source,
    ):
        act()
    assert (desk.shell.asked, desk.shell.told, desk.shell.copied) == ([], [], "")
    desk.session.add_cases([broken()])
    commands.copy_passage()
    commands.next_source()
    assert (desk.shell.asked, desk.shell.told, desk.shell.copied) == ([], [], "")


@pytest.mark.parametrize("whole_folder", [True, False])
def test_articles_are_attached_and_their_place_remembered(
    desk: Desk, tmp_path: Path, whole_folder: bool
) -> None:
    desk.commands.open_paths([saved(reported(), tmp_path)])
    desk.wait()
    article = tmp_path / "texts" / "article.txt"
    article.parent.mkdir()
    article.write_text(ARTICLE)
    desk.shell.place = article.parent if whole_folder else article
    (desk.commands.attach_folder if whole_folder else desk.commands.attach_file)()
    desk.wait()
    assert desk.session.current is not None
    assert desk.session.current.opened.text_of(1) is not None
    assert desk.session.text_places == (desk.shell.place,)
    assert desk.choices.settings.text_places == (str(desk.shell.place),)


def test_a_file_that_differs_is_attached_to_the_source_that_is_shown(
    desk: Desk, tmp_path: Path
) -> None:
    """Whatever it is called; and it is found again when the case is opened again."""
    desk.commands.open_paths([saved(reported(), tmp_path)])
    desk.wait()
    desk.session.choose_source(1)
    article = tmp_path / "another name.txt"
    article.write_text(CHANGED)
    desk.shell.place = article
    desk.commands.attach_file()
    desk.wait()
    for _ in range(2):
        assert desk.session.current is not None
        text = desk.session.current.opened.text_of(1)
        assert text is not None
        assert (text.path, text.exact) == (article, False)
        desk.commands.reload()
        desk.wait()
    assert list(desk.choices.settings.chosen_texts.values()) == [str(article)]
    article.unlink()
    desk.commands.reload()
    desk.wait()
    assert desk.session.current is not None
    assert desk.session.current.opened.text_of(1) is None
    told = " ".join(one.text for one in desk.session.current.opened.problems)
    assert "another name.txt was not attached" in told


def test_a_case_whose_file_is_gone_stays_as_it_is(desk: Desk, tmp_path: Path) -> None:
    path = saved(reported(), tmp_path)
    desk.commands.open_paths([path])
    desk.wait()
    before = desk.session.current
    path.unlink()
    desk.commands.reload()
    desk.wait()
    assert desk.session.current is before
    assert desk.shell.told == ["The file of this case is not there any more."]


def test_exporting_printing_and_copying_are_the_window_s(desk: Desk) -> None:
    desk.commands.export()
    desk.commands.print_picture()
    desk.commands.copy_picture(svg=False)
    desk.commands.copy_picture(svg=True)
    assert desk.shell.asked == ["export", "print", "copy", "copy as SVG"]


def test_the_passage_is_copied_with_its_citation(desk: Desk) -> None:
    desk.session.add_cases([opened(four_events())])
    desk.commands.copy_passage()
    assert desk.shell.copied == (
        "“They met in spring.”\n— Notes, publisher not stated, date of publication not stated, "
        "characters 0–19"
    )
    assert desk.shell.told == ["The passage and its citation are copied."]


def test_a_passage_is_copied_from_the_source_that_is_shown(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    desk.session.add_text_place(tmp_path)
    desk.commands.open_paths([saved(reported(), tmp_path)])
    desk.wait()
    desk.commands.copy_passage()
    assert desk.shell.copied.startswith("“The two of them met in a park in May.”\n— The report, A")
    assert "published on 15 April 2025" in desk.shell.copied
    desk.session.choose_source(0)
    desk.commands.copy_passage()
    assert desk.shell.copied.startswith("“They met,”\n— A note")


def test_an_event_without_a_passage_at_hand_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.commands.open_paths([saved(reported(), tmp_path)])
    desk.wait()
    desk.session.select(1)
    desk.commands.copy_passage()
    assert desk.shell.copied == ""
    assert desk.shell.told == ["This event has no passage in a text that is at hand."]


def test_sources_are_shown_in_turn(desk: Desk) -> None:
    desk.session.add_cases([opened(four_events())])
    seen = []
    for _ in range(3):
        desk.commands.next_source()
        seen.append(desk.session.shown_source)
    assert seen == [1, 0, 1]
    desk.session.add_cases([opened(empty())])
    desk.commands.next_source()
    assert desk.session.shown_source is None


def test_what_the_window_does_is_asked_of_it(desk: Desk) -> None:
    commands = desk.commands
    for act in (
        commands.find_in_text,
        commands.find_next,
        commands.find_previous,
        commands.filter_cases,
        commands.show_shortcuts,
        commands.show_legend,
        commands.show_about,
        commands.quit,
    ):
        act()
    commands.move_focus(-1)
    assert desk.shell.asked == [
        "find",
        "place 1",
        "place -1",
        "filter",
        "shortcuts",
        "legend",
        "about",
        "close",
        "focus -1",
    ]


def test_the_theme_is_a_choice_that_is_kept(desk: Desk) -> None:
    desk.commands.choose_theme(ThemeChoice.DARK)
    assert desk.choices.settings.theme is ThemeChoice.DARK


def test_a_basis_is_switched_off_and_on_again(desk: Desk) -> None:
    desk.session.add_cases([opened(four_events())])
    for expected in ({Basis.STATED, Basis.ASSUMED}, set(Basis)):
        desk.commands.toggle_basis(Basis.INFERRED)
        desk.wait()
        assert desk.session.bases == expected
        assert desk.session.chronology is not None
        assert desk.session.chronology.bases == expected


def test_measuring_holds_an_event_and_lets_it_go(desk: Desk) -> None:
    desk.session.add_cases([opened(four_events())])
    desk.commands.measure_from_here()
    assert desk.session.other == 0
    assert desk.shell.told == ["Choose a second event; Esc ends measuring."]
    desk.session.select(3)
    desk.commands.measure_from_here()
    assert desk.session.other is None
    assert len(desk.shell.told) == 1
