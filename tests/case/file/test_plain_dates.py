from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case.file.good_cases import MOMENTS, SPANS
from timeline_app.case.dates import DateError, parse_date
from timeline_app.case.file.plain_dates import is_plain_moment, is_plain_span

days = st.from_regex(r"[0-2][0-9]{3}(-(0[0-9]|1[0-3])(-([0-2][0-9]|3[01]))?)?", fullmatch=True)
times = st.from_regex(r"(T[0-2][0-9](:[0-6][0-9](:[0-6][0-9])?)?)?", fullmatch=True)
qualifiers = st.sampled_from(["", "~", "?", "%"])
likely = st.one_of(
    st.tuples(days, times, qualifiers),
    st.tuples(days, qualifiers, st.sampled_from(["/", "/..", "/../"]), st.just("")),
    st.tuples(days, qualifiers, st.just("/"), days, qualifiers),
    st.tuples(st.sampled_from(["[", "[.."]), days, st.sampled_from(["]", "..]", "~..]"])),
    st.tuples(st.just("["), days, st.just(".."), days, st.just("]")),
).map("".join)


def is_right(text: str, *, is_moment: bool) -> bool:
    try:
        return not (parse_date(text).interval and is_moment)
    except DateError:
        return False


@given(likely | st.text("0123456789-/.[]T:~?%", max_size=21))
def test_what_is_plain_is_right(text: str) -> None:
    if is_plain_moment(text):
        assert is_right(text, is_moment=True)
        assert is_plain_span(text)
    if is_plain_span(text):
        assert is_right(text, is_moment=False)


@pytest.mark.parametrize("month", range(100))
def test_every_month_and_day(month: int) -> None:
    for day in range(100):
        for year in (2015, 2016):
            text = f"{year}-{month:02}-{day:02}"
            is_leap_day = text.endswith("02-29")
            assert is_plain_moment(text) is (is_right(text, is_moment=True) and not is_leap_day)


@pytest.mark.parametrize(
    "text",
    ["1985", "1985-04", "1985-04-12", "1985-04-12T10:15", "1985~", "[1985..1987]", "[1985-04..]"],
)
def test_common_moments_are_plain(text: str) -> None:
    assert text in (*MOMENTS, "[1985-04..]", "1985-04-12T10:15")
    assert is_plain_moment(text)


@pytest.mark.parametrize("text", ["1985/1987", "1985-04/1985-06-12", "1985/..", "1985/", "1985"])
def test_common_spans_are_plain(text: str) -> None:
    assert text in SPANS
    assert is_plain_span(text)


@pytest.mark.parametrize(
    "text",
    ["", "1985\n", "1986/1985", "[1986..1985]", "1985-13", "1985-04-31", "１９８５", "1985Z"],
)
def test_what_is_wrong_is_not_plain(text: str) -> None:
    assert not is_plain_moment(text)
    assert not is_plain_span(text)
