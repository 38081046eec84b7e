"""The menu bar, made from the table of actions, with the submenus that depend on the case."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from timeline_app.case.model import Kind
from timeline_app.session.filtering import NOBODY
from timeline_app.session.session import Session
from timeline_app.window.action_rows import ActionRow, Menu, Scope
from timeline_app.window.actions import ACTIONS, BoundAction
from timeline_app.window.commands import Commands
from timeline_app.window.compare_actions import ALIGN_MENU
from timeline_app.window.plain import without_mnemonic


class KindAction(QAction):
    """Shows or hides a kind."""

    def __init__(self, kind: Kind, session: Session, parent: QWidget) -> None:
        super().__init__(kind.capitalize(), parent)
        self._kind = kind
        self._session = session
        self.setCheckable(True)
        self.setChecked(session.view is None or kind not in session.view.filter.kinds)
        self.triggered.connect(self._run)

    @Slot(bool)
    def _run(self, shown: bool) -> None:
        self._session.show_kind(self._kind, shown=shown)


class ActorAction(QAction):
    """Shows or hides an actor."""

    def __init__(self, actor: str, name: str, session: Session, parent: QWidget) -> None:
        super().__init__(without_mnemonic(name), parent)
        self._actor = actor
        self._session = session
        self.setCheckable(True)
        self.setChecked(session.view is None or actor not in session.view.filter.actors)
        self.triggered.connect(self._run)

    @Slot(bool)
    def _run(self, shown: bool) -> None:
        self._session.show_actor(self._actor, shown=shown)


class RecentAction(QAction):
    """Opens a file or folder again."""

    def __init__(self, path: str, commands: Commands, parent: QWidget) -> None:
        super().__init__(without_mnemonic(path), parent)
        self._path = path
        self._commands = commands
        self.triggered.connect(self._run)

    @Slot()
    def _run(self) -> None:
        self._commands.open_paths([Path(self._path)])


class Menus:
    """Fills a menu bar, and gives the bound actions by their ids."""

    def __init__(self, bar: QMenuBar, commands: Commands, window: QWidget) -> None:
        self._commands = commands
        self._window = window
        self.actions: dict[str, BoundAction] = {
            row.id: BoundAction(row, commands, window) for row in ACTIONS
        }
        self.kinds = QMenu("Kinds", window)
        self.actors = QMenu("Actors", window)
        self._recent = QMenu("Open again", window)
        self.submenus: dict[str, QMenu] = {}
        self.kinds.aboutToShow.connect(self._fill_kinds)
        self.actors.aboutToShow.connect(self._fill_actors)
        self._recent.aboutToShow.connect(self._fill_recent)
        for menu in Menu:
            self._fill(bar.addMenu(f"&{menu}"), menu)

    def _fill(self, menu: QMenu, which: Menu) -> None:
        for row in ACTIONS:
            if row.menu is not which or row.scope is Scope.TIMELINE:
                continue
            if row.submenu:
                self._fill_submenu(menu, row)
                continue
            if row.break_before:
                menu.addSeparator()
            if row.id == "show-hidden":
                menu.addMenu(self.kinds)
                menu.addMenu(self.actors)
            menu.addAction(self.actions[row.id])
            if row.id == "open-folder":
                menu.addMenu(self._recent)
        menu.aboutToShow.connect(self.refresh)

    def _fill_submenu(self, menu: QMenu, row: ActionRow) -> None:
        inner = self.submenus.get(row.submenu)
        if inner is None:
            inner = self.submenus[row.submenu] = QMenu(row.submenu, self._window)
            menu.addMenu(inner)
            inner.aboutToShow.connect(self.refresh)
            if row.submenu == ALIGN_MENU:
                for identity in ("axis-order", "axis-calendar"):
                    inner.addAction(self.actions[identity])
        if row.break_before:
            inner.addSeparator()
        inner.addAction(self.actions[row.id])

    @Slot()
    def refresh(self) -> None:
        """Set check marks and what can be chosen."""
        for action in self.actions.values():
            action.refresh()
        self._recent.setEnabled(bool(self._commands.choices.settings.recent_files))
        has_case = self._commands.session.chronology is not None
        self.kinds.setEnabled(has_case)
        self.actors.setEnabled(has_case)

    @Slot()
    def _fill_kinds(self) -> None:
        session = self._commands.session
        _refill(self.kinds, (KindAction(kind, session, self.kinds) for kind in Kind))

    @Slot()
    def _fill_actors(self) -> None:
        session = self._commands.session
        if session.chronology is None:
            return
        named = [(actor.id, actor.name) for actor in session.chronology.case.actors]
        _refill(
            self.actors,
            (
                ActorAction(identity, name, session, self.actors)
                for identity, name in [*named, (NOBODY, "nobody named")]
            ),
        )

    @Slot()
    def _fill_recent(self) -> None:
        recent = self._commands.choices.settings.recent_files
        _refill(
            self._recent,
            (RecentAction(path, self._commands, self._recent) for path in recent),
        )


def _refill(menu: QMenu, actions: Iterable[QAction]) -> None:
    for old in menu.actions():
        menu.removeAction(old)
        old.deleteLater()
    for action in actions:
        menu.addAction(action)
