"""The commands of the menu Compare, with a shell that writes down what it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.conftest import chosen, settle
from tests.session.small_cases import broken, four_events, hired, opened
from tests.window.test_commands import WrittenShell
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.session.comparing import Manner, Side
from timeline_app.session.session import Session
from timeline_app.window.compare_commands import NOBODY_ELSE, CompareCommands


class Desk:
    """Commands over a session in which two cases and a broken file are open."""

    def __init__(self) -> None:
        self.session = Session()
        self.shell = WrittenShell()
        self.commands = CompareCommands(self.session, self.shell)
        self.session.add_cases([opened(four_events()), opened(hired()), broken()])

    def compare(self) -> None:
        self.commands.compare_first_two()
        settle(self.session)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_another_case_is_asked_for(desk: Desk) -> None:
    desk.commands.compare_with()
    assert desk.shell.asked == ["A is “The case four”. Compare it with: [1, 2]"]
    assert desk.session.comparing is None
    desk.shell.case = 2
    desk.commands.compare_with(1)
    assert desk.shell.asked[-1] == "A is “The case hired”. Compare it with: [0, 2]"
    assert desk.shell.told[-1].startswith("‘broken.case.json’ does not open")
    desk.commands.compare_with(2)
    assert len(desk.shell.asked) == 2
    desk.shell.case = 1
    desk.commands.compare_with()
    assert desk.session.comparing is not None
    desk.shell.case = 0
    desk.commands.replace(Side.A)
    assert desk.shell.asked[-1] == "Replace A by: [2]"


def test_without_another_case_it_is_said() -> None:
    session, shell = Session(), WrittenShell()
    commands = CompareCommands(session, shell)
    commands.compare_with()
    commands.replace(Side.A)
    assert (shell.asked, shell.told) == ([], [])
    session.add_cases([opened(four_events())])
    commands.compare_with()
    assert shell.told == [NOBODY_ELSE]


def test_a_file_given_twice_is_compared_with_itself() -> None:
    session, shell = Session(), WrittenShell()
    commands = CompareCommands(session, shell)
    commands.compare_first_two()
    assert shell.told == ["There are no two cases to compare."]
    session.add_cases([opened(four_events())])
    commands.compare_first_two()
    assert session.comparing is not None
    assert len(session.entries) == 2


def test_switches_turn_one_thing_each(desk: Desk) -> None:
    desk.compare()
    desk.commands.toggle("linked")
    assert desk.session.manner == Manner(linked=False)
    desk.commands.toggle("linked")
    desk.commands.toggle("by_events")
    assert desk.session.manner == Manner(by_events=True)
    desk.commands.toggle_texts()
    assert desk.commands.texts_shown()
    desk.commands.show_phases()
    assert not desk.commands.texts_shown()
    desk.commands.go_to_other_side()
    assert desk.shell.asked[-1] == "focus B"


def test_pairing_taking_apart_and_letting_the_program_pair_again(desk: Desk) -> None:
    desk.compare()
    assert desk.commands.is_pair_chosen()
    assert not desk.commands.has_choices()
    desk.commands.unpair()
    settle(desk.session)
    assert not desk.commands.is_pair_chosen()
    assert desk.commands.is_chosen_by_hand()
    desk.commands.pair_automatically()
    settle(desk.session)
    assert desk.commands.is_pair_chosen()
    assert not desk.commands.has_choices()
    desk.session.go_to_pair(2, 1)
    desk.commands.pair()
    settle(desk.session)
    assert desk.session.pair_choices.pairs == {("noticed", "signed")}
    assert desk.session.partner(Side.A, 2) == 1
    desk.commands.forget_pairs()
    assert desk.commands.has_choices()
    assert desk.shell.asked[-1].endswith("Pairs made: 1. Pairs taken apart: 0.")
    desk.shell.agreed = True
    desk.commands.forget_pairs()
    assert desk.session.pair_choices == PairChoices()


def test_what_needs_two_chosen_events_says_so(desk: Desk) -> None:
    desk.compare()
    desk.session.set_manner(Manner(linked=False))
    desk.session.select(None)
    desk.commands.pair()
    desk.commands.align_on_chosen()
    assert desk.shell.told == ["Choose an event in each of the two cases first."] * 2
    desk.commands.unpair()
    assert chosen(desk.session) == (None, 0)


def test_tables_are_copied_and_saved(desk: Desk, tmp_path: Path) -> None:
    desk.commands.copy_tables(markdown=True)
    desk.commands.save_tables()
    assert (desk.shell.copied, desk.shell.asked) == ("", [])
    desk.compare()
    desk.commands.copy_tables(markdown=True)
    assert "| stretch | A | B | difference |" in desk.shell.copied
    desk.commands.copy_tables(markdown=False)
    assert desk.shell.copied.startswith("A: The case four · B: The case hired\nstretch\tA\tB")
    for name, begin in (("t.csv", "\ufeffwhat,"), ("t.MD", "# A: "), ("t.html", "<!doctype")):
        desk.shell.target = tmp_path / name
        desk.commands.save_tables()
        assert desk.shell.target.read_text("utf-8").lower().startswith(begin.lower())
        assert desk.shell.told[-1] == f"The tables are saved as {desk.shell.target}."
    assert desk.shell.asked[-1] == "four-against-hired.csv"


def test_what_can_not_be_saved_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.compare()
    desk.commands.save_tables()
    assert desk.shell.told == []
    desk.shell.target = tmp_path / "t.docx"
    desk.commands.save_tables()
    assert desk.shell.told[-1].startswith("A table is saved as CSV")
    desk.shell.target = tmp_path / "none" / "t.csv"
    desk.commands.save_tables()
    assert "no such folder" in desk.shell.told[-1]
    assert list(tmp_path.iterdir()) == []
