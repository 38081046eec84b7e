"""What a session says has changed. Listeners look only at what concerns them."""

from __future__ import annotations

from enum import Flag, auto


class Change(Flag):
    """One or several things that are no longer as they were."""

    NONE = 0
    CASES = auto()  # the list: files came, went, or were read or solved anew
    CURRENT = auto()  # another case is shown, or the shown one was read or solved anew
    SELECTION = auto()  # another event, or another second event, is chosen
    AXIS = auto()  # order or calendar, lanes by kind or by actor
    SPAN = auto()  # the visible stretch
    FILTER = auto()  # which kinds and actors are shown
    BASES = auto()  # which statements count
    SOURCE = auto()  # which source's text is shown
    HOVER = auto()  # the event under the pointer
    COMPARING = auto()  # which cases are compared, how, or what came of it
    PAIRS = auto()  # events paired by hand, or no longer
    TEXT_PLACES = auto()  # where articles are looked for

    @classmethod
    def everything(cls) -> Change:
        """All changes at once, for a widget that has just been made."""
        return ~cls.NONE
