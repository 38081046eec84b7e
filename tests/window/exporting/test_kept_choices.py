"""The choices for pictures from one dialog to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.paths import Folder, made_folder
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.remembered import (
    FILE_NAME,
    RememberedChoices,
    load_choices,
    save_choices,
)
from timeline_app.window.exporting import kept_choices
from timeline_app.window.exporting.kept_choices import KeptChoices
from timeline_app.writing import WriteError

OTHER = PictureChoices(legend=False)


def test_they_are_kept_at_once() -> None:
    kept = KeptChoices()
    told: list[None] = []
    kept.changed.connect(lambda: told.append(None))
    kept.remember(OTHER)
    kept.keep("For a report", OTHER)
    kept.keep("Other", OTHER)
    kept.delete("Other")
    assert load_choices().choices == RememberedChoices(OTHER, {"For a report": OTHER})
    assert len(told) == 4
    kept.remember(OTHER)
    assert len(told) == 4


def test_they_are_read_when_they_are_needed() -> None:
    kept = KeptChoices()
    save_choices(RememberedChoices(OTHER))
    assert kept.remembered.latest == OTHER


def test_what_is_wrong_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(made_folder(Folder.CONFIG) / FILE_NAME).write_text("no JSON")
    kept = KeptChoices()
    said: list[str] = []
    kept.complained.connect(said.append)
    assert kept.remembered == RememberedChoices()
    assert said[0].startswith("The choices for pictures were not readable.")

    def refuse(_choices: object) -> None:
        raise WriteError("The disk is full.")

    monkeypatch.setattr(kept_choices, "save_choices", refuse)
    kept.remember(OTHER)
    assert said[1] == "Your choices could not be saved. The disk is full."
    assert kept.remembered.latest == OTHER
