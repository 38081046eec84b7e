"""Quotations in a case file turned into offsets and digests.

Whoever writes a case quotes a passage, which is easy to check; a case that is passed on may not be
allowed to contain the quotation. This fills in `start`, `end` and `digest` from `exact`, in the
JSON itself, so that nothing else of the file changes but its white space.

Rules:
* Only in the very text of the case: in a copy that differs, offsets would be wrong.
* A passage is anchored whole or not at all. One that is not is reported and stays as it was, its
  quotation too.
* A digest is found again only between edges of words, so a quotation that begins or ends inside a
  word is not anchored.
* A number keeps its value, but is written as Python writes it.
"""

from __future__ import annotations

import json

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.model import Case
from timeline_app.case.problems import Code, Problem
from timeline_app.case.sources.passages import PassageState, PlacedPassage, place_passages
from timeline_app.case.sources.searching import Article, digest_of
from timeline_app.case.sources.texts import Texts
from timeline_app.case.words import named

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


class Anchored(Struct, frozen=True, gc=False):
    """What came of it: the new JSON, how many passages were anchored, and why others were not."""

    text: str
    anchored: int
    problems: tuple[Problem, ...]


def anchor_document(
    document: str,
    case: Case,
    texts: Texts,
    *,
    drop_quotes: bool,
    cancelled: CancelCheck = never,
) -> Anchored:
    """Anchor every quotation of a case in the texts at hand.

    Args:
        document: the JSON text that `case` was read from.
        case: the case.
        texts: the texts at hand.
        drop_quotes: whether `exact` is left out of the passages that were anchored.
        cancelled: whether the reader has given up.

    Raises:
        Cancelled: the reader has given up.
    """
    content: Json = json.loads(document.removeprefix("\ufeff"))
    own = {source: text for source, text in texts.items() if text.exact}
    quoted = [
        passage
        for passage in place_passages(case, own, cancelled).passages
        if passage.reference.exact is not None
    ]
    problems = [
        _source_problem(case, source, texts)
        for source in sorted({passage.source for passage in quoted} - own.keys())
    ]
    articles = {source: Article(text.text, cancelled) for source, text in own.items()}
    anchored = 0
    for passage in quoted:
        if passage.state is PassageState.NOT_ATTACHED:
            continue
        reason = passage.reason or _reason_against(passage, articles[passage.source])
        if reason:
            problems.append(_passage_problem(case, passage, reason))
        else:
            _anchor(_object_at(content, passage.steps), passage, drop_quotes=drop_quotes)
            anchored += 1
    written = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return Anchored(written, anchored, tuple(problems))


def _reason_against(passage: PlacedPassage, article: Article) -> str:
    """Why a digest of a placed passage could not be found again, or nothing."""
    if passage.span is None or article.stands_on_words(*passage.span):
        return ""
    return "it begins or ends inside a word; quote whole words"


def _anchor(content: dict[str, Json], passage: PlacedPassage, *, drop_quotes: bool) -> None:
    """Put offsets and digest where the quotation stands, or stood."""
    digest = digest_of(passage.text or "")
    before: dict[str, Json] = {"start": passage.start, "end": passage.end}
    after: dict[str, Json] = {"digest": {"length": digest.length, "sha256": digest.sha256}}
    old = dict(content)
    content.clear()
    for key, value in old.items():
        if key != "exact":
            content[key] = (before | after).get(key, value)
            continue
        for name, filled in before.items():
            content.setdefault(name, filled)
        if not drop_quotes:
            content[key] = value
        if "digest" not in old:
            content |= after


def _object_at(content: Json, steps: tuple[str | int, ...]) -> dict[str, Json]:
    for step in steps:
        if isinstance(content, dict):
            content = content[str(step)]
        elif isinstance(content, list):
            content = content[int(step)]
    if not isinstance(content, dict):
        raise TypeError("this is not the document that the case was read from")
    return content


def _source_problem(case: Case, source: int, texts: Texts) -> Problem:
    """Why no quotation from a source could be anchored."""
    title, where = named(case.sources[source].title), f"$.sources[{source}]"
    text = texts.get(source)
    if text is None:
        reason = texts.reasons.get(source, "it is not at hand")
        said = f"Nothing is anchored in {title}: its text is not attached ({reason})."
        return Problem(Code.TEXT_NOT_ATTACHED, said, where)
    said = (
        f"Nothing is anchored in {title}: the text at hand is not the one that the case names. "
        "Give the text with this sha256, or correct `sha256` and `length`."
    )
    return Problem(
        Code.ATTACHED_TEXT_DIFFERS,
        said,
        f"{where}.text",
        found=f"sha256 {text.sha256}, length {len(text.text)}",
        expected=_expected_text(case, source),
    )


def _expected_text(case: Case, source: int) -> str:
    text = case.sources[source].text
    return f"sha256 {text.sha256}, length {text.length}" if text is not None else ""


def _passage_problem(case: Case, passage: PlacedPassage, reason: str) -> Problem:
    event, title = case.events[passage.event], named(case.sources[passage.source].title)
    return Problem(
        Code.PASSAGE_LOST,
        f"A quotation of ‘{event.id}’ in {title} is not anchored: {reason}.",
        passage.path,
        event=passage.event,
    )
