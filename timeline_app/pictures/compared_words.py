"""The words on the picture of a comparison: of both cases what is shown and hidden, and whence."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.drawing.pages.frame import PageWords
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.notes import calendar_notes, order_notes
from timeline_app.layout.plain import plain_text
from timeline_app.pictures.case_words import (
    file_words,
    in_sentences,
    page_words,
    shown_words,
    sources_words,
)
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.subjects import ComparedSubject
from timeline_app.session.comparing_words import align_words

ONLY_A_STRETCH = "Only a stretch of the shared axis is shown"


def compared_page_words(
    subject: ComparedSubject,
    choices: PictureChoices,
    shown: tuple[Sequence[int], Sequence[int]],
    *,
    partial: bool,
) -> PageWords:
    """The words round the picture of a comparison. `shown` are the events of both cases that are
    on it; `partial` says whether it is only a stretch."""
    cases = (subject.a, subject.b)
    titles = [
        f"{letter} · {plain_text(one.chronology.case.title)}"
        for letter, one in zip("AB", cases, strict=True)
    ]
    footer = [in_sentences(_of_both(subject, choices, partial=partial))]
    sources = []
    for letter, one, events in zip("AB", cases, shown, strict=True):
        footer.append(f"{letter}: {in_sentences(shown_words(one, events))}")
        cited = sources_words(one.chronology.case)
        sources.append(f"{letter}: {cited}" if cited else "")
    return page_words(
        (" and ".join(titles), _alignment(subject)),
        footer,
        sources,
        file_words(cases, choices, subject.today),
        choices,
    )


def _alignment(subject: ComparedSubject) -> str:
    compared = subject.compared
    pairs = len(compared.comparison.pairs)
    aligned = align_words(compared.align, compared.wanted.anchors)
    return f"aligned on {aligned} · {pairs:,} pair{'s' if pairs != 1 else ''}"


def _of_both(subject: ComparedSubject, choices: PictureChoices, *, partial: bool) -> list[str]:
    """What the charts can't show; what holds for one of them only says of which."""
    standings, align = subject.compared.standings, subject.compared.align
    notes = order_notes if align is Align.ORDER else calendar_notes
    a, b = (notes(standing, 0, choices.lanes) for standing in standings)
    words = [ONLY_A_STRETCH] if partial else []
    words += [note for note in a if note in b]
    words += [f"A: {note}" for note in a if note not in b]
    words += [f"B: {note}" for note in b if note not in a]
    return words
