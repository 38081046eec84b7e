"""What is to be said of the texts of a case and the passages in them, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.case.model import Case
from timeline_app.case.problems import Code, Problem
from timeline_app.case.sources.displaying import count_turning
from timeline_app.case.sources.passages import PassageState, PlacedPassage, Placement
from timeline_app.case.sources.texts import SourceText, Texts
from timeline_app.case.words import named


def passage_problems(case: Case, placement: Placement, texts: Texts) -> tuple[Problem, ...]:
    """List what is to be said of the texts and passages of a case, sources first."""
    found: list[Problem] = []
    used = {passage.source for passage in placement.passages}
    for index, source in enumerate(case.sources):
        text = texts.get(index)
        if text is not None:
            found += _of_text(case, text)
        elif index in used or source.text is not None:
            reason = texts.reasons.get(index, "attach the article to see its passages")
            said = f"The text of {named(source.title)} is not attached: {reason}."
            found.append(Problem(Code.TEXT_NOT_ATTACHED, said, _path_of(case, index)))
    found += [Problem(Code.TEXT_NOT_ATTACHED, said, "$.sources") for said in texts.unread]
    for passage in placement.passages:
        found += _of_passage(case, passage)
    return tuple(found)


def _of_text(case: Case, text: SourceText) -> Iterator[Problem]:
    title, path = named(case.sources[text.source].title), _path_of(case, text.source)
    if not text.exact:
        said = (
            f"The text attached for {title} is not the one that the case was made from: passages "
            "in it are looked for by their words."
        )
        yield Problem(Code.ATTACHED_TEXT_DIFFERS, said, path, found=f"sha256 {text.sha256}")
    turning = count_turning(text.text)
    if turning:
        said = (
            f"The text of {title} has hidden characters that turn the direction of its words "
            f"({turning:,}). They are named where the text is shown."
        )
        yield Problem(Code.BIDIRECTIONAL_CONTROL, said, path)


def _of_passage(case: Case, passage: PlacedPassage) -> Iterator[Problem]:
    if passage.state is PassageState.LOST:
        said = f"{_named(case, passage)} can't be placed: {passage.reason}."
        yield Problem(Code.PASSAGE_LOST, said, passage.path, event=passage.event)
    elif passage.state is PassageState.FOUND_AGAIN:
        said = f"{_named(case, passage)} was found again by its words."
        yield Problem(Code.PASSAGE_FOUND_AGAIN, said, passage.path, event=passage.event)


def _named(case: Case, passage: PlacedPassage) -> str:
    """A passage in words, with its event and its source."""
    what = "The words of a date" if passage.purpose == "date" else "A passage"
    event, source = case.events[passage.event], case.sources[passage.source]
    return f"{what} of ‘{event.id}’ in {named(source.title)}"


def _path_of(case: Case, source: int) -> str:
    path = f"$.sources[{source}]"
    return path if case.sources[source].text is None else f"{path}.text"
