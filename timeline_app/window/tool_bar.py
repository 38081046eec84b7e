"""The row of buttons under the menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from timeline_app.session.change import Change
from timeline_app.session.comparing_words import where_in_steps
from timeline_app.session.session import Session
from timeline_app.window.action_button import ActionButton
from timeline_app.window.appearance import Appearance
from timeline_app.window.menus import Menus
from timeline_app.window.plain import PlainLabel


class ToolBar(QToolBar):
    """Open, step, axis, zoom, filter, export."""

    def __init__(
        self, session: Session, menus: Menus, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__("Tools", parent)
        self._session = session
        self._menus = menus
        self._appearance = appearance
        self._steps = PlainLabel(parent=self, name="soft")
        # As wide as it may become, so that no button moves while one steps.
        self._steps.setMinimumWidth(self.fontMetrics().horizontalAdvance("pair 00 of 00"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._button("open", "Open…")
        self._button("previous-event", "")
        self._button("next-event", "")
        self.addWidget(self._steps)
        self._joined(("axis-order", "Order"), ("axis-calendar", "Calendar"))
        self._button("zoom-out", "")
        self._button("zoom-in", "")
        self._button("fit", "Fit")
        self._menu_button("Kinds", menus.kinds)
        self._menu_button("Actors", menus.actors)
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._button("compare", "Compare…")
        self._button("attach-folder", "Articles…")
        self._button("export", "Export…")
        self._name_extension()
        appearance.changed.connect(self._tint)
        session.subscribe(self.take)
        self._tint()
        self.take(Change.everything())

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & (Change.CURRENT | Change.SELECTION | Change.FILTER | Change.COMPARING):
            self._steps.setText(where_in_steps(self._session))
        if change & ~Change.HOVER & ~Change.SPAN:
            self._menus.refresh()

    def _made(self, identity: str, words: str) -> QToolButton:
        """A button for an action: with its icon alone where it has no words."""
        return ActionButton(self._menus.actions[identity], words, self)

    def _button(self, identity: str, words: str) -> None:
        self.addWidget(self._made(identity, words))

    def _joined(self, *buttons: tuple[str, str]) -> None:
        """Buttons that stand as one, for choices of which one holds."""
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(8, 0, 8, 0)
        box.setSpacing(0)
        for identity, words in buttons:
            box.addWidget(self._made(identity, words))
        self.addWidget(row)

    def _menu_button(self, words: str, menu: QMenu) -> None:
        button = QToolButton(self)
        button.setText(f"{words} ▾")
        button.setAccessibleName(f"Show and hide {words.lower()}")
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)

    def _name_extension(self) -> None:
        """What has no room is reached by a button of Qt's; its picture would be dark on dark, so it
        has a sign in the colour of the text."""
        extension = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if extension is not None:
            extension.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            extension.setText("»")
            extension.setAccessibleName("More tools")

    def _tint(self) -> None:
        for action in self._menus.actions.values():
            if action.row.icon:
                action.setIcon(self._appearance.icon(action.row.icon))
                action.setIconVisibleInMenu(False)
