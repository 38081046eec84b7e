"""The picture that `export` writes is the one that was asked for."""

from __future__ import annotations

import os

import pytest
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events
from timeline_app.case.solving.chronology import solve_case
from timeline_app.cli import painting
from timeline_app.session.case_view import Axis


@pytest.mark.parametrize(
    ("size", "said"),
    [((1600, 900), None), ((0, 0), "too small"), ((100_000, 100_000), "too large")],
)
def test_a_size_is_possible_or_not(size: tuple[int, int], said: str | None) -> None:
    fault = painting.fault_of_size(size)
    assert fault is None if said is None else said in str(fault)


@pytest.mark.parametrize(
    ("axis", "along"), [("order", Axis.ORDER), ("calendar", Axis.CALENDAR), (None, Axis.ORDER)]
)
def test_the_axis_is_the_one_asked_for_or_the_one_of_the_window(
    axis: str | None, along: Axis, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Axis, tuple[int, int]]] = []

    def case_png(chronology: object, axis: Axis, size: tuple[int, int], fonts: object) -> bytes:
        asked.append((axis, size))
        return b"picture"

    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    monkeypatch.setattr(painting, "case_png", case_png)
    assert painting.paint(solve_case(four_events()), axis, (800, 600)) == b"picture"
    assert asked == [(along, (800, 600))]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
