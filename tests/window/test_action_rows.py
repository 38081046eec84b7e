"""The rows of the table of actions."""

from __future__ import annotations

from timeline_app.window.action_rows import ActionRow, Menu, Scope


def test_a_row_counts_in_the_whole_window_unless_it_says_otherwise() -> None:
    row = ActionRow("one", Menu.COMPARE, "One", (), lambda _commands: None)
    assert row.scope is Scope.WINDOW
    assert (row.checked, row.enabled, row.submenu, row.icon) == (None, None, "", "")
    assert list(Menu).index(Menu.COMPARE) == len(Menu) - 2  # Help comes last
