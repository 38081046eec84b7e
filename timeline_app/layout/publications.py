"""When the sources of a case were published, as far as they say."""

from __future__ import annotations

from msgspec import Struct

from timeline_app.case.dates import Precision, parse_date
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.statements import time_zone
from timeline_app.case.words import day_in_words
from timeline_app.layout.kept import Kept

_QUALIFIED = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


class Publication(Struct, frozen=True, gc=False):
    """One source's publication: a moment somewhere from `earliest` to `latest`, in short words."""

    source: int
    earliest: int
    latest: int
    text: str


def publications_of(chronology: Chronology) -> tuple[Publication, ...]:
    """The publications that have a date, in order of time, then of the file."""
    return _KEPT.of(chronology, None)


def _work_out(chronology: Chronology, _key: None) -> tuple[Publication, ...]:
    zone = time_zone(chronology.case)
    found = []
    for index, source in enumerate(chronology.case.sources):
        if source.published is None:
            continue
        date = parse_date(source.published, zone)
        earliest, latest = date.start.earliest, date.end.latest
        known = latest if latest is not None else earliest
        if known is None:
            continue
        text = _QUALIFIED[date.end_qualifier] + _short(known, date.precision)
        found.append(Publication(index, known if earliest is None else earliest, known, text))
    return tuple(sorted(found, key=lambda one: (one.latest, one.source)))


def _short(second: int, precision: Precision) -> str:
    """The date of a second, as finely as it was given, but no finer than the day."""
    words = day_in_words(second, min(precision, Precision.DAY), short=True)
    return words if precision >= Precision.YEAR else f"by {words}"


_KEPT: Kept[Chronology, None, tuple[Publication, ...]] = Kept(_work_out)
