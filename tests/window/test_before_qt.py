"""What the first frame needs of the modules that know no Qt is loaded before Qt."""

from __future__ import annotations

import subprocess
import sys

FIRST_FRAME = """
import sys
from pathlib import Path
from timeline_app import app
make_window = app.make_window
def watched(texts):
    window = make_window(texts)
    window.timeline.canvas.painted.connect(lambda: told(window))
    return window
def told(window):
    modules = list(sys.modules)
    qt = modules.index("PySide6")
    print(*modules[:qt])
    print(*modules[qt:])
    window.close()
app.make_window = watched
sys.exit(app.open_window([Path("data")], None))
"""
WITHOUT_QT = (
    "numpy",
    "msgspec",
    "timeline_app.case",
    "timeline_app.layout",
    "timeline_app.session",
)


def test_nothing_that_knows_no_qt_is_left_to_load_after_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=True, timeout=60
    )
    before, after = (line.split() for line in done.stdout.splitlines())
    assert "timeline_app.layout.order_chart" in before
    assert "timeline_app.window.chart_canvas" in after
    late = [module for module in after if module.startswith(WITHOUT_QT)]
    assert late == []
