"""The reviewer's choices, kept from one day to the next in a JSON file of our own.

Rules:
* Settings are frozen; a change gives new settings, which are saved whole.
* Reading never fails. What a field can't be is left at its default, fields of a newer version are
  passed over, and a file that is no JSON object is moved aside and reported.
* Only what JSON can hold is kept: a path that is not valid Unicode is not remembered.
* Qt has settings of its own, but reading a crafted file of theirs would run code.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from timeline_app.paths import Folder, made_folder, program_folder
from timeline_app.writing import WriteError, write_file

FILE_NAME = "settings.json"
MOST_BYTES = 1_000_000
MOST_RECENT = 12

Pixels = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]
Size = Annotated[int, msgspec.Meta(ge=0, le=100_000)]


class ThemeChoice(StrEnum):
    """Light or dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class WindowPlace(msgspec.Struct, frozen=True):
    """Where the window lay, in pixels of the desktop."""

    x: Pixels
    y: Pixels
    width: Size
    height: Size
    maximized: bool = False


class ComparedAs(msgspec.Struct, frozen=True):
    """How two cases were last held against each other."""

    stacked: bool = True
    linked: bool = True
    folded: bool = True
    by_events: bool = False


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is remembered. Paths are absolute; the latest used come first."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    recent_files: tuple[str, ...] = ()
    text_places: tuple[str, ...] = ()  # folders and files where articles lie
    chosen_texts: dict[str, str] = {}  # by the sha256 of a source's text, the file chosen for it
    open_folder: str | None = None  # where a case was last opened
    export_folder: str | None = None  # where a picture was last saved
    compared_as: ComparedAs = ComparedAs()
    window: WindowPlace | None = None
    splitters: dict[str, tuple[Size, ...]] = {}  # by name, the sizes of the parts in pixels


class LoadedSettings(msgspec.Struct, frozen=True):
    """Settings as they were found, and in words what was wrong with them, if anything."""

    settings: Settings
    complaint: str | None = None


def load_settings() -> LoadedSettings:
    """The settings as they were last saved, or the defaults. Raises nothing."""
    try:
        path = program_folder(Folder.CONFIG) / FILE_NAME
        data = _read(path)
    except OSError as error:
        return LoadedSettings(Settings(), f"The settings could not be read: {error}.")
    if data is None:
        return LoadedSettings(Settings())
    try:
        fields = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return LoadedSettings(Settings(), _moved_aside(path))
    return _understood(fields)


def save_settings(settings: Settings) -> None:
    """Writes the settings, all or nothing.

    Raises:
        WriteError: they were not written; its text says why.
    """
    data = msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"
    try:
        folder = made_folder(Folder.CONFIG)
    except OSError as error:
        raise WriteError(f"The settings were not saved: {error}.") from error
    write_file(folder / FILE_NAME, data, replace=True)


def kept_path(path: str | Path) -> str | None:
    """The path as settings hold it: absolute; None where it is not valid Unicode."""
    name = str(Path(path).absolute())
    try:
        name.encode()
    except UnicodeEncodeError:
        return None
    return name


def remembered(path: str | Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths with this one first, none twice, at most `MOST_RECENT`."""
    name = kept_path(path)
    if name is None:
        return paths
    return (name, *(other for other in paths if other != name))[:MOST_RECENT]


def _read(path: Path) -> bytes | None:
    """The bytes of the file, or None where there is none.

    A file far too long is read only so far, which leaves it broken JSON.
    """
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file.read(MOST_BYTES)


def _understood(fields: dict[str, msgspec.Raw]) -> LoadedSettings:
    """Each field that this version knows and that holds what it should; the rest as by default."""
    found: dict[str, msgspec.Raw] = {}
    passed_over: list[str] = []
    for field in msgspec.structs.fields(Settings):
        if field.name not in fields:
            continue
        try:
            msgspec.json.decode(fields[field.name], type=field.type)
        except (msgspec.DecodeError, RecursionError):
            passed_over.append(field.name)
        else:
            found[field.name] = fields[field.name]
    settings = msgspec.json.decode(msgspec.json.encode(found), type=Settings)
    if not passed_over:
        return LoadedSettings(settings)
    names = ", ".join(passed_over)
    return LoadedSettings(
        settings, f"Some settings were not understood and are as by default: {names}."
    )


def _moved_aside(path: Path) -> str:
    aside = path.with_name(f"{path.name}.broken")
    with suppress(OSError):
        path.replace(aside)
        return f"The settings were not readable. They are kept as {aside}; the defaults are used."
    return f"The settings in {path} are not readable; the defaults are used."
