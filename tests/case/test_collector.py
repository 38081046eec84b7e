from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from timeline_app.case import collector
from timeline_app.case.collector import (
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
