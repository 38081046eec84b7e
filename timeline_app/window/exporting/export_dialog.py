"""The dialog in which a picture or a table is looked at before it leaves the program.

Rules:
* What is seen is what is made: the preview is painted from the very pages that are saved.
* Return makes it. Escape cancels what is being made; where nothing is, it closes the dialog. After
  a fault the dialog stays as it is, with the fault in words.
* Nothing here waits: laying out, painting, rendering and writing are jobs of the background.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QInputDialog, QStackedWidget, QVBoxLayout, QWidget

from timeline_app.layout.plain import plain_line
from timeline_app.pictures.advice import Advice
from timeline_app.pictures.choices import PictureChoices
from timeline_app.tables.table import Table
from timeline_app.window import asking
from timeline_app.window.exporting.advice_box import WORKING_OUT, AdviceBox
from timeline_app.window.exporting.choice_form import ChoiceForm
from timeline_app.window.exporting.dialog_parts import Foot, choice_column, parted
from timeline_app.window.exporting.dialog_sheet import dialog_sheet
from timeline_app.window.exporting.export_choice import ExportChoice, Purpose, suited
from timeline_app.window.exporting.kept_choices import KeptChoices
from timeline_app.window.exporting.maker import Maker, Workshop
from timeline_app.window.exporting.making import Result
from timeline_app.window.exporting.offers import Offer
from timeline_app.window.exporting.page_view import PageView
from timeline_app.window.exporting.planned_pages import PlannedPages
from timeline_app.window.exporting.presets import PresetRow
from timeline_app.window.exporting.previewing import MOST_ROWS, Previewing
from timeline_app.window.exporting.table_view import TableView

SIZE = (1080, 720)
ROOM = 40
"""Pixels of the screen that stay free round the dialog."""
LONGEST_NAME = 60


class ExportDialog(QDialog):
    """The pages at the left, the choices at the right, what can be done at the foot."""

    said = Signal(str)  # what was made, for whoever still listens once the dialog is closed

    def __init__(
        self,
        offered: Sequence[Offer],
        first: ExportChoice,
        purpose: Purpose,
        kept: KeptChoices,
        workshop: Workshop,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("Print" if purpose is Purpose.PRINT else "Export")
        self.setSizeGripEnabled(True)
        self._offers = tuple(offered)
        self._purpose = purpose
        self._kept = kept
        self._appearance = workshop.appearance
        self._was_at: QWidget | None = None
        self.previewing = Previewing(
            self._offers, workshop.background, workshop.appearance.fonts, self
        )
        self.maker = Maker(workshop, self)
        self.presets = PresetRow(self)
        self.form = ChoiceForm(self._offers, purpose, self)
        self.pages = PageView(workshop.appearance, self)
        self.tables = TableView(self)
        self.seen = QStackedWidget(self)
        self.advice = AdviceBox(self)
        self.foot = Foot(purpose, self)
        self._arrange()
        self._connect()
        self.presets.offer(kept.remembered)
        self._show_choice(first)

    def _arrange(self) -> None:
        self.seen.addWidget(self.pages)
        self.seen.addWidget(self.tables)
        left = QWidget(self)
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.seen, 1)
        box.addWidget(self.advice)
        self.column = choice_column(self.presets, self.form, self)
        parted(self, left, self.column, self.foot)
        room = self.screen().availableGeometry().size()
        self.resize(min(SIZE[0], room.width() - ROOM), min(SIZE[1], room.height() - ROOM))
        self._tint()
        printing = self._purpose is Purpose.PRINT
        begin = self.form.sizes.names if printing else self.form.format
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._appearance.changed.connect(self._tint)
        self.form.changed.connect(self._changed)
        self.presets.taken.connect(self._take_pictures)
        self.presets.keep_asked.connect(self._keep)
        self.presets.delete_asked.connect(self._delete)
        self.advice.taken.connect(self._take_pictures)
        self.previewing.planned.connect(self._planned)
        self.previewing.painted.connect(self.pages.show_page)
        self.previewing.advised.connect(self._advised)
        self.previewing.tabled.connect(self._tabled)
        self.previewing.failed.connect(self._no_preview)
        self.pages.wanted.connect(self.previewing.paint)
        self.maker.began.connect(self._began)
        self.maker.progressed.connect(self.foot.progress)
        self.maker.ended.connect(self._ended)
        self._kept.changed.connect(self._offer_presets)
        self.foot.make.clicked.connect(self.make)
        self.foot.copy.clicked.connect(self.copy)
        self.foot.cancel.clicked.connect(self.maker.cancel)
        self.foot.close_button.clicked.connect(self.reject)

    @Slot()
    def _tint(self) -> None:
        self.setStyleSheet(dialog_sheet(self._appearance.theme))

    # -- what is chosen

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now."""
        return self.form.choice

    def _show_choice(self, choice: ExportChoice) -> None:
        self.form.take(choice)
        self._changed()

    @Slot(object)
    def _take_pictures(self, pictures: PictureChoices) -> None:
        """Choices of a preset, or of an advice; for a table there are none."""
        suiting = suited(pictures, self._purpose)
        self._show_choice(ExportChoice(suiting, offer=self.choice.offer))

    @Slot()
    def _changed(self) -> None:
        choice = self.choice
        self.presets.tell(choice.pictures)
        self.presets.setEnabled(choice.table is None)
        self.foot.suit(choice, self._offers[choice.offer])
        self.foot.say("")
        if choice.table is None:
            self.pages.wait()
            self.advice.wait()
        self.seen.setCurrentWidget(self.pages if choice.table is None else self.tables)
        self.advice.setVisible(choice.table is None)
        self.previewing.ask(choice)

    # -- what is seen

    @Slot(object)
    def _planned(self, pages: PlannedPages) -> None:
        self.pages.show_sheets(pages.sheets)
        if pages.fault:
            self.advice.say(pages.fault)
        elif len(pages.sheets) > 1 and not self.advice.words.text():
            self.advice.say(WORKING_OUT)
        self.foot.make.setEnabled(bool(pages.sheets) and not self.maker.is_busy)
        self.foot.copy.setEnabled(bool(pages.sheets) and not self.maker.is_busy)
        self.foot.tell_files(self.choice, len(pages.sheets))

    @Slot(object)
    def _advised(self, found: Advice) -> None:
        self.advice.show_advice(found, self.choice.pictures)

    @Slot(object, int)
    def _tabled(self, tables: Sequence[Table], rows: int) -> None:
        shown = min(rows, MOST_ROWS)
        compared = self._offers[self.choice.offer].is_comparison
        words = "" if compared else f"The first {shown:,} of {rows:,} events"
        if not compared and shown == rows:
            words = f"All {rows:,} events that are not hidden" if rows != 1 else "The one event"
        self.tables.show_tables(tables, words)

    @Slot(str)
    def _no_preview(self, words: str) -> None:
        self.pages.show_sheets(())
        self.advice.setVisible(True)
        self.advice.say(words)

    # -- presets

    @Slot()
    def _keep(self) -> None:
        name, agreed = QInputDialog.getText(
            self, "Keep these choices", "Name:", text=self.presets.names.value
        )
        name = plain_line(name)[:LONGEST_NAME].strip()
        if not agreed or not name:
            return
        known = self._kept.remembered.named
        question = f"There is a preset “{name}” already. Replace it?"
        if name in known and not asking.agreement(self, question):
            return
        self._kept.keep(name, self.choice.pictures)
        self.foot.say(f"Kept as “{name}”.")

    @Slot(str)
    def _delete(self, name: str) -> None:
        if asking.agreement(self, f"Delete the preset “{name}”?"):
            self._kept.delete(name)
            self.foot.say(f"The preset “{name}” is deleted.")

    @Slot()
    def _offer_presets(self) -> None:
        self.presets.offer(self._kept.remembered)
        self.presets.tell(self.choice.pictures)

    # -- what is made

    @Slot()
    def make(self) -> None:
        """Save, or print."""
        choice = self.choice
        offer, pages = self._offers[choice.offer], self.previewing.pages
        if self.maker.is_busy:
            return
        if self._purpose is Purpose.PRINT:
            self.maker.print(offer, choice, pages)
        else:
            self._kept.remember(choice.pictures)
            self.maker.save(offer, choice, pages)

    @Slot()
    def copy(self) -> None:
        """Copy the page that is seen, or the table."""
        choice = self.choice
        if not self.maker.is_busy:
            offer = self._offers[choice.offer]
            self.maker.copy(offer, choice, self.previewing.pages, self.pages.at)

    @Slot(str)
    def _began(self, title: str) -> None:
        self._was_at = self.focusWidget()
        self.column.setEnabled(False)
        self.advice.setEnabled(False)
        self.previewing.give_way()
        self.foot.begin(title)

    @Slot(object)
    def _ended(self, result: Result) -> None:
        self.column.setEnabled(True)
        self.advice.setEnabled(not self.advice.is_waiting)
        self.foot.end(result)
        if self._was_at is not None:  # what is disabled loses the focus
            self._was_at.setFocus(Qt.FocusReason.OtherFocusReason)
        self._was_at = None
        self.previewing.go_on()
        if result.done:
            self.said.emit(result.words)

    # -- leaving

    def reject(self) -> None:
        """Escape, and every other way to close, cancels what is being made; where nothing is, it
        closes."""
        if self.maker.is_busy:
            self.maker.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Nobody waits any more for what is being worked out."""
        if self._purpose is Purpose.FILE:
            self._kept.remember(self.choice.pictures)
        self.previewing.close()
        self.maker.close()
        super().done(result)
