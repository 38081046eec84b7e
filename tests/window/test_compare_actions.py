"""The rows of the menu Compare."""

from __future__ import annotations

from tests.window.conftest import trigger
from timeline_app.case.comparing.stages import STAGES
from timeline_app.window.compare_actions import ALIGN_MENU, COMPARE_ACTIONS
from timeline_app.window.main_window import MainWindow


def test_every_stage_can_be_day_zero_by_its_first_and_its_last_event() -> None:
    ids = {row.id for row in COMPARE_ACTIONS if row.submenu == ALIGN_MENU}
    expected = {f"align-{which}-{kind}" for which in ("first", "last") for kind in STAGES}
    assert ids == expected | {"align-chosen"}


def test_only_starting_a_comparison_makes_sense_without_one(window: MainWindow) -> None:
    actions = window.menus.actions
    for row in COMPARE_ACTIONS:
        actions[row.id].refresh()
        assert actions[row.id].isEnabled() is (row.id == "compare"), row.id


def test_the_way_of_aligning_has_the_mark(compared: MainWindow) -> None:
    trigger(compared, "align-first-leak")
    actions = compared.menus.actions
    for action in actions.values():
        action.refresh()
    marked = [one for one in actions if one.startswith(("align-", "axis-"))]
    assert [one for one in marked if actions[one].isChecked()] == ["align-first-leak"]
