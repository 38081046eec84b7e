"""What the files of a folder are called: like the ids of their cases.

An id holds small letters, digits, - and _ only, so none can lead out of the folder. Where two cases
of one export would have the same files, the second becomes `id-2`. A few names are kept by Windows
for devices; a case called so gets a name that can be written everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_DEVICES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789"),
    )
)


class FileNames:
    """Gives each case of one export files of its own."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._taken: set[Path] = set()

    def of(self, ids: Sequence[str], files: int = 1) -> tuple[Path, ...]:
        """The names of so many files for the next case, which has this id, or for the next two
        together."""
        whole = "-and-".join(ids)
        stem = f"case-{whole}" if whole in _DEVICES else whole
        names, number = numbered(Path(f"{stem}.{self._suffix}"), files), 1
        while not self._taken.isdisjoint(names):
            number += 1
            names = numbered(Path(f"{stem}-{number}.{self._suffix}"), files)
        self._taken.update(names)
        return names


def numbered(target: Path, files: int) -> tuple[Path, ...]:
    """The paths of so many files, of which the first would be `target`."""
    if files == 1:
        return (target,)
    # Here, not above: only pictures have several files, and this loads what paints them.
    from timeline_app.pictures.choices import PictureFormat  # noqa: PLC0415
    from timeline_app.pictures.picture_files import file_paths  # noqa: PLC0415

    return file_paths(target, PictureFormat.PNG, files)
