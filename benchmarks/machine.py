"""Where and with what a run was made."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("PySide6-Essentials", "pyqtgraph", "numpy", "msgspec")


def description() -> dict[str, object]:
    """Date, versions, and what kind of machine this is, as plain values."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else _cores(),
        "load": load(),
        "versions": {"Python": platform.python_version()}
        | {package: version(package) for package in PACKAGES},
    }


def in_words(told: Mapping[str, object]) -> str:
    """The same in a line."""
    versions = told["versions"]
    assert isinstance(versions, dict)
    named = ", ".join(f"{name} {number}" for name, number in versions.items())
    return f"{told['date']}, {told['system']}, {told['processor']}, {told['cores']} cores; {named}"


def load() -> float | None:
    """How many processes wanted a core over the last minute; None where the system doesn't say."""
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None


def _cores() -> int:
    return os.cpu_count() or 1


def _processor() -> str:
    """The processor's name as Linux tells it, or what Python knows."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "processor unknown")
