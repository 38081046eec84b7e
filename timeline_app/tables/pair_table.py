"""The events of two cases side by side: pairs in one row, what has no partner beside an empty cell.

Rules:
* Rows follow the shared columns of both orders. Rows of one column are in no known order, so they
  stand as the first case, then the second, steps through them.
* What stands beside an event depends on the alignment: the shared column, when it was, or how long
  after day zero it began. Day zero is known no better than its event; the lengths say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.day_zero import DayZero, day_zero
from timeline_app.case.comparing.interval_words import place_in_words
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.durations import NOT_ESTABLISHED
from timeline_app.case.model import Basis, Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.statement_words import basis_in_words
from timeline_app.tables.table import Table, make_table

TITLE = "Events side by side"
BY_HAND = "Pairs marked * were made by hand."
DAY_ZERO = "day zero"
SAME_TIME = "the same time"
_BASES = tuple(Basis)

Words = Callable[[int], str]
Row = tuple[int | None, int | None]


def pairs_by_column(comparison: CaseComparison) -> Table:
    """The events with the column that they have in both orders; a pair made by hand that the
    orders don't allow to share one has two."""
    columns, titles = comparison.columns, _titles(comparison)
    rows = []
    for first, second in side_by_side(comparison):
        found = [columns.a[first]] if first is not None else []
        found += [columns.b[second]] if second is not None else []
        number = " and ".join(str(column + 1) for column in dict.fromkeys(found))
        rows.append((number, *titles(first, second)))
    return make_table(TITLE, ("column", "A", "B"), rows, _marks(comparison))


def pairs_by_time(comparison: CaseComparison) -> Table:
    """The events with when they were, on the calendar."""

    def when(chronology: Chronology) -> Words:
        return lambda event: chronology.when_in_words(event, short=True)

    words = (when(comparison.a), when(comparison.b))
    return _with_words(comparison, ("A", "when", "B", "when"), *words)


def pairs_by_day_zero(comparison: CaseComparison, kind: Kind) -> Table:
    """The events with how long after the first of a kind each began, as far as that is known."""
    anchor = Anchor(Which.FIRST, kind)
    notes = [f"Day zero is the start of the first {kind}.", *cases_without(comparison, kind)]
    words = [_offset_words(one, day_zero(one, anchor)) for one in (comparison.a, comparison.b)]
    return _with_words(comparison, ("A", "began", "B", "began"), words[0], words[1], notes)


def cases_without(comparison: CaseComparison, kind: Kind) -> tuple[str, ...]:
    """A sentence for each of the two cases that has no event of a kind, and so no day zero."""
    return tuple(
        f"{letter} (“{chronology.case.title}”) has no event of the kind “{kind}”."
        for letter, chronology in (("A", comparison.a), ("B", comparison.b))
        if all(event.kind is not kind for event in chronology.case.events)
    )


def side_by_side(comparison: CaseComparison) -> list[Row]:
    """An event of A, of B, or of both for each row."""
    a, b, columns = comparison.a, comparison.b, comparison.columns
    rows: list[tuple[tuple[int, int, int], Row]] = [
        ((min(columns.a[pair.a], columns.b[pair.b]), 0, a.position[pair.a]), (pair.a, pair.b))
        for pair in comparison.pairs
    ]
    rows += [
        ((columns.a[event], 0, a.position[event]), (event, None)) for event in comparison.only_a
    ]
    rows += [
        ((columns.b[event], 1, b.position[event]), (None, event)) for event in comparison.only_b
    ]
    return [row for _, row in sorted(rows, key=lambda one: one[0])]


def _with_words(
    comparison: CaseComparison,
    header: tuple[str, ...],
    words_a: Words,
    words_b: Words,
    notes: Iterable[str] = (),
) -> Table:
    rows, titles = [], _titles(comparison)
    for first, second in side_by_side(comparison):
        one, other = titles(first, second)
        rows.append(
            (
                one,
                "" if first is None else words_a(first),
                other,
                "" if second is None else words_b(second),
            )
        )
    return make_table(TITLE, header, rows, [*notes, *_marks(comparison)])


def _titles(
    comparison: CaseComparison,
) -> Callable[[int | None, int | None], tuple[str, str]]:
    """Gives the titles of a row, marked where the pair was made by hand."""
    by_hand = _by_hand(comparison)

    def titles(first: int | None, second: int | None) -> tuple[str, str]:
        mark = " *" if (first, second) in by_hand else ""
        return (
            "" if first is None else _title(comparison.a, first) + mark,
            "" if second is None else _title(comparison.b, second) + mark,
        )

    return titles


def _title(chronology: Chronology, event: int) -> str:
    told = chronology.case.events[event]
    kind = told.label or "other" if told.kind is Kind.OTHER else str(told.kind)
    return f"{told.title} [{kind}]"


def _by_hand(comparison: CaseComparison) -> frozenset[Row]:
    return frozenset((pair.a, pair.b) for pair in comparison.pairs if pair.by_hand)


def _marks(comparison: CaseComparison) -> tuple[str, ...]:
    return (BY_HAND,) if _by_hand(comparison) else ()


def _offset_words(chronology: Chronology, zero: DayZero | None) -> Words:
    """How long after day zero an event began, in words; nothing in a case without one."""
    if zero is None:
        return lambda _: ""

    def words(event: int) -> str:
        if zero.events == (event,):
            return DAY_ZERO
        perhaps = f"; perhaps {DAY_ZERO}" if event in zero.events else ""
        basis = _weakest(chronology, zero, event)
        offset = _offset(zero.start_earliest[event], zero.start_latest[event])
        firmly = basis_in_words(basis) if basis and offset != NOT_ESTABLISHED else ""
        return f"{offset}{firmly}{perhaps}"

    return words


def _offset(least: int, greatest: int) -> str:
    """A length counted from day zero: "at least 28 days after", "not before"."""
    known = Interval(
        None if least == OPEN_PAST else least, None if greatest == OPEN_FUTURE else greatest
    )
    words = place_in_words(known)
    if words in (NOT_ESTABLISHED, SAME_TIME) or "after" in words or "before" in words:
        return words
    return f"{words} after"


def _weakest(chronology: Chronology, zero: DayZero, event: int) -> Basis | None:
    """The least firm statement among all that hold an event to what may be day zero; None where
    there is none, and in a case that is too large to tell."""
    if not chronology.layers_exact:
        return None
    gaps = [chronology.gap(one, event) for one in zero.events]
    ranks = [
        _BASES.index(link.basis) for gap in gaps for link in (*gap.why_least, *gap.why_greatest)
    ]
    return _BASES[max(ranks)] if ranks else None
