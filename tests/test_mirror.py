"""The tests mirror the package, so that a module that loses its tests is noticed."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "timeline_app"
MODULES = sorted(
    path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"
)


def mirror_of(module: Path) -> Path:
    return ROOT / "tests" / module.parent / f"test_{module.stem.strip('_')}.py"


def test_the_mirror_sees_the_package() -> None:
    assert {Path("paths.py"), Path("case/dates.py"), Path("layout/chart.py")} <= set(MODULES)
    assert mirror_of(Path("case/dates.py")) == ROOT / "tests" / "case" / "test_dates.py"
    assert mirror_of(Path("__main__.py")) == ROOT / "tests" / "test_main.py"


def test_each_module_has_a_test_file_of_its_name() -> None:
    missing = [str(module) for module in MODULES if not mirror_of(module).is_file()]
    assert not missing, f"{len(missing)} modules without tests: {', '.join(missing)}"


def test_no_test_file_is_empty() -> None:
    files = [mirror_of(module) for module in MODULES if mirror_of(module).is_file()]
    assert [str(file) for file in files if "def test_" not in file.read_text("utf-8")] == []
