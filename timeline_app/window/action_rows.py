"""What a row of the table of actions holds."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from timeline_app.window.commands import Commands


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "File"
    EDIT = "Edit"
    VIEW = "View"
    GO = "Go"
    COMPARE = "Compare"
    HELP = "Help"


class Scope(StrEnum):
    """Where the keys of an action count."""

    WINDOW = "window"
    TIMELINE = "timeline"


class ActionRow(Struct, frozen=True, gc=False):
    """One thing to do. `keys` in Qt's portable notation; `checked` makes it a switch; `enabled`
    says whether it makes sense now; `break_before` puts a line above it in its menu; `submenu` is
    the name of the menu within the menu in which it stands."""

    id: str
    menu: Menu
    text: str
    keys: tuple[str, ...]
    run: Callable[[Commands], None]
    checked: Callable[[Commands], bool] | None = None
    enabled: Callable[[Commands], bool] | None = None
    scope: Scope = Scope.WINDOW
    break_before: bool = False
    icon: str = ""
    submenu: str = ""
