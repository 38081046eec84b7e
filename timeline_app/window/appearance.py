"""How the window looks: the theme and the fonts, the palette and the style sheet made of them.

Qt's own colour scheme does nothing on some platforms, so the palette is always ours.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from timeline_app.case.model import Kind
from timeline_app.drawing.fonts import FAMILY, Fonts
from timeline_app.drawing.glyphs import paint_glyph
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.surface import Colour
from timeline_app.drawing.theme import DARK, LIGHT, Theme, ThemeName
from timeline_app.layout.chart import Rect
from timeline_app.paths import resources_folder
from timeline_app.settings import ThemeChoice
from timeline_app.window.style_sheet import style_sheet

ICON_SIZE = 18
TEXT_SIZE = 13


def qt_colour(value: Colour) -> QColor:
    """A colour of the drawing as Qt has it."""
    return QColor.fromRgba(value)


class Appearance(QObject):
    """The theme that holds now, and the fonts."""

    changed = Signal()

    def __init__(self, choice: ThemeChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fonts = Fonts()
        self.glyphs: dict[tuple[ThemeName, Kind, int, bool], QPixmap] = {}
        self._choice = choice
        self._theme = self._chosen()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The colours to paint with."""
        return self._theme

    def choose(self, choice: ThemeChoice) -> None:
        """Light, dark, or as the system has it."""
        self._choice = choice
        self._system_changed()

    def _system_changed(self) -> None:
        theme = self._chosen()
        if theme is not self._theme:
            self._theme = theme
            self._apply()
            self.changed.emit()

    def _chosen(self) -> Theme:
        if self._choice is ThemeChoice.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def _apply(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            font = QFont(FAMILY)
            font.setPixelSize(TEXT_SIZE)
            application.setFont(font)
            application.setPalette(_palette(self._theme))
            application.setStyleSheet(style_sheet(self._theme))

    def icon(self, name: str) -> QIcon:
        """An icon of ours in the colour of the text."""
        path = resources_folder() / "icons" / f"{name}.svg"
        icon = QIcon()
        picture = QSvgRenderer(str(path))
        for scale in (1, 2):
            icon.addPixmap(_tinted(picture, ICON_SIZE, scale, qt_colour(self._theme.text)))
        return icon


def glyph_pixmap(
    appearance: Appearance, kind: Kind, *, size: int = 14, hollow: bool = False
) -> QPixmap:
    """The glyph of a kind, sharp on screens of double density.

    Each is made once: Qt keeps a copy of every pixmap that it has shown, up to ten megabytes.
    """
    key = appearance.theme.name, kind, size, hollow
    if key not in appearance.glyphs:
        appearance.glyphs[key] = _painted_glyph(appearance, kind, size, hollow=hollow)
    return appearance.glyphs[key]


def _painted_glyph(appearance: Appearance, kind: Kind, size: int, *, hollow: bool) -> QPixmap:
    scale = 2
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    surface = QtSurface(painter, appearance.fonts)
    square = Rect(1.0, 1.0, size - 2.0, size - 2.0)
    paint_glyph(surface, appearance.theme, kind, square, hollow=hollow)
    painter.end()
    return pixmap


def _tinted(picture: QSvgRenderer, size: int, scale: int, colour: QColor) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    picture.render(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for one, value in (
        (role.Window, theme.background),
        (role.WindowText, theme.text),
        (role.Base, theme.background),
        (role.AlternateBase, theme.lane_tint),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.text_faint),
        (role.Button, theme.background),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent_tint),
        (role.HighlightedText, theme.text),
        (role.Link, theme.accent),
        (role.Mid, theme.rule),
        (role.Midlight, theme.band),
        (role.Dark, theme.card_border),
        (role.Light, theme.background),
        (role.Shadow, theme.card_border),
    ):
        palette.setColor(one, qt_colour(value))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, qt_colour(theme.text_faint))
    return palette
