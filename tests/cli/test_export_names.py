"""Each case of an export gets file names of its own, which can be written everywhere."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.cli.export_names import FileNames, numbered


def called(names: FileNames, one: str, files: int = 1) -> list[str]:
    return [str(path) for path in names.of([one], files)]


def test_a_file_is_called_like_its_case() -> None:
    names = FileNames("csv")
    assert [called(names, one) for one in ("a", "b", "a", "a")] == [
        ["a.csv"], ["b.csv"], ["a-2.csv"], ["a-3.csv"],
    ]  # fmt: skip


def test_a_number_that_is_taken_is_passed_over() -> None:
    names = FileNames("md")
    assert [called(names, one) for one in ("a-2", "a", "a")] == [["a-2.md"], ["a.md"], ["a-3.md"]]


def test_no_file_is_called_like_a_device() -> None:
    assert called(FileNames("csv"), "con") == ["case-con.csv"]
    assert called(FileNames("csv"), "lpt1") == ["case-lpt1.csv"]
    assert called(FileNames("csv"), "console") == ["console.csv"]


def test_pages_are_numbered_and_two_cases_named_both() -> None:
    names = FileNames("png")
    assert called(names, "a", 2) == ["a-1.png", "a-2.png"]
    assert called(names, "a", 2) == ["a-2-1.png", "a-2-2.png"]
    assert called(names, "a-1") == ["a-1-2.png"]
    assert names.of(["a", "b"]) == (Path("a-and-b.png"),)
    assert numbered(Path("x/b.png"), 1) == (Path("x/b.png"),)
    assert numbered(Path("x/b.png"), 12)[8:10] == (Path("x/b-09.png"), Path("x/b-10.png"))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "a-1", "a-2", "a-3", "con", "case-con", "aux"]),
            st.integers(1, 12),
        ),
        max_size=12,
    )
)
def test_no_name_is_given_twice(cases: list[tuple[str, int]]) -> None:
    names = FileNames("csv")
    given_names = [name for one, files in cases for name in called(names, one, files)]
    assert len(set(given_names)) == len(given_names) == sum(files for _, files in cases)
