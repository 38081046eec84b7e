"""A file opened: what is wrong with it, its texts, its passages, ready to be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.case.file.good_cases import Gone, Json, Step, changed, sound, written
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.file.reading import Reading, read_case_bytes
from timeline_app.case.model import Basis
from timeline_app.case.opening import OpenedCase, open_case, open_reading, place_texts
from timeline_app.case.problems import Code, Problem, Severity
from timeline_app.case.solving.chronology import solve_case

ARTICLE = "Zhang was watched for some weeks."


Changes = dict[tuple[Step, ...], "Json | Gone"]


def opened(changes: Changes | None = None, *places: Path) -> OpenedCase:
    """The small case, with changes."""
    data = written(changed(changes or {}))
    return open_reading(read_case_bytes(data, "folder/a.case.json"), places)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with another copy of the case's report."""
    (tmp_path / "report.txt").write_text(ARTICLE)
    return tmp_path


def test_a_file_is_read_solved_and_placed(tmp_path: Path, articles: Path) -> None:
    path = tmp_path / "a.case.json"
    path.write_bytes(written(sound()))
    case = open_case(path, [articles])
    assert (case.path, case.name) == (str(path), "a.case.json")
    assert case.chronology is not None
    assert case.chronology.bases == frozenset(Basis)
    assert case.placed is not None
    assert sorted(case.placed.texts) == [0, 1]


def test_a_broken_file_has_errors_and_nothing_else() -> None:
    case = open_reading(read_case_bytes(b"{", "a.json"))
    assert (case.chronology, case.placed) == (None, None)
    assert [one.code for one in case.problems] == [Code.JSON_SYNTAX]
    assert case.text_of(0) is None
    assert case.passages_of(0) == ()
    assert case.best_source(0) is None
    assert case.cited_passage(0, 0) is None


def test_bases_can_be_switched_off() -> None:
    reading = read_case_bytes(written(sound()), "a")
    case = open_reading(reading, (), frozenset({Basis.STATED}))
    assert case.chronology is not None
    assert case.chronology.bases == {Basis.STATED}


def test_a_reader_may_give_up(tmp_path: Path) -> None:
    path = tmp_path / "a.case.json"
    path.write_bytes(written(sound()))
    with pytest.raises(Cancelled):
        open_case(path, (), frozenset(Basis), lambda: True)


def test_problems_come_gravest_first_and_name_the_file(articles: Path) -> None:
    case = opened({("events", 1, "when"): "2030/2031"}, articles)
    severities = [one.severity for one in case.problems]
    assert severities == sorted(severities, key=list(Severity).index)
    assert {Code.CONTRADICTION, Code.ATTACHED_TEXT_DIFFERS, Code.PASSAGE_LOST} <= {
        one.code for one in case.problems
    }
    assert {one.file for one in case.problems} == {"folder/a.case.json"}


def test_a_problem_that_names_another_file_keeps_it() -> None:
    told = Problem(Code.FILE_EMPTY, "empty", file="b.json", line=1)
    case = OpenedCase(Reading("a.json", "", None, (told, Problem(Code.WRONG_VALUE, "wrong"))))
    assert [one.file for one in case.problems] == ["b.json", "a.json"]


def test_a_contradiction_lists_its_statements_and_leads_to_an_event() -> None:
    case = opened({("events", 1, "when"): "2030/2031"})
    (told,) = (one for one in case.problems if one.code is Code.CONTRADICTION)
    assert told.text.startswith("these can't all be true: ")
    assert told.text.count("; ") == 1
    assert told.path == f"$.events[{told.event}]"
    assert told.severity is Severity.PROBLEM


def test_what_is_found_later_is_put_beside_the_rest(articles: Path) -> None:
    case = opened()
    reading_case = case.reading.case
    assert reading_case is not None
    assert case.text_of(1) is None
    with_texts = case.with_texts(place_texts(reading_case, [articles]))
    text = with_texts.text_of(1)
    assert text is not None
    assert text.text == ARTICLE
    assert with_texts.problems != case.problems
    stated = solve_case(reading_case, frozenset({Basis.STATED}))
    anew = with_texts.with_chronology(stated)
    assert anew.chronology is stated
    assert anew.placed is with_texts.placed


def test_passages_are_those_of_the_event_itself() -> None:
    passage: Json = {"source": "notes", "start": 0, "end": 5}
    case = opened({("events", 0, "constraints", 0, "passages"): [passage]})
    assert [one.text for one in case.passages_of(0)] == ["Zhang met Li in spring."]


def test_the_best_source_is_one_that_tells_of_the_event(articles: Path) -> None:
    quoted: Json = {"source": "report", "exact": "Zhang was watched"}
    case = opened({("events", 0, "passages", 1): quoted}, articles)
    assert case.best_source(0) == 1  # both tell of it: the article before the embedded notes
    assert case.best_source(2) == 0  # only the notes do
    assert case.best_source(1) == 1  # its passage is lost, but the article is at hand
    assert case.best_source(None) == 1
    assert opened().best_source(0) == 0
    assert opened({("sources", 0, "text"): {"sha256": "0" * 64, "length": 60}}).best_source(0) == 0
    assert opened({("sources",): [], ("events",): []}).best_source(None) is None


def test_a_passage_is_cited_from_the_source_that_is_shown(articles: Path) -> None:
    quoted: Json = {"source": "report", "exact": "Zhang was watched"}
    case = opened({("events", 0, "passages", 1): quoted}, articles)
    notes, report = case.cited_passage(0, 0), case.cited_passage(0, 1)
    assert notes is not None
    assert notes.startswith("“Zhang met Li in spring.”\n— Notes")
    assert report is not None
    assert report.startswith("“Zhang was watched”\n— The report")
    assert case.cited_passage(0, None) == notes
    assert case.cited_passage(1, 1) is None  # lost
