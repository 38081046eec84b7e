"""The ways of aligning, by the names under which they are remembered and asked for."""

from __future__ import annotations

import subprocess
import sys

from timeline_app.layout.comparison.align import Align

LOADED = """
import sys
import timeline_app.session.session
print(*(name for name in sys.modules if name.startswith("timeline_app.layout.comparison.")))
"""


def test_each_way_is_told_by_its_name() -> None:
    assert [str(way) for way in Align] == ["calendar", "order", "day zero"]


def test_a_session_names_them_and_loads_nothing_that_aligns() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["timeline_app.layout.comparison.align"]
