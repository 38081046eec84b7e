"""Comparing in the background: what is asked for again, given up, cancelled, kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, hired, opened
from tests.window.comparing_windows import come_to_rest
from tests.window.conftest import trigger
from timeline_app.case.comparing.anchors import Which
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Basis, Kind
from timeline_app.records import load_pairs
from timeline_app.session.compared import Compared, Wanted, work_out
from timeline_app.session.comparing import Side
from timeline_app.session.session import Session
from timeline_app.window import comparing
from timeline_app.window.background import Job
from timeline_app.window.main_window import MainWindow


def test_it_is_compared_anew_when_what_counts_changes(compared: MainWindow, qtbot: QtBot) -> None:
    before = compared.session.comparison
    trigger(compared, "inferred")
    come_to_rest(compared, qtbot)
    after = compared.session.comparison
    assert after is not None
    assert after is not before
    for chronology in (after.a, after.b):
        assert Basis.INFERRED not in chronology.bases


def test_a_file_read_anew_is_compared_anew(compared: MainWindow, qtbot: QtBot) -> None:
    compared.session.add_cases([opened(hired("hired"))], show=False)
    come_to_rest(compared, qtbot)
    assert compared.session.comparison is not None
    assert compared.session.wanted is None


def test_what_is_asked_for_quickly_is_worked_out_once(
    compared: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was asked for before is given up before its turn comes."""
    asked: list[Wanted] = []

    def work(wanted: Wanted, cancelled: object) -> Compared:
        asked.append(wanted)
        return work_out(wanted)

    monkeypatch.setattr(comparing, "work_out", work)
    blocked = compared.background.submit
    later: list[Job] = []
    monkeypatch.setattr(compared.background, "submit", later.append)
    for identity in ("align-first-leak", "align-last-leak", "axis-calendar"):
        trigger(compared, identity)
    monkeypatch.undo()
    monkeypatch.setattr(comparing, "work_out", work)
    for job in later:
        blocked(job)
    come_to_rest(compared, qtbot)
    assert len(later) == 3
    assert [one.align for one in asked] == ["calendar"]
    assert compared.session.compared is not None
    assert compared.session.compared.align == "calendar"


def test_cancel_leads_back_or_out(compared: MainWindow, qtbot: QtBot) -> None:
    compared.session.align_on_kind(Which.FIRST, Kind.LEAK)
    compared.background.cancel_all()
    come_to_rest(compared, qtbot)
    assert compared.session.comparing is not None
    assert compared.session.comparing.align == "order"
    compared.session.put_on(Side.B, 2)
    compared.background.cancel_all()
    come_to_rest(compared, qtbot)
    assert compared.session.comparing is None
    assert compared.middle.currentWidget() is compared.timeline


@pytest.mark.logs("Comparing two cases failed")
def test_what_fails_is_told_and_leaves_nothing_waiting(
    compared: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_wanted: Wanted, _cancelled: object) -> Compared:
        raise RuntimeError("nobody expected this")

    monkeypatch.setattr(comparing, "work_out", fail)
    compared.session.put_on(Side.B, 2)
    come_to_rest(compared, qtbot)
    assert compared.session.comparing is None
    assert "Comparing two cases: this failed" in compared.statusBar().currentMessage()


def test_pairs_made_by_hand_are_kept(compared: MainWindow, qtbot: QtBot) -> None:
    compared.session.set_pair_choices(PairChoices().with_pair("noticed", "signed"))
    come_to_rest(compared, qtbot)
    kept, complaint = load_pairs()
    assert complaint is None
    assert kept.of("four", "hired").pairs == {("noticed", "signed")}
    again = Session(pairs=kept)
    again.add_cases([opened(four_events()), opened(hired())])
    again.compare(0, 1)
    assert again.pair_choices.pairs == {("noticed", "signed")}


def test_pairs_that_can_not_be_written_are_told_and_hold(
    compared: MainWindow, qtbot: QtBot, program_home: Path
) -> None:
    program_home.mkdir(exist_ok=True)
    (program_home / "records").write_text("in the way of the folder")
    compared.session.set_pair_choices(PairChoices().with_pair("noticed", "signed"))
    QCoreApplication.processEvents()
    assert "The pairs hold until you close the program." in compared.statusBar().currentMessage()
    come_to_rest(compared, qtbot)
    assert compared.session.comparison is not None
    assert compared.session.comparison.partner_of_a(2) == 1
