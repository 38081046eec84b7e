"""Two cases compared as plain values for JSON: what scripts build on, so its keys stay."""

from __future__ import annotations

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.solving.chronology import Chronology


def comparison_as_json(comparison: CaseComparison, align: str) -> dict[str, object]:
    """The comparison as plain values: cases and events by their ids, lengths in seconds, None where
    they are open; a difference is the first case minus the second."""
    a, b = comparison.a, comparison.b
    return {
        "a": a.case.id,
        "b": b.case.id,
        "align": align,
        "pairs": [[_id(a, pair.a), _id(b, pair.b)] for pair in comparison.pairs],
        "only_a": _ids(a, comparison.only_a),
        "only_b": _ids(b, comparison.only_b),
        "phases": [
            {
                "from": phase.start.value,
                "to": phase.end.value,
                "a": _limits(phase.a),
                "b": _limits(phase.b),
                "difference": _limits(phase.difference),
            }
            for phase in comparison.phases
        ],
        "reversed": [
            {
                "kinds": [kind.value for kind in reversal.kinds],
                "a": _ids(a, reversal.events_a),
                "b": _ids(b, reversal.events_b),
            }
            for reversal in comparison.reversals
        ],
    }


def _id(chronology: Chronology, event: int) -> str:
    return chronology.case.events[event].id


def _ids(chronology: Chronology, events: tuple[int, ...]) -> list[str]:
    return [_id(chronology, event) for event in events]


def _limits(interval: Interval) -> dict[str, int | None]:
    return {"min": interval.least, "max": interval.greatest}
