"""The part of `export` that needs Qt: an application without a display, and the pictures."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from PySide6.QtGui import QGuiApplication

from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Kind
from timeline_app.cli.arguments import CALENDAR, ORDER
from timeline_app.cli.export_request import ExportRequest
from timeline_app.cli.making import Made, NotMadeError, SoundCase
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.sheets import ImageError
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.comparison.align import Align
from timeline_app.pictures.advice import advice
from timeline_app.pictures.choices import Labels, PictureChoices, PictureFormat
from timeline_app.pictures.picture_files import (
    Picture,
    joined,
    picture_contents,
    picture_metadata,
    size_fault,
)
from timeline_app.pictures.sheets import PageTooSmallError, picture_sheets
from timeline_app.pictures.subjects import CaseSubject, ComparedSubject, OneCase, Subject
from timeline_app.session.case_view import Axis
from timeline_app.session.compared import Wanted, work_out
from timeline_app.session.filtering import EventFilter
from timeline_app.tables.pair_table import cases_without


@contextmanager
def offscreen_application() -> Iterator[None]:
    """The one application that pictures need, without a display; whatever display there may be is
    not asked. Several pictures share it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        yield
    finally:
        del application


def fault_of_size(request: ExportRequest) -> str | None:
    """Why no picture can have the size that is asked for; None where one can."""
    return size_fault(picture_choices(request))


def picture_choices(request: ExportRequest) -> PictureChoices:
    """What is asked for, as the pictures take it."""
    asked = request.picture
    usual = PictureChoices()
    return PictureChoices(
        format=PictureFormat(request.form),
        paper=asked.paper,
        dpi=usual.dpi if asked.dpi is None else asked.dpi,
        scale=asked.scale,
        theme=ThemeName(asked.theme),
        axis=None if asked.axis is None else Axis(asked.axis),
        lanes=LanesBy(asked.lanes),
        labels=Labels(asked.labels),
        one_page=asked.one_page,
        title=asked.title,
        legend=asked.legend,
        footer=asked.footer,
        citation=asked.citation,
        event_list=asked.event_list,
        notes=asked.notes,
        dated=asked.dated,
    )


class Painter:
    """A `Maker` of pictures, while there is an application."""

    def __init__(self, request: ExportRequest, now: datetime) -> None:
        """`now` is told by the pictures, unless they are to have no date."""
        self._choices = picture_choices(request)
        self._align = request.align
        self._together = request.together
        self._filter = EventFilter(frozenset(map(Kind, request.hidden_kinds)))
        self._author = request.picture.author
        self._created = now if request.picture.dated else None
        self._today = now.date()
        self._fonts = Fonts()

    def made(self, cases: Sequence[SoundCase]) -> Made:
        """The picture of a case, of two compared, or of several in one document."""
        if self._align is not None:
            return self._compared(*cases)
        if self._together:
            return self._document(cases)
        (case,) = cases
        subject = CaseSubject(self._one(case), today=self._today)
        picture = self._picture(subject)
        return self._as_made(picture, self._remarks(subject, picture))

    def _document(self, cases: Sequence[SoundCase]) -> Made:
        """All cases in one document; one that has no room is left out."""
        pictures: dict[int, Picture] = {}
        left_out: dict[int, str] = {}
        ones = [self._one(case) for case in cases]
        for number, one in enumerate(ones):
            try:
                pictures[number] = self._picture(CaseSubject(one, today=self._today))
            except NotMadeError as error:
                left_out[number] = str(error)
        if not pictures:
            raise NotMadeError(left_out[0])
        kept = [ones[number] for number in pictures]
        whole = joined(list(pictures.values()), kept, author=self._author, created=self._created)
        return self._as_made(whole)._replace(left_out=left_out)

    def _one(self, case: SoundCase) -> OneCase:
        hidden = self._filter.hidden_events(case.chronology.case)
        return OneCase(case.chronology, case.opened.reading.sha256, hidden, self._filter)

    def _compared(self, a: SoundCase, b: SoundCase) -> Made:
        align, anchor = _aligned(self._align or ORDER)
        wanted = Wanted(
            a.chronology, b.chronology, PairChoices(), align, (anchor, anchor), folded=True
        )
        compared = work_out(wanted)
        missing: tuple[str, ...] = ()
        if anchor is not None and anchor.kind is not None:
            missing = cases_without(compared.comparison, anchor.kind)
            if len(missing) > 1:
                raise NotMadeError(f"{' '.join(missing)} They can't be aligned on it.")
        subject = ComparedSubject(compared, self._one(a), self._one(b), today=self._today)
        picture = self._picture(subject)
        return self._as_made(picture, (*missing, *self._remarks(subject, picture)))

    def _picture(self, subject: Subject) -> Picture:
        try:
            sheets = picture_sheets(subject, self._choices, self._fonts)
        except PageTooSmallError as error:
            words = advice(subject, self._choices, self._fonts).words
            raise NotMadeError(" ".join(words)) from error
        metadata = picture_metadata(subject, author=self._author, created=self._created)
        return Picture(sheets, metadata)

    def _remarks(self, subject: Subject, picture: Picture) -> tuple[str, ...]:
        """What would do, where one page was asked of a format that has no pages."""
        if self._choices.format is PictureFormat.PDF or len(picture.sheets) == 1:
            return ()
        return (" ".join(advice(subject, self._choices, self._fonts).words),)

    def _as_made(self, picture: Picture, remarks: tuple[str, ...] = ()) -> Made:
        pages = len(picture.sheets)
        files = 1 if self._choices.format is PictureFormat.PDF else pages
        return Made(files, pages, self._contents(picture), remarks)

    def _contents(self, picture: Picture) -> Iterator[bytes]:
        try:
            yield from picture_contents(picture, self._choices, self._fonts)
        except ImageError as error:
            raise NotMadeError(str(error)) from error


def _aligned(words: str) -> tuple[Align, Anchor | None]:
    """On what two cases are aligned, and what is day zero in both."""
    if words in (ORDER, CALENDAR):
        return Align(words), None
    return Align.DAY_ZERO, Anchor(Which.FIRST, Kind(words))
