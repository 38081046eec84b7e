"""A button for an action of the table, in the toolbar and elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from timeline_app.window.actions import BoundAction
from timeline_app.window.appearance import ICON_SIZE


def action_button(action: BoundAction, words: str, parent: QWidget) -> QToolButton:
    """A button with an icon where the action has one, and words where there are any; an action
    has the same words on all of its buttons."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    action.setIconText(words)
    style = Qt.ToolButtonStyle
    if not action.row.icon:
        button.setToolButtonStyle(style.ToolButtonTextOnly)
    elif words:
        button.setToolButtonStyle(style.ToolButtonTextBesideIcon)
    else:
        button.setToolButtonStyle(style.ToolButtonIconOnly)
    return button
