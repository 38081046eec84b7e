"""What the actions ask of the window."""

from __future__ import annotations

from timeline_app.window.main_window import MainWindow
from timeline_app.window.shell import Shell


def test_the_window_answers_all_of_it(window: MainWindow) -> None:
    shell: Shell = window
    asked = [name for name in vars(Shell) if not name.startswith("_")]
    assert len(asked) > 20
    assert all(hasattr(shell, name) for name in asked)
