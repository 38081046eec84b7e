from __future__ import annotations

import pytest

from timeline_app.case.cancelling import never
from timeline_app.case.file import examination
from timeline_app.case.file.examination import Examination, Named, SourceFacts
from timeline_app.case.file.faults import Faults, Outline
from timeline_app.case.problems import Code

AT = ("events", 0, "x")


@pytest.fixture
def exam() -> Examination:
    return Examination(Faults())


def told(exam: Examination) -> list[tuple[Code, str]]:
    problems = exam.faults.problems("", Outline(), "", never)
    return [(problem.code, problem.text) for problem in problems]


def test_what_is_named_before_can_be_referred_to(exam: Examination) -> None:
    exam.name_actor("a", AT)
    exam.name_event("e", AT)
    exam.name_source("s", SourceFacts(published=True), AT)
    exam.refer(Named.ACTOR, "a", AT)
    exam.refer(Named.EVENT, "e", AT)
    exam.refer(Named.SOURCE, "s", AT)
    exam.refer(Named.PUBLICATION, "s", AT)
    exam.settle(has_timezone=True)
    assert told(exam) == []


def test_and_so_can_what_is_named_after(exam: Examination) -> None:
    exam.refer(Named.EVENT, "e", AT)
    exam.refer(Named.PUBLICATION, "s", AT)
    exam.place_passage("s", 0, 5, AT)
    exam.name_event("e", AT)
    exam.name_source("s", SourceFacts(has_text=True, length=5, published=True), AT)
    exam.settle(has_timezone=True)
    assert told(exam) == []


def test_references_to_nothing(exam: Examination) -> None:
    exam.name_actor("zhang", AT)
    exam.name_source("s", SourceFacts(), AT)
    exam.refer(Named.ACTOR, "zang", AT)
    exam.refer(Named.EVENT, "zhang", AT)
    exam.refer(Named.PUBLICATION, "s", AT)
    exam.refer(Named.PUBLICATION, "t", AT)
    exam.settle(has_timezone=True)
    assert told(exam) == [
        (Code.UNKNOWN_REFERENCE, "no actor has the id ‘zang’"),
        (Code.UNKNOWN_REFERENCE, "no event has the id ‘zhang’"),
        (Code.UNKNOWN_REFERENCE, "the source ‘s’ has no `published` that could be referred to"),
        (Code.UNKNOWN_REFERENCE, "no source has the id ‘t’"),
    ]


def test_ids_are_unique_in_their_list(exam: Examination) -> None:
    for name in (exam.name_actor, exam.name_event):
        name("a", AT)
        name("a", AT)
    exam.name_source("a", SourceFacts(), AT)
    exam.name_source("a", SourceFacts(), AT)
    assert [code for code, _ in told(exam)] == [Code.DUPLICATE_ID] * 3


@pytest.mark.parametrize(
    ("facts", "start", "end", "code"),
    [
        (SourceFacts(True, 10), 0, 10, None),
        (SourceFacts(True, 10), 0, 11, Code.PASSAGE_OUTSIDE),
        (SourceFacts(True, 10), 10, 11, Code.PASSAGE_OUTSIDE),
        (SourceFacts(True, None), 0, 11, None),
        (SourceFacts(True, 0), None, None, None),
        (SourceFacts(False), None, None, Code.FIELD_CONFLICT),
        (SourceFacts(False), 0, 1, Code.FIELD_CONFLICT),
    ],
)
@pytest.mark.parametrize("is_later", [False, True])
def test_passages_are_held_against_their_text(
    exam: Examination,
    facts: SourceFacts,
    start: int | None,
    end: int | None,
    code: Code | None,
    is_later: bool,
) -> None:
    if is_later:
        exam.place_passage("s", start, end, AT)
    exam.name_source("s", facts, AT)
    if not is_later:
        exam.place_passage("s", start, end, AT)
    exam.settle(has_timezone=True)
    assert [found for found, _ in told(exam)] == ([] if code is None else [code])


def test_dates_are_read_once(exam: Examination, monkeypatch: pytest.MonkeyPatch) -> None:
    first = exam.date("1985-04-12", AT)
    assert first is not None
    monkeypatch.setattr(examination, "parse_date", None)
    assert exam.date("1985-04-12", AT) is first


def test_no_more_dates_are_remembered_than_is_of_use(
    exam: Examination, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examination, "MOST_SPELLINGS", 1)
    first = exam.date("1985", AT)
    assert exam.date("1986", AT) is not exam.date("1986", AT)
    assert exam.date("1985", AT) is first


def test_a_wrong_date_is_told_each_time(exam: Examination) -> None:
    assert exam.date("1985-13", AT) is None
    assert exam.date("1985-13", AT) is None
    assert [code for code, _ in told(exam)] == [Code.IMPOSSIBLE_DATE] * 2


@pytest.mark.parametrize("has_timezone", [True, False])
def test_zones_need_a_time_zone(exam: Examination, has_timezone: bool) -> None:
    assert exam.date("1985-04-12T10:00Z", AT) is not None
    exam.date("1985-04-12T10:00", AT)
    exam.settle(has_timezone=has_timezone)
    codes = [code for code, _ in told(exam)]
    assert codes == ([] if has_timezone else [Code.ZONE_WITHOUT_TIMEZONE])


def test_durations(exam: Examination) -> None:
    exam.duration("P1M", AT)
    exam.duration("a month", AT)
    known = exam.known_duration("P1M")
    assert known is not None
    assert known.text == "P1M"
    assert exam.known_duration("a month") is None
    assert [code for code, _ in told(exam)] == [Code.BAD_DURATION]
