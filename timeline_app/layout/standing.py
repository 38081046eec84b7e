"""Where the events of one case stand on both axes: all that a layout asks beyond the case itself.

Rules:
* The single view shows a case at its own place (`own_standing`): its own columns of order, its own
  dates. Of two compared cases each has a standing that the other has a say in: columns that both
  share, times from a day zero, a folded axis, one extent.
* A layout takes columns, times and publications from the standing, never from the case.
* What is kept for a standing (`Kept`) is kept for its `keeper`. For a case at its own place that is
  the solved case, so that a standing made anew for each frame costs nothing, and none is held.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.columns import Columns, columns_of
from timeline_app.layout.folding import UNFOLDED, Folding
from timeline_app.layout.kept import Kept
from timeline_app.layout.publications import Publication, publications_of


class Standing(Struct, frozen=True, eq=False, weakref=True, kw_only=True):
    """The places of the events of one case. `layers`, the columns of `times` and so on are by event
    index; all seconds are axis seconds, that is folded ones.

    `column_count` is how many columns of order there are, of which the case may fill only some.
    `relative` seconds count from a day zero. `folding` is what was folded out of the axis.
    `shared_extent` is how far the calendar of both cases reaches, where this is one of two.
    `remarks` are what must be said under a calendar of it. `missing` tells that the case has no
    place on this calendar, which then shows none of its events, and `lacking` what it has none of:
    "no arrest". `is_own` is set for a case at its
    own place, and by `own_standing` alone.
    """

    chronology: Chronology
    layers: Sequence[int]
    column_count: int
    times: Columns
    publications: tuple[Publication, ...]
    relative: bool = False
    folding: Folding = UNFOLDED
    shared_extent: tuple[int, int] | None = None
    remarks: tuple[str, ...] = ()
    missing: bool = False
    lacking: str = ""
    is_own: bool = False

    @property
    def keeper(self) -> object:
        """For whose life things worked out for this standing are kept."""
        return self.chronology if self.is_own else self


def own_standing(chronology: Chronology) -> Standing:
    """A case at its own place, which is how the single view shows it."""
    column_count, times, publications = _OWN.of(chronology, None)
    return Standing(
        chronology=chronology,
        layers=chronology.layers,
        column_count=column_count,
        times=times,
        publications=publications,
        is_own=True,
    )


def keeper_of(standing: Standing) -> object:
    """The keeper of a standing, for `Kept`."""
    return standing.keeper


def _own_places(chronology: Chronology, _key: None) -> tuple[int, Columns, tuple[Publication, ...]]:
    """How many columns a case fills, its times, and its publications."""
    column_count = max(chronology.layers, default=0) + 1
    return column_count, columns_of(chronology), publications_of(chronology)


# One thing, since a frame asks for it several times.
_OWN: Kept[Chronology, None, tuple[int, Columns, tuple[Publication, ...]]] = Kept(_own_places)
