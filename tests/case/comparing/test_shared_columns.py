"""Columns of two cases: paired events under each other, gaps where one case lacks a step."""

from __future__ import annotations

from tests.case.comparing.small_cases import compared, stage
from timeline_app.case.comparing.shared_columns import SharedColumns


def test_a_stage_that_one_case_lacks_is_a_gap() -> None:
    a = (stage("contact"), stage("leak", after="contact"), stage("arrest", after="leak"))
    b = (stage("contact"), stage("arrest", after="contact"))
    columns = compared(a, b).columns
    assert (columns.a, columns.b, columns.count) == ((0, 1, 2), (0, 2), 3)
    assert columns.apart == frozenset()


def test_columns_exchanged_are_mirrored() -> None:
    columns = SharedColumns((0, 1), (1,), 2, frozenset({(0, 0), (1, 0)}))
    mirrored = columns.mirrored()
    assert (mirrored.a, mirrored.b, mirrored.count) == ((1,), (0, 1), 2)
    assert mirrored.apart == {(0, 0), (0, 1)}
