"""Texts cut many at once: what cutting each of them would give."""

from __future__ import annotations

from threading import Thread

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.layout.chart import TextRole
from timeline_app.layout.cutting import (
    MOST_HELD,
    WHOLE,
    Lines,
    lines_of,
    lines_together,
    shown_text,
)
from timeline_app.layout.labels import shortened
from timeline_app.layout.plain import plain_line

ROLE = TextRole.LABEL
LINES = [
    "",
    "a",
    "ab",
    "two words",
    "and  spaces  ",
    "e\u0301\u0301clair",
    "👨\u200d👩\u200d👧 family",
]


@given(
    lines=st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), min_size=1, max_size=6),
    rooms=st.lists(st.floats(-20.0, 260.0), min_size=6, max_size=6),
    least=st.sampled_from((0.0, 40.0)),
)
def test_each_is_cut_as_by_itself(lines: list[str], rooms: list[float], least: float) -> None:
    texts = [plain_line(line) for line in lines]
    table = lines_of(texts, ROLE, MEASURER)
    some = np.array(rooms[: len(texts)])
    cuts = table.fitted(some, least)
    for number, (text, room) in enumerate(zip(texts, rooms, strict=False)):
        shown = shown_text(text, int(cuts.kept[number]))
        one = cuts.kept[number], cuts.widths[number]
        assert table.one(number).fitted(room, least) == one
        if MEASURER.width(text, ROLE) <= room:
            assert shown == text
            assert cuts.kept[number] == WHOLE
        else:
            assert shown == (
                "" if room < least else shortened(text, max(room, 0.0), ROLE, MEASURER)
            )
        kept = shown.removesuffix("…") if cuts.kept[number] != WHOLE else shown
        assert cuts.widths[number] == MEASURER.width(kept, ROLE)


def test_some_of_the_lines_are_lines() -> None:
    lines = lines_of(["a long line of text", "another one"], ROLE, MEASURER)
    some = lines.only(np.array([1]))
    assert list(some) == ["another one"]
    assert some.fitted(np.array([50.0]), 0.0).kept == lines.fitted(np.full(2, 50.0), 0.0).kept[1]
    assert list(lines[:1]) == ["a long line of text"]
    assert lines[1] == "another one"


def test_nothing_can_be_cut() -> None:
    assert len(lines_of([], ROLE, MEASURER).fitted(np.array([]), 0.0).kept) == 0


def test_what_is_held_stays_as_it_is() -> None:
    first = lines_of(["once", "a second line"], ROLE, MEASURER)
    before = first.fitted(np.full(2, 60.0), 0.0)
    # More of them, and longer ones, than there was room for.
    texts = [f"{number} " + "letters and more " * (number % 9) for number in range(500)]
    more = lines_of([*texts, "once"], ROLE, MEASURER)
    assert more.held is first.held
    assert more.numbers[-1] == first.numbers[0]
    assert list(more) == [*texts, "once"]
    after = first.fitted(np.full(2, 60.0), 0.0)
    assert (after.kept == before.kept).all()
    assert (after.widths == before.widths).all()
    for number in (0, 8, 499):
        room = 100.0 + number % 50
        cuts = more.fitted(np.full(len(more), room), 0.0)
        assert shown_text(more[number], int(cuts.kept[number])) == (
            shortened(texts[number], room, ROLE, MEASURER)
        )


def test_too_many_are_not_held_together() -> None:
    first = lines_of([f"line {number}" for number in range(MOST_HELD + 1)], ROLE, MEASURER)
    second = lines_of(["line 5", "one more"], ROLE, MEASURER)
    assert second.held is not first.held
    together = lines_together([first.only(np.array([7, 5])), second])
    assert list(together) == ["line 7", "line 5", "line 5", "one more"]
    assert together.numbers[1] == together.numbers[2]
    assert together.whole.tolist() == [len(text) * MEASURER.advance for text in together]


def test_threads_may_add_lines_at_the_same_time() -> None:
    texts = [[f"{number} of one" for number in range(start, start + 300)] for start in (0, 150)]
    found: list[Lines] = []
    threads = [
        Thread(target=lambda some=some: found.append(lines_of(some, ROLE, MEASURER)))
        for some in texts * 2
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(tuple, found)) == sorted(map(tuple, texts * 2))
