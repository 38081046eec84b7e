"""Everything a reviewer can do, as one table.

Menus, shortcuts, the toolbar, the shortcut sheet and the tests all come from `ACTIONS`. A row of
the scope "timeline" has its keys only while the timeline has the focus, since the same keys move
the cursor in lists and texts. What a row holds is in `action_rows`; the rows of the menu Compare
are in `compare_actions`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from timeline_app.case.model import Basis
from timeline_app.layout.chart import LanesBy
from timeline_app.session.case_view import Axis
from timeline_app.settings import ThemeChoice
from timeline_app.window.action_rows import ActionRow, Menu, Scope
from timeline_app.window.commands import Commands
from timeline_app.window.compare_actions import COMPARE_ACTIONS

ZOOM_STEP = 1.5
PAN_STEP = 0.2


def _has_case(commands: Commands) -> bool:
    return commands.session.chronology is not None


def _has_event(commands: Commands) -> bool:
    return commands.session.selected is not None


def _on_axis(axis: Axis) -> Callable[[Commands], bool]:
    return lambda c: c.session.axis is axis


def _on_theme(choice: ThemeChoice) -> Callable[[Commands], bool]:
    return lambda c: c.choices.settings.theme is choice


# Set by hand, a row or two for each action: the table is read more often than it is changed.
# fmt: off
FILE_ACTIONS = (
    ActionRow("open", Menu.FILE, "Open files…", ("Ctrl+O",), Commands.open_files, icon="open"),
    ActionRow("open-folder", Menu.FILE, "Open a folder…", ("Ctrl+Shift+O",), Commands.open_folder),
    ActionRow("open-nine", Menu.FILE, "Open the nine cases", (), Commands.open_bundled),
    ActionRow("reload", Menu.FILE, "Read the case again", ("F5",), Commands.reload,
              enabled=lambda c: c.session.current is not None),
    ActionRow("close-case", Menu.FILE, "Close the case", ("Ctrl+W",), Commands.close_case,
              enabled=lambda c: c.session.current is not None),
    ActionRow("attach-folder", Menu.FILE, "Attach articles from a folder…", ("Ctrl+T",),
              Commands.attach_folder, break_before=True, icon="attach"),
    ActionRow("attach-file", Menu.FILE, "Attach an article file…", ("Ctrl+Shift+T",),
              Commands.attach_file, enabled=_has_case),
    ActionRow("export", Menu.FILE, "Export…", ("Ctrl+E",), Commands.export,
              enabled=_has_case, break_before=True, icon="export"),
    ActionRow("print", Menu.FILE, "Print…", ("Ctrl+P",), Commands.print_picture,
              enabled=_has_case),
    ActionRow("quit", Menu.FILE, "Quit", ("Ctrl+Q",), Commands.quit, break_before=True),
)

EDIT_ACTIONS = (
    ActionRow("copy-passage", Menu.EDIT, "Copy the passage with its citation", ("Ctrl+Shift+C",),
              Commands.copy_passage, enabled=_has_event),
    ActionRow("copy-picture", Menu.EDIT, "Copy the picture as an image", ("Ctrl+Alt+P",),
              lambda c: c.copy_picture(svg=False), enabled=_has_case),
    ActionRow("copy-picture-svg", Menu.EDIT, "Copy the picture as SVG", ("Ctrl+Alt+S",),
              lambda c: c.copy_picture(svg=True), enabled=_has_case),
    ActionRow("find", Menu.EDIT, "Find in the text", ("Ctrl+F",), Commands.find_in_text,
              enabled=_has_case),
    ActionRow("find-next", Menu.EDIT, "Find the next place", ("F3", "Ctrl+G"), Commands.find_next,
              enabled=_has_case),
    ActionRow("find-previous", Menu.EDIT, "Find the previous place", ("Shift+F3", "Ctrl+Shift+G"),
              Commands.find_previous, enabled=_has_case),
    ActionRow("filter-cases", Menu.EDIT, "Filter the cases", ("Ctrl+L",), Commands.filter_cases),
)

VIEW_ACTIONS = (
    ActionRow("axis-order", Menu.VIEW, "Order axis", ("O",),
              lambda c: c.session.set_axis(Axis.ORDER), _on_axis(Axis.ORDER), _has_case),
    ActionRow("axis-calendar", Menu.VIEW, "Calendar axis", ("C",),
              lambda c: c.session.set_axis(Axis.CALENDAR), _on_axis(Axis.CALENDAR), _has_case),
    ActionRow("lanes-kind", Menu.VIEW, "Lanes by kind", ("K",),
              lambda c: c.session.set_lanes_by(LanesBy.KIND),
              lambda c: c.session.lanes_by is LanesBy.KIND, break_before=True),
    ActionRow("lanes-actor", Menu.VIEW, "Lanes by actor", ("L",),
              lambda c: c.session.set_lanes_by(LanesBy.ACTOR),
              lambda c: c.session.lanes_by is LanesBy.ACTOR),
    ActionRow("inferred", Menu.VIEW, "Inferred statements count", ("I",),
              lambda c: c.toggle_basis(Basis.INFERRED),
              lambda c: Basis.INFERRED in c.session.bases, break_before=True),
    ActionRow("assumed", Menu.VIEW, "Assumed statements count", ("A",),
              lambda c: c.toggle_basis(Basis.ASSUMED),
              lambda c: Basis.ASSUMED in c.session.bases),
    ActionRow("show-hidden", Menu.VIEW, "Show all hidden events", ("H",),
              lambda c: c.session.clear_filter(),
              enabled=lambda c: c.session.view is not None and not c.session.view.filter.is_clear,
              break_before=True),
    ActionRow("zoom-in", Menu.VIEW, "Zoom in", ("Ctrl++", "Ctrl+=", "+", "="),
              lambda c: c.session.zoom(1 / ZOOM_STEP), enabled=_has_case, break_before=True,
              icon="zoom-in"),
    ActionRow("zoom-out", Menu.VIEW, "Zoom out", ("Ctrl+-", "-"),
              lambda c: c.session.zoom(ZOOM_STEP), enabled=_has_case, icon="zoom-out"),
    ActionRow("fit", Menu.VIEW, "Fit the case", ("Ctrl+0", "F"),
              lambda c: c.session.fit_case(), enabled=_has_case, icon="fit"),
    ActionRow("fit-selection", Menu.VIEW, "Zoom to what is chosen", ("Z",),
              lambda c: c.session.fit_selection(), enabled=_has_event),
    ActionRow("pan-earlier", Menu.VIEW, "Move to earlier", ("Shift+Left",),
              lambda c: c.session.pan(-PAN_STEP), enabled=_has_case),
    ActionRow("pan-later", Menu.VIEW, "Move to later", ("Shift+Right",),
              lambda c: c.session.pan(PAN_STEP), enabled=_has_case),
    ActionRow("details", Menu.VIEW, "Details at the right", ("F9",),
              lambda c: c.toggle_details(), lambda c: c.details_shown(), break_before=True),
    ActionRow("next-source", Menu.VIEW, "Show the next source", ("T",), Commands.next_source,
              enabled=_has_case),
    ActionRow("theme-system", Menu.VIEW, "Light or dark as the system has it", (),
              lambda c: c.choose_theme(ThemeChoice.SYSTEM), _on_theme(ThemeChoice.SYSTEM),
              break_before=True),
    ActionRow("theme-light", Menu.VIEW, "Light", (),
              lambda c: c.choose_theme(ThemeChoice.LIGHT), _on_theme(ThemeChoice.LIGHT)),
    ActionRow("theme-dark", Menu.VIEW, "Dark", (),
              lambda c: c.choose_theme(ThemeChoice.DARK), _on_theme(ThemeChoice.DARK)),
)

GO_ACTIONS = (
    ActionRow("next-event", Menu.GO, "Next event", ("N", "Alt+Down"),
              lambda c: c.session.step(1), enabled=_has_case, icon="next"),
    ActionRow("previous-event", Menu.GO, "Previous event", ("P", "Alt+Up"),
              lambda c: c.session.step(-1), enabled=_has_case, icon="previous"),
    ActionRow("first-event", Menu.GO, "First event", ("Alt+Home",),
              lambda c: c.session.step_to_end(-1), enabled=_has_case),
    ActionRow("last-event", Menu.GO, "Last event", ("Alt+End",),
              lambda c: c.session.step_to_end(1), enabled=_has_case),
    ActionRow("next-same-kind", Menu.GO, "Next of the same kind", ("Shift+N",),
              lambda c: c.session.step_same_kind(1), enabled=_has_event),
    ActionRow("previous-same-kind", Menu.GO, "Previous of the same kind", ("Shift+P",),
              lambda c: c.session.step_same_kind(-1), enabled=_has_event),
    ActionRow("back", Menu.GO, "Back to where you were", ("Alt+Left",),
              lambda c: c.session.go(-1), enabled=lambda c: c.session.visits.can_go_back,
              break_before=True),
    ActionRow("forward", Menu.GO, "Forward again", ("Alt+Right",),
              lambda c: c.session.go(1), enabled=lambda c: c.session.visits.can_go_forward),
    ActionRow("next-case", Menu.GO, "Next case", ("Ctrl+PgDown",),
              lambda c: c.session.step_case(1), break_before=True),
    ActionRow("previous-case", Menu.GO, "Previous case", ("Ctrl+PgUp",),
              lambda c: c.session.step_case(-1)),
    ActionRow("measure", Menu.GO, "Measure from this event", ("M",), Commands.measure_from_here,
              lambda c: c.session.other is not None, _has_event, break_before=True),
    ActionRow("stop-measuring", Menu.GO, "Stop measuring, or leave the comparison", ("Esc",),
              Commands.stop_measuring,
              enabled=lambda c: c.session.other is not None or c.session.comparing is not None),
    ActionRow("next-pane", Menu.GO, "Next part of the window", ("F6",),
              lambda c: c.move_focus(1), break_before=True),
    ActionRow("previous-pane", Menu.GO, "Previous part of the window", ("Shift+F6",),
              lambda c: c.move_focus(-1)),
    ActionRow("timeline-next", Menu.GO, "Next event, in the timeline", ("Right",),
              lambda c: c.session.step(1), scope=Scope.TIMELINE),
    ActionRow("timeline-previous", Menu.GO, "Previous event, in the timeline", ("Left",),
              lambda c: c.session.step(-1), scope=Scope.TIMELINE),
    ActionRow("timeline-first", Menu.GO, "First event, in the timeline", ("Home",),
              lambda c: c.session.step_to_end(-1), scope=Scope.TIMELINE),
    ActionRow("timeline-last", Menu.GO, "Last event, in the timeline", ("End",),
              lambda c: c.session.step_to_end(1), scope=Scope.TIMELINE),
)

HELP_ACTIONS = (
    ActionRow("shortcuts", Menu.HELP, "Keyboard shortcuts", ("F1", "?"), Commands.show_shortcuts),
    ActionRow("legend", Menu.HELP, "What the signs mean", ("F2",), Commands.show_legend),
    ActionRow("about", Menu.HELP, "About this program", (), Commands.show_about),
)
# fmt: on

ACTIONS = FILE_ACTIONS + EDIT_ACTIONS + VIEW_ACTIONS + GO_ACTIONS + COMPARE_ACTIONS + HELP_ACTIONS


class BoundAction(QAction):
    """A row of the table, bound to the commands of a window."""

    def __init__(self, row: ActionRow, commands: Commands, parent: QWidget) -> None:
        super().__init__(row.text, parent)
        self.row = row
        self._commands = commands
        self.setObjectName(row.id)
        self.setShortcuts([QKeySequence(key) for key in row.keys])
        self.setCheckable(row.checked is not None)
        self.setAutoRepeat(True)
        if row.scope is Scope.TIMELINE:
            self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.triggered.connect(self._run)
        self.refresh()

    @Slot()
    def _run(self) -> None:
        self.row.run(self._commands)
        self.refresh()

    def refresh(self) -> None:
        """Set the check mark and whether the action can be chosen."""
        if self.row.checked is not None:
            self.setChecked(self.row.checked(self._commands))
        if self.row.enabled is not None:
            self.setEnabled(self.row.enabled(self._commands))
