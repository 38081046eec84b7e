"""Where the reviewer stands in a comparison, in words: for the shared line, toolbar and status bar.

An event without a partner is said to have none; nothing here says that a case lacks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.stages import STAGES
from timeline_app.case.model import Event, Kind
from timeline_app.case.words import named
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.plain import plain_line
from timeline_app.session.comparing import Anchors, Side
from timeline_app.session.pair_steps import Stop, place_of
from timeline_app.session.status import bases_words, kind_words, status_line, step_words

if TYPE_CHECKING:  # these words are asked for by what the session itself imports
    from timeline_app.case.comparing.comparison import CaseComparison
    from timeline_app.session.session import Session

WAITING = "The two cases are being compared…"


def align_words(align: Align, anchors: Anchors) -> str:
    """What two cases are aligned on: "order", "the calendar", "the first leak"."""
    if align is not Align.DAY_ZERO:
        return "order" if align is Align.ORDER else "the calendar"
    return anchor_words(next((anchor for anchor in anchors if anchor is not None), None))


def anchor_words(anchor: Anchor | None) -> str:
    """What day zero is: "the first leak", "the chosen events"."""
    if anchor is None or anchor.which is Which.CHOSEN or anchor.kind is None:
        return "the chosen events"
    return f"the {anchor.which} {anchor.kind}"


def shared_line(session: Session) -> str:
    """What holds for both: "4 pairs · recruitment only in A · aligned on order"."""
    compared = session.compared
    if session.comparing is None:
        return ""
    if compared is None:
        return session.obstacle or WAITING
    comparison = compared.comparison
    count = len(comparison.pairs)
    parts = [
        f"{count:,} pair{'s' if count != 1 else ''}",
        *stage_words(comparison),
        f"aligned on {align_words(compared.align, compared.wanted.anchors)}",
        bases_words(comparison.a.bases),
    ]
    return " · ".join(part for part in parts if part)


def stage_words(comparison: CaseComparison) -> list[str]:
    """Which stages only one of the cases tells of, and which neither does."""
    told = [{event.kind for event in one.case.events} for one in (comparison.a, comparison.b)]
    groups = (
        ("only in A", [kind for kind in STAGES if kind in told[0] and kind not in told[1]]),
        ("only in B", [kind for kind in STAGES if kind in told[1] and kind not in told[0]]),
        ("in neither", [kind for kind in STAGES if kind not in told[0] | told[1]]),
    )
    return [f"{_listed(kinds)} {where}" for where, kinds in groups if kinds]


def _listed(kinds: list[Kind]) -> str:
    names = [str(kind) for kind in kinds]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def where_in_steps(session: Session) -> str:
    """For the toolbar: "4 of 11"; of two linked cases "pair 2 of 4", or "3 of 9" where steps lead
    through the events of both."""
    stops = session.stops()
    if stops is None:
        return step_words(session)
    what = "" if session.manner.by_events else "pair "
    at = _at(session, stops)
    return f"{what}{'–' if at is None else at + 1} of {len(stops)}"


def where_one_stands(session: Session) -> str:
    """For the status bar: "pair 2 of 4 · leak · A “Coded reports” with B “Sends originals”" while
    two cases are compared, else where one stands in the one."""
    comparison, side = session.comparison, session.active_side
    if session.comparing is None:
        return status_line(session)
    if comparison is None or side is None:
        return shared_line(session)
    return " · ".join([*_unplaced(session), *_among_pairs(session, comparison, side)])


def _unplaced(session: Session) -> list[str]:
    """Of which cases no event is to be seen, because they lack what both are aligned on."""
    lacking = []
    for side in Side:
        standing = session.standing(side)
        if standing is not None and standing.missing:
            lacking.append(side)
    if len(lacking) == len(Side):
        return ["no event of either has a place here"]
    return [f"no event of {side} has a place here" for side in lacking]


def _among_pairs(session: Session, comparison: CaseComparison, side: Side) -> list[str]:
    """What is chosen on the active side, and what on the other."""
    chosen = {one: _chosen(session, one) for one in Side}
    event = session.selected
    told = chosen[side]
    if event is None or told is None:
        return [f"{side} · no event is chosen"]
    partner = session.partner(side, event)
    if partner is None:
        return _alone(session, side, told, chosen[side.opposite])
    chronology = comparison.b if side is Side.A else comparison.a
    both = {side: told, side.opposite: chronology.case.events[partner]}
    # Here, not above: a single case needs none of it.
    from timeline_app.layout.comparison.pair_lines import pair_index  # noqa: PLC0415

    index = pair_index(comparison)
    pair = (index.of_a if side is Side.A else index.of_b)[event]
    parts = [_which_pair(session, comparison, side, event, by_hand=pair.by_hand)]
    parts.append(_pair_kind(both[Side.A], both[Side.B], by_hand=pair.by_hand))
    parts.append(f"A {_title(both[Side.A])} with B {_title(both[Side.B])}")
    if (pair.a, pair.b) in comparison.columns.apart:
        parts.append("the orders of the cases do not allow them one column")
    elsewhere = chosen[side.opposite]
    if elsewhere is not None and session.selected_on(side.opposite) != partner:
        parts.append(f"in {side.opposite} {_title(elsewhere)} is chosen")
    return parts


def _alone(session: Session, side: Side, told: Event, opposite: Event | None) -> list[str]:
    """What is said of an event without a partner."""
    chronology, event = session.chronology, session.selected
    parts = [f"{side} {_title(told)}", kind_words(told)]
    if chronology is not None and event is not None:
        parts.append(chronology.when_in_words(event))
    parts.append(f"not paired with an event of {side.opposite}")
    if opposite is not None:
        parts.append(f"{side.opposite} {_title(opposite)} is chosen too")
    return parts


def _pair_kind(a: Event, b: Event, *, by_hand: bool) -> str:
    """What makes two events a pair: "leak"; of another kind the label that both have; of two kinds
    both are told."""
    if a.kind is Kind.OTHER and a.label and not by_hand:
        return f"both labelled “{kind_words(a)}”"
    words = kind_words(a), kind_words(b)
    return words[0] if words[0].casefold() == words[1].casefold() else " with ".join(words)


def _which_pair(
    session: Session, comparison: CaseComparison, side: Side, event: int, *, by_hand: bool
) -> str:
    stops = session.stops()
    if stops is None or session.manner.by_events:
        stops = tuple(Stop(pair.a, pair.b) for pair in comparison.pairs)
    at = place_of(stops, side, event)
    made = ", by hand" if by_hand else ""
    return f"pair {at + 1} of {len(stops)}{made}" if at is not None else f"hidden{made}"


def _at(session: Session, stops: tuple[Stop, ...]) -> int | None:
    side = session.active_side
    return place_of(stops, side, session.selected) if side is not None else None


def _chosen(session: Session, side: Side) -> Event | None:
    entry, event = session.side_entry(side), session.selected_on(side)
    case = entry.opened.reading.case if entry is not None else None
    return case.events[event] if case is not None and event is not None else None


def _title(event: Event) -> str:
    return f"“{named(plain_line(event.title))[1:-1]}”"  # shortened as there, in the quotes of here
