"""What the first frame needs and knows no Qt, loaded as one before Qt is.

Meanwhile a thread loads Qt's libraries. The start imports this module, and then Qt; nobody else
needs it.
"""

from __future__ import annotations

# ruff: noqa: F401 - loaded, not used
import platformdirs

from timeline_app.drawing import legend, overview, paint, pixels
from timeline_app.layout import hits, preparing
from timeline_app.session import comparing_words, facts, making_ready, panel, session
from timeline_app.window import marks, shell, style_sheet
