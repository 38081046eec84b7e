"""The application object of a benchmark that shows windows offscreen."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from timeline_app.app import make_application

UNABLE = "This plugin does not support"  # said by the offscreen platform for each window


def quiet_application() -> QCoreApplication:
    """The application, made where there is none yet; it keeps to itself what can't be done
    offscreen."""
    logging.getLogger("timeline_app.app").addFilter(lambda line: UNABLE not in line.getMessage())
    return QApplication.instance() or make_application()
