"""The lines of pairs as they are seen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.comparison.compared_cases import at_random, early_and_late
from tests.layout.comparison.framed import crosses, framed
from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import event, solved
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.comparing.pairing import Pair
from timeline_app.layout.chart import Rect
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.obstacles import Segment
from timeline_app.layout.comparison.pair_lines import (
    MOST,
    TOO_MANY_PAIRS,
    PairIndex,
    PairLines,
    pair_index,
    pair_lines,
)

ALIGNS = (Align.ORDER, Align.CALENDAR, Align.DAY_ZERO)


def test_pairs_are_found_by_either_event_and_kept() -> None:
    comparison = early_and_late()
    index = pair_index(comparison)
    assert index is pair_index(comparison)
    assert all(index.of_a[pair.a] is index.of_b[pair.b] is pair for pair in comparison.pairs)


def test_every_pair_in_view_has_its_line() -> None:
    comparison = early_and_late()
    a, b = framed(Align.CALENDAR, comparison)
    found = pair_lines(a, b, pair_index(comparison), MEASURER)
    assert {line.pair for line in found.lines} == set(comparison.pairs)
    assert found.note == ""


def test_hidden_events_have_none() -> None:
    comparison = early_and_late()
    a, b = framed(Align.ORDER, comparison, hidden=frozenset({0}))
    found = pair_lines(a, b, pair_index(comparison), MEASURER)
    assert {line.pair for line in found.lines} == {
        pair for pair in comparison.pairs if 0 not in (pair.a, pair.b)
    }


def test_what_nothing_is_known_of_in_time_has_one_only_where_it_is_chosen() -> None:
    dated = solved(event(0, "1985"), event(1, "1986"))
    undated = solved(event(0), event(1, "1987"))
    comparison = compare_cases(dated, undated)
    a, b = framed(Align.CALENDAR, comparison)
    index = pair_index(comparison)
    unknown = index.of_b[0]
    assert unknown not in {line.pair for line in pair_lines(a, b, index, MEASURER).lines}
    assert unknown in {line.pair for line in pair_lines(a, b, index, MEASURER, unknown).lines}


def test_without_pairs_there_is_nothing() -> None:
    a, b = framed(Align.ORDER)
    assert pair_lines(a, b, PairIndex({}, {}), MEASURER) == PairLines()


def test_too_many_are_left_out_and_said_but_not_the_chosen_one() -> None:
    case = solved(*(event(n, "1985", title=f"Event {n}") for n in range(MOST + 5)))
    comparison = compare_cases(case, case)
    assert len(comparison.pairs) > MOST
    a, b = framed(Align.CALENDAR, comparison)
    index = pair_index(comparison)
    tall = [panel._replace(clip=Rect(panel.x, panel.y, 900.0, 9_000.0)) for panel in (a, b)]
    high = tall[0], tall[1]._replace(y=9_500.0, clip=Rect(0.0, 9_500.0, 900.0, 9_000.0))
    assert pair_lines(*high, index, MEASURER) == PairLines((), TOO_MANY_PAIRS)
    chosen = comparison.pairs[3]
    found = pair_lines(*high, index, MEASURER, chosen)
    assert [line.pair for line in found.lines] == [chosen]
    assert found.note == TOO_MANY_PAIRS


def test_no_line_runs_through_a_title() -> None:
    comparison = early_and_late()
    a, b = framed(Align.ORDER, comparison)
    title = Rect(0.0, a.clip.bottom + 5.0, 900.0, 20.0)
    found = pair_lines(a, b, pair_index(comparison), MEASURER, titles=(title,))
    segments = [segment for line in found.lines for segment in line.segments]
    assert segments
    assert not any(crosses(segment, title) for segment in segments)


def test_a_pair_that_is_none_of_the_comparison_can_be_chosen() -> None:
    a, b = framed(Align.ORDER)
    found = pair_lines(a, b, PairIndex({}, {}), MEASURER, Pair(0, 0, by_hand=True))
    assert len(found.lines) == 1


@pytest.mark.parametrize("stacked", [True, False])
@settings(max_examples=25)
@given(
    seed=st.integers(0, 9),
    align=st.sampled_from(ALIGNS),
    first=st.floats(0.0, 0.7),
    second=st.floats(0.0, 0.7),
)
def test_no_line_crosses_what_is_to_be_read(
    stacked: bool, seed: int, align: Align, first: float, second: float
) -> None:
    comparison = at_random(seed)
    panels = framed(
        align, comparison, stacked=stacked, stretches=((first, 1.0), (0.0, 1.0 - second))
    )
    found = pair_lines(*panels, pair_index(comparison), MEASURER)
    segments = [segment for line in found.lines for segment in line.segments]
    for panel in panels:
        chart = panel.chart
        areas = [mark.area for mark in chart.events] + [one.rect for one in chart.clusters]
        for area in panel.seen_of(areas):
            assert not any(crosses(segment, area) for segment in segments)


def test_a_line_that_would_run_through_a_title_passes_behind_its_strip() -> None:
    a, b = framed(Align.CALENDAR)
    pairs = pair_index(early_and_late())
    plain = pair_lines(a, b, pairs, MEASURER).lines
    top, bottom = a.axis_top + a.chart.axis_height, b.plot.y
    strip = Rect(0.0, top, 900.0, bottom - top)

    def crossing(segments: tuple[Segment, ...]) -> list[float]:
        """Where a line is in the middle of the strip."""
        middle = (top + bottom) / 2
        return [
            x1 + (x2 - x1) * (middle - y1) / (y2 - y1)
            for x1, y1, x2, y2 in segments
            if y1 <= middle < y2
        ]

    line = next(one for one in plain if crossing(one.segments))
    title = Rect(crossing(line.segments)[0] - 4.0, top + 4.0, 8.0, bottom - top - 8.0)
    for one in pair_lines(a, b, pairs, MEASURER, titles=[title]).lines:
        before = next(other for other in plain if other.pair == one.pair)
        if one.pair == line.pair:
            assert not any(crosses(segment, strip) for segment in one.segments)
        elif not any(crosses(segment, title) for segment in before.segments):
            assert one.segments == before.segments
