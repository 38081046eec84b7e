"""Whether this machine can open a window or paint a picture, found out before Qt is loaded.

Qt ends the whole process where it finds no display, and names one missing library at a time. So
this looks first, and says everything that is missing at once, in words.

Rules:
* Nothing here imports Qt. Only Linux is looked at; elsewhere the libraries come with the system.
* A library is looked for by loading it, which Qt would do next anyway, so that it costs nothing.
* A display counts where it answers, not where a variable names one.
* Qt tries Wayland, then X11, as the environment offers them; it is enough that one will do.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct, field

MACHINE_LACKS = 3
"""The exit code of a command that found no way to open its window or to paint."""

# The file that is loaded -> the Debian package that holds it. From the NEEDED entries of
# QtCore, QtGui and QtWidgets, and of the platform plugins xcb and wayland, of PySide6 6.11.
PAINTING: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
X11: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND: Mapping[str, str] = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_LIBRARIES: Mapping[str, Mapping[str, str]] = {"xcb": X11, "wayland": WAYLAND}
_VARIABLES: Mapping[str, str] = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}

_NO_QT = "PySide6, which draws windows and pictures, is missing here: install timeline-app again."
_NO_DISPLAY = "There is no display to open a window on: {variables} is not set."
_SILENT = "There is no display to open a window on: {names} does not answer."
_WITHOUT_DISPLAY = """
Start it from a desktop session, through `ssh -X`, or under `xvfb-run`.
Pictures need no display: `timeline-app export CASE -o PICTURE.png`."""
_LACKING = """\
Libraries of the system that Qt needs are missing here:
{rows}
On Debian and Ubuntu: sudo apt install {packages}
Elsewhere, install the packages that hold these files."""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(platform: str, environment: Mapping[str, str]) -> bool:
    if platform == "xcb":
        return _x11_answers(environment)
    return platform != "wayland" or _wayland_answers(environment)


def _x11_answers(environment: Mapping[str, str]) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(environment.get("DISPLAY", "")), None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    if "WAYLAND_SOCKET" in environment:  # an open connection, which a trial would use up
        return True
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    return (Path(environment.get("XDG_RUNTIME_DIR", "/")) / name).is_socket()


def _has_qt() -> bool:
    return find_spec("PySide6") is not None


def _environment() -> Mapping[str, str]:
    return os.environ


class Machine(Struct, frozen=True, gc=False):
    """What is asked of a machine. The tests ask machines of their own."""

    system: str = sys.platform
    environment: Mapping[str, str] = field(default_factory=_environment)
    has_qt: Callable[[], bool] = _has_qt
    loads: Callable[[str], bool] = _loads  # can this library be loaded?
    answers: Callable[[str, Mapping[str, str]], bool] = _answers  # does this platform's display?


def picture_obstacle(machine: Machine | None = None) -> str | None:
    """Why no picture can be painted here, in words, or None where it can. It needs no display."""
    machine = machine or Machine()
    if not machine.has_qt():
        return _NO_QT
    missing = _missing(PAINTING, machine)
    return _missing_in_words(missing) if missing else None


def window_obstacle(machine: Machine | None = None) -> str | None:
    """Why no window can be opened here, in words, or None where it can."""
    machine = machine or Machine()
    if not machine.has_qt():
        return _NO_QT
    if not machine.system.startswith("linux"):
        return None
    platforms = _platforms(machine.environment)
    lacking = {name: _missing(_LIBRARIES.get(name, {}), machine) for name in platforms}
    whole = [name for name in platforms if not lacking[name]]
    missing = _missing(PAINTING, machine)
    if not missing and any(machine.answers(name, machine.environment) for name in whole):
        return None
    for libraries in lacking.values():
        missing |= libraries
    if missing:
        return _missing_in_words(missing)
    return _no_display_in_words(platforms, machine.environment)


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """The platforms that Qt will try, in its order: those asked for, else those on offer."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked:
        names = [part.partition(":")[0] for part in asked.split(";")]
        return ["wayland" if name.startswith("wayland") else name for name in names if name]
    offers_wayland = (
        bool(environment.get("WAYLAND_DISPLAY"))
        or "WAYLAND_SOCKET" in environment
        or environment.get("XDG_SESSION_TYPE") == "wayland"
    )
    offers_x11 = bool(environment.get("DISPLAY"))
    return ["wayland"] * offers_wayland + ["xcb"] * offers_x11


def _missing(libraries: Mapping[str, str], machine: Machine) -> dict[str, str]:
    if not machine.system.startswith("linux"):
        return {}
    return {name: package for name, package in libraries.items() if not machine.loads(name)}


def _missing_in_words(missing: Mapping[str, str]) -> str:
    rows = "\n".join(f"  {library}" for library in missing)
    return _LACKING.format(rows=rows, packages=" ".join(sorted(set(missing.values()))))


def _no_display_in_words(platforms: list[str], environment: Mapping[str, str]) -> str:
    variables = [_VARIABLES[name] for name in platforms if name in _VARIABLES]
    names = [f"{name}={environment[name]}" for name in variables if environment.get(name)]
    if names:
        return _SILENT.format(names=", ".join(names)) + _WITHOUT_DISPLAY
    wanted = " or ".join(variables or ["DISPLAY"])
    return _NO_DISPLAY.format(variables=wanted) + _WITHOUT_DISPLAY
