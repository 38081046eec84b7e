"""The rules for a passage, one object at a time."""

from __future__ import annotations

from timeline_app.case.file.checking_fields import (
    TEXT,
    Form,
    Members,
    a_length,
    a_list_of,
    a_text_that,
    an_offset,
    check_form,
    conflict,
    missing,
    one_word_of,
    text_in,
    whole_in,
    wrong_type,
)
from timeline_app.case.file.examination import Examination, Named
from timeline_app.case.file.field_rules import is_sha256
from timeline_app.case.file.json_places import JsonPath
from timeline_app.case.problems import Code
from timeline_app.case.sources.texts import canonical

SHA256_EXPECTED = "64 hexadecimal digits, letters small"

a_sha256 = a_text_that(is_sha256, "this is not a sha256", SHA256_EXPECTED)


def a_source(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """The id of a source."""
    if isinstance(value, str):
        exam.refer(Named.SOURCE, value, (*path, step))
    else:
        wrong_type(exam, (*path, step), value, TEXT)


def an_actor(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    """The id of an actor."""
    if isinstance(value, str):
        exam.refer(Named.ACTOR, value, (*path, step))
    else:
        wrong_type(exam, (*path, step), value, TEXT)


def _a_digest(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    members = check_form(exam, value, (*path, step), _DIGEST)
    if members is not None and whole_in(members, "length") == 0:
        at = (*path, step, "length")
        exam.wrong(Code.PASSAGE_EMPTY, at, "the passage of this digest is empty", "1 or more")


def _a_passage(exam: Examination, value: object, path: JsonPath, step: str | int) -> None:
    path = (*path, step)
    members = check_form(exam, value, path, _PASSAGE)
    if members is None:
        return
    has_start, has_end = "start" in members, "end" in members
    if has_start != has_end:
        given, lacking = ("start", "end") if has_start else ("end", "start")
        wrong = f"a passage with `{given}` needs `{lacking}` too"
        missing(exam, path, wrong, f'"{lacking}": the number of a character')
    elif not has_start and "exact" not in members:
        wrong = "a passage needs `start` and `end`, or `exact`"
        missing(exam, path, wrong, '"start": …, "end": …')
    else:
        _check_offsets(exam, members, path)


def _check_offsets(exam: Examination, members: Members, path: JsonPath) -> None:
    start, end = whole_in(members, "start"), whole_in(members, "end")
    if start is not None and end is not None and not _lie_well(exam, start, end, path):
        return
    exact = text_in(members, "exact")
    if start is not None and end is not None and exact:
        length = len(canonical(exact))
        if length != end - start:
            wrong = f"`exact` has {length} characters, `start` to `end` has {end - start}"
            conflict(exam, (*path, "exact"), wrong, "the passage from `start` to `end`")
    source = text_in(members, "source")
    if source is not None:
        exam.place_passage(source, start, end, path)


def _lie_well(exam: Examination, start: int, end: int, path: JsonPath) -> bool:
    """Whether the offsets can be those of a passage, whatever the text."""
    if start < 0 or end < 0:
        wrong = "a passage can't begin before the text" if start < 0 else "an end is not negative"
        at = (*path, "start" if start < 0 else "end")
        exam.wrong(Code.PASSAGE_OUTSIDE, at, wrong, "0 for the first character")
    elif start == end:
        wrong = "the passage is empty: it ends where it starts"
        exam.wrong(Code.PASSAGE_EMPTY, (*path, "end"), wrong, f"more than {start}")
    elif start > end:
        wrong = "the passage ends before it starts"
        exam.wrong(Code.PASSAGE_REVERSED, (*path, "end"), wrong, f"more than {start}")
    else:
        return True
    return False


_DIGEST = Form(
    "a digest",
    {"length": a_length, "sha256": a_sha256},
    ("length", "sha256"),
)
_PASSAGE = Form(
    "a passage",
    {
        "source": a_source,
        "start": an_offset,
        "end": an_offset,
        "exact": a_text_that(bool, "`exact` is empty", "the words of the passage"),
        "digest": _a_digest,
        "for": one_word_of(["event", "date"]),
    },
    ("source",),
)

passages = a_list_of(_a_passage)
