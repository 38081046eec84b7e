from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Event, Thread, current_thread, main_thread

import pytest

from timeline_app.case import collector
from timeline_app.case.collector import (
    collect_young,
    collector_resting,
    spare_from_collector,
    spare_imported,
)


@pytest.fixture(autouse=True)
def collector_as_it_was() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("is_on", [True, False])
def test_it_rests_and_is_left_as_it_was(*, is_on: bool) -> None:
    (gc.enable if is_on else gc.disable)()
    with collector_resting():
        assert not gc.isenabled()
        with collector_resting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() is is_on


def test_it_rests_until_no_thread_wants_that_any_more() -> None:
    """Also where the one that began first ends first."""
    gc.enable()
    begun, may_end = Event(), Event()

    def work() -> None:
        with collector_resting():
            begun.set()
            may_end.wait(10.0)

    other = Thread(target=work)
    with collector_resting():
        other.start()
        assert begun.wait(10.0)
    assert not gc.isenabled()
    may_end.set()
    other.join()
    assert gc.isenabled()


def test_an_error_does_not_leave_it_resting() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="no"), collector_resting():
        raise ValueError("no")
    assert gc.isenabled()


def test_only_large_cases_are_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: asked.append(True))
    spare_from_collector(collector.LARGE - 1)
    assert not asked
    spare_from_collector(collector.LARGE)
    assert asked


def test_what_was_imported_is_spared_whatever_its_size() -> None:
    before = gc.get_freeze_count()
    kept: list[object] = [[] for _ in range(10)]
    spare_imported()
    assert gc.get_freeze_count() >= before + len(kept)


def test_what_is_young_is_looked_at_in_the_main_thread_only() -> None:
    found: list[bool] = []
    gc.collect()

    class Ring:
        def __init__(self) -> None:
            self.own = self

        def __del__(self) -> None:
            found.append(current_thread() is main_thread())

    with collector_resting():
        Ring()
        other = Thread(target=collect_young)
        other.start()
        other.join()
        assert not found
        collect_young()
    assert found == [True]
