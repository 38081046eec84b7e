"""`export` writes pictures and tables, or says why there are none."""

from __future__ import annotations

import csv
import io
import json
import os
import struct
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from pytestqt.qtbot import QtBot

from tests.case.file.good_cases import Json, changed, sound, written
from tests.cli.conftest import Run
from timeline_app.cli import export as export_command
from timeline_app.cli.export_arguments import export_request
from timeline_app.drawing.sheets import ImageError
from timeline_app.paths import cases_folder

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
        asked = ["--no-date", *(["--axis", axis] if axis else [])]
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
    request = export_request([str(sound_case), "-o", "-", "--size", "900x700"])
    assert export_command.export(request) == 0
    assert size_of(capsysbinary.readouterr().out) == (900, 700)


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ("0x0", "A page of 0 × 0 px is too small"),
        ("1600x0", "A page of 1600 × 0 px is too small"),
        ("100000x100000", "A picture of 100000 × 100000 pixels is too large"),
        ("999999x1", "is too large"),
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
    assert done.err.startswith("timeline-app: ")
    assert "Not even a single event has room on it." in done.err
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


def test_what_went_wrong_in_painting_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "There is not enough memory for 1600 × 900 pixels."

    def failing(*given: object, **named: object) -> bytes:
        raise ImageError(said)

    monkeypatch.setattr("timeline_app.pictures.picture_files.png_bytes", failing)
    done = run("export", "-", "-o", tmp_path / "a.png", given=written(sound()))
    assert done == (1, "", f"timeline-app: {said}\n")


# -- every format, several pages, several cases in one document


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_without_a_date_the_same_case_gives_the_same_bytes(
    form: str, run: Run, sound_case: Path, tmp_path: Path
) -> None:
    first, second = (tmp_path / f"{name}.{form}" for name in "ab")
    for target in (first, second):
        assert run("export", sound_case, "-o", target, "--no-date") == (0, "", "")
    assert first.read_bytes() == second.read_bytes()
    assert run("export", sound_case, "-o", second, "--force").code == 0
    assert first.read_bytes() != second.read_bytes(), "which has the date"


@pytest.fixture
def many_events(tmp_path: Path) -> Path:
    """A case that takes several small pages."""
    events: list[Json] = [
        {"id": f"e{n}", "kind": "leak", "title": f"The papers numbered {n} are carried out"}
        for n in range(16)
    ]
    path = tmp_path / "many.case.json"
    path.write_bytes(written(changed({("events",): events, ("id",): "many"})))
    return path


def test_several_pages_become_numbered_files(run: Run, many_events: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    given = ("export", many_events, "-o", folder, "--format", "svg", "--size", "700x500", "--json")
    (tmp_path / "out").mkdir()
    done = run(*given)
    (row,) = json.loads(done.out)
    assert done.code == 0
    assert row["pages"] == len(row["written"]) > 1
    assert [Path(name).name for name in row["written"]] == [
        f"many-{number}.svg" for number in range(1, row["pages"] + 1)
    ]
    assert "timeline-app: One page of 700 × 500 px" in done.err
    assert f"Written: {folder / 'many-1.svg'} to many-{row['pages']}.svg.\n" in done.err
    assert sorted(map(str, folder.iterdir())) == sorted(row["written"])
    again = run(*given)
    assert again.code == 1
    assert "stand there already and were not replaced." in again.err
    assert run(*given, "--force").code == 0
    alone = run("export", many_events, "-o", tmp_path / "a.svg", "--size", "700x500", "--one-page")
    assert (alone.code, alone.out) == (1, "")
    assert not (tmp_path / "a.svg").exists()
    out = run("export", many_events, "-o", "-", "--format", "svg", "--size", "700x500")
    assert (out.code, out.out) == (1, "")
    assert "standard output has room for one" in out.err


def test_several_cases_become_one_document(
    run: Run, sound_case: Path, broken_case: Path, many_events: Path, tmp_path: Path
) -> None:
    target = tmp_path / "all.pdf"
    done = run("export", sound_case, broken_case, many_events, "-o", target, "--json")
    assert done.code == 1
    assert done.err.startswith(f"{broken_case}:2:15: error: ")
    rows = json.loads(done.out)
    assert [row["written"] for row in rows] == [[str(target)], [], [str(target)]]
    reader = PdfReader(target)
    assert [len(row["errors"]) for row in rows] == [0, 1, 0]
    assert {row["pages"] for row in rows if row["written"]} == {len(reader.pages)}
    entries = [one for one in reader.outline if isinstance(one, Destination)]
    assert [one.title for one in entries] == ["A small case (small)", "A small case (many)"]
    again = run("export", sound_case, many_events, "-o", target)
    assert again == (1, "", f"timeline-app: {target} stands there already and was not replaced.\n")


def test_a_case_without_room_is_left_out_of_a_document(
    run: Run, sound_case: Path, many_events: Path, tmp_path: Path
) -> None:
    target = tmp_path / "all.pdf"
    small = ("-o", target, "--size", "700x500", "--one-page")
    done = run("export", many_events, sound_case, *small, "--json")
    assert done.code == 1
    assert done.err.startswith(f"timeline-app: {many_events}: One page of 700 × 500 px")
    first, second = json.loads(done.out)
    assert (first["written"], len(first["errors"])) == ([], 1)
    assert (second["written"], second["pages"], second["errors"]) == ([str(target)], 1, [])
    assert len(PdfReader(target).pages) == 1
    target.unlink()
    done = run("export", many_events, many_events.with_name("missing"), *small)
    assert (done.code, target.exists()) == (1, False)
    assert "timeline-app: One page of 700 × 500 px" in done.err


def test_where_every_case_of_a_document_is_broken_there_is_none(
    run: Run, broken_case: Path, tmp_path: Path
) -> None:
    done = run("export", broken_case, tmp_path / "missing", "-o", tmp_path / "all.pdf")
    assert (done.code, done.out) == (1, "")
    assert not (tmp_path / "all.pdf").exists()


# -- comparisons


@pytest.mark.parametrize("form", ["png", "svg", "pdf", "csv", "md", "html"])
def test_two_cases_are_compared_in_every_format(
    form: str, run: Run, sound_case: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"c.{form}"
    done = run("export", "--compare", sound_case, sound_case, "-o", target, "--json")
    assert (done.code, done.err) == (0, "")
    assert [row["written"] for row in json.loads(done.out)] == [[str(target)]] * 2
    assert target.stat().st_size > 500


def test_a_comparison_goes_into_a_folder_under_both_names(
    run: Run, sound_case: Path, many_events: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    given = ("--compare", sound_case, many_events, "-o", tmp_path / "out", "--format", "html")
    done = run("export", *given, "--align", "arrest")
    assert (done.code, done.out) == (0, "")
    assert done.err == ("timeline-app: B (“A small case”) has no event of the kind “arrest”.\n")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["small-and-many.html"]


def test_a_comparison_needs_both_cases(
    run: Run, sound_case: Path, broken_case: Path, tmp_path: Path
) -> None:
    target = tmp_path / "c.png"
    done = run("export", "--compare", sound_case, broken_case, "-o", target, "--json")
    assert done.code == 1
    assert done.err.startswith(f"{broken_case}:2:15: error: ")
    assert [(row["written"], len(row["errors"])) for row in json.loads(done.out)] == [
        ([], 0),
        ([], 1),
    ]
    assert not target.exists()


# -- tables


def cells_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_case_becomes_a_table(run: Run, sound_case: Path, tmp_path: Path) -> None:
    for name, beginning in (
        ("a.csv", b"\xef\xbb\xbfnumber,event,kind,"),
        ("a.md", b"# A small case\n"),
        ("a.html", b"<!DOCTYPE html>\n"),
    ):
        assert run("export", sound_case, "-o", tmp_path / name) == (0, "", "")
        assert (tmp_path / name).read_bytes().startswith(beginning)
    assert [row[1] for row in cells_of((tmp_path / "a.csv").read_bytes())] == [
        "event", "meeting", "watch", "arrest",
    ]  # fmt: skip


def test_a_table_needs_no_library_of_pictures(
    run: Run, sound_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_command, "picture_obstacle", lambda: "There is no paint.")
    done = run("export", sound_case, "-o", "-", "--format", "md")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# A small case\n")


def test_places_are_those_of_the_texts_at_hand(run: Run, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    quoted: Json = [{"source": "bare", "exact": "behind the harbour"}]
    shared: dict[tuple[str | int, ...], Json] = {
        ("sources", 2, "text"): {"sha256": "0" * 64, "length": 9, "file": "found.txt"},
        ("events", 0, "passages"): quoted,
    }
    (texts / "found.txt").write_text("It was behind the harbour.")
    data = written(changed(shared))
    told = {}
    for given in ([], ["--texts", texts]):
        done = run("export", "-", "-o", "-", "--format", "csv", *given, given=data)
        told[len(given)] = cells_of(done.out.encode())[1][-2]
    assert told[0] == "A report without its text, “behind the harbour”"
    assert told[2].startswith(
        "A report without its text, characters 7–25 (found again by its words"
    )


# -- many cases


def test_the_nine_cases_go_into_a_folder_that_is_made(run: Run, tmp_path: Path) -> None:
    for form in ("csv", "md", "html"):
        folder = tmp_path / form
        assert run("export", cases_folder(), "-o", folder, "--format", form) == (0, "", "")
        assert len(list(folder.iterdir())) == 9
        assert (folder / f"qi-copied-papers.{form}").stat().st_size > 1000


def test_pictures_of_several_cases(run: Run, sound_case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(written(changed({("id",): "other"})))
    done = run(
        "export", sound_case, other, "-o", tmp_path / "out", "--format", "png", "--size", "900x700"
    )
    assert done == (0, "", "")
    for name in ("small.png", "other.png"):
        assert size_of((tmp_path / "out" / name).read_bytes()) == (900, 700)


def test_cases_of_one_id_get_numbers(run: Run, sound_case: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin.json"
    twin.write_bytes(sound_case.read_bytes())
    folder = tmp_path / "out"
    assert run("export", sound_case, twin, "-o", folder, "--format", "md").code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["small-2.md", "small.md"]


def test_a_broken_case_is_told_and_the_others_are_made(
    run: Run, sound_case: Path, broken_case: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    done = run("export", broken_case, sound_case, "-o", folder, "--format", "csv", "--json")
    assert done.code == 1
    assert done.err.startswith(f"{broken_case}:2:15: error: ")
    assert [path.name for path in folder.iterdir()] == ["small.csv"]
    first, second = json.loads(done.out)
    assert (first["file"], first["id"], first["written"]) == (str(broken_case), None, [])
    assert len(first["errors"]) == 1
    assert second == {
        "file": str(sound_case), "id": "small", "written": [str(folder / "small.csv")],
        "pages": 0, "errors": [],
    }  # fmt: skip


def test_where_every_case_is_broken_no_folder_is_made(
    run: Run, broken_case: Path, tmp_path: Path
) -> None:
    done = run("export", broken_case, "missing", "-o", tmp_path / "out", "--format", "csv")
    assert done.code == 1
    assert not (tmp_path / "out").exists()


def test_in_a_folder_too_nothing_is_replaced_unasked(
    run: Run, sound_case: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "small.md"
    target.write_bytes(b"mine")
    given = ["export", str(sound_case), str(cases_folder()), "-o", str(folder), "--format", "md"]
    done = run(*given, "--json")
    assert done.code == 1
    assert f"{sound_case}: {target} stands there already and was not replaced.\n" in done.err
    assert target.read_bytes() == b"mine"
    assert len(list(folder.iterdir())) == 10, "the others are written"
    assert json.loads(done.out)[0]["written"] == []
    assert json.loads(done.out)[0]["errors"] == [
        f"{target} stands there already and was not replaced."
    ]
    assert run(*given, "--force") == (0, "", "")
    assert target.read_bytes().startswith(b"# A small case")


def test_a_folder_that_can_not_be_made_is_said(run: Run, sound_case: Path, tmp_path: Path) -> None:
    target = f"{tmp_path / 'no' / 'such'}/"
    done = run("export", sound_case, "-o", target, "--format", "csv")
    assert (done.code, done.out) == (1, "")
    assert "was not made: no such file or directory." in done.err


def test_ending_the_command_leaves_whole_files_only(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, written_files = os.fsync, []

    def interrupting(descriptor: int) -> None:
        written_files.append(descriptor)
        if len(written_files) == 3:
            raise KeyboardInterrupt
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", interrupting)
    done = run("export", cases_folder(), "-o", tmp_path / "out", "--format", "html", "--json")
    assert done == (130, "", "")
    files = sorted((tmp_path / "out").iterdir())
    assert [path.suffix for path in files] == [".html", ".html"]
    assert all(path.read_bytes().endswith(b"</html>\n") for path in files)


def test_progress_is_seen_on_a_terminal_and_goes_before_a_message(
    run: Run, sound_case: Path, broken_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.cli.progress.is_terminal", lambda _: True)
    done = run("export", broken_case, sound_case, "-o", tmp_path / "out", "--format", "md")
    shown, _, message, *_ = done.err.split("\r")
    assert shown == "1 of 2 · broken.case.json"
    assert message.startswith(f"{broken_case}:2:15: ")
    assert done.err.endswith("\r")
    assert "2 of 2 · " in done.err
