"""The style sheet of the window, made from a theme. Colours only by the theme's names."""

from __future__ import annotations

from timeline_app.drawing.surface import Colour
from timeline_app.drawing.theme import Theme
from timeline_app.paths import resources_folder
from timeline_app.session.comparing import Side
from timeline_app.window.sides import side_colours

SHEET = """
QMainWindow, QDialog {{ background: {background}; }}
QMenuBar {{ background: {lane_tint}; border-bottom: 1px solid {rule}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_tint}; }}
QMenu {{ background: {background}; border: 1px solid {card_border}; padding: 4px;
    menu-scrollable: 1; }}
QMenu::item {{ padding: 5px 26px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_tint}; color: {text}; }}
QMenu::item:disabled {{ color: {text_faint}; }}
QMenu::separator {{ height: 1px; background: {rule}; margin: 4px 8px; }}
QToolBar {{ background: {background}; border: none; border-bottom: 1px solid {rule};
            padding: 6px 10px; spacing: 8px; }}
QStatusBar {{ background: {lane_tint}; border-top: 1px solid {rule}; color: {text_soft}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {rule}; }}
QSplitter::handle:hover {{ background: {accent}; }}

QPushButton, QToolButton {{ background: {background}; border: 1px solid {card_border};
    border-radius: 5px; padding: 4px 10px; color: {text}; }}
QToolButton {{ padding: 4px 8px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover_tint}; border-color: {hover_border}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 9px; }}
QToolButton:focus {{ padding: 3px 7px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {text_faint}; border-color: {rule}; }}
QToolButton:checked {{ background: {accent}; border-color: {accent}; color: {background}; }}
#qt_toolbar_ext_button {{ border: none; padding: 0px; min-width: 18px; color: {text};
    font-size: 18px; }}
QToolButton::menu-indicator {{ image: none; width: 0px; }}

QLineEdit {{ background: {background}; border: 1px solid {card_border}; border-radius: 5px;
    padding: 4px 7px; selection-background-color: {accent}; selection-color: {background}; }}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 3px 6px; }}
QComboBox {{ background: {background}; border: 1px solid {card_border}; border-radius: 5px;
    padding: 3px 8px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 14px; height: 14px; }}
QComboBox:focus {{ border: 2px solid {accent}; padding: 2px 7px; }}
QComboBox QAbstractItemView {{ background: {background}; border: 1px solid {card_border};
    selection-background-color: {accent_tint}; selection-color: {text}; }}

QListView, QTableView, QPlainTextEdit, QScrollArea {{ background: {background}; border: none; }}
QListView:focus, QTableView:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; }}
QListView, QTableView, QPlainTextEdit {{ border: 2px solid transparent; }}
QTableView {{ gridline-color: transparent; selection-background-color: {accent_tint};
    selection-color: {text}; alternate-background-color: {background}; }}
QTableView::item {{ border-bottom: 1px solid {rule}; padding: 3px 6px; }}
QTableView::item:selected {{ background: {accent_tint}; color: {text}; }}
QHeaderView {{ background: {lane_tint}; }}
QHeaderView::section {{ background: {lane_tint}; border: none; color: {text_soft};
    border-bottom: 1px solid {rule}; padding: 5px 6px; }}
QTabBar {{ background: {background}; }}
QTabBar::tab {{ background: transparent; border: none; padding: 7px 12px; color: {text_soft};
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar:focus {{ outline: none; }}
QTabBar::tab:focus {{ background: {accent_tint}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {rule}; }}
QProgressBar {{ border: 1px solid {card_border}; border-radius: 4px; background: {background};
    height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {card_border}; padding: 4px; }}

QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {card_border}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {hover_border}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

#heading {{ font-size: 17px; font-weight: 600; }}
#headingA, #headingB {{ font-size: 15px; font-weight: 600; }}
#headingA, #letterA {{ color: {ink_a}; }}
#headingB, #letterB {{ color: {ink_b}; }}
#letterA, #letterB {{ font-weight: 600; }}
#headA[active="true"] {{ background: {tint_a}; }}
#headB[active="true"] {{ background: {tint_b}; }}
#comparisonBar {{ border-bottom: 1px solid {rule}; }}
#comparisonBar QToolButton {{ padding: 2px 8px; }}
#comparisonBar QToolButton:focus {{ padding: 1px 7px; }}
#comparisonBar QToolButton:checked {{ background: {accent_tint}; color: {accent}; }}
#chooserList::item {{ border-bottom: 1px solid {rule}; padding: 5px 6px; }}
#chooserList::item:selected {{ background: {accent_tint}; color: {text}; }}
#paneTitle {{ font-weight: 600; }}
#kindName {{ color: {text_soft}; font-weight: 600; letter-spacing: 1px; }}
#soft, #factName {{ color: {text_soft}; }}
#faint {{ color: {text_faint}; }}
#link {{ color: {accent}; border: 1px solid transparent; border-radius: 3px; }}
#link:hover {{ background: {accent_tint}; }}
#link:focus {{ border: 1px solid {accent}; background: {accent_tint}; }}
#notice {{ background: {accent_tint}; color: {text}; border: 1px solid {accent};
    border-radius: 5px; padding: 4px 10px; }}
#rule {{ background: {rule}; }}
#emptyTitle {{ font-size: 18px; font-weight: 600; }}
"""

_FIELDS = (
    "background",
    "lane_tint",
    "card",
    "card_border",
    "rule",
    "text",
    "text_soft",
    "text_faint",
    "accent",
    "accent_tint",
    "hover_tint",
    "hover_border",
)


def style_sheet(theme: Theme) -> str:
    """The style sheet for a theme."""
    colours: dict[str, Colour] = {name: getattr(theme, name) for name in _FIELDS}
    down = (resources_folder() / "icons" / "down.svg").as_posix()
    for side in Side:
        of_side = side_colours(theme, side)
        colours |= {f"ink_{side.lower()}": of_side.ink, f"tint_{side.lower()}": of_side.tint}
    return SHEET.format(down=down, **{name: _written(value) for name, value in colours.items()})


def _written(value: Colour) -> str:
    alpha, rgb = value >> 24, value & 0x00FFFFFF
    red, green, blue = rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF
    return f"rgba({red}, {green}, {blue}, {alpha})"
