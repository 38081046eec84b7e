"""Menus made from the table of actions, and those that depend on the case."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tests.session.small_cases import four_events, opened
from tests.window.conftest import trigger
from tests.window.test_loading import saved
from timeline_app.case.model import Actor, Kind
from timeline_app.session.filtering import NOBODY
from timeline_app.window.action_rows import Menu, Scope
from timeline_app.window.actions import ACTIONS
from timeline_app.window.main_window import MainWindow


def menu_of(window: MainWindow, name: str) -> QMenu:
    """A menu of the bar, as it is when it is opened."""
    bar = window.menuBar().actions()
    action = next(one for one in bar if one.text().replace("&", "") == name)
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def submenu(window: MainWindow, name: str, of: str) -> QMenu:
    menu = next(one.menu() for one in menu_of(window, of).actions() if one.text() == name)
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def names(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def choice(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == name)


def test_every_action_stands_in_its_menu(empty_window: MainWindow) -> None:
    """Those of the timeline alone are the same as others, so they need no entry."""
    for which in Menu:
        entries = [one for one in menu_of(empty_window, which).actions() if one.text()]
        inner = [one.menu() for one in entries]
        entries += [one for menu in inner if isinstance(menu, QMenu) for one in menu.actions()]
        for row in ACTIONS:
            if row.menu is which and row.scope is Scope.WINDOW:
                assert empty_window.menus.actions[row.id] in entries, row.id
    twins = {"timeline-next", "timeline-previous", "timeline-first", "timeline-last"}
    assert {row.id for row in ACTIONS if row.scope is Scope.TIMELINE} == twins


def test_without_a_case_only_what_makes_sense_can_be_chosen(empty_window: MainWindow) -> None:
    menu_of(empty_window, "View")
    actions = empty_window.menus.actions
    off = {identity for identity, action in actions.items() if not action.isEnabled()}
    assert {"close-case", "export", "fit", "zoom-in", "next-event", "measure", "back"} <= off
    assert {"open", "open-folder", "open-nine", "shortcuts", "quit"}.isdisjoint(off)
    assert not empty_window.menus.kinds.isEnabled()
    assert not empty_window.menus.actors.isEnabled()


def test_what_makes_sense_follows_the_session(window: MainWindow) -> None:
    """Without a menu being opened, since keys depend on it as well."""
    actions = window.menus.actions
    assert not actions["back"].isEnabled()
    trigger(window, "next-event")
    assert actions["back"].isEnabled()
    assert not actions["forward"].isEnabled()
    trigger(window, "back")
    assert actions["forward"].isEnabled()
    assert not actions["show-hidden"].isEnabled()
    window.session.show_kind(Kind.LEAK, shown=False)
    assert actions["show-hidden"].isEnabled()
    assert not actions["stop-measuring"].isEnabled()
    trigger(window, "measure")
    assert actions["stop-measuring"].isEnabled()
    assert actions["measure"].isChecked()


def test_choices_of_one_are_marked(window: MainWindow) -> None:
    groups = (
        ("axis-order", "axis-calendar"),
        ("lanes-kind", "lanes-actor"),
        ("theme-system", "theme-light", "theme-dark"),
    )
    for group in groups:
        for identity in (*group[::-1], group[0], group[0]):
            trigger(window, identity)
            menu_of(window, "View")
            marked = [one for one in group if window.menus.actions[one].isChecked()]
            assert marked == [identity]


def test_kinds_are_shown_and_hidden(window: MainWindow) -> None:
    menu = submenu(window, "Kinds", of="View")
    assert names(menu) == [kind.capitalize() for kind in Kind]
    assert all(action.isChecked() for action in menu.actions())
    choice(menu, "Leak").trigger()
    assert window.session.hidden_events == {1}
    menu = submenu(window, "Kinds", of="View")
    assert not choice(menu, "Leak").isChecked()
    choice(menu, "Leak").trigger()
    assert window.session.hidden_events == frozenset()


def test_actors_are_shown_and_hidden(window: MainWindow) -> None:
    """No character of a name is taken as a key."""
    menu = submenu(window, "Actors", of="View")
    assert names(menu) == ["Feng && sons", "法院", "nobody named"]
    choice(menu, "nobody named").trigger()
    assert window.session.view is not None
    assert window.session.view.filter.actors == {NOBODY}
    assert window.session.hidden_events == {2}
    menu = submenu(window, "Actors", of="View")
    choice(menu, "Feng && sons").trigger()
    assert window.session.hidden_events == {0, 1, 2}


def test_the_menus_are_those_of_the_shown_case(window: MainWindow) -> None:
    other = msgspec.structs.replace(
        four_events("third"),
        actors=(Actor("feng", "Li\n\u202e"), Actor("court", "The court")),
    )
    window.session.add_cases([opened(other)])
    assert names(submenu(window, "Actors", of="View"))[:2] == ["Li �", "The court"]
    window.session.show_actor("feng", shown=False)
    window.session.step_case(-1)
    assert choice(submenu(window, "Actors", of="View"), "Feng && sons").isChecked()


def test_a_menu_is_no_wider_than_the_window(window: MainWindow) -> None:
    """However long the names, and however many: they are cut, and the menu scrolls."""
    actors = tuple(Actor(f"a{at}", f"{at} and a name " * 60) for at in range(200))
    case = msgspec.structs.replace(four_events("third"), actors=actors, events=())
    window.session.add_cases([opened(case)])
    window.choices.remember_files([Path("/cases") / ("a long name " * 20)])
    for menu in (submenu(window, "Actors", of="View"), submenu(window, "Open again", of="File")):
        assert menu.sizeHint().width() < 800
        assert any("…" in name for name in names(menu))


def test_recent_files_can_be_opened_again(
    empty_window: MainWindow, qtbot: object, tmp_path: Path
) -> None:
    window = empty_window
    menu_of(window, "File")
    recent = next(one for one in menu_of(window, "File").actions() if one.text() == "Open again")
    assert not recent.isEnabled()
    paths = [saved(four_events("a"), tmp_path), saved(four_events("b"), tmp_path)]
    window.choices.remember_files(paths)
    menu = submenu(window, "Open again", of="File")
    assert recent.isEnabled()
    assert names(menu) == list(map(str, paths))
    choice(menu, str(paths[1])).trigger()
    assert window.background.is_busy
    assert window.choices.settings.recent_files[0] == str(paths[1])


def test_menus_filled_again_and_again_do_not_grow(window: MainWindow) -> None:
    for name in ("Kinds", "Actors"):
        assert len({len(names(submenu(window, name, of="View"))) for _ in range(5)}) == 1
