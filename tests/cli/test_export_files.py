"""Where files go: one of the name asked for, numbered ones, a folder, standard output."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.cli.export_arguments import export_request
from timeline_app.cli.export_files import ExportFiles
from timeline_app.cli.making import Made, NotMadeError
from timeline_app.writing import FileStandsError, WriteError


def files(*given: str | Path) -> ExportFiles:
    return ExportFiles(export_request(["a", *map(str, given)]))


def made(*contents: bytes) -> Made:
    return Made(len(contents), len(contents), iter(contents))


def test_one_file_has_the_name_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "b.png"
    assert files("-o", target).written(["id"], made(b"1")) == (str(target),)
    assert target.read_bytes() == b"1"


def test_several_files_are_numbered(tmp_path: Path) -> None:
    written = files("-o", tmp_path / "b.svg").written(["id"], made(*[b"%d" % n for n in range(11)]))
    assert [Path(name).name for name in written[:2]] == ["b-01.svg", "b-02.svg"]
    assert len(written) == len(list(tmp_path.iterdir())) == 11
    assert (tmp_path / "b-11.svg").read_bytes() == b"10"


def test_in_a_folder_files_are_called_like_their_cases(tmp_path: Path) -> None:
    into = files("-o", f"{tmp_path / 'out'}/", "--format", "png")
    written = [into.written(["id"], made(b"1", b"2")), into.written(["id"], made(b"3"))]
    assert [[Path(name).name for name in names] for names in written] == [
        ["id-1.png", "id-2.png"],
        ["id.png"],
    ]
    assert [Path(name).name for name in into.written(["a", "b"], made(b"4"))] == ["a-and-b.png"]


def test_a_file_that_stands_is_told_before_a_page_is_made(tmp_path: Path) -> None:
    def contents() -> Iterator[bytes]:
        raise AssertionError("nothing is to be made")
        yield b""

    (tmp_path / "b-2.png").write_bytes(b"mine")
    with pytest.raises(FileStandsError):
        files("-o", tmp_path / "b.png").written(["id"], Made(3, 3, contents()))
    assert [path.name for path in tmp_path.iterdir()] == ["b-2.png"]


def test_a_set_that_is_not_finished_tells_what_it_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def contents() -> Iterator[bytes]:
        yield b"new"
        raise NotMadeError("It did not read back.")

    (tmp_path / "b-1.png").write_bytes(b"old")
    with pytest.raises(NotMadeError) as fault:
        files("-o", tmp_path / "b.png", "--force").written(["id"], Made(2, 2, contents()))
    first = str(tmp_path / "b-1.png")
    assert str(fault.value) == f"It did not read back. {first} has new contents already."
    assert fault.value.written == (first,)


def test_standard_output_has_room_for_one(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    out = files("-o", "-", "--format", "png")
    assert out.written(["id"], made(b"\x89PNG")) == ("-",)
    assert capsysbinary.readouterr().out == b"\x89PNG"
    with pytest.raises(NotMadeError, match="The picture has 2 pages, and standard output has room"):
        out.written(["id"], made(b"1", b"2"))


def test_a_folder_that_can_not_be_made_is_said(tmp_path: Path) -> None:
    into = files("-o", f"{tmp_path / 'no' / 'such'}/", "--format", "csv")
    with pytest.raises(WriteError, match="was not made: no such file or directory"):
        into.written(["id"], made(b"1"))
