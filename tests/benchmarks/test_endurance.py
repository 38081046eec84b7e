"""The line laid through what was counted, and a short run."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.endurance import trend, use
from benchmarks.generated_case import case_file
from timeline_app.session.session import Session
from timeline_app.settings import Settings
from timeline_app.window.main_window import MainWindow


def test_a_straight_line_has_its_slope() -> None:
    found = trend([5.0 + 0.02 * number for number in range(30)])
    assert found.slope == pytest.approx(2.0)
    assert found.margin == pytest.approx(0.0, abs=1e-9)
    assert found.in_words.startswith("+2 ±")


def test_noise_widens_the_margin() -> None:
    chance = random.Random(1)
    inside = 0
    for _ in range(200):
        found = trend([0.01 * number + chance.gauss(0, 1) for number in range(40)])
        inside += abs(found.slope - 1.0) <= found.margin
    assert 0.9 < inside / 200 < 1.0


@pytest.mark.usefixtures("qapp")
def test_a_round_leaves_nothing_open(tmp_path: Path) -> None:
    window = MainWindow(Session(), Settings())
    window.show()
    use(window, [case_file(tmp_path, 20)])
    assert not window.session.entries
    window.close()
    window.deleteLater()
