"""Comparisons of small cases whose every value is set by hand."""

from __future__ import annotations

from msgspec.structs import replace

from tests.case.file.good_cases import Json, Object, changed, sound, written
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.comparing.comparison import CaseComparison, compare_cases
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.outcomes import OutcomeRow
from timeline_app.case.comparing.pairing import Pair
from timeline_app.case.comparing.phases import Phase
from timeline_app.case.comparing.shared_columns import SharedColumns
from timeline_app.case.file.reading import read_case_bytes
from timeline_app.case.model import Basis, Kind, OutcomeType
from timeline_app.case.solving.chronology import Chronology, solve_case

DAY = 86_400


def chronology(data: Object | None = None) -> Chronology:
    """The small sound case, or this one, solved."""
    case = read_case_bytes(written(sound() if data is None else data), "case").case
    assert case is not None
    return solve_case(case)


def other_case() -> Chronology:
    """A case of three events, of which one has no kind in common with the small case."""
    events: Json = [
        {"id": "start", "kind": "contact", "title": "A letter"},
        {
            "id": "caught", "kind": "arrest", "title": "Caught",
            "constraints": [{"rel": "after", "to": "start", "min": "P2D", "basis": "stated"}],
        },
        {"id": "fled", "kind": "other", "label": "flight", "title": "Away"},
    ]  # fmt: skip
    other: dict[tuple[str | int, ...], Json] = {
        ("events",): events, ("id",): "other", ("title",): "Another case",
    }  # fmt: skip
    return chronology(changed(other))


def comparison() -> CaseComparison:
    """The small case against the other: two pairs, one of them by hand and apart."""
    a, b = chronology(), other_case()
    phase = Phase(
        *(Kind.CONTACT, Kind.ARREST),
        *(Interval(10 * DAY, 20 * DAY), Interval(2 * DAY, None)),
        Interval(None, 18 * DAY),
        *((0, 2), (0, 1)),
        *(Basis.STATED, Basis.STATED),
        *(True, True),
    )
    return replace(
        compare_cases(a, b, PairChoices(frozenset({("arrest", "caught")}))),
        pairs=(Pair(0, 0), Pair(2, 1, by_hand=True)),
        only_a=(1,),
        only_b=(2,),
        phases=(phase,),
        outcomes=(OutcomeRow(OutcomeType.FINE, "CNY 30,000", "none told", "only in A"),),
        columns=SharedColumns((0, 0, 1), (0, 2, 0), 3, frozenset({(2, 1)})),
    )


def empty_comparison() -> CaseComparison:
    """A case without events against itself."""
    a = chronology(changed({("events",): []}))
    return compare_cases(a, a)
