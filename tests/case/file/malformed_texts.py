"""Malformed case files as bytes: what is not JSON, not UTF-8, or forbidden in either."""

from __future__ import annotations

from timeline_app.case.problems import Code

_HEAD = b'{"format": "case-timeline", "version": 1, "id": "a", "title": "b"'


def _line_2(rest: str) -> bytes:
    """A sound beginning on the first line, and on the second what is not."""
    return _HEAD + b",\n" + rest.encode()


SYNTAX: list[tuple[str, bytes, Code, int, int]] = [
    ("comma at the end of an object", _line_2('"events": [],}'), Code.JSON_SYNTAX, 2, 14),
    (
        "comma at the end of a list",
        _line_2('"events": [],\n"actors": [{},]}'),
        Code.JSON_SYNTAX,
        3,
        15,
    ),
    ("two commas", _line_2('"events": [],,'), Code.JSON_SYNTAX, 2, 14),
    ("comma missing", _line_2('"summary": "c" "events": []}'), Code.JSON_SYNTAX, 2, 16),
    ("comma missing in a list", _line_2('"events": [{} {}]}'), Code.JSON_SYNTAX, 2, 15),
    ("colon missing", _line_2('"summary" "c"}'), Code.JSON_SYNTAX, 2, 11),
    ("equals sign", _line_2('"summary" = "c"}'), Code.JSON_SYNTAX, 2, 11),
    ("value missing", _line_2('"summary": }'), Code.JSON_SYNTAX, 2, 12),
    (
        "value missing before a comma",
        _line_2('"summary": , "events": []}'),
        Code.JSON_SYNTAX,
        2,
        12,
    ),
    ("name without quotes", _line_2('summary: "c"}'), Code.JSON_SYNTAX, 2, 1),
    ("name a number", _line_2('1: "c"}'), Code.JSON_SYNTAX, 2, 1),
    ("single quotes", _line_2("'summary': 'c'}"), Code.JSON_SYNTAX, 2, 1),
    ("single quotes around a value", _line_2("\"summary\": 'c'}"), Code.JSON_SYNTAX, 2, 12),
    ("curly quotes", _line_2('"summary": “c”}'), Code.JSON_SYNTAX, 2, 12),
    ("comment", _line_2('// note\n"events": []}'), Code.JSON_SYNTAX, 2, 1),
    ("comment after a value", _line_2('"events": [] // none\n}'), Code.JSON_SYNTAX, 2, 14),
    ("comment in stars", _line_2('/* note */ "events": []}'), Code.JSON_SYNTAX, 2, 1),
    ("comment with a hash", _line_2('"events": [ # none\n]}'), Code.JSON_SYNTAX, 2, 13),
    ("True", _line_2('"events": [{"planned": True}]}'), Code.JSON_SYNTAX, 2, 24),
    ("None", _line_2('"events": None}'), Code.JSON_SYNTAX, 2, 11),
    ("undefined", _line_2('"events": undefined}'), Code.JSON_SYNTAX, 2, 11),
    ("text without quotes", _line_2('"summary": nothing}'), Code.JSON_SYNTAX, 2, 12),
    ("date without quotes", _line_2('"events": [{"when": 1985-04-12}]}'), Code.JSON_SYNTAX, 2, 21),
    ("zero in front", _line_2('"events": [01]}'), Code.JSON_SYNTAX, 2, 12),
    ("number that ends in a point", _line_2('"events": [1.]}'), Code.JSON_SYNTAX, 2, 12),
    ("number that begins with a point", _line_2('"events": [.5]}'), Code.JSON_SYNTAX, 2, 12),
    ("plus sign", _line_2('"events": [+1]}'), Code.JSON_SYNTAX, 2, 12),
    ("hexadecimal number", _line_2('"events": [0x10]}'), Code.JSON_SYNTAX, 2, 12),
    ("minus alone", _line_2('"events": [-]}'), Code.JSON_SYNTAX, 2, 12),
    ("text not closed", _line_2('"summary": "c}\n'), Code.JSON_SYNTAX, 2, 12),
    ("text not closed at the end", _line_2('"summary": "c'), Code.JSON_SYNTAX, 2, 12),
    ("line break in a text", _line_2('"summary": "one\ntwo"}'), Code.JSON_SYNTAX, 2, 12),
    ("tab in a text", _line_2('"summary": "one\ttwo"}'), Code.JSON_SYNTAX, 2, 16),
    ("control character in a text", _line_2('"summary": "one\x1b"}'), Code.JSON_SYNTAX, 2, 16),
    ("wrong escape", _line_2('"summary": "C:\\path"}'), Code.JSON_SYNTAX, 2, 15),
    ("escape cut short", _line_2('"summary": "\\u12"}'), Code.JSON_SYNTAX, 2, 13),
    ("quotes in a text", _line_2('"summary": "he said "no" twice"}'), Code.JSON_SYNTAX, 2, 22),
    ("wrong bracket", _line_2('"events": [}'), Code.JSON_SYNTAX, 2, 12),
    ("wrong bracket at the end", _line_2('"events": []]'), Code.JSON_SYNTAX, 2, 13),
    ("object not closed", _line_2('"events": []'), Code.JSON_SYNTAX, 2, 13),
    ("list not closed", _line_2('"events": [{}'), Code.JSON_SYNTAX, 2, 14),
    ("cut off in an event", _line_2('"events": [{"id": "x", "ki'), Code.JSON_SYNTAX, 2, 24),
    ("more after the end", _HEAD + b"}\n{}", Code.JSON_SYNTAX, 2, 1),
    ("bracket too many", _HEAD + b"}}", Code.JSON_SYNTAX, 1, 67),
    ("odd white space", _line_2('\u00a0"events": []}'), Code.JSON_SYNTAX, 2, 1),
    ("second byte-order mark", b"\xef\xbb\xbf\xef\xbb\xbf" + _HEAD + b"}", Code.JSON_SYNTAX, 1, 1),
    ("plain text", b"Zhang met Li in spring.", Code.JSON_SYNTAX, 1, 1),
    ("a page of the web", b"<!DOCTYPE html>\n<html></html>", Code.JSON_SYNTAX, 1, 1),
    ("a zip file", b"PK\x03\x04abc", Code.JSON_SYNTAX, 1, 1),
    ("an opening bracket", b"{", Code.JSON_SYNTAX, 1, 2),
    ("NUL after the end", _HEAD + b"}\0", Code.NUL_CHARACTER, 1, 67),
    ("only NUL", b"\0" * 100, Code.NUL_CHARACTER, 1, 1),
    ("lists 101 deep", b"[" * 101 + b"]" * 101, Code.TOO_DEEP, 1, 101),
    ("lists 100,000 deep", b"[" * 100_000, Code.TOO_DEEP, 1, 101),
    ("objects 100,000 deep", b'{"a":' * 100_000, Code.TOO_DEEP, 1, 501),
    ("deep in an event", _line_2('"events": [{"note": ' + "[" * 100_000), Code.TOO_DEEP, 2, 118),
    ("deep in an unknown field", _line_2('"x": ' + "[" * 100_000), Code.TOO_DEEP, 2, 105),
]
"""Files that are not JSON, or not to be read on from some place: name, bytes, the code, line and
column of the error that ends reading. It is the last in the list."""

ODD: list[tuple[str, bytes, list[tuple[Code, str, int, int]]]] = [
    ("root a list", b"[]", [(Code.WRONG_TYPE, "$", 1, 1)]),
    ("root a text", b' "case"', [(Code.WRONG_TYPE, "$", 1, 2)]),
    ("root null", b"null", [(Code.WRONG_TYPE, "$", 1, 1)]),
    ("root true", b"\n\ntrue\n", [(Code.WRONG_TYPE, "$", 3, 1)]),
    (
        "NaN",
        _line_2('"summary": NaN}'),
        [(Code.WRONG_TYPE, "$.summary", 2, 12), (Code.NUMBER_NOT_FINITE, "$.summary", 2, 12)],
    ),
    (
        "-Infinity",
        _line_2('"x": -Infinity}'),
        [(Code.UNKNOWN_FIELD, "$.x", 2, 1), (Code.NUMBER_NOT_FINITE, "$.x", 2, 6)],
    ),
    (
        "1e999",
        _line_2('"x": [1e999]}'),
        [(Code.UNKNOWN_FIELD, "$.x", 2, 1), (Code.NUMBER_NOT_FINITE, "$.x[0]", 2, 7)],
    ),
    (
        "a whole number of 5,000 digits",
        _line_2('"x": ' + "9" * 5_000 + "}"),
        [(Code.UNKNOWN_FIELD, "$.x", 2, 1), (Code.NUMBER_NOT_FINITE, "$.x", 2, 6)],
    ),
    (
        "infinite amount",
        _line_2(
            '"events": [{"id":"a","kind":"leak","title":"t",\n"outcome":[{"type":"fine",'
            '"currency":"CNY","amount":1e400}]}]}'
        ),
        [(Code.NUMBER_NOT_FINITE, "$.events[0].outcome[0].amount", 3, 53)],
    ),
    ("title twice", _line_2('"title": "c"}'), [(Code.DUPLICATE_KEY, "$.title", 2, 1)]),
    (
        "events twice",
        _line_2('"events": [],\n"events": []}'),
        [(Code.DUPLICATE_KEY, "$.events", 3, 1)],
    ),
    (
        "name twice, once escaped",
        _line_2('"t\\u0069tle": "c"}'),
        [(Code.DUPLICATE_KEY, "$.title", 2, 1)],
    ),
    (
        "name twice in an actor",
        _line_2('"actors": [{"id": "a", "name": "A",\n "name": "A"}]}'),
        [(Code.DUPLICATE_KEY, "$.actors[0].name", 3, 2)],
    ),
    (
        "default twice",
        _line_2(
            '"events": [{"id":"a","kind":"leak","title":"t",\n"planned":false,"planned":false}]}'
        ),
        [(Code.DUPLICATE_KEY, "$.events[0].planned", 3, 17)],
    ),
    (
        "name thrice in an unknown field",
        _line_2('"x": {"a":1,"a":2,"a":3}}'),
        [
            (Code.UNKNOWN_FIELD, "$.x", 2, 1),
            (Code.DUPLICATE_KEY, "$.x.a", 2, 13),
            (Code.DUPLICATE_KEY, "$.x.a", 2, 19),
        ],
    ),
    (
        "lone surrogate",
        _line_2('"summary": "a\\ud800b"}'),
        [(Code.LONE_SURROGATE, "$.summary", 2, 14)],
    ),
    (
        "surrogates in the wrong order",
        _line_2('"summary": "\\ude00\\ud83d"}'),
        [(Code.LONE_SURROGATE, "$.summary", 2, 13), (Code.LONE_SURROGATE, "$.summary", 2, 19)],
    ),
    (
        "lone surrogate in an event",
        _line_2('"events": [{"id":"a","kind":"leak",\n"title":"\\uDFFF"}]}'),
        [(Code.LONE_SURROGATE, "$.events[0].title", 3, 10)],
    ),
    (
        "lone surrogate in a name",
        _line_2('"\\ud800": 1}'),
        [(Code.UNKNOWN_FIELD, '$["�"]', 2, 1), (Code.LONE_SURROGATE, "$", 2, 2)],
    ),
    (
        "NUL written as an escape",
        _line_2('"summary": "\\u0000"}'),
        [(Code.NUL_CHARACTER, "$.summary", 2, 13)],
    ),
    (
        "NUL written as itself",
        _line_2('"summary": "\0"}'),
        [(Code.NUL_CHARACTER, "$.summary", 2, 13)],
    ),
    (
        "NUL in an event",
        _line_2('"events": [{"id":"a","kind":"leak",\n"title":"x\0y"}]}'),
        [(Code.NUL_CHARACTER, "$.events[0].title", 3, 11)],
    ),
    (
        "Latin-1",
        _line_2('"summary": "café"}').decode().encode("latin-1"),
        [(Code.NOT_UTF8, "$", 2, 16)],
    ),
    (
        "Latin-1 in two lines",
        _line_2('"summary": "é",\n"timezone": "é"}').decode().encode("latin-1"),
        [
            (Code.NOT_UTF8, "$", 2, 13),
            (Code.WRONG_VALUE, "$.timezone", 3, 13),
            (Code.NOT_UTF8, "$", 3, 14),
        ],
    ),
    (
        "half a character",
        _line_2('"summary": "') + b"\xe6\x9d" + b'"}',
        [(Code.NOT_UTF8, "$", 2, 13)],
    ),
    (
        "a surrogate in UTF-8",
        _line_2('"summary": "') + b"\xed\xa0\x80" + b'"}',
        [(Code.NOT_UTF8, "$", 2, 13)],
    ),
    (
        "not UTF-8 and not JSON",
        b'{"a": "\xff", "b": "\xff",}',
        [(Code.NOT_UTF8, "$", 1, 8), (Code.JSON_SYNTAX, "$", 1, 21)],
    ),
    (
        "unknown field after a smiley",
        _line_2('"summary": "🙂🙂", "sumary": ""}'),
        [(Code.UNKNOWN_FIELD, "$.sumary", 2, 18)],
    ),
    ("old Macintosh lines", _HEAD + b',\r\r"x": 1}', [(Code.UNKNOWN_FIELD, "$.x", 3, 1)]),
    ("Windows lines", _HEAD + b',\r\n\r\n "x": 1}', [(Code.UNKNOWN_FIELD, "$.x", 3, 2)]),
]
"""Files with something that JSON or UTF-8 forbids, but that reading gets past: name, bytes, every
error with code, path, line and column, in the order of the file."""

WHOLE: list[tuple[str, bytes, Code]] = [
    ("nothing", b"", Code.FILE_EMPTY),
    ("white space", b" \r\n\t", Code.FILE_EMPTY),
    ("a byte-order mark", b"\xef\xbb\xbf", Code.FILE_EMPTY),
    ("UTF-16", (_HEAD + b"}").decode().encode("utf-16"), Code.NOT_UTF8),
    ("UTF-16 without a mark", (_HEAD + b"}").decode().encode("utf-16-be"), Code.NOT_UTF8),
    ("UTF-32", (_HEAD + b"}").decode().encode("utf-32"), Code.NOT_UTF8),
    ("UTF-32 without a mark", (_HEAD + b"}").decode().encode("utf-32-le"), Code.NOT_UTF8),
]
"""Files that are wrong as a whole, with the one error."""
