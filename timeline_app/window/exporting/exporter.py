"""What the actions of exporting do: the dialog, and copies without it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from timeline_app.pictures.choices import PictureFormat
from timeline_app.session.session import Session
from timeline_app.window.exporting.export_choice import Purpose, first_choice
from timeline_app.window.exporting.export_dialog import ExportDialog
from timeline_app.window.exporting.kept_choices import KeptChoices
from timeline_app.window.exporting.maker import Maker, Workshop
from timeline_app.window.exporting.making import Result
from timeline_app.window.exporting.offers import Offer, offers

NOTHING = "There is no case to export."
STILL_COMPARING = "The two cases are still being compared."


class Exporter(QObject):
    """Opens the dialog on what the session shows, and copies what it shows."""

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        workshop: Workshop,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._workshop = workshop
        self._window = window
        self._dialog: ExportDialog | None = None
        self.kept = KeptChoices(self)
        self.maker = Maker(workshop, window)
        self.kept.complained.connect(self.said)
        self.maker.ended.connect(self._ended)

    def open_dialog(self, *, printing: bool) -> ExportDialog | None:
        """Let a picture or a table be looked at, then saved or printed; None where there is
        nothing to export. It closes what was open before."""
        offered = self._offers()
        if not offered:
            return None
        self.close()
        purpose = Purpose.PRINT if printing else Purpose.FILE
        first = first_choice(self.kept.remembered, self._session, offered[0], purpose)
        dialog = ExportDialog(offered, first, purpose, self.kept, self._workshop, self._window)
        dialog.said.connect(self.said)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()
        return dialog

    def close(self) -> None:
        """Close the dialog and give up what is being made."""
        self.maker.close()
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.done(ExportDialog.DialogCode.Rejected)

    @Slot()
    def _closed(self) -> None:
        self._dialog = None

    def copy(self, *, svg: bool) -> None:
        """Copy the picture of what is shown, as it was last exported; of several pages the
        first."""
        offered = self._offers()
        if not offered or self.maker.is_busy:
            return
        first = first_choice(self.kept.remembered, self._session, offered[0], Purpose.FILE)
        form = PictureFormat.SVG if svg else PictureFormat.PNG
        choice = first.with_format(form)
        self.maker.copy(offered[0], choice, None)

    def _offers(self) -> tuple[Offer, ...]:
        if self._session.comparing is not None and self._session.wanted is not None:
            self.said.emit(STILL_COMPARING)
            return ()
        offered = offers(self._session, datetime.now(UTC).astimezone().date())
        if not offered:
            self.said.emit(NOTHING)
        return offered

    @Slot(object)
    def _ended(self, result: Result) -> None:
        self.said.emit(result.words)
