"""The malformed files of `tests/malformed`: every error with code, path, line and column, in the
order of the file."""

from __future__ import annotations

from timeline_app.case.problems import Code

FILES: dict[str, list[tuple[Code, str, int | None, int | None]]] = {
    "a-list.case.json": [
        (Code.WRONG_TYPE, "$", 1, 1),
    ],
    "another-format.json": [
        (Code.MISSING_FIELD, "$", 1, 1),
        (Code.MISSING_FIELD, "$", 1, 1),
        (Code.MISSING_FIELD, "$", 1, 1),
        (Code.UNKNOWN_FIELD, "$.name", 2, 3),
        (Code.WRONG_TYPE, "$.version", 3, 14),
        (Code.UNKNOWN_FIELD, "$.private", 4, 3),
    ],
    "comments.case.json": [
        (Code.JSON_SYNTAX, "$", 6, 3),
    ],
    "constraints.case.json": [
        (Code.MISSING_FIELD, "$.events[0].constraints[0]", 9, 8),
        (Code.WRONG_VALUE, "$.events[0].constraints[1].rel", 10, 16),
        (Code.WRONG_VALUE, "$.events[0].constraints[2].to", 11, 32),
        (Code.WRONG_VALUE, "$.events[0].constraints[3].basis", 12, 46),
        (Code.FIELD_CONFLICT, "$.events[0].constraints[4].min", 13, 42),
        (Code.MIN_OVER_MAX, "$.events[0].constraints[5].min", 14, 44),
        (Code.WRONG_VALUE, "$.events[0].constraints[6].from", 15, 45),
    ],
    "curly-quotes.case.json": [
        (Code.JSON_SYNTAX, "$.summary", 6, 14),
    ],
    "cut-off.case.json": [
        (Code.JSON_SYNTAX, "$.events[0]", 8, 14),
    ],
    "dates.case.json": [
        (Code.IMPOSSIBLE_DATE, "$.events[0].when", 8, 14),
        (Code.BAD_DATE, "$.events[1].when", 10, 14),
        (Code.IMPOSSIBLE_DATE, "$.events[2].when", 12, 14),
        (Code.END_BEFORE_START, "$.events[3].when", 14, 14),
        (Code.FIELD_CONFLICT, "$.events[4].when", 16, 14),
        (Code.ZONE_WITHOUT_TIMEZONE, "$.events[5].when", 18, 14),
        (Code.WRONG_TYPE, "$.events[6].when", 20, 14),
    ],
    "durations.case.json": [
        (Code.BAD_DURATION, "$.events[0].lasts", 8, 15),
        (Code.MIN_OVER_MAX, "$.events[1].lasts.min", 10, 23),
        (Code.FIELD_CONFLICT, "$.events[2].lasts", 12, 15),
        (Code.FIELD_CONFLICT, "$.events[3].margin", 14, 16),
        (Code.BAD_DURATION, "$.events[4].margin", 16, 16),
    ],
    "embedded-text.case.json": [
        (Code.TEXT_MISMATCH, "$.sources[0].text.sha256", 10, 18),
        (Code.TEXT_MISMATCH, "$.sources[0].text.length", 11, 18),
        (Code.WRONG_VALUE, "$.sources[1].text.sha256", 14, 25),
        (Code.WRONG_TYPE, "$.sources[1].text.length", 14, 47),
        (Code.WRONG_VALUE, "$.sources[1].text.file", 14, 63),
    ],
    "empty.case.json": [
        (Code.FILE_EMPTY, "$", None, None),
    ],
    "kinds.case.json": [
        (Code.MISSING_FIELD, "$.events[0]", 7, 5),
        (Code.FIELD_CONFLICT, "$.events[1].label", 8, 44),
        (Code.WRONG_VALUE, "$.events[2].kind", 9, 25),
        (Code.WRONG_VALUE, "$.events[3].id", 10, 12),
    ],
    "latin-1.case.json": [
        (Code.NOT_UTF8, "$", 6, 21),
        (Code.NOT_UTF8, "$", 6, 25),
    ],
    "line-break-in-a-text.case.json": [
        (Code.JSON_SYNTAX, "$.summary", 6, 14),
    ],
    "missing-comma.case.json": [
        (Code.JSON_SYNTAX, "$.actors", 8, 5),
    ],
    "misspelt-fields.case.json": [
        (Code.UNKNOWN_FIELD, "$.sumary", 6, 3),
        (Code.MISSING_FIELD, "$.actors[0]", 8, 5),
        (Code.UNKNOWN_FIELD, "$.actors[0].nme", 8, 20),
        (Code.WRONG_VALUE, "$.events[0].kind", 11, 29),
        (Code.UNKNOWN_FIELD, "$.events[0].constrains", 12, 6),
        (Code.UNKNOWN_FIELD, "$.events[0].When", 12, 24),
    ],
    "nested-too-deep.case.json": [
        (Code.WRONG_TYPE, "$.summary", 6, 14),
        (Code.TOO_DEEP, "$.summary[0][0][0][0][0][0][0]…", 6, 113),
    ],
    "newer-version.case.json": [
        (Code.WRONG_VERSION, "$.version", 3, 14),
    ],
    "odd-characters.case.json": [
        (Code.LONE_SURROGATE, "$.summary", 6, 32),
        (Code.NUL_CHARACTER, "$.summary", 6, 49),
        (Code.LONE_SURROGATE, "$.events[0].title", 8, 48),
    ],
    "odd-numbers.case.json": [
        (Code.NUMBER_NOT_FINITE, "$.events[0].outcome[0].amount", 9, 35),
        (Code.NUMBER_NOT_FINITE, "$.events[0].outcome[1].amount", 10, 35),
        (Code.WRONG_VALUE, "$.events[0].outcome[2].amount", 11, 35),
    ],
    "only-spaces.case.json": [
        (Code.FILE_EMPTY, "$", None, None),
    ],
    "outcomes.case.json": [
        (Code.WRONG_VALUE, "$.events[0].outcome[0].type", 9, 17),
        (Code.WRONG_TYPE, "$.events[0].outcome[1].amount", 10, 35),
        (Code.MISSING_FIELD, "$.events[0].outcome[2]", 11, 8),
        (Code.WRONG_VALUE, "$.events[0].outcome[3].amount", 12, 35),
        (Code.WRONG_VALUE, "$.events[0].outcome[3].currency", 12, 51),
        (Code.MISSING_FIELD, "$.events[0].outcome[4]", 13, 8),
        (Code.WRONG_TYPE, "$.events[0].outcome[5]", 14, 8),
    ],
    "passages.case.json": [
        (Code.PASSAGE_EMPTY, "$.events[0].passages[0].end", 13, 47),
        (Code.PASSAGE_REVERSED, "$.events[0].passages[1].end", 14, 47),
        (Code.PASSAGE_OUTSIDE, "$.events[0].passages[2].end", 15, 47),
        (Code.PASSAGE_OUTSIDE, "$.events[0].passages[3].start", 16, 37),
        (Code.MISSING_FIELD, "$.events[0].passages[4]", 17, 8),
        (Code.FIELD_CONFLICT, "$.events[0].passages[5].exact", 18, 59),
        (Code.FIELD_CONFLICT, "$.events[0].passages[6]", 19, 8),
        (Code.MISSING_FIELD, "$.events[0].passages[7]", 20, 8),
    ],
    "python-style.case.json": [
        (Code.JSON_SYNTAX, "$.events[0]", 7, 83),
    ],
    "quotes-in-a-note.case.json": [
        (Code.JSON_SYNTAX, "$.actors[0]", 7, 53),
    ],
    "references.case.json": [
        (Code.DUPLICATE_ID, "$.actors[1].id", 8, 12),
        (Code.UNKNOWN_REFERENCE, "$.events[0].actors[1]", 15, 25),
        (Code.UNKNOWN_REFERENCE, "$.events[0].constraints[0].to", 17, 32),
        (Code.SELF_REFERENCE, "$.events[0].constraints[1].to", 18, 31),
        (Code.UNKNOWN_REFERENCE, "$.events[0].constraints[2].to", 19, 32),
        (Code.UNKNOWN_REFERENCE, "$.events[0].constraints[3].to", 20, 32),
        (Code.UNKNOWN_REFERENCE, "$.events[0].passages[0].source", 22, 30),
        (Code.UNKNOWN_REFERENCE, "$.events[1].outcome[0].actor", 24, 68),
        (Code.DUPLICATE_ID, "$.events[2].id", 25, 12),
    ],
    "sources.case.json": [
        (Code.WRONG_VALUE, "$.sources[0].url", 7, 38),
        (Code.WRONG_VALUE, "$.sources[1].url", 8, 38),
        (Code.WRONG_VALUE, "$.sources[2].title", 9, 26),
        (Code.WRONG_VALUE, "$.sources[2].language", 9, 42),
        (Code.BAD_DATE, "$.sources[3].published", 10, 44),
        (Code.MISSING_FIELD, "$.sources[4].text", 11, 39),
        (Code.WRONG_VALUE, "$.sources[5].id", 12, 12),
    ],
    "title-twice.case.json": [
        (Code.DUPLICATE_KEY, "$.events[0].title", 10, 6),
    ],
    "trailing-comma.case.json": [
        (Code.JSON_SYNTAX, "$.actors", 9, 3),
    ],
    "two-cases.case.json": [
        (Code.JSON_SYNTAX, "$", 8, 1),
    ],
    "utf-16.case.json": [
        (Code.NOT_UTF8, "$", 1, 1),
    ],
    "windows-path.case.json": [
        (Code.JSON_SYNTAX, "$.sources[0]", 7, 54),
    ],
    "wrong-types.case.json": [
        (Code.WRONG_TYPE, "$.version", 3, 14),
        (Code.WRONG_TYPE, "$.id", 4, 9),
        (Code.WRONG_TYPE, "$.title", 5, 12),
        (Code.WRONG_TYPE, "$.summary", 6, 14),
        (Code.WRONG_TYPE, "$.timezone", 7, 15),
        (Code.WRONG_TYPE, "$.actors", 8, 13),
        (Code.WRONG_TYPE, "$.sources", 9, 14),
        (Code.WRONG_TYPE, "$.events[0].id", 11, 12),
        (Code.WRONG_TYPE, "$.events[0].kind", 11, 26),
        (Code.WRONG_TYPE, "$.events[0].title", 11, 38),
        (Code.WRONG_TYPE, "$.events[0].when", 11, 50),
        (Code.WRONG_TYPE, "$.events[0].margin", 11, 64),
        (Code.WRONG_TYPE, "$.events[0].phrase", 11, 77),
        (Code.WRONG_TYPE, "$.events[0].shape", 12, 15),
        (Code.WRONG_TYPE, "$.events[0].lasts", 12, 30),
        (Code.WRONG_TYPE, "$.events[0].constraints", 12, 52),
        (Code.WRONG_TYPE, "$.events[0].actors", 12, 66),
        (Code.WRONG_TYPE, "$.events[0].passages", 13, 18),
        (Code.WRONG_TYPE, "$.events[0].outcome", 13, 38),
        (Code.WRONG_TYPE, "$.events[0].prevented", 13, 54),
        (Code.WRONG_TYPE, "$.events[0].planned", 13, 71),
        (Code.WRONG_TYPE, "$.events[0].note", 13, 82),
        (Code.WRONG_TYPE, "$.events[1]", 14, 5),
    ],
}
