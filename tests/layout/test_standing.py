"""A case at its own place, and what is kept for it."""

from __future__ import annotations

import gc
from weakref import ref

from msgspec.structs import replace

from tests.layout.made_cases import chain, event, random_case, solved
from timeline_app.layout.calendar_index import calendar_index
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.columns import columns_of
from timeline_app.layout.publications import publications_of
from timeline_app.layout.standing import keeper_of, own_standing

NONE: frozenset[int] = frozenset()


def test_a_case_at_its_own_place() -> None:
    chronology = solved(*chain("a", "b", "c"), published=("2025",))
    standing = own_standing(chronology)
    assert standing.layers == chronology.layers == (0, 1, 2)
    assert standing.column_count == 3
    assert standing.times is columns_of(chronology)
    assert standing.publications is publications_of(chronology)
    assert not standing.relative
    assert not standing.missing
    assert not standing.folding.folds


def test_an_empty_case_has_one_column() -> None:
    assert own_standing(solved()).column_count == 1


def test_what_is_kept_is_the_same_for_every_standing_of_a_case_at_its_own_place() -> None:
    chronology = random_case(1, 5)
    first, second = own_standing(chronology), own_standing(chronology)
    assert keeper_of(first) is keeper_of(second) is chronology
    index = calendar_index(first, LanesBy.KIND, NONE)
    assert calendar_index(second, LanesBy.KIND, NONE) is index


def test_another_standing_keeps_its_own() -> None:
    chronology = solved(event(0, "1985"))
    own = own_standing(chronology)
    other = replace(own, is_own=False)
    assert keeper_of(other) is other
    assert calendar_index(other, LanesBy.KIND, NONE) is not calendar_index(own, LanesBy.KIND, NONE)


def test_closing_a_case_frees_it_and_its_standings() -> None:
    chronology = solved(event(0, "1985"))
    standing = replace(own_standing(chronology), is_own=False)
    calendar_index(own_standing(chronology), LanesBy.KIND, NONE)
    calendar_index(standing, LanesBy.KIND, NONE)
    gone = ref(chronology), ref(standing)
    del chronology, standing
    gc.collect()
    assert [one() for one in gone] == [None, None]
