"""Files opened in the background: folders, broken files, articles, changes while it goes on."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events
from timeline_app.case.cancelling import CancelCheck, Cancelled
from timeline_app.case.model import Basis, Case, Event, Kind, Passage, Source, Text
from timeline_app.case.opening import OpenedCase, open_case
from timeline_app.case.problems import Code
from timeline_app.case.sources.passages import PassageState
from timeline_app.case.sources.searching import digest_of
from timeline_app.case.sources.texts import text_sha256
from timeline_app.paths import cases_folder
from timeline_app.session.change import Change
from timeline_app.session.session import Session
from timeline_app.window import loading
from timeline_app.window.background import Background
from timeline_app.window.loading import CaseLoader
from timeline_app.window.qt_classes import QtClasses

ARTICLE = (
    "An article of our own.\n\nThe two of them met in a park in May.\n\n"
    "Papers changed hands a little later.\n\nNobody was caught."
)
CHANGED = "A heading that was not there.\n\n" + ARTICLE.replace("a little later", "much later")
"""The same article in another wording: one passage stands in it as before, the other does not."""


def reported() -> Case:
    """Two events, told by an article that the case does not contain, and by a note that it does."""

    def told(words: str, purpose: str = "event") -> Passage:
        start = ARTICLE.index(words)
        end = start + len(words)
        return msgspec.convert(
            {
                "source": "report",
                "start": start,
                "end": end,
                "digest": msgspec.to_builtins(digest_of(words)),
                "for": purpose,
            },
            Passage,
        )

    return Case(
        "case-timeline",
        1,
        "reported",
        "A reported case",
        sources=(
            Source("note", "A note", text=Text(content="They met, it is said.")),
            Source(
                "report",
                "The report",
                publisher="A paper",
                published="2025-04-15",
                text=Text(sha256=text_sha256(ARTICLE), length=len(ARTICLE), file="article.txt"),
            ),
        ),
        events=(
            Event(
                "met",
                Kind.CONTACT,
                "They meet",
                passages=(
                    Passage("note", 0, 9),
                    told("The two of them met in a park in May."),
                    told("in May", "date"),
                ),
            ),
            Event(
                "papers",
                Kind.LEAK,
                "Papers change hands",
                passages=(told("Papers changed hands a little later."),),
            ),
        ),
    )


def saved(case: Case, folder: Path) -> Path:
    """The case as a file in this folder."""
    path = folder / f"{case.id}.case.json"
    path.write_bytes(msgspec.json.encode(case))
    return path


class Opening:
    """A session with a loader, and ways to wait for it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.session = Session()
        self.background = Background()
        self.loader = CaseLoader(self.session, self.background, QtClasses(self.background))
        self._qtbot = qtbot

    def wait(self) -> None:
        """Until nothing is being worked on."""
        self._qtbot.waitUntil(lambda: not self.background.is_busy)

    def open(self, *paths: Path) -> None:
        """Open these and wait."""
        self.loader.open_paths(paths)
        self.wait()

    @property
    def opened(self) -> OpenedCase:
        """The shown case."""
        assert self.session.current is not None
        return self.session.current.opened

    def states(self) -> list[PassageState]:
        """How the passages of the shown case stand in the report."""
        placed = self.opened.placed
        assert placed is not None
        return [one.state for one in placed.placement.passages if one.source == 1]


@pytest.fixture
def opening(qtbot: QtBot) -> Iterator[Opening]:
    opening = Opening(qtbot)
    yield opening
    opening.background.close()


def test_the_nine_cases_open_from_their_folder(opening: Opening) -> None:
    opening.open(cases_folder())
    entries = opening.session.entries
    assert len(entries) == 9
    assert all(entry.opened.chronology is not None for entry in entries)
    names = [entry.opened.name for entry in entries]
    assert names == sorted(names)
    assert opening.session.current == entries[0]


def test_a_broken_file_among_good_ones_is_listed_with_its_errors(
    opening: Opening, tmp_path: Path
) -> None:
    saved(four_events("a"), tmp_path)
    (tmp_path / "b.case.json").write_text('{"format": "case-timeline", "version": 1,}')
    saved(four_events("c"), tmp_path)
    opening.open(tmp_path)
    entries = opening.session.entries
    assert [entry.view is not None for entry in entries] == [True, False, True]
    assert entries[1].opened.reading.errors[0].code is Code.JSON_SYNTAX
    assert opening.session.current == entries[0]


@pytest.mark.parametrize("name", ["missing.case.json", "folder.case.json", "pipe.case.json"])
def test_what_is_no_file_is_listed_as_an_error(opening: Opening, tmp_path: Path, name: str) -> None:
    good = saved(four_events(), tmp_path)
    path = tmp_path / name
    if name.startswith("pipe"):
        os.mkfifo(path)
    opening.open(path, good)
    broken, whole = opening.session.entries
    assert broken.opened.reading.errors
    assert whole.view is not None


def test_a_folder_without_cases_is_listed_and_says_so(opening: Opening, tmp_path: Path) -> None:
    opening.open(tmp_path)
    (error,) = opening.opened.reading.errors
    assert error.code is Code.FILE_IS_FOLDER
    assert "folder" in error.text


def test_a_file_opened_again_is_read_anew(opening: Opening, tmp_path: Path) -> None:
    path = saved(four_events(), tmp_path)
    opening.open(path)
    path.write_bytes(msgspec.json.encode(msgspec.structs.replace(four_events(), title="Changed")))
    opening.open(path)
    assert len(opening.session.entries) == 1
    assert opening.opened.reading.case is not None
    assert opening.opened.reading.case.title == "Changed"


# -- articles


@pytest.mark.parametrize("as_folder", [True, False])
def test_the_very_article_lights_up(opening: Opening, tmp_path: Path, as_folder: bool) -> None:
    """Known by its text, whatever its name."""
    opening.open(saved(reported(), tmp_path))
    assert opening.states() == [PassageState.NOT_ATTACHED] * 3
    article = tmp_path / "texts" / "any name.txt"
    article.parent.mkdir()
    article.write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    opening.session.add_text_place(article.parent if as_folder else article)
    opening.loader.look_for_articles()
    opening.wait()
    assert opening.states() == [PassageState.EXACT] * 3
    assert opening.session.shown_source == 1


def test_a_differing_article_is_searched_by_its_words(opening: Opening, tmp_path: Path) -> None:
    opening.open(saved(reported(), tmp_path))
    (tmp_path / "article.txt").write_text(CHANGED)
    opening.session.add_text_place(tmp_path)
    opening.loader.look_for_articles()
    opening.wait()
    again, lost = PassageState.FOUND_AGAIN, PassageState.LOST
    assert opening.states() == [again, again, lost]
    codes = {problem.code for problem in opening.opened.problems}
    assert {Code.ATTACHED_TEXT_DIFFERS, Code.PASSAGE_FOUND_AGAIN, Code.PASSAGE_LOST} <= codes


def test_a_file_that_fits_nothing_is_not_attached_and_the_reason_is_listed(
    opening: Opening, tmp_path: Path
) -> None:
    opening.open(saved(reported(), tmp_path))
    other = tmp_path / "other.txt"
    other.write_text("Something else altogether.")
    opening.session.add_text_place(other)
    opening.loader.look_for_articles()
    opening.wait()
    assert opening.states() == [PassageState.NOT_ATTACHED] * 3
    said = [one.text for one in opening.opened.problems if one.code is Code.TEXT_NOT_ATTACHED]
    assert any("no file at hand has its text" in text for text in said)


def test_articles_known_from_before_are_attached_on_opening(
    opening: Opening, tmp_path: Path
) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    opening.session.add_text_place(tmp_path)
    opening.open(saved(reported(), tmp_path))
    assert opening.states() == [PassageState.EXACT] * 3


def test_a_folder_is_looked_into_again_when_it_is_attached_again(
    opening: Opening, tmp_path: Path
) -> None:
    """An article was put there meanwhile, or has changed."""
    opening.open(saved(reported(), tmp_path))
    for article, states in (
        (None, [PassageState.NOT_ATTACHED] * 3),
        (CHANGED, [PassageState.FOUND_AGAIN] * 2 + [PassageState.LOST]),
        (ARTICLE, [PassageState.EXACT] * 3),
    ):
        if article is not None:
            (tmp_path / "article.txt").write_text(article)
        opening.session.add_text_place(tmp_path)
        opening.loader.look_for_articles()
        opening.wait()
        assert opening.states() == states


# -- switching statements off


def test_every_open_case_is_solved_anew(opening: Opening, tmp_path: Path) -> None:
    saved(four_events("a"), tmp_path)
    saved(four_events("b"), tmp_path)
    opening.open(tmp_path)
    opening.session.select(2)
    opening.session.set_bases(frozenset({Basis.STATED}))
    opening.loader.solve_anew()
    opening.wait()
    solved = [entry.opened.chronology for entry in opening.session.entries]
    assert all(one is not None and one.bases == {Basis.STATED} for one in solved)
    assert opening.session.selected == 2


def test_a_quick_change_of_mind_leaves_what_was_chosen_last(
    opening: Opening, tmp_path: Path
) -> None:
    opening.open(saved(four_events(), tmp_path))
    for bases in ({Basis.STATED}, set(Basis)):
        opening.session.set_bases(frozenset(bases))
        opening.loader.solve_anew()
    opening.wait()
    assert opening.opened.chronology is not None
    assert opening.opened.chronology.bases == set(Basis)


# -- what changes while work goes on


def test_cancel_leaves_what_is_open(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        saved(four_events(name), tmp_path)

    def opened_slowly(
        path: Path, places: tuple[Path, ...], bases: frozenset[Basis], cancelled: CancelCheck
    ) -> OpenedCase:
        if path.name.startswith("a"):
            return open_case(path, places, bases, cancelled)
        while not cancelled():
            pass
        raise Cancelled

    monkeypatch.setattr(loading, "open_case", opened_slowly)
    opening.session.subscribe(lambda _change: opening.background.cancel_all())
    opening.open(tmp_path)
    assert [entry.opened.name for entry in opening.session.entries] == ["a.case.json"]


def test_a_case_closed_while_it_is_solved_stays_closed(opening: Opening, tmp_path: Path) -> None:
    opening.open(saved(four_events(), tmp_path))
    opening.loader.solve_anew()
    opening.loader.solve_anew()
    opening.session.close_case(0)
    opening.wait()
    assert opening.session.entries == ()


def once(opening: Opening, act: str) -> None:
    """Do something as soon as the first case is there, while the others are still read."""

    def listen(change: Change) -> None:
        if change & Change.CASES:
            opening.session.unsubscribe(listen)
            if act == "attach":
                opening.session.add_text_place(Path(opening.opened.path).parent)
                opening.loader.look_for_articles()
            else:
                opening.session.set_bases(frozenset({Basis.STATED}))
                opening.loader.solve_anew()

    opening.session.subscribe(listen)


def test_statements_switched_off_while_files_are_read_count_in_none_of_them(
    opening: Opening, tmp_path: Path
) -> None:
    for name in "abc":
        saved(four_events(name), tmp_path)
    once(opening, "switch off")
    opening.open(tmp_path)
    solved = [entry.opened.chronology for entry in opening.session.entries]
    assert [one.bases if one else None for one in solved] == [{Basis.STATED}] * 3


def test_articles_attached_while_files_are_read_are_found_for_all_of_them(
    opening: Opening, tmp_path: Path
) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    for name in "abc":
        saved(msgspec.structs.replace(reported(), id=name), tmp_path)
    once(opening, "attach")
    opening.open(tmp_path)
    texts = [entry.opened.text_of(1) for entry in opening.session.entries]
    assert [text is not None for text in texts] == [True, True, True]


def test_a_file_read_anew_is_never_shown_with_what_was_worked_out_before(
    opening: Opening, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file has lost an event; while it is read again, statements are switched off."""
    path = saved(four_events(), tmp_path)
    opening.open(path)
    shorter = msgspec.structs.replace(four_events(), events=four_events().events[:3])
    path.write_bytes(msgspec.json.encode(shorter))
    reading, go_on = threading.Event(), threading.Event()

    def read_slowly(
        path: Path, places: tuple[Path, ...], bases: frozenset[Basis], cancelled: CancelCheck
    ) -> OpenedCase:
        reading.set()
        go_on.wait(5.0)
        return open_case(path, places, bases, cancelled)

    monkeypatch.setattr(loading, "open_case", read_slowly)
    opening.loader.open_paths([path])
    qtbot.waitUntil(reading.is_set)
    opening.session.set_bases(frozenset({Basis.STATED}))
    opening.loader.solve_anew()
    opening.loader.solve_anew()
    go_on.set()
    opening.wait()
    assert opening.opened.reading.case == shorter
    assert opening.opened.chronology is not None
    assert len(opening.opened.chronology.order) == len(shorter.events)
    assert opening.opened.chronology.bases == {Basis.STATED}
    placed = opening.opened.placed
    assert placed is not None
    assert len(placed.placement.passages) == 3
