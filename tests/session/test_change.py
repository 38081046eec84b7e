"""The flags of a change."""

from __future__ import annotations

from timeline_app.session.change import Change


def test_everything_holds_every_flag() -> None:
    for change in Change:
        assert change in Change.everything()
    assert not Change.NONE
