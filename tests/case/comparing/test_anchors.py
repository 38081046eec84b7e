"""The event from which times are counted, told without anything that counts."""

from __future__ import annotations

import subprocess
import sys

from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.model import Kind

LOADED = """
import sys
import timeline_app.session.session
print(*(name for name in sys.modules if name.startswith("timeline_app.case.comparing.")))
"""


def test_anchors_are_told_apart_by_what_they_mean() -> None:
    leaks = Anchor(Which.FIRST, kind=Kind.LEAK)
    assert leaks == Anchor(Which.FIRST, kind=Kind.LEAK)
    assert len({leaks, Anchor(Which.LAST, kind=Kind.LEAK), Anchor(Which.CHOSEN, event=0)}) == 3


def test_a_session_names_anchors_and_loads_nothing_that_compares() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {name.rpartition(".")[2] for name in done.stdout.split()}
    assert "anchors" in loaded
    assert not loaded & {"comparison", "pairing", "day_zero", "phases", "joined_order"}
