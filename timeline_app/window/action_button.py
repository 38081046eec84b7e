"""A button for an action of the table, in the toolbar and elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from timeline_app.window.actions import BoundAction
from timeline_app.window.appearance import ICON_SIZE


class ActionButton(QToolButton):
    """A button with an icon where the action has one, and words where there are any.

    It follows its action by itself: Qt's own way, a default action, keeps 144 bytes more each time
    that the action changes, until the button goes (PySide6 6.11.3).
    """

    def __init__(self, action: BoundAction, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(action.text())
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setText(words)
        style = Qt.ToolButtonStyle
        if not action.row.icon:
            self.setToolButtonStyle(style.ToolButtonTextOnly)
        elif words:
            self.setToolButtonStyle(style.ToolButtonTextBesideIcon)
        else:
            self.setToolButtonStyle(style.ToolButtonIconOnly)
        self.clicked.connect(self._run)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _run(self) -> None:
        self._action.trigger()
        self._follow()  # Qt has pressed or released the button, whatever the action made of it

    @Slot()
    def _follow(self) -> None:
        action = self._action
        self.setToolTip(action.toolTip())
        self.setIcon(action.icon())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())
