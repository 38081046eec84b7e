"""What `export` is asked for is understood, and what does not go together is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.cli.export_arguments import export_arguments, export_request
from timeline_app.cli.export_request import ExportRequest, Format, PictureOptions
from timeline_app.drawing.pages.paper import A3, A4, SCREEN, Paper


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two cases, another folder, and a file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    for name in ("a", "b"):
        (tmp_path / "cases" / f"{name}.case.json").touch()
    (tmp_path / "out").mkdir()
    (tmp_path / "file").touch()
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *given: str) -> str:
    """The last line of what is said of arguments that are refused."""
    with pytest.raises(SystemExit) as ended:
        export_request(given)
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (2, "")
    assert err.startswith("usage: timeline-app export")
    return err.splitlines()[-1].removeprefix("timeline-app export: ")


def test_there_are_defaults() -> None:
    asked = export_request(["a", "-o", "b.png"])
    assert asked == ExportRequest(
        cases=("a",),
        target="b.png",
        into_folder=False,
        together=False,
        form=Format.PNG,
        align=None,
        picture=PictureOptions(SCREEN),
        hidden_kinds=frozenset(),
        texts=None,
        force=False,
        as_json=False,
    )
    assert export_request(["a", "-o", "b.pdf"]).picture == PictureOptions(A4)


def test_a_picture_is_chosen_by_its_options() -> None:
    given = (
        "--page A3 --dpi 300 --scale 1.5 --theme print --axis calendar --lanes actor --labels "
        "numbers --one-page --no-title --no-legend --no-footer --no-citation --notes --no-date "
        "--author Li --hide-kind leak --hide-kind other"
    )
    asked = export_request(["a", "-o", "b.png", *given.split()])
    assert asked.hidden_kinds == {"leak", "other"}
    assert asked.picture == PictureOptions(
        A3, 300, 1.5, "print", "calendar", "actor", "numbers", True,
        False, False, False, False, True, True, False, "Li",
    )  # fmt: skip
    assert not export_request(["a", "-o", "b.png", "--no-list"]).picture.event_list
    assert export_request(["a", "-o", "b.svg", "--size", "9x8"]).picture.paper == Paper(9, 8)


def test_two_cases_are_compared() -> None:
    asked = export_request(["--compare", "a", "b", "-o", "c.svg"])
    assert (asked.cases, asked.align, asked.together) == (("a", "b"), "order", True)
    asked = export_request(["-o", "c.csv", "--compare", "a", "-", "--align", "arrest"])
    assert (asked.cases, asked.align) == (("a", "-"), "arrest")
    assert export_request(["a", "-o", "c.svg"]).align is None


def test_several_cases_go_into_one_pdf_or_into_a_folder() -> None:
    asked = export_request(["cases", "-o", "all.pdf"])
    assert (asked.together, asked.into_folder, len(asked.cases)) == (True, False, 2)
    asked = export_request(["a", "b", "-o", "-", "--format", "pdf"])
    assert (asked.together, asked.into_folder) == (True, False)
    for target in ("out", "new/", "new"):
        asked = export_request(["a", "b", "-o", target, "--format", "pdf"])
        assert (asked.together, asked.into_folder) == (False, True)
    asked = export_request(["a", "-o", "one.pdf"])
    assert (asked.together, asked.into_folder) == (False, False)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("b.png", Format.PNG), ("b.PNG", Format.PNG), ("b.csv", Format.CSV), ("-", Format.PNG),
        ("b.html", Format.HTML), ("b.htm", Format.HTML), ("b.md", Format.MARKDOWN),
        ("b.svg", Format.SVG), ("b.pdf", Format.PDF),
    ],
)  # fmt: skip
def test_the_format_is_what_the_name_ends_in(name: str, form: Format) -> None:
    assert export_request(["a", "-o", name]).form is form


def test_the_format_can_be_given() -> None:
    assert export_request(["a", "-o", "file-without-suffix", "--format", "md"]).form == "md"
    assert export_request(["a", "-o", "-", "--format", "csv"]).form is Format.CSV
    assert export_request(["a", "-o", "b.csv", "--format", "csv"]).form is Format.CSV
    assert export_request(["a", "-o", "b.htm", "--format", "html"]).form is Format.HTML


@pytest.mark.parametrize(
    "given",
    [
        ["a", "-o", "out"],
        ["a", "-o", "new/"],
        ["a", "b", "-o", "new"],
        ["cases", "-o", "new"],
        ["cases", "a", "-o", "out"],
    ],
)
def test_files_go_into_a_folder(given: list[str]) -> None:
    asked = export_request([*given, "--format", "csv"])
    assert asked.into_folder
    assert asked.target == given[-1]


def test_a_folder_stands_for_its_cases_and_each_is_named_once() -> None:
    asked = export_request(
        ["cases", str(Path("cases", "a.case.json")), "-o", "out", "--format", "md"]
    )
    assert [Path(case).name for case in asked.cases] == ["a.case.json", "b.case.json"]
    twice = export_request(["a", "./a", "-o", "b.csv"])
    assert (twice.cases, twice.into_folder) == (("a",), False)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["a"], "the following arguments are required: -o/--output"),
        (["-o", "b.png"], "the following arguments are required: PATH"),
        (["a", "-o", ""], "the name of the file is empty"),
        (["a", "-o", "b.gif"], "say what to write with --format: png, svg, pdf, csv, md or html"),
        (["a", "-o", "out"], "say what to write with --format: png, svg, pdf, csv, md or html"),
        (["a", "-o", "b.csv", "--format", "md"], "b.csv is the name of a csv file, not of md"),
        (
            ["a", "b", "-o", "c.csv"],
            "several cases go into a folder or one pdf, and c.csv is a file",
        ),
        (["cases", "-o", "file"], "several cases go into a folder or one pdf, and file is a file"),
        (["a", "b", "-o", "-"], "only one case can go to standard output: give a folder"),
        (["a", "-o", "-", "--json"], "--json and -o - would both write to standard output"),
        (
            ["a", "b", "-o", "c.pdf", "--format", "png"],
            "c.pdf is the name of a pdf file, not of png",
        ),
        (
            ["a", "--compare", "b", "c", "-o", "d.png"],
            "a is too much: --compare has its own two cases",
        ),
        (["--compare", "b", "-o", "d.png"], "argument --compare: expected 2 arguments"),
        (
            ["--compare", "-", "-", "-o", "d.png"],
            "only one of the two cases can come from standard input",
        ),
        (
            ["a", "-o", "b.png", "--align", "order"],
            "--align goes with --compare; a single case has --axis",
        ),
        (
            ["--compare", "a", "b", "-o", "c.png", "--axis", "order"],
            "--axis is for single cases; with --compare it is --align",
        ),
        (
            ["--compare", "a", "b", "-o", "c.csv", "--hide-kind", "leak"],
            "--hide-kind is not for the table of a comparison, which is of all",
        ),
        (
            ["a", "-o", "b.svg", "--page", "A4", "--dpi", "99"],
            "--dpi is for png, and a svg has no dots",
        ),
        (
            ["a", "-o", "b.png", "--dpi", "99"],
            "--dpi goes with --page; a picture with --size has as many pixels",
        ),
        (
            ["a", "-o", "b.png", "--page", "A4", "--dpi", "9.5"],
            "argument --dpi: “9.5” is not a whole number from 36 to 768",
        ),
        (
            ["a", "-o", "b.png", "--scale", "nan"],
            "argument --scale: “nan” is not a number from 0.25 to 8",
        ),
        (
            ["a", "-o", "b.png", "--size", "8x6", "--page", "A4"],
            "argument --page: not allowed with argument --size",
        ),
        (
            ["a", "-o", "b.png", "--labels", "numbers", "--no-list"],
            "--labels numbers needs the list, which tells what the numbers mean",
        ),
        (
            ["a", "-o", "b.png", "--notes", "--no-list"],
            "--notes stand in the list, so they don't go with --no-list",
        ),
        (
            ["a", "-o", "b.png", "--axis", "x"],
            "argument --axis: invalid choice: 'x' (choose from 'order', 'calendar')",
        ),
    ],
)
def test_a_fault_is_named_plainly(
    given: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, *given) == said


PICTURE_OPTIONS = (
    *("--axis order", "--lanes actor", "--size 8x6", "--page A4", "--dpi 96", "--scale 2"),
    *("--theme dark", "--labels titles", "--one-page", "--no-title", "--no-legend", "--no-footer"),
    *("--no-citation", "--no-list", "--no-date", "--notes", "--author Li"),
)


@pytest.mark.parametrize("option", PICTURE_OPTIONS)
def test_what_is_for_pictures_is_refused_for_tables(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, "a", "-o", "b.csv", *option.split())
    assert said == (
        f"{option.partition(' ')[0]} is for pictures (png, svg, pdf), and csv is a table"
    )


def test_every_option_is_for_all_or_refused_for_tables() -> None:
    for_all = {"-h", "--help", "-o", "--output", "--force", "--format", "--texts", "--json"}
    for_all |= {"--compare", "--align", "--hide-kind"}
    given = set(export_arguments()._option_string_actions) - for_all
    assert given == {option.partition(" ")[0] for option in PICTURE_OPTIONS}


def test_no_picture_goes_to_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert refused(capsys, "a", "-o", "-").endswith("give a file")
    assert export_request(["a", "-o", "-", "--format", "md"]).target == "-", "a table may"


def test_help_is_whole_and_fits(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        export_request(["--help"])
    out, err = capsys.readouterr()
    assert (ended.value.code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 100
    for option in export_arguments()._option_string_actions:
        assert option in out
