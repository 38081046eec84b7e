"""`check` tells of every file, in the order given, whatever the others are."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.case.file.good_cases import Json, changed, paths, sound, written
from tests.case.file.malformed_cases import CHANGED
from tests.case.file.malformed_files import FILES
from tests.case.file.malformed_texts import ODD, SYNTAX, WHOLE
from tests.cli.conftest import Done, Run
from timeline_app.cli.terminal import STAND_IN
from timeline_app.paths import cases_folder

MALFORMED = Path(__file__).resolve().parent.parent / "malformed"
WRONG: tuple[Json, ...] = (None, True, -7, 1.5, "\u0000", "", "x y", [], [[]], {}, {"x": {}})


def told(done: Done) -> list[dict[str, Any]]:
    """What `--json` says of each file."""
    listed: list[dict[str, Any]] = json.loads(done.out)
    assert done.err == ""
    for one in listed:
        assert set(one) == {"file", "id", "opens", "errors", "problems", "notes"}
        assert one["opens"] == (not one["errors"])
    assert done.code == (1 if any(one["errors"] for one in listed) else 0)
    return listed


def test_the_nine_cases_are_in_order(run: Run) -> None:
    listed = told(run("check", cases_folder(), "--json"))
    assert len(listed) == 9
    assert [one["file"] for one in listed] == sorted(one["file"] for one in listed)
    assert not any(one["errors"] or one["problems"] for one in listed)


def test_a_case_with_problems_only_is_no_failure(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "a.json"
    case.write_bytes(written(changed({("events", 1, "when"): "2030/2031"})))
    done = run("check", case)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{case}: 1 problem, 1 note\n{case}: problem: these can't all be")


def test_files_are_told_in_the_order_given_and_once(
    run: Run, tmp_path: Path, sound_case: Path, broken_case: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "b.json").write_bytes(b"")
    (folder / "z.case.json").write_bytes(written(sound()))
    missing = tmp_path / "missing"
    given = [sound_case, missing, folder, broken_case, "-", sound_case, folder / "b.json"]
    listed = told(run("check", "--json", *given, given=written(sound())))
    assert [(one["file"], one["opens"]) for one in listed] == [
        (str(sound_case), True),
        (str(missing), False),
        (str(folder / "z.case.json"), True),
        (str(folder / "b.json"), False),
        (str(broken_case), False),
        ("standard input", True),
    ]
    assert [one["errors"][0]["code"] for one in listed if one["errors"]] == [
        "file-not-found", "file-empty", "json-syntax",
    ]  # fmt: skip


def test_text_and_json_tell_the_same(run: Run, sound_case: Path, broken_case: Path) -> None:
    text = run("check", sound_case, broken_case)
    listed = told(run("check", sound_case, broken_case, "--json"))
    assert text.code == 1
    for one in listed:
        for problem in (*one["errors"], *one["problems"], *one["notes"]):
            assert f"{problem['severity']}: {problem['text']} [{problem['code']}]" in text.out
    assert f"{broken_case}:2:15: error: " in text.out
    assert f"{broken_case}: 1 error\n" in text.out


def test_every_error_has_a_place(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "a.json"
    case.write_bytes(written(changed({("id",): 1, ("title",): [], ("events", 0, "when"): "soon"})))
    (one,) = told(run("check", case, "--json"))
    assert [(error["path"], error["code"]) for error in one["errors"]] == [
        ("$.id", "wrong-type"), ("$.title", "wrong-type"), ("$.events[0].when", "bad-date"),
    ]  # fmt: skip
    assert all(
        error["file"] == str(case) and error["line"] and error["column"] and error["expected"]
        for error in one["errors"]
    )


def test_an_empty_folder_is_an_error_of_its_own(run: Run, tmp_path: Path, sound_case: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    listed = told(run("check", empty, sound_case, "--json"))
    assert [one["errors"][0]["code"] for one in listed if one["errors"]] == ["file-is-folder"]
    assert listed[1]["opens"]


def test_what_is_no_file_is_told_and_never_waited_for(
    run: Run, tmp_path: Path, sound_case: Path
) -> None:
    pipe, large, loop = tmp_path / "pipe", tmp_path / "large.json", tmp_path / "loop"
    os.mkfifo(pipe)
    with large.open("wb") as file:
        file.truncate(600 * 1024 * 1024)
    loop.symlink_to(loop)
    listed = told(run("check", pipe, large, loop, "/dev/zero", sound_case, "--json"))
    assert [one["errors"][0]["code"] for one in listed if one["errors"]] == [
        "file-not-regular", "file-too-large", "file-unreadable", "file-not-regular",
    ]  # fmt: skip
    assert listed[-1]["opens"]


def test_a_file_that_may_not_be_read_is_told(
    run: Run, tmp_path: Path, sound_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked.json"
    locked.write_bytes(written(sound()))
    locked.chmod(0)
    really_open = os.open

    def refusing(path: Path, flags: int) -> int:  # a superuser may read everything
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", refusing)
    listed = told(run("check", locked, sound_case, "--json"))
    assert [error["code"] for error in listed[0]["errors"]] == ["file-not-permitted"]
    assert listed[1]["opens"]


def test_every_malformed_file_has_its_errors_and_hinders_no_other(run: Run, tmp_path: Path) -> None:
    wanted: dict[str, set[str]] = {}

    def write(data: bytes, codes: set[str]) -> None:
        name = f"{len(wanted):03}.json"
        (tmp_path / name).write_bytes(data)
        wanted[name] = codes

    for _, changes, errors in CHANGED:
        write(written(changed(changes)), {code.value for code, _ in errors})
    for _, data, code, _, _ in SYNTAX:
        write(data, {code.value})
    for _, data, places in ODD:
        write(data, {code.value for code, *_ in places})
    for _, data, code in WHOLE:
        write(data, {code.value})
    (tmp_path / "sound.case.json").write_bytes(written(sound()))
    assert len(wanted) >= 150

    first, *others = told(run("check", tmp_path, "--json"))
    assert first["opens"]
    assert {Path(one["file"]).name for one in others} == set(wanted)
    for one in others:
        codes = {error["code"] for error in one["errors"]}
        assert codes >= wanted[Path(one["file"]).name], one["file"]


def test_the_malformed_files_of_the_tests_have_the_errors_written_beside_them(run: Run) -> None:
    listed = told(run("check", MALFORMED, "--json"))
    found = {Path(one["file"]).name: [error["code"] for error in one["errors"]] for one in listed}
    assert found == {name: [code.value for code, *_ in errors] for name, errors in FILES.items()}


def test_no_wrong_type_in_any_field_ends_the_command(run: Run, tmp_path: Path) -> None:
    number = 0
    for path in paths(sound()):
        for wrong in WRONG if path else ():
            data = written(changed({path: wrong}))
            (tmp_path / f"{number:04}.json").write_bytes(data)
            number += 1
    listed = told(run("check", tmp_path, "--json"))
    assert len(listed) == number
    faulty = [one for one in listed if one["errors"]]
    assert len(faulty) > 0.9 * number
    assert all(error["path"].startswith("$") for one in faulty for error in one["errors"])


def test_articles_are_looked_for_where_they_are_said_to_be(
    run: Run, tmp_path: Path, sound_case: Path
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "report.txt").write_text("Another article.")
    (one,) = told(run("check", sound_case, "--texts", texts, "--json"))
    assert {problem["code"] for problem in one["problems"]} == {
        "attached-text-differs", "passage-lost",
    }  # fmt: skip


def test_a_name_that_is_no_text_is_told_harmlessly(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in (b"\xff\xfe.json", b"\x1b[2J\n.json"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"")
    done = run("check", folder)
    assert done.code == 1
    assert f"{STAND_IN}{STAND_IN}.json: error: the file is empty" in done.out
    assert f"{STAND_IN}[2J{STAND_IN}.json: error: the file is empty" in done.out
    assert "\x1b" not in done.out
    assert [Path(one["file"]).name for one in told(run("check", folder, "--json"))] == [
        "\x1b[2J\n.json", f"{STAND_IN}{STAND_IN}.json",
    ]  # fmt: skip
