"""The command as it is started from a shell: its streams, its signals, its end."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.case.file.good_cases import Json, changed, sound, written
from timeline_app.paths import cases_folder

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = [sys.executable, "-m", "timeline_app"]
CASE = cases_folder() / "09-ministry-recorder.case.json"
PATIENCE = 60
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM")

HEAVY = ("PySide6", "shiboken6", "pyqtgraph")
MODULES = """
import json, sys
from timeline_app.cli import main
codes = [main(arguments) for arguments in json.loads(sys.argv[1])]
print(json.dumps([codes, sorted(sys.modules)]), file=sys.stderr)
"""
WINDOW = """
import sys
from timeline_app import app
from timeline_app.cli import main
make_window = app.make_window
def watched(texts):
    from PySide6.QtCore import QTimer
    window = make_window(texts)
    def look():
        entries = window.session.entries
        if len(entries) == int(sys.argv[1]) and not window.background.is_busy:
            for entry in entries:
                print(entry.opened.reading.case.id if entry.opened.reading.case else "broken")
            window.close()
        else:
            QTimer.singleShot(20, look)
    look()
    return window
app.make_window = watched
sys.exit(main(sys.argv[2:]))
"""


def environment(**changes: str) -> dict[str, str]:
    """What a process finds in its surroundings: no display, and these."""
    return {name: value for name, value in os.environ.items() if name not in DISPLAYS} | changes


def start(
    *arguments: str | bytes | Path, given: bytes = b"", **changes: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end."""
    done = subprocess.run(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=environment(**changes),
        input=given,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    return done


def with_redirections(redirections: str, *arguments: str | Path) -> tuple[int, str, str]:
    """Run the command with what a shell makes of these redirections."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirections}', "sh", *PROGRAM, *arguments],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout, done.stderr


def on_a_terminal(*arguments: str | Path, **changes: str) -> str:
    """What a terminal shows of the command."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=environment(TERM="xterm", COLUMNS="60", **changes),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux tells in this way that nobody writes any more
        pass
    os.close(ours)
    process.wait(PATIENCE)
    return shown.decode().replace("\r\n", "\n")


@pytest.fixture(scope="module", autouse=True)
def _compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The processes share their compiled modules, outside the tree."""
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("compiled")))
        changed.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


@pytest.fixture
def odd_case(tmp_path: Path) -> Path:
    """A case that opens, whose title would set a terminal's."""
    path = tmp_path / "odd.case.json"
    path.write_bytes(written(changed({("title",): "\x1b]0;mine\x07\x9b31m\u202eA case"})))
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 kB, which no picture fits on."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)]
    if (
        mount is None
        or subprocess.run([mount, *options], check=False, capture_output=True).returncode
    ):
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


# -- what is loaded


NAME = str(CASE)


@pytest.mark.parametrize(
    ("commands", "unwanted"),
    [
        ([["--version"], ["check", "--help"]], (*HEAVY, "numpy", "msgspec")),
        (
            [
                ["check", NAME],
                ["show", NAME],
                ["show", NAME, "--json"],
                ["compare", NAME, NAME],
                ["compare", NAME, NAME, "--align", "arrest", "--json"],
                ["compare", NAME, NAME, "--csv"],
                ["export", NAME, "-o", "-", "--format", "html"],
                ["export", "--compare", NAME, NAME, "-o", "-", "--format", "md"],
                ["anchor", NAME, "--texts", ".", "-o", "-"],
            ],
            (*HEAVY, "numpy"),
        ),
        ([["export", NAME, "-o", "-"]], ("PySide6.QtWidgets", "pyqtgraph", "pypdf")),
        ([["export", NAME, "-o", "-", "--format", "pdf"]], ("PySide6.QtWidgets", "pyqtgraph")),
    ],
    ids=("help", "check, show, compare, tables, anchor", "export", "pdf"),
)
def test_a_command_loads_no_window(commands: list[list[str]], unwanted: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MODULES, json.dumps(commands)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    codes, modules = json.loads(done.stderr.splitlines()[-1])
    assert set(codes) == {0}, done.stderr
    assert set(unwanted) & set(modules) == set()


# -- streams


def test_data_and_messages_go_their_own_ways(tmp_path: Path) -> None:
    done = start("show", "-", "--json", given=written(sound()))
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["id"] == "small"
    done = start("show", tmp_path / "missing")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"there is no such file" in done.stderr


def test_no_encoding_of_the_terminal_ends_a_command() -> None:
    case = written(changed({("title",): "‘李’ – é 🙂"}))
    text = start("show", "-", given=case, PYTHONIOENCODING="ascii")
    assert text.returncode == 0
    assert text.stdout.startswith(b"'\\u674e' - \\xe9 \\U0001f642\n")
    shown = start("show", "-", "--json", given=case, PYTHONIOENCODING="latin-1")
    assert shown.stdout.isascii()
    assert json.loads(shown.stdout)["title"] == "‘李’ – é 🙂"


def test_a_reader_who_leaves_is_no_fault() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    process = subprocess.Popen(
        [*PROGRAM, "check", CASE, "--json"],
        cwd=ROOT,
        env=environment(),
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_standard_output_that_is_full_or_closed_is_said() -> None:
    assert with_redirections(">/dev/full", "check", CASE) == (
        1, "", "timeline-app: standard output can't be written: the disk is full\n",
    )  # fmt: skip
    said = "timeline-app: standard output is closed\n"
    assert with_redirections(">&-", "check", CASE) == (1, "", said)


def test_closed_messages_don_t_become_data(tmp_path: Path) -> None:
    assert with_redirections("2>&-", "show", tmp_path / "missing") == (1, "", "")
    code, out, _ = with_redirections("<&-", "check", "-")
    assert code == 1
    assert "standard input is closed" in out


def test_a_terminal_is_shown_colours_and_obeys_nothing(odd_case: Path, tmp_path: Path) -> None:
    shown = on_a_terminal("check", tmp_path / "missing")
    assert ": \x1b[31merror\x1b[0m: there is no such file" in shown
    assert "\x1b" not in on_a_terminal("check", tmp_path / "missing", NO_COLOR="1")
    shown = on_a_terminal("show", odd_case)
    chronology, _, problems = shown.partition("Problems and notes")
    assert not set("\x1b\x07\x9b\u202e") & set(chronology)
    assert "A case\n" in chronology
    assert max(map(len, chronology.splitlines())) <= 60
    assert set(re.findall("\x1b.*?m", problems)) == {"\x1b[33m", "\x1b[36m", "\x1b[0m"}


# -- signals


def test_ctrl_c_ends_a_command_quietly() -> None:
    process = subprocess.Popen(
        [*PROGRAM, "check", "-"],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b" " * 1_000_000)  # more than a pipe holds: the command is reading
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, said) == (130, b"", b"")


def test_ctrl_c_leaves_no_half_set_of_files(tmp_path: Path) -> None:
    events: list[Json] = [
        {"id": f"e{n}", "kind": "leak", "title": f"The papers numbered {n} are carried out"}
        for n in range(60)
    ]
    case, folder = tmp_path / "a.case.json", tmp_path / "out"
    case.write_bytes(written(changed({("events",): events})))
    folder.mkdir()
    process = subprocess.Popen(
        [*PROGRAM, "export", case, "-o", folder / "a.png", "--page", "A4", "--dpi", "300"],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    begun = time.monotonic()
    while not list(folder.glob("a-*.png")) and process.poll() is None:
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in said
    assert list(folder.iterdir()) == []


# -- files


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = start("show", pipe, "--json")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"this is a pipe, not a file" in done.stderr


def test_names_that_are_not_utf_8_are_names(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    case, picture = folder + b"/caf\xe9.json", folder + b"/caf\xe9.png"
    Path(os.fsdecode(case)).write_bytes(written(sound()))
    assert (
        start("check", case)
        .stdout.decode()
        .startswith(f"{tmp_path}/caf\N{REPLACEMENT CHARACTER}.json: ")
    )
    done = start("export", case, "-o", picture)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert Path(os.fsdecode(picture)).read_bytes().startswith(b"\x89PNG")


def test_a_full_disk_leaves_what_stood_there(small_disk: Path) -> None:
    picture = small_disk / "picture.png"
    picture.write_bytes(b"old")
    done = start("export", CASE, "-o", picture, "--force")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"timeline-app: {picture} was not written: the disk is full.\n"
    assert picture.read_bytes() == b"old"
    assert [path.name for path in small_disk.iterdir()] == ["picture.png"]


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_two_processes_give_the_same_bytes(form: str) -> None:
    given = ("export", CASE, "-o", "-", "--format", form, "--no-date")
    first, second = start(*given, PYTHONHASHSEED="1"), start(*given, PYTHONHASHSEED="2")
    assert (first.returncode, first.stderr) == (0, b"")
    assert first.stdout == second.stdout


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_no_format_fits_on_a_full_disk(form: str, small_disk: Path) -> None:
    picture = small_disk / f"picture.{form}"
    done = start("export", CASE, "-o", picture)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"timeline-app: {picture} was not written: the disk is full.\n"
    assert list(small_disk.iterdir()) == []


# -- displays


def test_without_a_display_the_window_says_so_and_pictures_go_on(tmp_path: Path) -> None:
    done = start(CASE)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"timeline-app: There is no display to open a window on")
    assert b"timeline-app export" in done.stderr
    picture = start(
        "export", CASE, "-o", "-", DISPLAY=":4711"
    )  # nor is a display asked that is named
    assert picture.returncode == 0
    assert picture.stdout.startswith(b"\x89PNG")


def test_the_window_opens_what_can_be_opened(tmp_path: Path) -> None:
    pipe, empty = tmp_path / "pipe", tmp_path / os.fsdecode(b"\xff.json")
    os.mkfifo(pipe)
    empty.touch()
    files: list[str | Path] = [pipe, CASE, empty, tmp_path / "missing", "-"]
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(len(files)), *files],
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen"),
        input=written(sound()),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0
    assert sorted(done.stdout.decode().split()) == [
        "broken", "broken", "broken", "ministry-recorder-2025", "small",
    ]  # fmt: skip
