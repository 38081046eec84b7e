"""The program's folders: found in a checkout, given by the system or by one variable, made late."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app import paths
from timeline_app.paths import Folder, cases_folder, made_folder, program_folder, resources_folder

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_finds_the_folders_beside_the_package() -> None:
    assert resources_folder() == ROOT / "resources"
    assert (resources_folder() / "fonts" / "Inter-Regular.otf").is_file()
    assert cases_folder() == ROOT / "data"


def test_folders_inside_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "timeline_app"
    (package / "resources").mkdir(parents=True)
    (package.parent / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert resources_folder() == package / "resources"


def test_a_program_that_is_not_whole_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "timeline_app")
    with pytest.raises(FileNotFoundError, match=r"“data” is missing.*install the program again"):
        cases_folder()


@pytest.mark.parametrize("folder", list(Folder))
def test_one_variable_moves_every_folder(folder: Folder, program_home: Path) -> None:
    assert program_folder(folder) == program_home / folder.value
    assert not program_home.exists(), "a folder is made only when something is written"


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, "here")
    assert program_folder(Folder.LOG) == Path.cwd() / "here" / "log"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the rules of the XDG folders")
def test_without_the_variable_the_system_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    assert {folder: program_folder(folder) for folder in Folder} == {
        Folder.CONFIG: tmp_path / "config" / "timeline-app",
        Folder.RECORDS: tmp_path / "data" / "timeline-app",
        Folder.CACHE: tmp_path / "cache" / "timeline-app",
        Folder.LOG: tmp_path / "state" / "timeline-app" / "log",
    }


def test_a_user_without_a_home_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: Path("~/.config/x"))
    with pytest.raises(FileNotFoundError, match="set HOME, or TIMELINE_APP_HOME"):
        program_folder(Folder.CONFIG)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_made_folder_is_for_its_owner_alone(program_home: Path) -> None:
    made = made_folder(Folder.RECORDS)
    assert made == program_home / "records"
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert made_folder(Folder.RECORDS) == made, "a second time is no error"


def test_a_folder_that_cannot_be_made_is_an_error(program_home: Path) -> None:
    program_home.write_text("a file where the folder should be")
    with pytest.raises(OSError, match="home-"):
        made_folder(Folder.CACHE)


def test_importing_it_costs_no_import_of_platformdirs() -> None:
    script = "import sys, timeline_app.paths; print('platformdirs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
