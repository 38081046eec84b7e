"""The view that carries the overview shows the region; what it does is in test_overview_strip."""

from __future__ import annotations

import pytest
from pyqtgraph import LinearRegionItem

from tests.window.test_chart_canvas import settle
from timeline_app.window.main_window import MainWindow
from timeline_app.window.overview_view import OverviewView


def test_the_region_is_what_is_seen_and_goes_with_the_case(window: MainWindow) -> None:
    window.session.see_columns(0.0, 1.5)
    settle(window)
    (view,) = window.timeline.overview.findChildren(OverviewView)
    (region,) = (item for item in view.scene().items() if isinstance(item, LinearRegionItem))
    assert region.isVisible()
    assert region.getRegion() == pytest.approx((0.0, 1.5), abs=0.2)
    window.session.close_case(0)
    window.session.close_case(1)
    settle(window)
    assert not region.isVisible()
