"""Back and forward through the events that were looked at, as a browser does it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

LONGEST = 200


class Visit(Struct, frozen=True, gc=False):
    """One event of one open case (its number in the session, which never changes meaning)."""

    case: int
    event: int


class Visits(Struct, frozen=True, gc=False):
    """The visits so far, oldest first, and where among them the reviewer stands (-1: nowhere)."""

    trail: tuple[Visit, ...] = ()
    at: int = -1

    def to(self, visit: Visit) -> Visits:
        """After going to an event: what lay forward is forgotten, a repeated visit adds nothing."""
        if 0 <= self.at < len(self.trail) and self.trail[self.at] == visit:
            return self
        trail = (*self.trail[: self.at + 1], visit)[-LONGEST:]
        return Visits(trail, len(trail) - 1)

    def moved(self, by: int) -> Visits:
        """One back (-1) or forward (1), or unchanged where there is none."""
        at = self.at + by
        return replace(self, at=at) if 0 <= at < len(self.trail) else self

    @property
    def here(self) -> Visit | None:
        """The visit at which the reviewer stands."""
        return self.trail[self.at] if 0 <= self.at < len(self.trail) else None

    @property
    def can_go_back(self) -> bool:
        """Whether something lies behind."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether something lies ahead."""
        return self.at < len(self.trail) - 1

    def without_case(self, case: int) -> Visits:
        """The visits with those of a closed case left out."""
        kept = [(number, visit) for number, visit in enumerate(self.trail) if visit.case != case]
        at = sum(1 for number, _ in kept if number <= self.at) - 1
        return Visits(tuple(visit for _, visit in kept), max(at, 0) if kept else -1)
