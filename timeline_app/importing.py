"""Importing as Python does it, where PySide would have it done in its own way.

With PySide's import, every `import` statement reads the source text of what it names, each module
once, to see whether that may use PySide's other spelling of names. This program has one spelling,
and has no time for that while it starts.

Rules:
* What is replaced is put back afterwards.
* Where PySide was imported before, nothing changes.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from timeline_app.signatures import signatures_later


@contextmanager
def qt_without_its_import() -> Iterator[None]:
    """Qt is imported, and meanwhile imports are Python's own."""
    of_python = builtins.__import__
    with signatures_later():
        import_module("PySide6.QtCore")
    of_pyside = builtins.__import__
    builtins.__import__ = of_python
    try:
        yield
    finally:
        builtins.__import__ = of_pyside
