"""What is worked out once, and goes with its owner."""

from __future__ import annotations

import gc

from timeline_app.layout.kept import Kept


class Owner:
    """Something that can be referred to weakly."""


def counted() -> tuple[Kept[Owner, int, list[int]], list[int]]:
    calls: list[int] = []

    def work_out(owner: Owner, key: int) -> list[int]:
        calls.append(key)
        return [key]

    return Kept(work_out, most=2), calls


def test_it_is_worked_out_once() -> None:
    kept, calls = counted()
    owner = Owner()
    assert kept.of(owner, 1) is kept.of(owner, 1)
    assert calls == [1]


def test_each_owner_has_its_own() -> None:
    kept, _ = counted()
    one, other = Owner(), Owner()
    assert kept.of(one, 1) is not kept.of(other, 1)
    assert len(kept) == 2


def test_the_oldest_key_gives_way() -> None:
    kept, calls = counted()
    owner = Owner()
    for key in (1, 2, 3, 2, 1):
        kept.of(owner, key)
    assert calls == [1, 2, 3, 1]


def test_it_goes_with_its_owner() -> None:
    kept, _ = counted()
    owner = Owner()
    kept.of(owner, 1)
    del owner
    gc.collect()
    assert len(kept) == 0


def test_things_can_be_kept_for_another_than_their_owner() -> None:
    class Holder:
        def __init__(self, owner: Owner) -> None:
            self.owner = owner

    made: list[int] = []

    def work_out(_holder: Holder, key: int) -> int:
        made.append(key)
        return key

    owner = Owner()
    kept = Kept(work_out, keeper=lambda holder: holder.owner)
    assert kept.of(Holder(owner), 1) == kept.of(Holder(owner), 1) == 1
    assert made == [1]
    assert len(kept) == 1
    del owner
    assert len(kept) == 0
