"""What is known of events before they have a place."""

from __future__ import annotations

import numpy as np

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import event, solved
from timeline_app.case.civil import DAY, second_of
from timeline_app.case.model import Kind, Shape
from timeline_app.layout.columns import columns_of
from timeline_app.layout.row_events import KINDS, LABEL_MOST, RowEvents, one_line, row_events

CASE = solved(
    event(0, "1985"),
    event(1, "1985-04-12", kind=Kind.LEAK, prevented=True),
    event(2, title="A very long title " * 20),
    event(3, "1980/1990", shape=Shape.SPAN),
    event(4, "1988~", planned=True),
    event(5, "1980/1990", shape=Shape.REPEATED),
    event(6, "1985-04-12?"),
)


def told(*events: int) -> RowEvents:
    return row_events(CASE.case, columns_of(CASE), events, MEASURER)


def test_each_has_its_times_kind_and_label() -> None:
    some = told(1, 0, 3)
    assert some.events.tolist() == [1, 0, 3]
    assert [KINDS[kind] for kind in some.kinds] == [Kind.LEAK, Kind.CONTACT, Kind.CONTACT]
    assert some.first.tolist() == [second_of(1985, 4, 12), second_of(1985), second_of(1980)]
    assert some.end[0] == second_of(1985, 4, 13)
    assert list(some.lines) == ["Event 1", "Event 0", "Event 3"]
    assert some.lines.whole.tolist() == [42.0, 42.0, 42.0]


def test_what_is_certain_goes_on_from_the_last_start_to_the_first_end() -> None:
    span = told(3)
    assert span.certain_from[0] == second_of(1981) - 1
    assert span.certain_to[0] == second_of(1990) + 1
    assert not span.is_window[0]
    assert told(0).is_window[0]
    assert span.certain_to[0] - span.certain_from[0] > 8 * 365 * DAY


def test_what_is_seldom_is_special() -> None:
    everything = told(*range(7))
    assert everything.is_special.tolist() == [False, True, False, False, True, False, True]
    assert everything.has_special_bar.tolist() == [False, False, True, False, False, True, False]
    assert everything.is_open_past.tolist() == [number == 2 for number in range(7)]


def test_a_label_is_one_line_of_the_title() -> None:
    line = one_line("A very long title " * 20, MEASURER)
    assert line.width <= LABEL_MOST
    assert line.text.endswith("…")
    assert line.whole == ("A very long title " * 20).strip()
    assert one_line("short", MEASURER).text == "short"


def test_some_of_them() -> None:
    some = told(0, 1, 2, 3).only(np.array([3, 1]))
    assert some.events.tolist() == [3, 1]
    assert list(some.lines) == ["Event 3", "Event 1"]
    assert some.is_special.tolist() == [False, True]
