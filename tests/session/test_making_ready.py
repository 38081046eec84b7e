"""What two compared cases need before their first frame is there when they are handed in."""

from __future__ import annotations

import pytest

from tests.layout.fake_measurer import MEASURER
from tests.session.conftest import settle
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.comparison.align import Align
from timeline_app.session import pair_steps
from timeline_app.session.compared import work_out
from timeline_app.session.comparing import Side
from timeline_app.session.making_ready import Shown, make_ready
from timeline_app.session.session import Session
from timeline_app.session.side_panel import SidePanel


@pytest.mark.parametrize("align", Align)
def test_the_first_frame_and_step_ask_for_nothing_new(
    compared: Session, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared.align(align)
    wanted = compared.wanted
    if wanted is not None:
        found = work_out(wanted)
        make_ready(found, Shown(compared.lanes_by))
        compared.take_compared(found)
    else:
        assert compared.compared is not None
        make_ready(compared.compared, Shown(compared.lanes_by))
    for name in ("arrows", "single_steps"):
        monkeypatch.delattr(Chronology, name)
    monkeypatch.delattr(pair_steps, "_place")
    for side in Side:
        assert SidePanel(compared, side).picture(900.0, 500.0, MEASURER) is not None
    assert compared.stops()


def test_it_can_be_given_up(compared: Session) -> None:
    compared.align(Align.CALENDAR)
    settle(compared)
    assert compared.compared is not None
    with pytest.raises(Cancelled):
        make_ready(compared.compared, Shown(), lambda: True)
