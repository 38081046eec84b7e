"""Texts cut many at once: what cutting each of them would give."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.layout.chart import TextRole
from timeline_app.layout.cutting import WHOLE, cut_table, shown_text
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
    table = cut_table(texts, ROLE, MEASURER)
    some = np.array(rooms[: len(texts)])
    cuts = table.fitted(some, least)
    for number, (text, room) in enumerate(zip(texts, rooms, strict=False)):
        shown = shown_text(text, int(cuts.kept[number]))
        one = cuts.kept[number], cuts.widths[number]
        assert table.each[number].fitted(room, least) == one
        if MEASURER.width(text, ROLE) <= room:
            assert shown == text
            assert cuts.kept[number] == WHOLE
        else:
            assert shown == (
                "" if room < least else shortened(text, max(room, 0.0), ROLE, MEASURER)
            )
        kept = shown.removesuffix("…") if cuts.kept[number] != WHOLE else shown
        assert cuts.widths[number] == MEASURER.width(kept, ROLE)


def test_some_of_a_table_are_a_table() -> None:
    table = cut_table(["a long line of text", "another one"], ROLE, MEASURER)
    room = np.array([50.0])
    assert (
        table.rows(np.array([1])).fitted(room, 0.0).kept
        == table.fitted(np.array([50.0, 50.0]), 0.0).kept[1]
    )


def test_nothing_can_be_cut() -> None:
    assert len(cut_table([], ROLE, MEASURER).fitted(np.array([]), 0.0).kept) == 0
