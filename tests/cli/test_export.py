"""`export` writes a picture, or says why there is none."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.case.file.good_cases import changed, sound, written
from tests.cli.conftest import Run
from timeline_app.cli import export as export_command
from timeline_app.cli import painting
from timeline_app.drawing.image import ImageError

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def platform(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """An application is there already; the variable that `export` sets is put back."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def size_of(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(PNG)
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_picture_has_the_size_asked_for(run: Run, sound_case: Path, tmp_path: Path) -> None:
    target = tmp_path / "picture.png"
    done = run("export", sound_case, "-o", target)
    assert done == (0, "", "")
    assert size_of(target.read_bytes()) == (1600, 900)
    done = run("export", sound_case, "-o", target, "--size", "900x700", "--force")
    assert done == (0, "", "")
    assert size_of(target.read_bytes()) == (900, 700)


def test_each_axis_gives_its_picture(run: Run, sound_case: Path, tmp_path: Path) -> None:
    pictures = {}
    for axis in ("order", "calendar", ""):
        target = tmp_path / f"{axis or 'chosen'}.png"
        asked = ["--axis", axis] if axis else []
        assert run("export", sound_case, "-o", target, *asked).code == 0
        pictures[axis] = target.read_bytes()
    assert pictures["order"] != pictures["calendar"]
    assert pictures[""] == pictures["calendar"]  # all its events have both bounds


def test_a_case_without_a_date_has_both_axes(run: Run, tmp_path: Path) -> None:
    undated = written(changed({("events",): [{"id": "a", "kind": "leak", "title": "A"}]}))
    for axis in ("order", "calendar"):
        target = tmp_path / f"{axis}.png"
        assert run("export", "-", "-o", target, "--axis", axis, given=undated).code == 0
        assert size_of(target.read_bytes()) == (1600, 900)


def test_a_picture_goes_to_standard_output(
    sound_case: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert export_command.export(str(sound_case), "-", axis=None, size=(900, 700), force=False) == 0
    assert size_of(capsysbinary.readouterr().out) == (900, 700)


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ("0x0", "A picture of 0 × 0 pixels is too small"),
        ("1600x0", "A picture of 1600 × 0 pixels is too small"),
        ("100000x100000", "A picture of 100000 × 100000 pixels is too large"),
        ("999999x1", "is too small"),
    ],
)
def test_an_impossible_size_is_a_fault_of_the_command_line(
    size: str, said: str, run: Run, broken_case: Path, tmp_path: Path
) -> None:
    done = run("export", broken_case, "-o", tmp_path / "a.png", "--size", size)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("timeline-app: ")
    assert said in done.err


def test_a_page_without_room_is_said(run: Run, sound_case: Path, tmp_path: Path) -> None:
    done = run("export", sound_case, "-o", tmp_path / "a.png", "--size", "200x200")
    assert (done.code, done.out) == (1, "")
    assert "has no room for this case" in done.err
    assert not (tmp_path / "a.png").exists()


def test_nothing_is_replaced_unasked(run: Run, sound_case: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    target.write_bytes(b"mine")
    done = run("export", sound_case, "-o", target)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"timeline-app: {target} stands there already and was not replaced.\n"
    assert target.read_bytes() == b"mine"
    assert run("export", sound_case, "-o", target, "--force").code == 0
    assert size_of(target.read_bytes()) == (1600, 900)


def test_a_case_that_does_not_open_gives_no_picture(
    run: Run, broken_case: Path, tmp_path: Path
) -> None:
    done = run("export", broken_case, "-o", tmp_path / "a.png")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{broken_case}:2:15: error: ")
    assert not (tmp_path / "a.png").exists()


def test_a_machine_that_lacks_something_is_told_so(
    run: Run, sound_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_command, "picture_obstacle", lambda: "There is no paint.")
    assert run("export", sound_case, "-o", "-") == (3, "", "timeline-app: There is no paint.\n")


def test_a_picture_that_can_not_be_made_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*given: object) -> bytes:
        raise ImageError("There is not enough memory for 1600 × 900 pixels.")

    monkeypatch.setattr(painting, "paint", failing)
    done = run("export", "-", "-o", tmp_path / "a.png", given=written(sound()))
    assert done == (1, "", "timeline-app: There is not enough memory for 1600 × 900 pixels.\n")
