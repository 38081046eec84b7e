"""The nine cases: sound in themselves, and true to the articles where these are at hand.

`TIMELINE_TEXTS` names the folder of the articles; without it the second half is skipped. An article
is never quoted here: what is compared are offsets, digests and single words.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from timeline_app.case.civil import DAY, iso_second
from timeline_app.case.file.reading import Reading, read_case, read_case_bytes
from timeline_app.case.model import Basis, Case, Event, Kind, Passage, Source
from timeline_app.case.outcome_words import OUTCOME_WORDS
from timeline_app.case.problems import Severity
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.case.solving.order import Certainty
from timeline_app.case.sources.normalising import normalise
from timeline_app.case.sources.passages import PassageState, place_passages
from timeline_app.case.sources.texts import find_texts, read_text, text_sha256
from timeline_app.paths import cases_folder

VARIABLE = "TIMELINE_TEXTS"
TITLE_LENGTH = 45
PHRASE_WORDS = 6
COPIED_WORDS = 6
"""So many words in a row count as copied."""

ARTICLES = {
    "01-express-delivery": "000_c11c231c62b7eab8.txt",
    "02-zhong-project": "001_e98b7b2e134a1751.txt",
    "03-qi-copied-papers": "001_e98b7b2e134a1751.txt",
    "04-song-defection": "001_e98b7b2e134a1751.txt",
    "05-feng-jiang-consultants": "002_bafe772eed2f4d88.txt",
    "06-zhang-li-papers": "003_cd471d40e9cd8938.txt",
    "07-hou-gambling": "003_cd471d40e9cd8938.txt",
    "08-li-abroad": "003_cd471d40e9cd8938.txt",
    "09-ministry-recorder": "004_dd956a9702a4d288.txt",
}
PUBLISHED = {
    "01-express-delivery": "2024-04-10T13:06",
    "09-ministry-recorder": "2025-04-15T16:14",
}
ALL = frozenset(Basis)
BASES = [ALL, frozenset({Basis.STATED, Basis.INFERRED}), frozenset({Basis.STATED})]


@cache
def reading(name: str) -> Reading:
    return read_case(cases_folder() / f"{name}.case.json")


@cache
def solved(name: str, bases: frozenset[Basis] = ALL) -> Chronology:
    return solve_case(case_of(name), bases)


def case_of(name: str) -> Case:
    case = reading(name).case
    assert case is not None, reading(name).errors
    return case


def source_of(case: Case, source: str) -> Source:
    return next(one for one in case.sources if one.id == source)


def content_of(case: Case) -> str:
    text = source_of(case, "notes").text
    assert text is not None
    assert text.content is not None
    return text.content


def event_index(case: Case, event: str) -> int:
    return [one.id for one in case.events].index(event)


def span_of(passage: Passage) -> tuple[int, int]:
    assert passage.start is not None
    assert passage.end is not None
    return passage.start, passage.end


def spans_of(event: Event, source: str, purpose: str) -> list[tuple[int, int]]:
    return [
        span_of(one) for one in event.passages if (one.source, one.purpose) == (source, purpose)
    ]


def passages_of(case: Case) -> Iterator[tuple[Event, Passage]]:
    """Every passage of a case, those of its constraints too."""
    for event in case.events:
        for passage in event.passages:
            yield event, passage
        for constraint in event.constraints:
            for passage in constraint.passages:
                yield event, passage


def certainty(name: str, first: str, second: str) -> tuple[Certainty, bool]:
    case = case_of(name)
    found = solved(name).compare(event_index(case, first), event_index(case, second))
    return found.certainty, found.swapped


every_case = pytest.mark.parametrize("name", ARTICLES)


# ------------------------------------------------------------------------- without the articles


def test_there_are_nine_and_no_other() -> None:
    files = sorted(path.name for path in cases_folder().glob("*.json"))
    assert files == [f"{name}.case.json" for name in ARTICLES]
    assert len({case_of(name).id for name in ARTICLES}) == 9


@every_case
def test_a_case_reads_without_errors_and_problems(name: str) -> None:
    found = reading(name)
    assert found.errors == ()
    assert [one.text for one in found.problems if one.severity is not Severity.NOTE] == []


@every_case
@pytest.mark.parametrize("bases", BASES, ids=["all", "without assumed", "stated"])
def test_nothing_contradicts(name: str, bases: frozenset[Basis]) -> None:
    assert solved(name, bases).contradictions == ()


@every_case
def test_a_case_has_its_two_sources(name: str) -> None:
    case = case_of(name)
    assert [source.id for source in case.sources] == ["notes", "report"]
    text = source_of(case, "report").text
    assert text is not None
    assert text.content is None
    assert text.file == ARTICLES[name]


@every_case
def test_each_event_has_a_paragraph_of_the_notes(name: str) -> None:
    case = case_of(name)
    content = content_of(case)
    told = [spans_of(event, "notes", "event") for event in case.events]
    assert [[content[start:end] for start, end in spans] for spans in told] == [
        [paragraph] for paragraph in content.split("\n\n")
    ]


@every_case
def test_words_of_a_date_stand_in_a_passage_of_their_event(name: str) -> None:
    for event in case_of(name).events:
        for source in ("notes", "report"):
            hosts = spans_of(event, source, "event")
            for start, end in spans_of(event, source, "date"):
                assert any(first <= start and end <= last for first, last in hosts), event.id


@every_case
def test_no_date_is_invented(name: str) -> None:
    case = case_of(name)
    assert [event.id for event in case.events if event.when or event.margin or event.lasts] == []
    assert source_of(case, "notes").published is None
    assert source_of(case, "report").published == PUBLISHED.get(name)
    assert case.timezone == ("+08:00" if name in PUBLISHED else None)
    constraints = [one for event in case.events for one in event.constraints]
    measured = {one.min for one in constraints if one.min} | {one.max for one in constraints}
    assert measured == ({"P1M", None} if name == "09-ministry-recorder" else {None})


@every_case
def test_what_is_stated_is_pointed_at_and_what_is_assumed_is_explained(name: str) -> None:
    for event in case_of(name).events:
        for constraint in event.constraints:
            if constraint.basis is Basis.STATED:
                assert [one.source for one in constraint.passages] == ["report"], event.id
            if constraint.basis is Basis.ASSUMED:
                assert event.note, event.id
                assert "supposed" in event.note, event.id


@every_case
def test_what_the_ministry_told_had_happened(name: str) -> None:
    case = case_of(name)
    disclosure = event_index(case, "disclosure")
    expected = {
        index
        for index, event in enumerate(case.events)
        if not (event.prevented or event.planned or index == disclosure)
    }
    assert expected <= solved(name).relations(disclosure).before


@every_case
def test_the_article_is_pointed_into_and_not_quoted(name: str) -> None:
    for event, passage in passages_of(case_of(name)):
        assert passage.exact is None, event.id
        span_of(passage)
        assert (passage.digest is None) == (passage.source == "notes"), event.id


@every_case
def test_titles_and_phrases_are_short(name: str) -> None:
    case = case_of(name)
    for title in [case.title, *(event.title for event in case.events)]:
        assert 0 < len(title) <= TITLE_LENGTH, title
        assert not title.endswith("."), title
    for event in case.events:
        assert len((event.phrase or "").split()) <= PHRASE_WORDS, event.id
        assert bool(event.phrase) == bool(spans_of(event, "report", "date")), event.id


@every_case
def test_every_actor_takes_part_and_every_penalty_falls_on_one(name: str) -> None:
    case = case_of(name)
    assert {actor.id for actor in case.actors} == {
        one for event in case.events for one in event.actors
    }
    for event in case.events:
        penalty = event.kind is Kind.SENTENCING and not event.planned
        assert bool(event.outcome) == penalty, event.id
        assert all(part.actor in event.actors for part in event.outcome), event.id


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("01-express-delivery", "departure", "tells-colleague"),
        ("01-express-delivery", "word-reaches", "arrest"),
        ("02-zhong-project", "arrest", "meeting"),
        ("03-qi-copied-papers", "copies", "offer"),
        ("04-song-defection", "gathering", "identified"),
        ("05-feng-jiang-consultants", "approach", "sentence-jiang"),
        ("06-zhang-li-papers", "espionage", "transmits"),
        ("07-hou-gambling", "small-bets", "approach"),
        ("08-li-abroad", "blackmail", "passes"),
        ("09-ministry-recorder", "drop", "permit"),
        ("09-ministry-recorder", "signal", "drop"),
        ("09-ministry-recorder", "arrest", "sentence"),
    ],
)
def test_what_a_report_orders_is_certain(name: str, first: str, second: str) -> None:
    assert certainty(name, first, second) == (Certainty.CERTAIN, False)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("01-express-delivery", "penalty", "arrest"),
        ("02-zhong-project", "listed", "frozen"),
        ("03-qi-copied-papers", "offer", "takes-home"),
        ("04-song-defection", "defection", "penalty"),
        ("05-feng-jiang-consultants", "sentence-feng", "sentence-jiang"),
        ("05-feng-jiang-consultants", "forwards", "evidence"),
        ("06-zhang-li-papers", "sentence-li", "discipline-zhang"),
        ("06-zhang-li-papers", "promotion", "takes-home"),
        ("07-hou-gambling", "approach", "photographs"),
        ("09-ministry-recorder", "signal", "steals"),
        ("09-ministry-recorder", "officials", "permit"),
        ("09-ministry-recorder", "officials", "arrest"),
        ("09-ministry-recorder", "questioning", "arrest"),
        ("09-ministry-recorder", "flight", "arrest"),
    ],
)
def test_what_a_report_leaves_open_stays_open(name: str, first: str, second: str) -> None:
    assert certainty(name, first, second)[0] is Certainty.NOT_ESTABLISHED


@pytest.mark.parametrize("bases", BASES[:2], ids=["all", "without assumed"])
def test_the_month_that_is_told_bounds_the_signal(bases: frozenset[Basis]) -> None:
    chronology = solved("09-ministry-recorder", bases)
    signal = event_index(chronology.case, "signal")
    latest = chronology.bounds(signal).start.latest
    assert latest is not None
    assert iso_second(latest)[:10] == "2025-03-18"
    gap = chronology.gap(signal, event_index(chronology.case, "suspect"))
    assert gap.least is not None
    assert gap.least >= 28 * DAY
    assert gap.greatest is None


def test_no_month_is_stated() -> None:
    """The report does not say outright what its month is counted from."""
    case = case_of("09-ministry-recorder")
    signal = event_index(case, "signal")
    months = [one for one in case.events[signal].constraints if one.min]
    assert [(one.to, one.basis) for one in months] == [
        ("suspect", Basis.INFERRED),
        ("drop", Basis.ASSUMED),
    ]
    assert all(one.passages for one in months)
    inferred = solved("09-ministry-recorder", frozenset({Basis.STATED, Basis.INFERRED}))
    assert inferred.gap(signal, event_index(case, "drop")).least == 1
    chronology = solved("09-ministry-recorder", frozenset({Basis.STATED}))
    assert chronology.gap(signal, event_index(case, "suspect")).least is None


@every_case
def test_an_outcome_does_not_repeat_the_words_of_its_type(name: str) -> None:
    for event in case_of(name).events:
        for part in event.outcome:
            kind = set(words_of(OUTCOME_WORDS[part.type])) - {"of"}
            assert not kind & set(words_of(part.text or "")), event.id


def guide() -> str:
    return (cases_folder() / "README.md").read_text(encoding="utf-8")


def test_the_example_in_the_guide_is_a_case(tmp_path: Path) -> None:
    letter, example = (block_of(guide(), language) for language in ("text", "json"))
    (tmp_path / "letter.txt").write_text(letter, encoding="utf-8", newline="\n")
    found = read_case_bytes(example.encode(), "lost-parcel.json")
    assert found.errors == ()
    assert found.case is not None
    placed = place_passages(found.case, find_texts(found.case, [tmp_path])).passages
    assert len(placed) == 5
    assert {one.state for one in placed} == {PassageState.EXACT}


def block_of(page: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert found is not None
    return str(found[1])


# ---------------------------------------------------------------------------- with the articles


@pytest.fixture(scope="session")
def articles() -> Path:
    """The folder of the articles."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"{VARIABLE} is not set: no articles at hand to hold the cases against")
    return Path(folder)


def article_of(case: Case, folder: Path) -> str:
    text = source_of(case, "report").text
    assert text is not None
    assert text.file is not None
    return read_text(folder / text.file)


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w$]+(?:[',.]\w+)*", normalise(text))


def runs_of(text: str) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[at : at + COPIED_WORDS]) for at in range(len(words) - COPIED_WORDS + 1)}


def own_words(case: Case) -> Iterator[str]:
    """Every string of a case that is ours: not `phrase`, and not the title of the report."""
    yield from (case.title, case.summary or "", content_of(case), source_of(case, "notes").title)
    for actor in case.actors:
        yield from (actor.name, actor.role or "", actor.note or "")
    for event in case.events:
        yield from (event.title, event.label or "", event.note or "")
        yield from (part.text or "" for part in event.outcome)


@every_case
def test_the_article_is_the_one_pointed_into(name: str, articles: Path) -> None:
    case = case_of(name)
    article = article_of(case, articles)
    text = source_of(case, "report").text
    assert text is not None
    assert (text.length, text.sha256) == (len(article), text_sha256(article))


@every_case
def test_every_passage_has_the_digest_of_its_words(name: str, articles: Path) -> None:
    case = case_of(name)
    article = article_of(case, articles)
    for event, passage in passages_of(case):
        if passage.source == "report":
            start, end = span_of(passage)
            quoted = article[start:end]
            assert quoted == quoted.strip(), event.id
            assert not re.match(r"\w\w", article[start - 1 : start + 1]), event.id
            assert not re.match(r"\w\w", article[end - 1 : end + 1]), event.id
            words = normalise(quoted)
            assert passage.digest is not None
            assert passage.digest.length == len(words), event.id
            assert passage.digest.sha256 == sha256(words.encode()).hexdigest(), event.id


@every_case
def test_every_phrase_is_the_report_s(name: str, articles: Path) -> None:
    case = case_of(name)
    article = article_of(case, articles)
    for event in case.events:
        found = [normalise(article[start:end]) for start, end in spans_of(event, "report", "date")]
        assert found == ([normalise(event.phrase)] if event.phrase else []), event.id


@every_case
def test_every_passage_lights_up(name: str, articles: Path) -> None:
    case = case_of(name)
    placed = place_passages(case, find_texts(case, [articles])).passages
    assert placed
    assert {one.state for one in placed} == {PassageState.EXACT}


@every_case
def test_every_passage_is_found_again_in_another_copy(name: str, articles: Path) -> None:
    case = case_of(name)
    texts = dict(find_texts(case, [articles]))
    own = texts[1]
    before = "A copy from elsewhere.\n\n"
    other = before + own.text.replace("\n", "\n\n").replace("’", "'")
    texts[1] = replace(own, text=other, sha256=text_sha256(other), exact=False)
    lost = [
        one.path
        for one in place_passages(case, texts).passages
        if one.source == 1 and one.state is not PassageState.FOUND_AGAIN
    ]
    assert lost == []


@every_case
def test_the_publisher_stands_where_the_article_states_it(name: str, articles: Path) -> None:
    case = case_of(name)
    report = source_of(case, "report")
    lines = [line.strip() for line in article_of(case, articles).splitlines()]
    assert (report.publisher in lines) == (report.publisher is not None)
    assert ("Global Times" in lines) == (report.publisher == "Global Times")
    assert any(line.startswith("Published:") for line in lines) == (report.published is not None)


@every_case
def test_no_words_of_the_article_are_copied(name: str, articles: Path) -> None:
    case = case_of(name)
    copied = runs_of(article_of(case, articles))
    for text in own_words(case):
        assert runs_of(text) & copied == set()


@pytest.mark.parametrize("file", sorted(set(ARTICLES.values())))
def test_the_guide_copies_none_either(file: str, articles: Path) -> None:
    assert runs_of(guide()) & runs_of(read_text(articles / file)) == set()
