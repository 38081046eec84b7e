"""Pictures and formatted text on the clipboard.

Rules:
* What Python gives the clipboard must not be a `QMimeData` that Python made: Qt asks the clipboard
  for it after Python has ended, and a value whose methods lead back into Python then crashes the
  program. So the value comes from Qt itself (a model makes one for a drag), is emptied and filled.
* Every format has a text beside it, for programs that take nothing else.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication, QImage

SVG_TYPE = "image/svg+xml"
HTML_TYPE = "text/html"


def copy_image(image: QImage) -> None:
    """Copy a picture of pixels."""
    QGuiApplication.clipboard().setImage(image)


def copy_text(text: str) -> None:
    """Copy plain text."""
    QGuiApplication.clipboard().setText(text)


def copy_as(kind: str, data: bytes, text: str) -> None:
    """Copy the bytes of a format (`SVG_TYPE`, `HTML_TYPE`), and a text for everybody else."""
    mime = _from_qt()
    mime.setData(kind, QByteArray(data))
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def _from_qt() -> QMimeData:
    """An empty value that Qt has made, so that nothing of it is in Python."""
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    for kind in mime.formats():
        mime.removeFormat(kind)
    return mime
