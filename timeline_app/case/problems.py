"""What can be wrong with a case, told to a person.

An *error* keeps the case from opening, a *problem* is listed beside the open case, a *note* is
information. Codes are stable: scripts and the documentation name them. Every text is plain.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a problem matters, from the gravest."""

    ERROR = "error"
    PROBLEM = "problem"
    NOTE = "note"


class Code(StrEnum):
    """The stable names of everything that can be reported."""

    # errors: the file itself
    FILE_NOT_FOUND = "file-not-found"
    FILE_IS_FOLDER = "file-is-folder"
    FILE_NOT_REGULAR = "file-not-regular"
    FILE_NOT_PERMITTED = "file-not-permitted"
    FILE_TOO_LARGE = "file-too-large"
    FILE_EMPTY = "file-empty"
    FILE_UNREADABLE = "file-unreadable"
    # errors: JSON
    NOT_UTF8 = "not-utf8"
    JSON_SYNTAX = "json-syntax"
    NUMBER_NOT_FINITE = "number-not-finite"
    DUPLICATE_KEY = "duplicate-key"
    LONE_SURROGATE = "lone-surrogate"
    NUL_CHARACTER = "nul-character"
    TOO_DEEP = "too-deep"
    # errors: the format
    WRONG_FORMAT = "wrong-format"
    WRONG_VERSION = "wrong-version"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    WRONG_TYPE = "wrong-type"
    WRONG_VALUE = "wrong-value"
    FIELD_CONFLICT = "field-conflict"
    # errors: references
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_REFERENCE = "unknown-reference"
    SELF_REFERENCE = "self-reference"
    # errors: time
    BAD_DATE = "bad-date"
    IMPOSSIBLE_DATE = "impossible-date"
    BAD_DURATION = "bad-duration"
    END_BEFORE_START = "end-before-start"
    MIN_OVER_MAX = "min-over-max"
    ZONE_WITHOUT_TIMEZONE = "zone-without-timezone"
    # errors: texts
    PASSAGE_EMPTY = "passage-empty"
    PASSAGE_REVERSED = "passage-reversed"
    PASSAGE_OUTSIDE = "passage-outside"
    TEXT_MISMATCH = "text-mismatch"
    # errors: more than can be listed
    MORE_ERRORS = "more-errors"
    # problems
    CONTRADICTION = "contradiction"
    EVENT_WITHOUT_PASSAGE = "event-without-passage"
    ATTACHED_TEXT_DIFFERS = "attached-text-differs"
    PASSAGE_LOST = "passage-lost"
    CASE_WITHOUT_EVENTS = "case-without-events"
    BIDIRECTIONAL_CONTROL = "bidirectional-control"
    # notes
    REPORT_UNDATED = "report-undated"
    TEXT_NOT_ATTACHED = "text-not-attached"
    PASSAGE_FOUND_AGAIN = "passage-found-again"

    @property
    def severity(self) -> Severity:
        """Whether this keeps a case from opening, is listed beside it, or only informs."""
        if self in _NOTES:
            return Severity.NOTE
        return Severity.PROBLEM if self in _PROBLEMS else Severity.ERROR


_PROBLEMS = frozenset(
    {
        Code.CONTRADICTION,
        Code.EVENT_WITHOUT_PASSAGE,
        Code.ATTACHED_TEXT_DIFFERS,
        Code.PASSAGE_LOST,
        Code.CASE_WITHOUT_EVENTS,
        Code.BIDIRECTIONAL_CONTROL,
    }
)
_NOTES = frozenset({Code.REPORT_UNDATED, Code.TEXT_NOT_ATTACHED, Code.PASSAGE_FOUND_AGAIN})


class Problem(Struct, frozen=True, gc=False):
    """One thing to tell the reader of a file.

    `path` is a JSON path such as `$.events[3].when`; `line` and `column` count from 1, columns in
    code points, and are None where the problem is of the case and not of a place in its file.
    `event` is the index of the event that it concerns, where there is one.
    """

    code: Code
    text: str
    path: str = "$"
    found: str = ""
    expected: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    event: int | None = None

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return self.code.severity

    @property
    def place(self) -> str:
        """File, line and column as editors write them: `a.case.json:3:14`."""
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join([self.file, *numbers]) if self.file else ":".join(numbers)
