"""Loading Qt's libraries in a thread beside Python's own imports.

The dynamic linker takes a fifth of the time in which Qt is imported, and no Python meanwhile; nor
does fontconfig, which looks through the machine's fonts before the first text. While they do so,
the modules that know no Qt can be imported.

Rules:
* Only libraries are loaded that know nothing of Python. Called is only what Qt calls anyway and
  what gives the same to whoever calls it next: fontconfig reads what fonts the machine has.
* Nothing depends on it: a library that does not lie where the wheels have it is loaded by Qt later.
* Few calls: each has the two threads wait for each other.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

LIBRARIES = (
    "Qt/lib/libQt6Widgets.so.6",  # brings QtCore and QtGui with it
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/lib/libQt6Svg.so.6",
)
FONTS = "libfontconfig.so.1"


@contextmanager
def qt_loading() -> Iterator[None]:
    """The libraries of Qt are loaded meanwhile, where that can be done."""
    thread = Thread(target=_load, name="timeline-app loading Qt")
    thread.start()
    try:
        yield
    finally:
        thread.join()


def _load() -> None:
    package = find_spec("PySide6") if sys.platform == "linux" else None
    if package is None or package.origin is None:
        return
    # The linker's own function: `CDLL(file)` would keep all other threads from running meanwhile.
    load = ctypes.CDLL(None).dlopen
    load.restype = ctypes.c_void_p
    load.argtypes = [ctypes.c_char_p, ctypes.c_int]
    for library in LIBRARIES:
        load(os.fsencode(Path(package.origin).parent / library), os.RTLD_LAZY | os.RTLD_LOCAL)
    with suppress(OSError):  # then Qt says so
        ctypes.CDLL(FONTS).FcInit()
