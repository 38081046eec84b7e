"""What the first frame needs and knows no Qt, loaded as one before Qt is.

PySide looks through the source text of every module that is imported after it, to see whether the
module uses Qt. That takes longer than most imports do, and numpy, the cases and the layout have
much source text. So the start imports this module, and then Qt; nobody else needs it.
"""

from __future__ import annotations

# ruff: noqa: F401 - loaded, not used
import html

import platformdirs

from timeline_app.drawing import legend, overview, paint
from timeline_app.session import facts, panel, session
