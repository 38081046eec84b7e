"""Publications on the calendar."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.chart_checks import text_rect
from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import solved
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.chart import Marker
from timeline_app.layout.markers import place_markers
from timeline_app.layout.publications import Publication, publications_of
from timeline_app.layout.scale import TimeScale

SCALE = TimeScale(second_of(2025), second_of(2026), 100.0, 730.0)


def markers(*published: str) -> tuple[Marker, ...]:
    return place_markers(publications_of(solved(published=published)), SCALE, MEASURER, 12.0)


def texts(*published: str) -> list[str]:
    return [one.label.text for one in markers(*published)]


def test_a_line_stands_at_the_end_of_the_last_second() -> None:
    (one,) = markers("2025-04-15")
    assert one.x == SCALE.x(second_of(2025, 4, 16))
    assert one.label.text == "reported 15 Apr 2025"
    assert one.label.x > one.x
    assert one.label.baseline == 12.0


def test_at_the_right_edge_the_label_stands_to_the_left() -> None:
    (one,) = markers("2025-12-20")
    assert text_rect(one.label).right < one.x


def test_out_of_view_there_is_none() -> None:
    assert markers("2023", "2027-01-01") == ()


def test_the_same_day_is_one_line() -> None:
    assert texts("2025-04-15", "2025-04-15") == ["reported 15 Apr 2025"]


def test_close_ones_share_a_label() -> None:
    assert texts("2025-04-10", "2025-04-15") == ["", "2 reports, 10 Apr 2025 to 15 Apr 2025"]
    assert texts("2025-02-10", "2025-09-15") == ["reported 10 Feb 2025", "reported 15 Sep 2025"]


@given(
    days=st.lists(st.integers(-30, 400), max_size=12),
    width=st.sampled_from((60.0, 300.0, 1500.0)),
)
def test_labels_stay_apart_and_in_the_plot(days: list[int], width: float) -> None:
    start = second_of(2025)
    scale = TimeScale(start, second_of(2026), 100.0, width)
    publications = [
        Publication(n, start + day * DAY, start + (day + 1) * DAY - 1, f"{day} Jan 2025")
        for n, day in enumerate(sorted(days))
    ]
    found = place_markers(publications, scale, MEASURER, 12.0)
    rects = sorted(
        (text_rect(one.label) for one in found if one.label.text), key=lambda rect: rect.x
    )
    assert all(one.right <= other.x for one, other in pairwise(rects))
    assert all(rect.x >= 100.0 and rect.right <= 100.0 + width + 1e-6 for rect in rects)
    assert all(100.0 <= one.x <= 100.0 + width for one in found)
    for rect in rects:
        assert not any(rect.x < one.x < rect.right for one in found)
