"""The right command runs, and its end is told by the exit code alone."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline_app
from tests.case.file.good_cases import sound, written
from tests.cli.conftest import Run
from timeline_app import app
from timeline_app.case.file.reading import Reading
from timeline_app.cli import check, main, output


class Opened(list[tuple[list[Path], Path | None, Reading | None]]):
    """Stands for the window: remembers with what it was opened, and whether it was to compare."""

    def __init__(self) -> None:
        super().__init__()
        self.comparing: list[bool] = []

    def __call__(
        self,
        paths: list[Path],
        texts: Path | None,
        standard: Callable[[], Reading] | None,
        *,
        compare: bool,
    ) -> int:
        self.append((paths, texts, standard() if standard is not None else None))
        self.comparing.append(compare)
        return 0


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Opened:
    opened = Opened()
    monkeypatch.setattr(app, "open_window", opened)
    return opened


def test_without_a_command_the_window_opens(run: Run, window: Opened, tmp_path: Path) -> None:
    assert run() == (0, "", "")
    assert run("a", "b.json", "--texts", tmp_path).code == 0
    assert window == [([], None, None), ([Path("a"), Path("b.json")], tmp_path, None)]


def test_a_dash_is_a_case_on_standard_input_for_the_window_too(run: Run, window: Opened) -> None:
    assert run("-", "a", given=written(sound())).code == 0
    ((paths, _, reading),) = window
    assert paths == [Path("a")]
    assert reading is not None
    assert reading.case is not None


def test_the_window_compares_exactly_two_files(run: Run, window: Opened, tmp_path: Path) -> None:
    assert run("--compare", "a", "b").code == 0
    assert run("a", "b", "--compare", "--texts", tmp_path).code == 0
    assert window == [
        ([Path("a"), Path("b")], None, None),
        ([Path("a"), Path("b")], tmp_path, None),
    ]
    assert window.comparing == [True, True]
    assert run("a", "b").code == 0
    assert window.comparing[-1] is False


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ([], "--compare needs exactly two case files, and 0 were given"),
        (["a"], "--compare needs exactly two case files, and 1 were given"),
        (["a", "b", "c"], "--compare needs exactly two case files, and 3 were given"),
        (
            ["a", "-"],
            "--compare needs two files: the window can't compare what comes through a pipe",
        ),
        (["a", "."], "--compare needs two case files, and . is a folder"),
    ],
)
def test_anything_but_two_files_is_said_plainly(
    paths: list[str], said: str, run: Run, window: Opened
) -> None:
    done = run("--compare", *paths)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"timeline-app: {said}\n")
    assert not window


def test_the_version_and_the_help_are_told(run: Run, window: Opened) -> None:
    assert run("--version") == (0, f"timeline-app {timeline_app.__version__}\n", "")
    assert run("--help").code == run("check", "--help").code == 0
    assert not window


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["show", "a", "b"], ["check"], ["compare", "a"]]
)
def test_a_fault_of_the_command_line_is_2(arguments: list[str], run: Run, window: Opened) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert not window


def test_a_command_comes_first(run: Run, window: Opened, tmp_path: Path) -> None:
    done = run("--texts", tmp_path, "show", "a.json")
    assert done.code == 2
    assert done.err.endswith("timeline-app: the command comes first: timeline-app show …\n")
    assert not window
    assert run("--", "show").code == 0
    assert run("./check").code == 0
    assert [paths for paths, *_ in window] == [[Path("show")], [Path("check")]]


def test_arguments_are_those_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["timeline-app", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("timeline-app ")


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 141, ""),
        (output.OutputError("standard output is closed"), 1, "standard output is closed\n"),
    ],
)
def test_what_ends_a_command_early_is_no_traceback(
    raised: BaseException,
    code: int,
    said: str,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(*given: object, **named: object) -> int:
        raise raised

    monkeypatch.setattr(check, "check", failing)
    done = run("check", "a")
    assert (done.code, done.out) == (code, "")
    assert done.err == (f"timeline-app: {said}" if said else "")


def test_output_that_only_fails_in_the_end_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    full = io.TextIOWrapper(Full(), encoding="utf-8")
    with monkeypatch.context() as changed:
        changed.setattr(sys, "stdout", full)
        assert main(["--version"]) == 1
    said = "timeline-app: standard output can't be written: the disk is full\n"
    assert capsys.readouterr().err == said
