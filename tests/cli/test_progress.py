"""Progress is a line that comes and goes on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from timeline_app.cli.progress import Progress


class Screen(io.StringIO):
    """A terminal that remembers what was written to it."""

    def isatty(self) -> bool:
        return True


def rows(written: str) -> list[str]:
    """What a terminal has shown, one after the other: a return goes back to its start."""
    shown, line, place = [], "", 0
    for character in written:
        if character == "\r":
            shown.append(line.rstrip())
            place = 0
            continue
        line = line[:place] + character + line[place + 1 :]
        place += 1
    return [*shown, line.rstrip()]


def screen_for(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Let standard error be a terminal of 40 columns."""
    made = Screen()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setenv("COLUMNS", "40")
    return made


def test_each_step_takes_the_place_of_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_for(monkeypatch)
    with Progress(12) as progress:
        progress.show(1, "a-long-name.case.json")
        progress.show(2, "b.json")
    shown = rows(screen.getvalue())
    assert list(filter(None, shown)) == ["1 of 12 · a-long-name.case.json", "2 of 12 · b.json"]
    assert shown[-1] == ""
    assert "\n" not in screen.getvalue()


def test_a_line_fits_the_terminal_and_obeys_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_for(monkeypatch)
    with Progress(2) as progress:
        progress.show(1, "\x1b[31m" + "李" * 100)
        assert "\x1b" not in screen.getvalue()
        assert len(screen.getvalue()) < 40


def test_it_goes_away_where_somebody_ends_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_for(monkeypatch)

    def interrupted() -> None:
        with Progress(2) as progress:
            progress.show(1, "a")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert rows(screen.getvalue())[-1] == ""


@pytest.mark.parametrize("steps", [0, 1])
def test_a_single_step_shows_nothing(steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_for(monkeypatch)
    with Progress(steps) as progress:
        progress.show(1, "a")
    assert screen.getvalue() == ""


def test_what_is_no_terminal_gets_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(9) as progress:
        progress.show(1, "a")
    assert capsys.readouterr() == ("", "")
