"""The Makefile finds a Python that will do, or says in words what is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = {"run", "test", "check", "bench", "pictures", "lock", "wheel", "clean", "help"}

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")

TOO_OLD = "exit 1"
WITHOUT_VENV = 'case "$2" in *ensurepip*) exit 1;; esac'
MADE = "mkdir -p .venv/bin; touch .venv/bin/python"
WHOLE = f'case "$1" in --version) echo Python 3.x;; -m) {MADE};; esac'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile, and a `bin` that holds no Python yet."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "awk", "mkdir", "touch", "rm", "find"):
        (programs / name).symlink_to(str(shutil.which(name)))
    return tmp_path


def make(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(shutil.which("make")), *arguments],
        cwd=checkout,
        env={"PATH": str(checkout / "bin"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def install(checkout: Path, name: str, body: str) -> None:
    program = checkout / "bin" / name
    program.write_text(f"#!{shutil.which('sh')}\n{body}\n")
    program.chmod(0o755)


def test_help_lists_every_target(checkout: Path) -> None:
    done = make(checkout, "help")
    listed = {line.split()[1] for line in done.stdout.splitlines()}
    assert listed == TARGETS
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == TARGETS


def test_the_first_two_commands_of_the_readme_are_targets() -> None:
    blocks = (ROOT / "README.md").read_text("utf-8").split("```")
    commands = [line.partition("#")[0].strip() for line in blocks[1].strip().splitlines()]
    assert commands == ["make run", "make test"]


@pytest.mark.skipif(sys.platform == "win32", reason="the fake Pythons are shell scripts")
class TestPython:
    def test_none_that_will_do(self, checkout: Path) -> None:
        install(checkout, "python3", TOO_OLD)
        done = make(checkout, ".venv/bin/python")
        assert done.returncode != 0
        assert "No Python from 3.11 to 3.13 was found." in done.stderr
        assert "sudo apt install python3 python3-venv" in done.stderr

    def test_one_without_venv(self, checkout: Path) -> None:
        install(checkout, "python3", TOO_OLD)
        install(checkout, "python3.12", WITHOUT_VENV)
        done = make(checkout, ".venv/bin/python")
        assert done.returncode != 0
        assert "python3.12 has no module to make a virtual environment with." in done.stderr
        assert "sudo apt install python3-venv" in done.stderr

    def test_one_that_will_do_is_found_behind_others(self, checkout: Path) -> None:
        install(checkout, "python3", TOO_OLD)
        install(checkout, "python3.13", WITHOUT_VENV)
        install(checkout, "python3.11", WHOLE)
        done = make(checkout, ".venv/bin/python")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == "Making .venv with Python 3.x …\n"
        assert make(checkout, ".venv/bin/python").stdout.endswith("is up to date.\n")

    def test_the_one_asked_for_comes_first(self, checkout: Path) -> None:
        install(checkout, "mine", WHOLE.replace("3.x", "3.x, mine"))
        install(checkout, "python3.13", WHOLE)
        done = make(checkout, "PYTHON=mine", ".venv/bin/python")
        assert done.stdout == "Making .venv with Python 3.x, mine …\n"
