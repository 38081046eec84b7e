"""What the command line understands, and what it says of what it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.case.model import Kind
from timeline_app.cli import arguments as forms
from timeline_app.cli.arguments import Arguments, Form
from timeline_app.cli.terminal import STAND_IN

ALL: list[Callable[[], Arguments]] = [
    forms.window_arguments,
    forms.check_arguments,
    forms.show_arguments,
    forms.compare_arguments,
    forms.anchor_arguments,
]


def refused(form: Callable[[], Arguments], capsys: pytest.CaptureFixture[str], *given: str) -> str:
    """The last line of what is said of arguments that are refused."""
    with pytest.raises(SystemExit) as ended:
        form().read(given)
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (forms.USAGE_FAULT, "")
    assert err.startswith("usage: timeline-app")
    return err.splitlines()[-1]


def test_the_window_takes_any_number_of_paths(tmp_path: Path) -> None:
    asked = forms.window_arguments().read([])
    assert (asked.paths, asked.texts) == ([], None)
    asked = forms.window_arguments().read(["a", "--texts", str(tmp_path), "b"])
    assert (asked.paths, asked.texts) == (["a", "b"], tmp_path)


def test_options_may_stand_anywhere() -> None:
    for given in (["a", "--json", "b"], ["--json", "a", "b"], ["a", "b", "--json"]):
        asked = forms.check_arguments().read(given)
        assert (asked.paths, asked.json) == (["a", "b"], True)


def test_a_dash_is_a_path_and_two_dashes_end_the_options() -> None:
    assert forms.check_arguments().read(["-", "a"]).paths == ["-", "a"]
    assert forms.show_arguments().read(["-"]).path == "-"
    assert forms.show_arguments().read(["--json", "--", "--json"]).path == "./--json"
    assert forms.check_arguments().read(["--", "-", "a", "--"]).paths == ["-", "a", "./--"]


def test_compare_has_defaults_and_one_form() -> None:
    asked = forms.compare_arguments().read(["a", "-"])
    assert (asked.a, asked.b, asked.align, asked.form) == ("a", "-", "order", Form.TEXT)
    for form in (Form.JSON, Form.MARKDOWN, Form.CSV):
        assert forms.compare_arguments().read(["a", f"--{form}", "b"]).form is form


def test_cases_are_aligned_on_every_kind() -> None:
    assert tuple(Kind) == forms.KINDS
    for align in ("calendar", "order", *Kind):
        assert forms.compare_arguments().read(["a", "b", "--align", align]).align == align


@pytest.mark.parametrize(
    ("form", "given", "said"),
    [
        (forms.show_arguments, ["a", "b"], "show: b is too much: only one case can be given"),
        (forms.show_arguments, [], "show: the following arguments are required: PATH"),
        (forms.show_arguments, [""], "show: argument PATH: the name of a file is empty"),
        (forms.show_arguments, ["a", "--jso"], "show: there is no option --jso"),
        (forms.check_arguments, ["a", "--quiet=3"], "check: there is no option --quiet"),
        (forms.check_arguments, [], "check: the following arguments are required: PATH"),
        (forms.window_arguments, ["--nice", "1"], "timeline-app: there is no option --nice"),
        (forms.compare_arguments, ["a"], "compare: the following arguments are required: B"),
        (
            forms.compare_arguments,
            ["a", "b", "c"],
            "compare: c is too much: two cases are compared",
        ),
        (
            forms.compare_arguments,
            ["a", "b", "--csv", "--json"],
            "compare: argument --json: not allowed with argument --csv",
        ),
        (
            forms.anchor_arguments,
            ["a", "-o", "b"],
            "anchor: the following arguments are required: --texts",
        ),
    ],
)
def test_a_fault_is_named_plainly(
    form: Callable[[], Arguments], given: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(form, capsys, *given).endswith(said)


def test_articles_must_be_somewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "missing")
    said = refused(forms.check_arguments, capsys, "a", "--texts", missing)
    assert said.endswith(f"{missing} can't be looked into: no such file or directory")
    said = refused(forms.check_arguments, capsys, "a", "--texts", "")
    assert said.endswith("the name of the folder is empty")


def test_a_name_that_a_terminal_would_obey_is_shown_harmlessly(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = refused(forms.show_arguments, capsys, "a", "\x1b]0;b\x07\nc")
    assert said.endswith(f"{STAND_IN}]0;b{STAND_IN} c is too much: only one case can be given")


@pytest.mark.parametrize("form", ALL)
def test_help_is_whole_and_fits(
    form: Callable[[], Arguments],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        form().read(["--help"])
    out, err = capsys.readouterr()
    assert (ended.value.code, err) == (0, "")
    assert out.startswith("usage: timeline-app")
    assert max(len(line) for line in out.splitlines()) <= 100
    for option in form()._option_string_actions:
        assert option in out


def test_the_first_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        forms.window_arguments().read(["--help"])
    out = capsys.readouterr().out
    assert all(f"timeline-app {command} " in out for command in forms.COMMANDS)
