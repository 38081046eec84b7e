"""What has come of comparing two cases, and what is still to be worked out; pairs and stretches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Case
from timeline_app.layout.standing import Standing
from timeline_app.records import PairRecords
from timeline_app.session import comparing_spans
from timeline_app.session.change import Change
from timeline_app.session.comparable import obstacle
from timeline_app.session.compared import Compared, Wanted
from timeline_app.session.comparing import Side, Stretch
from timeline_app.session.state import ANOTHER_CASE, SessionState

if TYPE_CHECKING:
    from timeline_app.case.comparing.comparison import CaseComparison

EVERYTHING = ANOTHER_CASE | Change.COMPARING


class SessionCompared(SessionState):
    """The two compared cases as they were worked out, in the background."""

    def leave_comparison(self) -> None:
        """Show the active case by itself again."""
        if self._comparing is not None:
            self._comparing = None
            self._tell(EVERYTHING)

    # -- what is worked out

    @property
    def compared(self) -> Compared | None:
        """What was worked out, as long as it is of the cases that stand on both sides; it may be
        of an alignment, or of statements that count, before those now asked for, or of files that
        were read anew and hold the same."""
        comparing = self._comparing
        if comparing is None or comparing.compared is None:
            return None
        comparison = comparing.compared.comparison
        for side, chronology in ((Side.A, comparison.a), (Side.B, comparison.b)):
            entry = self.side_entry(side)
            case = entry.opened.reading.case if entry is not None else None
            if case is None or not self._is_same(side, case, chronology.case):
                return None
        return comparing.compared

    def _is_same(self, side: Side, case: Case, compared: Case) -> bool:
        """Whether a case is the compared one. To compare all that two hold takes time: it is done
        once."""
        if case is compared:
            return True
        known = self._alike.get(side)
        if known is None or known[0] is not case or known[1] is not compared:
            known = self._alike[side] = case, compared, case == compared
        return known[2]

    @property
    def obstacle(self) -> str:
        """What keeps the two cases from being compared, in words, or nothing."""
        return obstacle(self.side_entry(Side.A), self.side_entry(Side.B))

    @property
    def wanted(self) -> Wanted | None:
        """What is still to be worked out, or None where nothing is."""
        comparing = self._comparing
        entries = self.side_entry(Side.A), self.side_entry(Side.B)
        if comparing is None or self.obstacle:
            return None
        a, b = (entry.opened.chronology if entry is not None else None for entry in entries)
        if a is None or b is None:
            return None
        found, choices = comparing.compared, self.pair_choices
        wanted = Wanted(*(a, b, choices, comparing.align, comparing.anchors, self._manner.folded))
        if found is None:
            return wanted
        if wanted.asks_as(found.wanted):
            return None
        known = found.comparison
        if known.a is a and known.b is b and known.choices == choices:
            return Wanted(
                *(a, b, choices, comparing.align, comparing.anchors, self._manner.folded, known)
            )
        return wanted

    def _accept(self, compared: Compared) -> bool:
        """Take what was worked out, unless something else is wanted by now; whether it was
        taken."""
        if self._comparing is None or not compared.wanted.asks_as(self.wanted):
            return False
        self._comparing = replace(self._comparing, compared=compared)
        return True

    def give_up_comparing(self) -> None:
        """The reviewer cancelled: what was worked out before holds again, and where that is
        nothing, the comparison is left."""
        compared, comparing = self.compared, self._comparing
        if comparing is None or self.wanted is None:
            return
        if compared is None or not self._holds(compared):
            self.leave_comparison()
            return
        asked = compared.wanted
        self._manner = self._manner._replace(folded=asked.folded)
        self._comparing = comparing.aligned(asked.align, asked.anchors)
        self._tell(Change.COMPARING)

    def _holds(self, compared: Compared) -> bool:
        """Whether it was worked out from the cases as they are solved now, with the pairs that
        hold now."""
        comparison = compared.comparison
        entries = self.side_entry(Side.A), self.side_entry(Side.B)
        a, b = (entry.opened.chronology if entry is not None else None for entry in entries)
        return comparison.a is a and comparison.b is b and comparison.choices == self.pair_choices

    # -- pairs made by hand

    @property
    def pairs(self) -> PairRecords:
        """All pairs made by hand."""
        return self._pairs

    @property
    def pair_choices(self) -> PairChoices:
        """Those of the two compared cases."""
        ids = self._ids()
        return self._pairs.of(*ids) if ids is not None else PairChoices()

    def set_pair_choices(self, choices: PairChoices) -> None:
        """Pair other events of the two compared cases by hand."""
        ids = self._ids()
        if ids is not None and choices != self.pair_choices:
            self._pairs = self._pairs.with_choices(*ids, choices)
            self._tell(Change.PAIRS | Change.COMPARING)

    def _ids(self) -> tuple[str, str] | None:
        cases = [
            entry.opened.reading.case if entry is not None else None
            for entry in (self.side_entry(Side.A), self.side_entry(Side.B))
        ]
        a, b = cases
        return (a.id, b.id) if a is not None and b is not None else None

    # -- the stretches

    def side_stretch(self, side: Side) -> Stretch | None:
        """What is seen of a side; None until it is worked out."""
        comparing, compared = self._comparing, self.compared
        if comparing is None or compared is None:
            return None
        stretch = comparing.stretch(compared.align, side)
        return stretch if stretch is not None else comparing_spans.whole_of(compared)

    def move_side(self, side: Side, moved: Callable[[Stretch, Compared], Stretch]) -> None:
        """See another stretch of a side, and of the other as well where they are linked."""
        self._tell(self._moved_side(side, moved))

    def fit_side(self, side: Side) -> None:
        """See the whole."""
        compared = self.compared
        if compared is not None:
            whole = comparing_spans.whole_of(compared)
            self.move_side(side, lambda _stretch, _compared: whole)

    def _moved_side(self, side: Side, moved: Callable[[Stretch, Compared], Stretch]) -> Change:
        comparing, compared = self._comparing, self.compared
        stretch = self.side_stretch(side)
        if comparing is None or compared is None or stretch is None:
            return Change.NONE
        changed = moved(stretch, compared)
        if changed == stretch:
            return Change.NONE
        only = None if self._manner.linked else side
        self._comparing = comparing.seeing(compared.align, only, changed)
        return Change.SPAN

    def standing(self, side: Side) -> Standing | None:
        """Where the events of a side stand; None until it is worked out."""
        compared = self.compared
        if compared is None:
            return None
        return compared.standings.a if side is Side.A else compared.standings.b

    # -- pairs

    @property
    def comparison(self) -> CaseComparison | None:
        """The two cases compared; None until it is worked out."""
        compared = self.compared
        return compared.comparison if compared is not None else None

    def partner(self, side: Side, event: int | None) -> int | None:
        """The event of the other side that an event of this one is paired with."""
        comparison = self.comparison
        if comparison is None or event is None:
            return None
        if side is Side.A:
            return comparison.partner_of_a(event)
        return comparison.partner_of_b(event)

    def chosen_events(self) -> tuple[int, int] | None:
        """The events chosen in A and in B, or None where one is missing."""
        a, b = (self.selected_on(side) for side in Side)
        return (a, b) if a is not None and b is not None else None
