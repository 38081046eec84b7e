"""What is asked of `export`, in words that are those of the pictures."""

from __future__ import annotations

from timeline_app.cli.export_arguments import LABELS, LANES, THEMES
from timeline_app.cli.export_request import Format, PictureOptions
from timeline_app.drawing.pages.paper import SCREEN
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import Labels, PictureChoices, PictureFormat
from timeline_app.tables.table_files import TableFormat


def test_every_format_is_a_picture_or_a_table() -> None:
    pictures = {form.value for form in Format if form.is_picture}
    assert pictures == {form.value for form in PictureFormat}
    assert {form.value for form in Format} - pictures == {form.value for form in TableFormat}


def test_the_words_are_those_of_the_pictures() -> None:
    assert set(THEMES) == {theme.value for theme in ThemeName}
    assert set(LANES) == {lanes.value for lanes in LanesBy}
    assert set(LABELS) == {labels.value for labels in Labels}


def test_what_is_not_said_is_as_for_any_picture() -> None:
    options, usual = PictureOptions(SCREEN), PictureChoices()
    own = {"dpi", "author"}
    assert {name: getattr(usual, name) for name in options._fields if name not in own} == {
        name: value for name, value in options._asdict().items() if name not in own
    }
