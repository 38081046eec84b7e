"""What is chosen for a picture."""

from __future__ import annotations

import msgspec
import pytest

from timeline_app.drawing.pages.paper import A4, SCREEN
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import Labels, PictureChoices, PictureFormat, Stretch
from timeline_app.session.case_view import Axis

OTHER = PictureChoices(
    format=PictureFormat.PDF,
    paper=A4,
    dpi=300,
    scale=1.25,
    theme=ThemeName.PRINT,
    axis=Axis.CALENDAR,
    lanes=LanesBy.ACTOR,
    stretch=Stretch.VISIBLE,
    labels=Labels.NUMBERS,
    one_page=True,
    title=False,
    legend=False,
    footer=False,
    citation=False,
    event_list=False,
    notes=True,
    dated=False,
)


@pytest.mark.parametrize("choices", [PictureChoices(), OTHER])
def test_choices_are_remembered_as_they_are(choices: PictureChoices) -> None:
    data = msgspec.json.encode(choices)
    assert msgspec.json.decode(data, type=PictureChoices) == choices


def test_what_is_as_by_default_takes_no_room() -> None:
    assert msgspec.json.encode(PictureChoices()) == b"{}"


@pytest.mark.parametrize("wrong", [b'{"dpi": 5}', b'{"scale": 0}', b'{"format": "gif"}'])
def test_what_can_not_be_is_refused(wrong: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wrong, type=PictureChoices)


def test_a_screen_has_its_pixels_whatever_the_dots() -> None:
    assert PictureChoices(paper=SCREEN, dpi=300).png_dpi == 96
    assert OTHER.png_dpi == 300
    assert OTHER.layout == A4.laid_out(1.25)
