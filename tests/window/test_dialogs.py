"""What the window asks is asked of the dialogs, loaded by then; what they do is in test_asking."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.window import asking
from timeline_app.window.main_window import MainWindow


def test_each_question_goes_to_its_dialog(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answers(name: str, answer: object) -> None:
        monkeypatch.setattr(asking, name, lambda *_: answer)

    answers("case_files", [Path("a")])
    answers("folder", Path("b"))
    answers("article", Path("c"))
    answers("case", 1)
    answers("table_target", Path("d"))
    answers("agreement", True)
    assert window.choose_case_files() == [Path("a")]
    assert window.choose_folder("Open") == Path("b")
    assert window.choose_article() == Path("c")
    assert window.choose_case("Which", [0, 1]) == 1
    assert window.choose_table_target("e") == Path("d")
    assert window.agrees("Really?")
