"""The style of the fields that only the dialog of exporting has."""

from __future__ import annotations

from timeline_app.drawing.theme import Theme
from timeline_app.paths import resources_folder
from timeline_app.window.appearance import qt_colour

SHEET = """
QCheckBox {{ spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus {{ border: 1px solid {accent}; }}
QCheckBox:disabled {{ color: {faint}; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 3px;
    background: {ground}; }}
QCheckBox::indicator:checked {{ image: url("{check}"); border-color: {accent}; }}
QCheckBox::indicator:disabled {{ border-color: {rule}; image: none; }}
QAbstractSpinBox {{ background: {ground}; border: 1px solid {border}; border-radius: 5px;
    padding: 3px 2px; selection-background-color: {accent}; selection-color: {ground}; }}
QAbstractSpinBox:focus {{ border: 2px solid {accent}; padding: 2px 1px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 18px; border: none;
    background: transparent; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
QPushButton:default {{ background: {accent}; border-color: {accent}; color: {ground}; }}
QPushButton:default:hover {{ border-color: {text}; }}
QPushButton:default:focus {{ border: 2px solid {text}; }}
QPushButton:default:disabled {{ background: {ground}; border-color: {rule}; color: {faint}; }}
"""


def dialog_sheet(theme: Theme) -> str:
    """The style sheet for a theme."""
    icons = resources_folder() / "icons"
    colours = {
        "ground": theme.background,
        "text": theme.text,
        "faint": theme.text_faint,
        "accent": theme.accent,
        "edge": theme.hover_border,
        "border": theme.card_border,
        "rule": theme.rule,
    }
    names = {name: qt_colour(colour).name() for name, colour in colours.items()}
    files = {name: (icons / f"{name}.svg").as_posix() for name in ("check", "up", "down")}
    return SHEET.format(**names, **files)
