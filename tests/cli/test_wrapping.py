"""Lines fit, and nothing of a text is lost."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.test_terminal import Screen, any_text
from timeline_app.cli.terminal import one_line
from timeline_app.cli.wrapping import NARROWEST, WIDEST, cells, page_width, wrapped


@pytest.mark.parametrize(
    ("text", "count"),
    [("abc", 3), ("李明", 4), ("é", 1), ("e\u0301", 1), ("Ｗ", 2), ("🙂", 2), ("a\u200db", 2)],
)
def test_cells_are_counted_as_a_terminal_does(text: str, count: int) -> None:
    assert cells(text) == count


@given(any_text, st.integers(NARROWEST + 4, 60))
def test_wrapped_text_fits_and_loses_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width, head="1.  ", indent="    ").split("\n")
    assert lines[0].startswith("1.  ")
    assert all(line.startswith("    ") for line in lines[1:])
    assert all(cells(line) <= width for line in lines)
    assert "".join(line[4:] for line in lines).replace(" ", "") == one_line(text).replace(" ", "")


def test_lines_break_at_spaces_and_between_wide_letters() -> None:
    assert wrapped("one two three four five six", 20) == "one two three four\nfive six"
    chinese = wrapped("王先生说，他们在北京见了面。然后离开。", 20).split("\n")
    assert chinese == ["王先生说，他们在北京", "见了面。然后离开。"]
    no_stop_at_the_start = "甲乙丙丁戊己庚辛壬\n癸。"
    assert wrapped("甲乙丙丁戊己庚辛壬癸。", 20) == no_stop_at_the_start


def test_an_endless_word_takes_no_endless_time() -> None:
    started = time.perf_counter()
    assert wrapped("x" * 1_000_000, WIDEST).count("\n") == 1_000_000 // WIDEST
    assert time.perf_counter() - started < 3


def test_a_narrow_terminal_gets_narrow_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    assert page_width() == WIDEST  # no terminal
    monkeypatch.setattr(sys, "stdout", Screen())
    for columns, width in (("40", 40), ("500", WIDEST)):
        monkeypatch.setenv("COLUMNS", columns)
        assert page_width() == width
