"""Where the program's own files lie.

Rules:
* What comes with the program (`resources/`, `data/`) lies inside the package in an installed wheel
  and beside it in a checkout or an editable install. Either way it is only read.
* What the program writes lies in the folders that the operating system gives to programs, or all
  below `TIMELINE_APP_HOME` where that is set. A folder is made when something is first written to
  it, for its owner alone.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

NAME = "timeline-app"
HOME_VARIABLE = "TIMELINE_APP_HOME"

_PACKAGE = Path(__file__).resolve().parent


class Folder(StrEnum):
    """The folders that the program may write to."""

    CONFIG = "config"  # the reviewer's choices
    RECORDS = "records"  # what the reviewer adds
    CACHE = "cache"  # what can be made again
    LOG = "log"  # what happened


def resources_folder() -> Path:
    """The folder of icons, fonts and the case schema.

    Raises:
        FileNotFoundError: the program is not whole.
    """
    return _bundled("resources")


def cases_folder() -> Path:
    """The folder of the nine cases that come with the program.

    Raises:
        FileNotFoundError: the program is not whole.
    """
    return _bundled("data")


def program_folder(folder: Folder) -> Path:
    """Where the program keeps files of one sort. The folder need not exist.

    Raises:
        FileNotFoundError: the user has no home folder, so there is no such place.
    """
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).absolute() / folder
    # Here, not above: most commands never ask for these folders.
    import platformdirs  # noqa: PLC0415

    path = {
        Folder.CONFIG: platformdirs.user_config_path,
        Folder.RECORDS: platformdirs.user_data_path,
        Folder.CACHE: platformdirs.user_cache_path,
        Folder.LOG: platformdirs.user_log_path,
    }[folder](NAME, appauthor=False)
    if not path.is_absolute():
        raise FileNotFoundError(
            f"there is no home folder to keep files in: set HOME, or {HOME_VARIABLE}"
        )
    return path


def made_folder(folder: Folder) -> Path:
    """As `program_folder`, and the folder is there afterwards, open to its owner only.

    Raises:
        OSError: it could not be made.
    """
    path = program_folder(folder)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def _bundled(name: str) -> Path:
    for path in (_PACKAGE / name, _PACKAGE.parent / name):
        if path.is_dir():
            return path
    raise FileNotFoundError(
        f"the program's folder “{name}” is missing beside {_PACKAGE}: install the program again"
    )
