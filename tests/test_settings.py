"""Settings come back as they were saved, and no file makes reading them fail."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.settings import (
    MOST_BYTES,
    MOST_RECENT,
    ComparedAs,
    Settings,
    ThemeChoice,
    WindowPlace,
    kept_path,
    load_settings,
    remembered,
    save_settings,
)
from timeline_app.writing import WriteError

FULL = Settings(
    theme=ThemeChoice.DARK,
    recent_files=("/cases/één.case.json", "/cases/案.case.json"),
    text_places=("/articles",),
    chosen_texts={"ab" * 32: "/articles/one.txt"},
    open_folder="/cases",
    export_folder="/pictures",
    compared_as=ComparedAs(stacked=False, linked=False, folded=False, by_events=True),
    window=WindowPlace(x=-20, y=40, width=1440, height=900, maximized=True),
    splitters={"whole": (280, 800, 360), "middle": (600, 200)},
)


@pytest.fixture
def file(program_home: Path) -> Path:
    folder = program_home / "config"
    folder.mkdir(parents=True)
    return folder / "settings.json"


def test_there_are_defaults_where_nothing_was_saved(program_home: Path) -> None:
    loaded = load_settings()
    assert loaded.settings == Settings()
    assert loaded.complaint is None
    assert not program_home.exists(), "reading makes no folder"


def test_what_was_saved_comes_back() -> None:
    save_settings(FULL)
    assert load_settings().settings == FULL
    assert load_settings().complaint is None
    save_settings(Settings())
    assert load_settings().settings == Settings()


def test_every_field_is_in_the_example_of_this_test() -> None:
    for field in msgspec.structs.fields(Settings):
        assert getattr(FULL, field.name) != getattr(Settings(), field.name), field.name


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(ThemeChoice),
        recent_files=st.lists(st.text(st.characters(exclude_categories=["Cs"]))).map(tuple),
        splitters=st.dictionaries(
            st.sampled_from(["a", "b"]), st.lists(st.integers(0, 100_000)).map(tuple)
        ),
    )
)
def test_any_settings_come_back(settings: Settings) -> None:
    save_settings(settings)
    assert load_settings().settings == settings


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_is_readable_json_in_a_private_folder(program_home: Path) -> None:
    save_settings(Settings(theme=ThemeChoice.LIGHT))
    file = program_home / "config" / "settings.json"
    assert file.read_text() == '{\n  "theme": "light"\n}\n'
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_fields_of_a_newer_version_are_passed_over(file: Path) -> None:
    file.write_text(
        '{"theme": "dark", "window": {"x": 1, "y": 2, "width": 3, "height": 4, "n": 5}, '
        '"telescope": {"on": [1, 2, 3]}}'
    )
    loaded = load_settings()
    assert loaded.complaint is None
    assert loaded.settings.theme is ThemeChoice.DARK
    assert loaded.settings.window == WindowPlace(1, 2, 3, 4)


def test_a_field_that_cannot_be_is_left_at_its_default_and_named(file: Path) -> None:
    file.write_text(
        '{"theme": "sepia", "open_folder": "/cases", "window": {"x": 1}, "recent_files": [7]}'
    )
    loaded = load_settings()
    assert loaded.settings == Settings(open_folder="/cases")
    assert loaded.complaint == (
        "Some settings were not understood and are as by default: theme, recent_files, window."
    )
    assert file.exists(), "the file stays where it is"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"theme"',
        b'{"theme": "dark"} x',
        b'{"theme": nan}',
        b"\xff\xfe{}",
        b"\x00" * 40,
        b'{"theme": ' + b"[" * 200_000,
        b'{"recent_files": ["' + b"a" * MOST_BYTES + b'"]}',
    ],
    ids=lambda data: repr(data[:16]),
)
def test_a_broken_file_is_moved_aside_and_reported(data: bytes, file: Path) -> None:
    file.write_bytes(data)
    loaded = load_settings()
    aside = file.with_name("settings.json.broken")
    assert loaded.settings == Settings()
    assert loaded.complaint is not None
    assert str(aside) in loaded.complaint
    assert aside.read_bytes() == data
    assert not file.exists()
    assert load_settings().complaint is None, "it is reported once"


@pytest.mark.parametrize(
    "value", ['"\\ud800"', "1e999", "[" * 500 + "]" * 500, '{"x": 1e30}', "123456789012345678901"]
)
def test_no_value_makes_reading_fail(value: str, file: Path) -> None:
    for field in msgspec.structs.fields(Settings):
        file.write_text(f'{{"{field.name}": {value}}}')
        assert load_settings().settings == Settings()


def test_sizes_that_would_overflow_are_refused(file: Path) -> None:
    file.write_text('{"splitters": {"whole": [4000000000]}}')
    assert load_settings().settings.splitters == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO")
def test_a_settings_file_that_is_no_file_is_passed_over(file: Path) -> None:
    os.mkfifo(file)
    assert load_settings().settings == Settings()


def test_a_folder_that_is_no_folder_is_said(program_home: Path) -> None:
    program_home.write_text("")
    assert load_settings().settings == Settings()
    with pytest.raises(WriteError, match="The settings were not saved"):
        save_settings(FULL)


def test_a_user_without_a_home_still_has_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIMELINE_APP_HOME")
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: Path("~/.config/x"))
    loaded = load_settings()
    assert loaded.settings == Settings()
    assert loaded.complaint is not None
    assert "no home folder" in loaded.complaint


def test_the_latest_path_comes_first_and_none_comes_twice(tmp_path: Path) -> None:
    paths: tuple[str, ...] = ()
    for name in ("a", "b", "a"):
        paths = remembered(tmp_path / name, paths)
    assert paths == (str(tmp_path / "a"), str(tmp_path / "b"))


def test_only_so_many_paths_are_remembered(tmp_path: Path) -> None:
    paths: tuple[str, ...] = ()
    for number in range(MOST_RECENT + 5):
        paths = remembered(tmp_path / str(number), paths)
    assert len(paths) == MOST_RECENT
    assert paths[0].endswith(str(MOST_RECENT + 4))


def test_a_kept_path_is_absolute() -> None:
    assert kept_path("here") == str(Path.cwd() / "here")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are Unicode there")
def test_a_path_that_is_not_unicode_is_not_remembered() -> None:
    name = os.fsdecode(b"/cases/\xff.case.json")
    assert kept_path(name) is None
    assert remembered(name, ("/cases/a",)) == ("/cases/a",)
