"""What the first look at a case asks, worked out where the case is read, off the GUI thread.

What is kept with a case (`Kept`, cached properties) takes long only the first time it is asked for.
Everything here is asked by some widget when the case is shown, or when one steps through it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from timeline_app.case.collector import LARGE
from timeline_app.case.opening import OpenedCase
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.preparing import prepare
from timeline_app.layout.standing import own_standing
from timeline_app.session.case_view import first_view
from timeline_app.session.facts import event_facts
from timeline_app.session.relating import RELATED_EVENTS
from timeline_app.session.status import case_summary
from timeline_app.window.case_rows import phases_of
from timeline_app.window.marks import marks_of


def make_file_ready(
    opened: OpenedCase, lanes_by: LanesBy, *, may_import: Callable[[], bool] = lambda: False
) -> None:
    """For a file that was opened. Where it was large, pyqtgraph is loaded here as well: for a small
    one it would come too late for the first frame, which does without it. `may_import` says whether
    that can be done off the GUI thread by now."""
    if opened.chronology is not None:
        make_case_ready(opened.chronology, lanes_by)
        if len(opened.chronology.order) >= LARGE:
            # A window begins without them, and would load them when it has the case.
            import_module("timeline_app.layout.calendar_chart")
            if may_import():
                import_module("pyqtgraph")
    make_texts_ready(opened)


def make_texts_ready(opened: OpenedCase) -> None:
    """Problems, passages and marks."""
    opened.problems  # noqa: B018 - kept from now on
    if opened.placed is None:
        return
    opened.placed.placement.of_event(0)
    for source in opened.placed.displays:
        marks_of(opened.placed.placement, source)


def make_case_ready(chronology: Chronology, lanes_by: LanesBy) -> None:
    """Charts, facts of an event, relations, and what stands over the timeline and in the list."""
    chronology.answer_quickly()
    prepare(own_standing(chronology), lanes_by)
    first_view(chronology)
    case_summary(chronology)
    phases_of(chronology)
    if chronology.order:
        first = chronology.order[0]
        event_facts(chronology, first)
        if len(chronology.order) <= RELATED_EVENTS:
            chronology.relations(first)
