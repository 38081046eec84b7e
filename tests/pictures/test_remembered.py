"""Choices for pictures come back as they were saved, and no file makes reading them fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.drawing.pages.paper import A4
from timeline_app.drawing.theme import ThemeName
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.remembered import (
    FILE_NAME,
    RememberedChoices,
    load_choices,
    save_choices,
)
from timeline_app.writing import WriteError

REPORT = PictureChoices(paper=A4, theme=ThemeName.PRINT, dpi=300)


@pytest.fixture
def file(program_home: Path) -> Path:
    folder = program_home / "config"
    folder.mkdir(parents=True)
    return folder / FILE_NAME


def test_there_are_defaults_where_nothing_was_saved(program_home: Path) -> None:
    loaded = load_choices()
    assert loaded.choices == RememberedChoices()
    assert loaded.complaint is None
    assert not program_home.exists(), "reading makes no folder"


def test_what_was_saved_comes_back() -> None:
    choices = RememberedChoices().with_latest(REPORT).with_named("For the 报告", REPORT)
    save_choices(choices)
    assert load_choices().choices == choices
    assert load_choices().complaint is None
    save_choices(choices.without_named("For the 报告").with_latest(PictureChoices()))
    assert load_choices().choices == RememberedChoices()


def test_a_name_holds_what_was_kept_under_it_last() -> None:
    choices = RememberedChoices().with_named("a", REPORT).with_named("a", PictureChoices())
    assert choices.named == {"a": PictureChoices()}
    assert choices.without_named("b") == choices


def test_what_is_not_understood_is_passed_over_and_said(file: Path) -> None:
    file.write_text(
        '{"latest": {"dpi": 5}, "new": 1, '
        '"named": {"good": {"dpi": 300}, "bad": {"theme": "pink"}, "": {}}}'
    )
    loaded = load_choices()
    assert loaded.choices == RememberedChoices(named={"good": PictureChoices(dpi=300)})
    assert loaded.complaint == (
        "Some choices for pictures were not understood: the latest ones, ‘bad’, ‘’."
    )


@pytest.mark.parametrize("text", ["", "[]", "nonsense", '{"named": 3}', "[" * 100_000])
def test_a_file_that_is_no_object_is_moved_aside(text: str, file: Path) -> None:
    file.write_text(text)
    loaded = load_choices()
    assert loaded.choices == RememberedChoices()
    assert "kept as" in (loaded.complaint or "")
    assert not file.exists()
    assert file.with_name(f"{FILE_NAME}.broken").read_text() == text


@given(data=st.binary(max_size=60))
def test_no_file_makes_reading_fail(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "config").mkdir()
    (home / "config" / FILE_NAME).write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIMELINE_APP_HOME", str(home))
        assert isinstance(load_choices().choices, RememberedChoices)


def test_what_can_not_be_written_is_said(program_home: Path) -> None:
    program_home.write_text("a file where the folder should be")
    with pytest.raises(WriteError, match="not saved"):
        save_choices(RememberedChoices())
    assert "could not be read" in (load_choices().complaint or "could not be read")
