"""Loading pyqtgraph, off the GUI thread: it takes longer than a reviewer should wait for a key."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module

from timeline_app.case.cancelling import CancelCheck
from timeline_app.case.collector import collector_resting
from timeline_app.window.background import Background, Delivery, Job
from timeline_app.window.qt_classes import QtClasses

VIEWS = {
    "timeline_app.window.chart_view": "ChartView",
    "timeline_app.window.overview_view": "OverviewView",
}


def bring_views(background: Background, classes: QtClasses, then: Delivery) -> None:
    """Load the views that carry a timeline and its overview when the classes of Qt are there, then
    call `then`: at once where the views are there. It is called as well where the reviewer cancels
    that, and loads them itself."""
    # A module is found while another thread is still loading it: its class tells that it is whole.
    if all(hasattr(sys.modules.get(module), view) for module, view in VIEWS.items()):
        then()
    else:
        job = Job("Getting the timeline ready", partial(_loading, then), dropped=then)
        classes.when_made(partial(background.submit, job))


def _loading(then: Delivery, _cancelled: CancelCheck) -> Delivery:
    with collector_resting():  # what is imported stays: to look at it again and again is in vain
        for module in VIEWS:
            import_module(module)
        # Here, not above: most cases are first seen on the other axis. So C need not wait for it.
        import timeline_app.layout.calendar_chart  # noqa: F401, PLC0415 - loaded, not used
    return then
