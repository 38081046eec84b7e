"""The list of open files."""

from __future__ import annotations

from tests.session.small_cases import broken, four_events, opened
from timeline_app.case.model import Basis
from timeline_app.case.solving.chronology import solve_case
from timeline_app.session.open_files import OpenFiles, solved_anew


def test_numbers_are_never_used_twice() -> None:
    files, (first,) = OpenFiles().with_opened(opened(four_events("a")))
    files = files.without(first)
    files, (second,) = files.with_opened(opened(four_events("b")))
    assert (first, second) == (0, 1)
    assert files.get(0) is None
    assert files.get(None) is None
    assert files.position(1) == 0


def test_a_known_path_is_replaced_in_place() -> None:
    files, _ = OpenFiles().with_opened(opened(four_events("a")))
    files, _ = files.with_opened(broken("b"))
    files, numbers = files.with_opened(opened(four_events("a")))
    assert numbers == (0,)
    assert [entry.number for entry in files.entries] == [0, 1]
    assert files.entries[1].view is None


def test_a_file_can_be_in_the_list_twice_and_is_read_anew_in_both_places() -> None:
    files, _ = OpenFiles().with_opened(opened(four_events("a")))
    files, _ = files.with_opened(opened(four_events("b")))
    files, twin = files.with_twin(0)
    assert [entry.number for entry in files.entries] == [0, twin, 1]
    assert files.with_twin(0) == (files, twin)
    again = opened(four_events("a"))
    files, numbers = files.with_opened(again)
    assert numbers == (0, twin)
    assert [entry.opened is again for entry in files.entries] == [True, True, False]


def test_another_number_of_columns_is_fitted() -> None:
    files, (number,) = OpenFiles().with_opened(opened(four_events()))
    entry = files.get(number)
    assert entry is not None
    assert entry.view is not None
    fewer = entry.opened.with_chronology(solve_case(four_events(), frozenset({Basis.STATED})))
    view = solved_anew(entry, fewer).view
    assert view is not None
    assert fewer.chronology is not None
    assert view.columns.last == max(fewer.chronology.layers) + 1
    assert view.selected == entry.view.selected
