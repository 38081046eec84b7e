"""A wheel holds everything and works anywhere; the locks hold what pyproject.toml asks for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import timeline_app

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LEFT_OVER = re.compile(r"\.\w+_cache|__pycache__")  # by a tool that was run there
PYTHONS = ("3.11", "3.12", "3.13")


def run(script: str, folder: Path, **environment: str) -> str:
    """What a Python script prints that is started in a folder."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel, built as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    run(f"from hatchling.build import build_wheel; build_wheel({str(folder)!r})", ROOT)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_the_wheel_holds_the_package_its_resources_and_its_cases(wheel: zipfile.ZipFile) -> None:
    held = set(wheel.namelist())
    for top, inside in (
        ("timeline_app", "timeline_app"),
        ("resources", "timeline_app/resources"),
        ("data", "timeline_app/data"),
    ):
        files = {
            f"{inside}/{path.relative_to(ROOT / top).as_posix()}"
            for path in (ROOT / top).rglob("*")
            if path.is_file() and not any(map(LEFT_OVER.match, path.parts))
        }
        assert files
        assert files <= held


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    name = f"timeline_app-{timeline_app.__version__}.dist-info"
    assert {path.partition("/")[0] for path in wheel.namelist()} == {"timeline_app", name}
    assert f"{name}/licenses/LICENSE" in wheel.namelist()
    assert f"{name}/licenses/resources/fonts/OFL.txt" in wheel.namelist()
    assert "timeline-app = timeline_app.cli:main" in wheel.read(f"{name}/entry_points.txt").decode()


def test_the_wheel_works_in_any_folder(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    site = tmp_path / "site"
    wheel.extractall(site)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    script = (
        "from timeline_app.paths import resources_folder, cases_folder\n"
        "print(resources_folder())\n"
        "print(len(list(cases_folder().glob('*.case.json'))))\n"
    )
    printed = run(script, elsewhere, PYTHONPATH=str(site)).splitlines()
    assert printed == [str(site / "timeline_app" / "resources"), "9"]


def test_an_editable_install_points_to_the_checkout(tmp_path: Path) -> None:
    run(f"from hatchling.build import build_editable; build_editable({str(tmp_path)!r})", ROOT)
    (path,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        outside = [name for name in archive.namelist() if ".dist-info/" not in name]
        assert [name.rpartition(".")[2] for name in outside] == ["pth"]
        assert archive.read(outside[0]).decode().strip() == str(ROOT)


def test_the_version_stands_in_one_place() -> None:
    assert "version" not in PROJECT["project"]
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert f"## [{timeline_app.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def locked(name: str) -> dict[str, str]:
    """The exact version of each package in a lock. Every one has at least one hash."""
    text = (ROOT / "requirements" / name).read_text("utf-8")
    entries = re.split(
        r"^(?=[a-z0-9])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE), flags=re.M
    )
    versions: dict[str, str] = {}
    for entry in filter(str.strip, entries):
        head, *hashes = entry.split("\\\n")
        package, _, version = head.partition(";")[0].strip().partition("==")
        assert package not in versions, "one version for all Pythons"
        assert hashes, package
        assert all(re.fullmatch(r"\s*--hash=sha256:[0-9a-f]{64}\s*", line) for line in hashes)
        versions[package] = version
    return versions


def wanted(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for, with these dependency groups."""
    found = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    for group in groups:
        lines = PROJECT["dependency-groups"][group]
        found += [Requirement(line) for line in lines if isinstance(line, str)]
    return found


@pytest.mark.parametrize(
    ("lock", "groups"), [("runtime.txt", ("build",)), ("development.txt", ("build", "dev"))]
)
def test_a_lock_holds_what_the_project_asks_for(lock: str, groups: tuple[str, ...]) -> None:
    versions = locked(lock)
    for requirement in wanted(*groups):
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), (requirement, version)


def test_the_two_locks_agree() -> None:
    runtime, development = locked("runtime.txt"), locked("development.txt")
    assert runtime.items() <= development.items()


def test_qt_is_locked_at_a_version_that_counts_its_references() -> None:
    assert locked("runtime.txt")["pyside6-essentials"] == "6.11.3"
    assert locked("runtime.txt")["shiboken6"] == "6.11.3"
    (qt,) = (item for item in wanted() if item.name == "PySide6-Essentials")
    refused = ("6.8.2", "6.9.1", "6.9.2", "6.10.1", "6.12.0")
    assert not any(qt.specifier.contains(version) for version in refused)
    assert all(qt.specifier.contains(version) for version in ("6.8.3", "6.9.3", "6.10.2", "6.11.3"))


def test_the_pythons_are_those_of_the_classifiers() -> None:
    names = [f"Programming Language :: Python :: {version}" for version in PYTHONS]
    listed = [line for line in PROJECT["project"]["classifiers"] if " :: Python :: " in line]
    assert listed == names
    assert PROJECT["project"]["requires-python"] == ">=3.11,<3.14"


def test_the_import_contracts_name_every_room() -> None:
    """The first contract is exhaustive, and nothing that it names is missing."""
    floors, *_ = PROJECT["tool"]["importlinter"]["contracts"]
    assert floors["exhaustive"] is True
    rooms = {room.strip(" ()") for floor in floors["layers"] for room in re.split("[|:]", floor)}
    package = ROOT / "timeline_app"
    there = {path.stem for path in package.iterdir() if not path.stem.startswith("__init__")}
    assert rooms == there - {"__pycache__"}
