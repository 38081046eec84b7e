"""What is missing on a machine, said in words before Qt could end the process."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline_app import display
from timeline_app.display import PAINTING, WAYLAND, X11, Machine, picture_obstacle, window_obstacle

ROOT = Path(__file__).resolve().parent.parent
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks a real Linux")
ON_X11 = {"DISPLAY": ":0"}
ON_WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}


def machine(
    environment: Mapping[str, str], missing: tuple[str, ...] = (), answers: str = "xcb wayland"
) -> Machine:
    return Machine(
        system="linux",
        environment=environment,
        has_qt=lambda: True,
        loads=lambda library: library not in missing,
        answers=lambda platform, _: platform in answers.split(),
    )


def run(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    kept.pop("QT_QPA_PLATFORM", None)
    kept.pop("XDG_SESSION_TYPE", None)
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


TELL = "from timeline_app import display; print(display.window_obstacle() or 'a window can open')"


@pytest.mark.parametrize(
    "environment",
    [
        ON_X11,
        ON_WAYLAND,
        {"XDG_SESSION_TYPE": "wayland"},
        {"WAYLAND_SOCKET": "7"},
        {"QT_QPA_PLATFORM": "xcb", **ON_X11},
        {"QT_QPA_PLATFORM": "wayland-egl", **ON_WAYLAND},
    ],
)
def test_a_whole_machine_has_no_obstacle(environment: dict[str, str]) -> None:
    assert window_obstacle(machine(environment)) is None
    assert picture_obstacle(machine(environment)) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:configfile=x", "vnc"])
def test_a_platform_without_a_display_needs_none(platform: str) -> None:
    everything = tuple(X11) + tuple(WAYLAND)
    asked = Machine(
        system="linux",
        environment={"QT_QPA_PLATFORM": platform},
        has_qt=lambda: True,
        loads=lambda library: library not in everything,
    )
    assert window_obstacle(asked) is None


def test_no_display_is_said_with_what_to_do() -> None:
    said = window_obstacle(machine({}))
    assert said == (
        "There is no display to open a window on: DISPLAY is not set.\n"
        "Start it from a desktop session, through `ssh -X`, or under `xvfb-run`.\n"
        "Pictures need no display: `timeline-app export CASE -o PICTURE.png`."
    )
    assert picture_obstacle(machine({})) is None


def test_an_empty_variable_is_no_display() -> None:
    said = window_obstacle(machine({"DISPLAY": "", "WAYLAND_DISPLAY": ""}))
    assert said is not None
    assert "is not set" in said


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        (ON_X11, "DISPLAY=:0 does not answer"),
        (ON_WAYLAND, "WAYLAND_DISPLAY=wayland-0 does not answer"),
        (ON_X11 | ON_WAYLAND, "WAYLAND_DISPLAY=wayland-0, DISPLAY=:0 does not answer"),
        ({"XDG_SESSION_TYPE": "wayland"}, "WAYLAND_DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY is not set"),
    ],
)
def test_a_display_that_does_not_answer_is_named(environment: dict[str, str], named: str) -> None:
    said = window_obstacle(machine(environment, answers=""))
    assert said is not None
    assert named in said


def test_one_display_that_answers_is_enough() -> None:
    both = ON_X11 | ON_WAYLAND
    assert window_obstacle(machine(both, answers="xcb")) is None
    assert window_obstacle(machine(both, answers="wayland")) is None
    assert window_obstacle(machine(both, missing=tuple(WAYLAND))) is None
    assert window_obstacle(machine(both, missing=tuple(X11))) is None


def test_every_missing_library_is_named_at_once_with_its_package() -> None:
    missing = ("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0")
    assert window_obstacle(machine(ON_X11, missing)) == (
        "Libraries of the system that Qt needs are missing here:\n"
        "  libEGL.so.1\n"
        "  libglib-2.0.so.0\n"
        "  libgthread-2.0.so.0\n"
        "  libxcb-cursor.so.0\n"
        "On Debian and Ubuntu: sudo apt install libegl1 libglib2.0-0 libxcb-cursor0\n"
        "Elsewhere, install the packages that hold these files."
    )


def test_a_picture_needs_no_library_of_the_display() -> None:
    assert picture_obstacle(machine({}, tuple(X11) + tuple(WAYLAND))) is None
    said = picture_obstacle(machine({}, ("libEGL.so.1", "libxcb-cursor.so.0")))
    assert said is not None
    assert "libegl1\n" in said
    assert "cursor" not in said


def test_libraries_are_said_before_the_display() -> None:
    said = window_obstacle(machine({}, ("libGL.so.1",)))
    assert said is not None
    assert "sudo apt install libgl1\n" in said


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_elsewhere_nothing_is_looked_for(system: str) -> None:
    def forbidden(*_: object) -> bool:
        raise AssertionError("asked")

    elsewhere = Machine(
        system=system,
        environment={},
        has_qt=lambda: True,
        loads=forbidden,
        answers=forbidden,
    )
    assert window_obstacle(elsewhere) is None
    assert picture_obstacle(elsewhere) is None


def test_a_program_without_qt_is_told_apart() -> None:
    without = Machine(system="win32", environment={}, has_qt=lambda: False)
    for said in (window_obstacle(without), picture_obstacle(without)):
        assert said is not None
        assert said.startswith("PySide6")


@LINUX
def test_a_wayland_socket_must_be_there(tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "w"}
    asked = Machine(environment=environment, has_qt=lambda: True, loads=lambda _: True)
    said = window_obstacle(asked)
    assert said is not None
    assert "WAYLAND_DISPLAY=w does not answer" in said
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "w"))
        assert window_obstacle(asked) is None


@LINUX
@pytest.mark.skipif(
    window_obstacle(Machine(environment=ON_X11, answers=lambda *_: True)) is not None,
    reason="the libraries of X11 are not installed",
)
def test_a_bogus_display_is_refused_for_real() -> None:
    done = run(TELL, DISPLAY=":4321")
    assert "DISPLAY=:4321 does not answer" in done.stdout
    assert (done.stderr, done.returncode) == ("", 0)


@LINUX
def test_a_real_display_is_accepted(x_display: str) -> None:
    assert run(TELL, DISPLAY=x_display).stdout == "a window can open\n"


@LINUX
def test_a_library_that_is_not_there_does_not_load() -> None:
    asked = Machine(environment={})
    assert not asked.loads("libno-such-library.so.9")
    assert asked.loads("libc.so.6")


@LINUX
def test_it_imports_no_qt() -> None:
    done = run(TELL + "; import sys; print([name for name in sys.modules if 'PySide6' in name])")
    assert done.stdout.splitlines()[-1] == "[]"


@LINUX
def test_the_tables_hold_every_library_that_the_installed_qt_names() -> None:
    """PySide6's own list of needed libraries, read from its files, is in the tables."""
    common = {"ld-linux-x86-64", "libc", "libm", "libdl", "libgcc_s", "libstdc++", "libpthread"}
    common |= {"librt", "libz", "ld-linux-aarch64"}
    folder = _qt_folder()
    groups = {
        "painting": [
            "lib/libQt6Core.so.6",
            "lib/libQt6DBus.so.6",
            "lib/libQt6Gui.so.6",
            "lib/libQt6Svg.so.6",
            "lib/libQt6Widgets.so.6",
            "plugins/platforms/libqoffscreen.so",
        ],
        "x11": ["lib/libQt6XcbQpa.so.6", "plugins/platforms/libqxcb.so"],
        "wayland": ["lib/libQt6WaylandClient.so.6", "plugins/platforms/libqwayland.so"],
    }
    known = {"painting": set(PAINTING), "x11": {*PAINTING, *X11}, "wayland": {*PAINTING, *WAYLAND}}
    for group, files in groups.items():
        for file in files:
            needed = {
                name
                for name in _needed(folder / file)
                if name.split(".so")[0] not in common and not name.startswith(("libQt6", "libicu"))
            }
            assert needed <= known[group], (file, needed - known[group])


def _qt_folder() -> Path:
    import PySide6

    return Path(str(PySide6.__file__)).parent / "Qt"


def _needed(file: Path) -> set[str]:
    """The NEEDED entries of an ELF file, by the loader's own tables (64 bit, little-endian)."""
    data = file.read_bytes()
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    headers = [struct.unpack_from("<IIQQQQ", data, table + size * index) for index in range(count)]
    loaded = [(at, start, length) for kind, _, at, start, _, length in headers if kind == 1]
    dynamic = next((at, length) for kind, _, at, _, _, length in headers if kind == 2)
    entries = list(struct.iter_unpack("<qQ", data[dynamic[0] : sum(dynamic)]))
    (names,) = (value for tag, value in entries if tag == 5)
    base = next(
        at + names - start for at, start, length in loaded if start <= names < start + length
    )
    offsets = [base + value for tag, value in entries if tag == 1]
    return {data[offset : data.index(b"\0", offset)].decode() for offset in offsets}


def test_the_exit_code_is_fixed() -> None:
    assert display.MACHINE_LACKS == 3
