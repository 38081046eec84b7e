from __future__ import annotations

from random import Random

import pytest

from timeline_app.case.solving import sorting
from timeline_app.case.solving.sorting import sorted_places


@pytest.mark.parametrize("most", [1, 5, 40, 3_000])
@pytest.mark.parametrize("piece", [10, sorting.PIECE])
def test_places_are_those_of_a_plain_sort(
    monkeypatch: pytest.MonkeyPatch, most: int, piece: int
) -> None:
    monkeypatch.setattr(sorting, "PIECE", piece)
    chance = Random(most)
    for count in (0, 1, 9, 10, 11, 255, 256, 257, 2_000):
        keys = [chance.randrange(-most, most) for _ in range(count)]
        assert sorted_places(keys) == sorted(range(count), key=keys.__getitem__)


def test_numbers_beyond_those_looked_at_are_sorted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "PIECE", 10)
    keys = [*range(5_000), -(2**70), 2**70, *reversed(range(5_000))]
    assert sorted_places(keys) == sorted(range(len(keys)), key=keys.__getitem__)
