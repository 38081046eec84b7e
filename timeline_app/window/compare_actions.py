"""The rows of the table of actions that concern two cases."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.stages import STAGES
from timeline_app.case.model import Kind
from timeline_app.layout.comparison.align import Align
from timeline_app.session.comparing import Side
from timeline_app.window.action_rows import ActionRow, Menu
from timeline_app.window.commands import Commands

ALIGN_MENU = "Align on"
PAIRS_MENU = "Pairs"


def _is_comparing(commands: Commands) -> bool:
    return commands.session.comparing is not None


def _is_compared(commands: Commands) -> bool:
    return commands.session.comparison is not None


def _both_chosen(commands: Commands) -> bool:
    return _is_compared(commands) and commands.session.chosen_events() is not None


def _can_pair(commands: Commands) -> bool:
    """Whether the two chosen events are no pair yet."""
    session = commands.session
    events = session.chosen_events() if _is_compared(commands) else None
    return events is not None and session.partner(Side.A, events[0]) != events[1]


def _aligning(which: Which, kind: Kind) -> Callable[[Commands], None]:
    return lambda c: c.session.align_on_kind(which, kind)


def _aligned(which: Which, kind: Kind | None) -> Callable[[Commands], bool]:
    def checked(commands: Commands) -> bool:
        comparing = commands.session.comparing
        if comparing is None or comparing.align is not Align.DAY_ZERO:
            return False
        anchor = comparing.anchors[0] or Anchor(Which.CHOSEN)
        return anchor.which is which and anchor.kind is kind

    return checked


def _align_rows(which: Which, key: str) -> tuple[ActionRow, ...]:
    """A row for each kind that makes a stage: "First contact"."""
    return tuple(
        ActionRow(
            f"align-{which}-{kind}",
            Menu.COMPARE,
            f"{which.capitalize()} {kind}",
            (f"{key}{number}",),
            _aligning(which, kind),
            _aligned(which, kind),
            _is_comparing,
            break_before=number == 1,
            submenu=ALIGN_MENU,
        )
        for number, kind in enumerate(STAGES, start=1)
    )


# Set by hand, as the rest of the table is.
# fmt: off
COMPARE_ACTIONS = (
    ActionRow("compare", Menu.COMPARE, "Compare with…", ("D",),
              lambda c: c.comparing.compare_with(), enabled=lambda c: bool(c.session.entries)),
    ActionRow("leave-comparison", Menu.COMPARE, "Leave the comparison", ("Shift+D",),
              lambda c: c.session.leave_comparison(), enabled=_is_comparing),
    ActionRow("swap", Menu.COMPARE, "Swap A and B", ("X",),
              lambda c: c.session.swap(), enabled=_is_comparing, break_before=True),
    ActionRow("replace-a", Menu.COMPARE, "Replace A…", ("Shift+A",),
              lambda c: c.comparing.replace(Side.A), enabled=_is_comparing),
    ActionRow("replace-b", Menu.COMPARE, "Replace B…", ("Shift+B",),
              lambda c: c.comparing.replace(Side.B), enabled=_is_comparing),
    ActionRow("other-side", Menu.COMPARE, "Go to the other case", ("W",),
              lambda c: c.comparing.go_to_other_side(), enabled=_is_comparing),
    *_align_rows(Which.FIRST, ""),
    *_align_rows(Which.LAST, "Ctrl+"),
    ActionRow("align-chosen", Menu.COMPARE, "The chosen events", ("Shift+Z",),
              lambda c: c.comparing.align_on_chosen(), _aligned(Which.CHOSEN, None), _both_chosen,
              break_before=True, submenu=ALIGN_MENU),
    ActionRow("side-by-side", Menu.COMPARE, "Side by side", ("S",),
              lambda c: c.comparing.toggle("stacked"), lambda c: not c.session.manner.stacked,
              _is_comparing, break_before=True),
    ActionRow("linked", Menu.COMPARE, "Linked: both move together", ("J",),
              lambda c: c.comparing.toggle("linked"), lambda c: c.session.manner.linked,
              _is_comparing),
    ActionRow("folded", Menu.COMPARE, "Long empty stretches folded", ("G",),
              lambda c: c.comparing.toggle("folded"), lambda c: c.session.manner.folded,
              _is_comparing),
    ActionRow("by-events", Menu.COMPARE, "Step through all events, not only pairs", ("E",),
              lambda c: c.comparing.toggle("by_events"), lambda c: c.session.manner.by_events,
              _is_comparing),
    ActionRow("pair", Menu.COMPARE, "Pair the two chosen events", ("Ctrl+J",),
              lambda c: c.comparing.pair(), enabled=_can_pair, break_before=True,
              submenu=PAIRS_MENU),
    ActionRow("unpair", Menu.COMPARE, "Take the chosen pair apart", ("Ctrl+Shift+J",),
              lambda c: c.comparing.unpair(), enabled=lambda c: c.comparing.is_pair_chosen(),
              submenu=PAIRS_MENU),
    ActionRow("pair-automatically", Menu.COMPARE, "Pair the chosen events by themselves again",
              ("Ctrl+Alt+J",), lambda c: c.comparing.pair_automatically(),
              enabled=lambda c: c.comparing.is_chosen_by_hand(), submenu=PAIRS_MENU),
    ActionRow("forget-pairs", Menu.COMPARE, "Forget what was paired by hand in these cases…", (),
              lambda c: c.comparing.forget_pairs(),
              enabled=lambda c: c.comparing.has_choices(), submenu=PAIRS_MENU),
    ActionRow("phases", Menu.COMPARE, "Phases and differences", ("V",),
              lambda c: c.comparing.show_phases(), enabled=_is_comparing, break_before=True),
    ActionRow("both-texts", Menu.COMPARE, "Texts of both side by side", ("B",),
              lambda c: c.comparing.toggle_texts(), lambda c: c.comparing.texts_shown(),
              _is_comparing),
    ActionRow("copy-phases", Menu.COMPARE, "Copy the tables as text", ("Ctrl+Alt+C",),
              lambda c: c.comparing.copy_tables(markdown=False), enabled=_is_compared,
              break_before=True),
    ActionRow("copy-phases-markdown", Menu.COMPARE, "Copy the tables as Markdown", ("Ctrl+Alt+M",),
              lambda c: c.comparing.copy_tables(markdown=True), enabled=_is_compared),
    ActionRow("save-phases", Menu.COMPARE, "Save the tables…", ("Ctrl+S",),
              lambda c: c.comparing.save_tables(), enabled=_is_compared),
)
# fmt: on
