"""Jobs off the GUI thread: in order, cancelled, failed, closed in the middle."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.window.background import Background, Delivery, Job


def giving(value: int, seen: list[int]) -> Callable[[CancelCheck], Delivery]:
    def work(cancelled: CancelCheck) -> Delivery:
        stop_if(cancelled)
        return lambda: seen.append(value)

    return work


def until_cancelled(cancelled: CancelCheck) -> Delivery:
    while True:
        stop_if(cancelled)


def test_results_come_back_in_order_on_the_gui_thread(background: Background, qtbot: QtBot) -> None:
    seen: list[int] = []
    threads: list[int] = []

    def where(_cancelled: CancelCheck) -> Delivery:
        threads.append(threading.get_ident())
        return lambda: threads.append(threading.get_ident())

    with qtbot.waitSignal(background.idle):
        for value in range(5):
            background.submit(Job("giving", giving(value, seen)))
        background.submit(Job("where", where))
    assert seen == [0, 1, 2, 3, 4]
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_the_collector_rests_while_a_job_runs(background: Background, qtbot: QtBot) -> None:
    """What it found of the window would be destroyed in the wrong thread."""
    running: list[bool] = []

    def look(_cancelled: CancelCheck) -> Delivery:
        running.append(gc.isenabled())
        return lambda: running.append(gc.isenabled())

    assert gc.isenabled()
    with qtbot.waitSignal(background.idle):
        background.submit(Job("looking", look))
    assert running == [False, True]


def test_cancelled_jobs_give_nothing(background: Background, qtbot: QtBot) -> None:
    seen: list[int] = []
    with qtbot.waitSignal(background.idle):
        background.submit(Job("endless", until_cancelled))
        background.submit(Job("waiting", giving(1, seen)))
        background.cancel_all()
    assert seen == []
    assert not background.is_busy


@pytest.mark.logs("breaking failed")
def test_what_is_cancelled_or_fails_is_said_to_whoever_asked(
    background: Background, qtbot: QtBot
) -> None:
    """And what gives a result is not."""
    dropped: list[str] = []
    seen: list[int] = []

    def breaking(_cancelled: CancelCheck) -> Delivery:
        raise ValueError("seven")

    with qtbot.waitSignal(background.idle):
        background.submit(Job("giving", giving(1, seen), lambda: dropped.append("giving")))
        background.submit(Job("breaking", breaking, lambda: dropped.append("breaking")))
    with qtbot.waitSignal(background.idle):
        background.submit(Job("endless", until_cancelled, lambda: dropped.append("endless")))
        background.cancel_all()
    assert (seen, dropped) == ([1], ["breaking", "endless"])


@pytest.mark.logs("breaking failed")
def test_a_failure_is_told_and_the_rest_goes_on(background: Background, qtbot: QtBot) -> None:
    seen: list[int] = []

    def breaking(_cancelled: CancelCheck) -> Delivery:
        raise ValueError("seven")

    with qtbot.waitSignals([background.failed, background.idle]):
        background.submit(Job("breaking", breaking))
        background.submit(Job("giving", giving(1, seen)))
    assert seen == [1]


def test_closing_in_the_middle_of_a_job_waits_for_its_end(qtbot: QtBot) -> None:
    background = Background()
    begun = threading.Event()

    def work(cancelled: CancelCheck) -> Delivery:
        begun.set()
        return until_cancelled(cancelled)

    background.submit(Job("endless", work))
    assert begun.wait(2.0)
    background.close()
    assert not background.is_busy
