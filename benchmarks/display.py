"""A display for the windows that are started: an Xvfb of our own where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

SCREEN = "1600x1000x24"
PATIENCE = 10.0
NOT_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM")


@contextmanager
def display(given: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """What windows are shown on, in words, and this environment so that it brings them there."""
    environment = {name: value for name, value in given.items() if name not in NOT_OURS}
    program = shutil.which("Xvfb")
    if program is None:
        yield "offscreen", environment | {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()  # empty where the server ends without a display
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield "Xvfb", environment | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(PATIENCE)
