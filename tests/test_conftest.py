"""The checks of conftest.py catch what they are there for, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CARELESS = """
import logging, os, threading, time, warnings
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget

kept = []
homes = set()

def test_fine(program_home):
    homes.add(program_home)
    assert os.environ["TIMELINE_APP_HOME"] == str(program_home)
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

def test_fine_again(program_home):
    assert program_home not in homes and not program_home.exists()

@pytest.mark.logs("known")
def test_fine_log():
    logging.getLogger("a").error("a known fault")

@pytest.mark.qt_log_ignore("known")
def test_fine_qt():
    qWarning("a known fault")

def test_fine_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_fine_circle(qapp):
    window = QWidget()
    window.itself = window

def test_fine_thread():
    threading.Thread(target=time.sleep, args=(0.05,)).start()

def test_bad_log():
    logging.getLogger("a").warning("surprise")

@pytest.mark.logs("never said")
def test_bad_silence():
    pass

def test_bad_warning():
    warnings.warn("surprise")

def test_bad_qt():
    qWarning("surprise")

def test_bad_window(qapp):
    kept.append(QWidget())

def test_bad_thread():
    threading.Thread(target=time.sleep, args=(60,), name="sleeper", daemon=True).start()
"""


def test_careless_tests_fail_and_careful_ones_pass(tmp_path: Path) -> None:
    tests = tmp_path / "tests"
    tests.mkdir()
    (tests / "test_careless.py").write_text(CARELESS)
    shutil.copy(ROOT / "tests" / "conftest.py", tests)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--no-xvfb", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    blamed = {
        line.split("::")[1].split(" ")[0]
        for line in done.stdout.splitlines()
        if line.startswith(("ERROR", "FAILED"))
    }
    assert blamed == {
        "test_bad_log",
        "test_bad_silence",
        "test_bad_warning",
        "test_bad_qt",
        "test_bad_window",
        "test_bad_thread",
    }, done.stdout
    assert "left behind: thread sleeper" in done.stdout
    assert "left behind: window QWidget" in done.stdout
