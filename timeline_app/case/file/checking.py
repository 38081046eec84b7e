"""Every rule of the case format, held against a file; every error of it, with its place.

This is the reader that decides. `quick_reading` only spares a sound file the way through here.

Rules:
* The case is read piece by piece (`case_scan`); each event is checked and forgotten.
* A newer version of the format may mean anything by its fields: then only that is said.
* What is not JSON ends checking; errors of the pieces before it are listed too.
"""

from __future__ import annotations

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.dates import DateError, parse_timezone
from timeline_app.case.file.case_scan import CaseScan
from timeline_app.case.file.checking_events import check_event
from timeline_app.case.file.checking_fields import (
    TEXT,
    Check,
    Form,
    Members,
    a_length,
    a_said_text,
    a_text,
    a_text_that,
    an_id,
    any_value,
    check_form,
    check_member,
    check_required,
    missing,
    text_in,
    whole_in,
    wrong_type,
)
from timeline_app.case.file.checking_passages import a_sha256
from timeline_app.case.file.examination import Examination, SourceFacts
from timeline_app.case.file.faults import Faults
from timeline_app.case.file.field_rules import is_file_name, is_language, is_length, is_url
from timeline_app.case.file.json_faults import JsonFault, TooMuchWrong
from timeline_app.case.file.json_places import JsonPath, Oddity
from timeline_app.case.model import FORMAT, VERSION
from timeline_app.case.problems import Code, Problem
from timeline_app.case.sources.texts import canonical, text_sha256


def check_case(
    text: str, file: str, oddities: list[Oddity] | None = None, cancelled: CancelCheck = never
) -> tuple[Problem, ...]:
    """All errors of a case file, in the order of the file; none where the case is sound.

    Args:
        text: the whole file, decoded.
        file: its name, for the errors.
        oddities: what was not allowed already in decoding it.
        cancelled: asked now and then whether to stop.

    Raises:
        Cancelled: the reader has given up.
    """
    return _Checking(text, file, oddities or [], cancelled).run()


class _Checking:
    """One checking of one text; it visits the pieces as they are read."""

    lists = frozenset({"actors", "sources", "events"})

    def __init__(
        self, text: str, file: str, oddities: list[Oddity], cancelled: CancelCheck
    ) -> None:
        self._text = text
        self._file = file
        self._oddities = oddities
        self._cancelled = cancelled
        self._members: Members = {}
        self._faults = Faults()
        self._exam = Examination(self._faults)
        self._scan = CaseScan(text, self, self._faults, cancelled)

    def run(self) -> tuple[Problem, ...]:
        try:
            self._read()
        except TooMuchWrong:
            self._faults.is_cut_short = True
        except JsonFault as fault:
            if self._oddities:  # not even text: one such error is enough
                self._faults = Faults()
                self._faults.add_oddity(self._oddities[0])
            self._faults.add_json_fault(fault, self._text)
            return self._problems()
        version = self._members.get("version")
        if _is_newer(version):
            self._faults = Faults()
            _check_version(Examination(self._faults), version, (), "version")
        return self._problems()

    def root(self, value: object) -> None:
        check_form(self._exam, value, (), _CASE)

    def member(self, name: str, value: object) -> None:
        self._members[name] = value
        check_member(self._exam, name, value, (), _CASE)

    def element(self, name: str, index: int, value: object) -> None:
        if name == "events":
            check_event(self._exam, value, index)
        elif name == "sources":
            _check_source(self._exam, value, index)
        else:
            _check_actor(self._exam, value, index)

    def _read(self) -> None:
        self._scan.run()
        for odd in self._oddities:
            self._faults.add_oddity(odd)
        if self._text.startswith("{", self._scan.outline.whole.start):
            check_required(self._exam, self._members, (), _CASE)
        self._exam.settle(has_timezone="timezone" in self._members)

    def _problems(self) -> tuple[Problem, ...]:
        return self._faults.problems(self._text, self._scan.outline, self._file, self._cancelled)


def _is_newer(version: object) -> bool:
    return type(version) is int and version > VERSION


def _check_actor(exam: Examination, value: object, index: int) -> None:
    path: JsonPath = ("actors", index)
    members = check_form(exam, value, path, _ACTOR)
    name = None if members is None else text_in(members, "id")
    if name is not None:
        exam.name_actor(name, (*path, "id"))


def _check_source(exam: Examination, value: object, index: int) -> None:
    path: JsonPath = ("sources", index)
    members = check_form(exam, value, path, _SOURCE)
    if members is None:
        return
    length = None
    if "text" in members:
        length = _check_source_text(exam, members["text"], (*path, "text"))
    name = text_in(members, "id")
    if name is not None:
        facts = SourceFacts("text" in members, length, "published" in members)
        exam.name_source(name, facts, (*path, "id"))


def _check_source_text(exam: Examination, value: object, path: JsonPath) -> int | None:
    """Check a source's text; gives its length, None where that can't be trusted."""
    members = check_form(exam, value, path, _TEXT)
    if members is None:
        return None
    if "content" in members:
        content = text_in(members, "content")
        return None if content is None else _check_embedded(exam, members, content, path)
    if "sha256" not in members and "length" not in members:
        wrong = "a text needs its `content`, or its `sha256` and `length`"
        missing(exam, path, wrong, '"content": …, or "sha256": … and "length": …')
    for given, lacking in (("sha256", "length"), ("length", "sha256")):
        if given in members and lacking not in members:
            wrong = f"a text that lies elsewhere needs its `{lacking}` too"
            missing(exam, path, wrong, f'"{lacking}": …')
    length = whole_in(members, "length")
    return length if length is not None and is_length(length) else None


def _check_embedded(exam: Examination, members: Members, content: str, path: JsonPath) -> int:
    """Check that what is said of an embedded text is true; gives its length."""
    text = canonical(content)
    said_length, said_hash = whole_in(members, "length"), text_in(members, "sha256")
    if said_length is not None and said_length != len(text):
        wrong = "the embedded text is not as long as its `length` says"
        exam.wrong(Code.TEXT_MISMATCH, (*path, "length"), wrong, str(len(text)))
    if said_hash is not None and said_hash != text_sha256(text):
        wrong = "the embedded text does not match its `sha256`"
        exam.wrong(Code.TEXT_MISMATCH, (*path, "sha256"), wrong, text_sha256(text))
    return len(text)


def _check_format(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    if not isinstance(value, str):
        wrong_type(exam, (*path, step), value, TEXT)
    elif value != FORMAT:
        wrong = "this is not a case file of this program"
        exam.wrong(Code.WRONG_FORMAT, (*path, step), wrong, f'"{FORMAT}"')


def _check_version(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    if type(value) is not int:
        wrong_type(exam, (*path, step), value, "a whole number")
    elif value != VERSION:
        wrong = f"this program reads version {VERSION} of the format"
        if value > VERSION:
            wrong = f"this case has a newer version of the format; {wrong} only"
        exam.wrong(Code.WRONG_VERSION, (*path, step), wrong, str(VERSION))


def _check_timezone(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    if not isinstance(value, str):
        wrong_type(exam, (*path, step), value, TEXT)
        return
    try:
        parse_timezone(value)
    except DateError as error:
        exam.wrong(Code.WRONG_VALUE, (*path, step), error.text, error.expected)


def _check_published(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    path = (*path, step)
    if not isinstance(value, str):
        wrong_type(exam, path, value, "a date in double quotes")
        return
    date = exam.date(value, path)
    if date is not None and date.interval:
        wrong = "a source is published at one moment, not from A to B"
        exam.wrong(Code.BAD_DATE, path, wrong, "[A..B]: one moment between the two")


def _a_list(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """A list whose elements were checked when they were read."""
    if not isinstance(value, list):
        wrong_type(exam, (*path, step), value, "a list in square brackets")


_ACTOR = Form(
    "an actor",
    {"id": an_id, "name": a_said_text, "role": a_text, "note": a_text},
    ("id", "name"),
)
_TEXT = Form(
    "a text",
    {
        "content": a_text,
        "sha256": a_sha256,
        "length": a_length,
        "file": a_text_that(
            is_file_name, "this is not a bare file name", "a name without folder or drive"
        ),
    },
)
_SOURCE = Form(
    "a source",
    {
        "id": an_id,
        "title": a_said_text,
        "publisher": a_text,
        "author": a_text,
        "published": _check_published,
        "url": a_text_that(
            is_url, "this is not an address on the web", "http:// or https:// and a host"
        ),
        "language": a_text_that(is_language, "this is not a language tag", "such as en or zh-Hans"),
        "text": any_value,
    },
    ("id", "title"),
)
_ROOT_CHECKS: dict[str, Check] = {
    "format": _check_format,
    "version": _check_version,
    "id": an_id,
    "title": a_said_text,
    "summary": a_text,
    "timezone": _check_timezone,
    "actors": _a_list,
    "sources": _a_list,
    "events": _a_list,
}
_CASE = Form("a case", _ROOT_CHECKS, ("format", "version", "id", "title"))
