"""Data go out whole or the command says why not."""

from __future__ import annotations

import errno
import io
import json
import sys
from pathlib import Path

import pytest

from timeline_app.cli import output
from timeline_app.cli.output import OutputError


class Failing(io.TextIOWrapper):
    """A standard output that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self.error = error

    def write(self, text: str) -> int:
        raise self.error

    def flush(self) -> None:
        return


def stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True)


def sent(to: io.TextIOWrapper) -> bytes:
    to.flush()
    assert isinstance(to.buffer, io.BytesIO)
    return to.buffer.getvalue()


@pytest.mark.parametrize(
    ("encoding", "text", "as_json"),
    [
        ("utf-8", "‘李’\n", '"‘李’"\n'),
        ("latin-1", "'\\u674e'\n", '"\\u2018\\u674e\\u2019"\n'),
        ("ascii", "'\\u674e'\n", '"\\u2018\\u674e\\u2019"\n'),
    ],
)
def test_no_letter_ends_a_command(
    encoding: str, text: str, as_json: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for put, wanted in ((output.put, text), (output.put_json, as_json)):
        to = stream(encoding)
        monkeypatch.setattr(sys, "stdout", to)
        output.prepare_streams()
        put("‘李’")
        assert sent(to).decode(encoding) == wanted
        assert encoding != "ascii" or sent(to).isascii()


def test_messages_go_to_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output.complain("the moon is full")
    assert capsys.readouterr() == ("", "timeline-app: the moon is full\n")
    monkeypatch.setattr(sys, "stderr", None)
    output.tell("nobody hears this")
    assert capsys.readouterr().out == ""


def test_json_is_harmless_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    text = "\x1b[2J\x9b\u202e\u2028\x7f李"
    output.put_json({"title": text})
    out = capsys.readouterr().out
    assert out == '{\n  "title": "\\u001b[2J\\u009b\\u202e\\u2028\\u007f李"\n}\n'
    assert json.loads(out) == {"title": text}


@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.ENOSPC, "the disk is full"), (errno.EIO, "Input/output error")],
)
def test_a_full_disk_behind_standard_output_is_said(
    code: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", Failing(OSError(code, "Input/output error")))
    with pytest.raises(OutputError, match=f"standard output can't be written: {said}"):
        output.put("words")


def test_a_reader_who_has_left_is_another_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Failing(BrokenPipeError(errno.EPIPE, "")))
    with pytest.raises(BrokenPipeError):
        output.put_json([])


def test_closed_standard_output_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    output.finish_output()  # nothing was put: nothing to say
    for put in (output.put, output.put_json):
        with pytest.raises(OutputError, match="standard output is closed"):
            put("words")
    with pytest.raises(OutputError):
        output.put_bytes("-", b"", force=False)


def test_bytes_go_to_a_file_or_to_standard_output(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    target = tmp_path / "file"
    assert output.put_bytes(str(target), b"one", force=False) == 0
    assert output.put_bytes("-", b"\xff\x00", force=False) == 0
    assert capsysbinary.readouterr().out == b"\xff\x00"
    assert output.put_bytes(str(target), b"two", force=False) == 1
    assert target.read_bytes() == b"one"
    assert b"stands there already" in capsysbinary.readouterr().err
    assert output.put_bytes(str(target), b"two", force=True) == 0
    assert target.read_bytes() == b"two"


def test_a_text_file_is_written_byte_for_byte_but_a_terminal_gets_lines(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = "\ufeffa,李\r\n".encode()
    output.put_text_file(data)
    assert capsysbinary.readouterr().out == data
    monkeypatch.setattr(output, "is_terminal", lambda _: True)
    output.put_text_file(data)
    assert capsysbinary.readouterr().out == "a,李\n".encode()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "is a folder; give the name of a file."),
        ("missing/file", "was not written: there is no such folder."),
        ("file/below", "was not written: a part of this path is a file, not a folder."),
        ("x" * 300, "was not written: the name is too long."),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_what_can_not_be_written_is_said(
    name: str, said: str, force: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert output.put_bytes(str(tmp_path / name), b"new", force=force) == 1
    err = capsys.readouterr().err
    assert err.startswith("timeline-app: ")
    assert err.endswith(f"{said}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_output_that_was_given_up_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", None)
        out.write("never seen")
        output.abandon_output()
    assert (tmp_path / "out").read_bytes() == b""
