"""The choices for pictures, kept from one day to the next: the latest, and those with a name.

Rules:
* They are a JSON file of our own beside the settings, written whole or not at all.
* Reading never fails. Choices that this version does not understand are passed over and reported;
  a file that is no JSON object is moved aside and reported.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Final

import msgspec

from timeline_app.paths import Folder, made_folder, program_folder
from timeline_app.pictures.choices import PictureChoices
from timeline_app.writing import WriteError, write_file

FILE_NAME: Final = "pictures.json"
MOST_BYTES: Final = 1_000_000

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class RememberedChoices(msgspec.Struct, frozen=True, omit_defaults=True):
    """The choices that were made last, and those that were given a name."""

    latest: PictureChoices = PictureChoices()
    named: dict[Name, PictureChoices] = {}

    def with_latest(self, choices: PictureChoices) -> RememberedChoices:
        """The same with these as the latest."""
        return msgspec.structs.replace(self, latest=choices)

    def with_named(self, name: str, choices: PictureChoices) -> RememberedChoices:
        """The same with these under a name, in place of what was kept under it."""
        return msgspec.structs.replace(self, named={**self.named, name: choices})

    def without_named(self, name: str) -> RememberedChoices:
        """The same without what is kept under a name."""
        kept = {known: choices for known, choices in self.named.items() if known != name}
        return msgspec.structs.replace(self, named=kept)


class LoadedChoices(msgspec.Struct, frozen=True):
    """Choices as they were found, and in words what was wrong with them, if anything."""

    choices: RememberedChoices
    complaint: str | None = None


class _File(msgspec.Struct, frozen=True):
    """The file as far as it must be sound for anything of it to be read."""

    latest: msgspec.Raw = msgspec.Raw(b"{}")
    named: dict[str, msgspec.Raw] = {}


def load_choices() -> LoadedChoices:
    """The choices as they were last saved, or the defaults. Raises nothing."""
    try:
        path = program_folder(Folder.CONFIG) / FILE_NAME
        data = _read(path)
    except OSError as error:
        return LoadedChoices(
            RememberedChoices(), f"The choices for pictures could not be read: {error}."
        )
    if data is None:
        return LoadedChoices(RememberedChoices())
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return LoadedChoices(RememberedChoices(), _moved_aside(path))
    return _understood(file)


def save_choices(choices: RememberedChoices) -> None:
    """Writes the choices, all or nothing.

    Raises:
        WriteError: they were not written; its text says why.
    """
    data = msgspec.json.format(msgspec.json.encode(choices), indent=2) + b"\n"
    try:
        folder = made_folder(Folder.CONFIG)
    except OSError as error:
        raise WriteError(f"The choices for pictures were not saved: {error}.") from error
    write_file(folder / FILE_NAME, data, replace=True)


def _read(path: Path) -> bytes | None:
    """The bytes of the file, or None where there is none. A file far too long is read only so far,
    which leaves it broken JSON."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file.read(MOST_BYTES)


def _understood(file: _File) -> LoadedChoices:
    """What this version understands, and a word on the rest."""
    named: dict[str, PictureChoices] = {}
    passed_over: list[str] = []
    latest = _decoded(file.latest)
    if latest is None:
        passed_over.append("the latest ones")
    for name, raw in file.named.items():
        choices = _decoded(raw) if name else None
        if choices is None:
            passed_over.append(f"‘{name}’")
        else:
            named[name] = choices
    found = RememberedChoices(latest or PictureChoices(), named)
    if not passed_over:
        return LoadedChoices(found)
    words = f"Some choices for pictures were not understood: {', '.join(passed_over)}."
    return LoadedChoices(found, words)


def _decoded(raw: msgspec.Raw) -> PictureChoices | None:
    try:
        return msgspec.json.decode(raw, type=PictureChoices)
    except (msgspec.DecodeError, RecursionError):
        return None


def _moved_aside(path: Path) -> str:
    aside = path.with_name(f"{path.name}.broken")
    with suppress(OSError):
        path.replace(aside)
        return f"The choices for pictures were not readable. They are kept as {aside}."
    return f"The choices for pictures in {path} are not readable; the defaults are used."
