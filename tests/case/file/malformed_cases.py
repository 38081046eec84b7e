"""Malformed case files, each with every error that a reader must list for it.

`CHANGED` are the small sound case with something changed: name, changes, and the expected errors as
code and JSON path, in any order.
"""

from __future__ import annotations

from tests.case.file.good_cases import (
    ELSEWHERE,
    GONE,
    NOTES,
    Gone,
    Json,
    Path,
)
from timeline_app.case.problems import Code

E0 = ("events", 0)
E1 = ("events", 1)
E2 = ("events", 2)
S0, S1, S2 = ("sources", 0), ("sources", 1), ("sources", 2)
A0 = ("actors", 0)
CON = (*E0, "constraints", 0)
PAS = (*E1, "passages", 0)
OUT = (*E2, "outcome", 0)
WHEN = (*E0, "when")
DEEP: Json = "bottom"
for _ in range(120):
    DEEP = [DEEP]

Changes = dict[Path, "Json | Gone"]
Expected = list[tuple[Code, str]]

_e0, _e1, _e2 = "$.events[0]", "$.events[1]", "$.events[2]"
_con = "$.events[0].constraints[0]"
_pas = "$.events[1].passages[0]"
_out = "$.events[2].outcome[0]"


def _date(name: str, text: Json, code: Code) -> tuple[str, Changes, Expected]:
    return f"date {name}", {WHEN: text}, [(code, f"{_e0}.when")]


def _length(name: str, text: Json, code: Code = Code.BAD_DURATION) -> tuple[str, Changes, Expected]:
    return f"duration {name}", {(*CON, "min"): text}, [(code, f"{_con}.min")]


CHANGED: list[tuple[str, Changes, Expected]] = [
    # the case itself
    ("no format", {("format",): GONE}, [(Code.MISSING_FIELD, "$")]),
    ("another format", {("format",): "case"}, [(Code.WRONG_FORMAT, "$.format")]),
    ("format a number", {("format",): 1}, [(Code.WRONG_TYPE, "$.format")]),
    ("no version", {("version",): GONE}, [(Code.MISSING_FIELD, "$")]),
    ("version 2", {("version",): 2, ("future",): 1}, [(Code.WRONG_VERSION, "$.version")]),
    ("version 0", {("version",): 0}, [(Code.WRONG_VERSION, "$.version")]),
    ("version 1.0", {("version",): 1.0}, [(Code.WRONG_TYPE, "$.version")]),
    ("version a text", {("version",): "1"}, [(Code.WRONG_TYPE, "$.version")]),
    ("version true", {("version",): True}, [(Code.WRONG_TYPE, "$.version")]),
    ("no id", {("id",): GONE}, [(Code.MISSING_FIELD, "$")]),
    ("no title", {("title",): GONE}, [(Code.MISSING_FIELD, "$")]),
    ("empty title", {("title",): ""}, [(Code.WRONG_VALUE, "$.title")]),
    ("blank title", {("title",): " \t\u3000"}, [(Code.WRONG_VALUE, "$.title")]),
    ("title a list", {("title",): ["a"]}, [(Code.WRONG_TYPE, "$.title")]),
    ("title null", {("title",): None}, [(Code.WRONG_TYPE, "$.title")]),
    ("summary null", {("summary",): None}, [(Code.WRONG_TYPE, "$.summary")]),
    ("unknown field", {("titel",): "a"}, [(Code.UNKNOWN_FIELD, "$.titel")]),
    ("odd unknown field", {('a "b"',): 1}, [(Code.UNKNOWN_FIELD, r'$["a \u0022b\u0022"]')]),
    (
        "nothing needed",
        {(n,): GONE for n in ("format", "version", "id", "title")},
        [(Code.MISSING_FIELD, "$")] * 4,
    ),
    (
        "actors null",
        {("actors",): None},
        [
            (Code.WRONG_TYPE, "$.actors"),
            (Code.UNKNOWN_REFERENCE, f"{_e0}.actors[0]"),
            (Code.UNKNOWN_REFERENCE, f"{_e0}.actors[1]"),
            (Code.UNKNOWN_REFERENCE, f"{_out}.actor"),
        ],
    ),
    ("events an object", {("events",): {"a": 1}}, [(Code.WRONG_TYPE, "$.events")]),
    ("events a text", {("events",): "none"}, [(Code.WRONG_TYPE, "$.events")]),
    ("an event a number", {E2: 5, (*CON, "to"): "watch"}, [(Code.WRONG_TYPE, _e2)]),
    ("an event null", {E2: None, (*CON, "to"): "watch"}, [(Code.WRONG_TYPE, _e2)]),
    (
        "an actor a text",
        {("actors", 1): "li"},
        [
            (Code.WRONG_TYPE, "$.actors[1]"),
            (Code.UNKNOWN_REFERENCE, f"{_e0}.actors[1]"),
            (Code.UNKNOWN_REFERENCE, f"{_out}.actor"),
        ],
    ),
    # ids
    ("id with capitals", {("id",): "Small"}, [(Code.WRONG_VALUE, "$.id")]),
    ("id with a dot", {("id",): "a.b"}, [(Code.WRONG_VALUE, "$.id")]),
    ("id too long", {("id",): "a" * 81}, [(Code.WRONG_VALUE, "$.id")]),
    ("id empty", {("id",): ""}, [(Code.WRONG_VALUE, "$.id")]),
    ("id that begins with -", {("id",): "-a"}, [(Code.WRONG_VALUE, "$.id")]),
    ("id with a line break", {("id",): "small\n"}, [(Code.WRONG_VALUE, "$.id")]),
    ("event id with a line break", {(*E1, "id"): "watch\n"}, [(Code.WRONG_VALUE, f"{_e1}.id")]),
    (
        "actor id with a line break",
        {("actors", 1, "id"): "li\n", (*E0, "actors"): [], (*OUT, "actor"): GONE},
        [(Code.WRONG_VALUE, "$.actors[1].id")],
    ),
    ("id a number", {(*E1, "id"): 5}, [(Code.WRONG_TYPE, f"{_e1}.id")]),
    ("id in another script", {(*E1, "id"): "逮捕"}, [(Code.WRONG_VALUE, f"{_e1}.id")]),
    (
        "two actors",
        {("actors", 1, "id"): "zhang"},
        [
            (Code.DUPLICATE_ID, "$.actors[1].id"),
            (Code.UNKNOWN_REFERENCE, f"{_e0}.actors[1]"),
            (Code.UNKNOWN_REFERENCE, f"{_out}.actor"),
        ],
    ),
    ("two sources", {(*S2, "id"): "notes"}, [(Code.DUPLICATE_ID, "$.sources[2].id")]),
    ("two events", {(*E1, "id"): "arrest"}, [(Code.DUPLICATE_ID, f"{_e2}.id")]),
    # actors
    ("actor without name", {(*A0, "name"): GONE}, [(Code.MISSING_FIELD, "$.actors[0]")]),
    ("actor with an empty name", {(*A0, "name"): ""}, [(Code.WRONG_VALUE, "$.actors[0].name")]),
    ("actor's role a list", {(*A0, "role"): []}, [(Code.WRONG_TYPE, "$.actors[0].role")]),
    ("actor's unknown field", {(*A0, "nota"): ""}, [(Code.UNKNOWN_FIELD, "$.actors[0].nota")]),
    # sources
    ("source without title", {(*S2, "title"): GONE}, [(Code.MISSING_FIELD, "$.sources[2]")]),
    (
        "source with a blank title",
        {(*S2, "title"): " "},
        [(Code.WRONG_VALUE, "$.sources[2].title")],
    ),
    (
        "url of a file",
        {(*S1, "url"): "file:///etc/passwd"},
        [(Code.WRONG_VALUE, "$.sources[1].url")],
    ),
    ("url of a script", {(*S1, "url"): "javascript:x()"}, [(Code.WRONG_VALUE, "$.sources[1].url")]),
    ("url without a host", {(*S1, "url"): "https://"}, [(Code.WRONG_VALUE, "$.sources[1].url")]),
    ("url without a scheme", {(*S1, "url"): "//host/x"}, [(Code.WRONG_VALUE, "$.sources[1].url")]),
    ("url with a space", {(*S1, "url"): "http://a b/"}, [(Code.WRONG_VALUE, "$.sources[1].url")]),
    (
        "url with a line break",
        {(*S1, "url"): "http://a/\n"},
        [(Code.WRONG_VALUE, "$.sources[1].url")],
    ),
    ("url that turns", {(*S1, "url"): "http://a/\u202e"}, [(Code.WRONG_VALUE, "$.sources[1].url")]),
    ("url a number", {(*S1, "url"): 80}, [(Code.WRONG_TYPE, "$.sources[1].url")]),
    (
        "language a sentence",
        {(*S1, "language"): "in English"},
        [(Code.WRONG_VALUE, "$.sources[1].language")],
    ),
    ("language empty", {(*S1, "language"): ""}, [(Code.WRONG_VALUE, "$.sources[1].language")]),
    (
        "published from to",
        {(*S1, "published"): "2025/2026"},
        [(Code.BAD_DATE, "$.sources[1].published")],
    ),
    (
        "published never",
        {(*S1, "published"): "2025-02-29"},
        [(Code.IMPOSSIBLE_DATE, "$.sources[1].published")],
    ),
    ("published null", {(*S1, "published"): None}, [(Code.WRONG_TYPE, "$.sources[1].published")]),
    ("text a text", {(*S0, "text"): NOTES}, [(Code.WRONG_TYPE, "$.sources[0].text")]),
    ("text null", {(*S2, "text"): None}, [(Code.WRONG_TYPE, "$.sources[2].text")]),
    ("text of nothing", {(*S2, "text"): {}}, [(Code.MISSING_FIELD, "$.sources[2].text")]),
    (
        "text of a file only",
        {(*S2, "text"): {"file": "a"}},
        [(Code.MISSING_FIELD, "$.sources[2].text")],
    ),
    (
        "text without length",
        {(*S1, "text", "length"): GONE},
        [(Code.MISSING_FIELD, "$.sources[1].text")],
    ),
    (
        "text without sha256",
        {(*S1, "text", "sha256"): GONE},
        [(Code.MISSING_FIELD, "$.sources[1].text")],
    ),
    (
        "sha256 too short",
        {(*S1, "text", "sha256"): "22e620bb"},
        [(Code.WRONG_VALUE, "$.sources[1].text.sha256")],
    ),
    (
        "sha256 in capitals",
        {(*S1, "text", "sha256"): ELSEWHERE.upper()},
        [(Code.WRONG_VALUE, "$.sources[1].text.sha256")],
    ),
    (
        "length negative",
        {(*S1, "text", "length"): -1},
        [(Code.WRONG_VALUE, "$.sources[1].text.length")],
    ),
    (
        "length 100.0",
        {(*S1, "text", "length"): 100.0},
        [(Code.WRONG_TYPE, "$.sources[1].text.length")],
    ),
    (
        "length true",
        {(*S1, "text", "length"): True},
        [(Code.WRONG_TYPE, "$.sources[1].text.length")],
    ),
    (
        "length enormous",
        {(*S1, "text", "length"): 2**53},
        [(Code.WRONG_VALUE, "$.sources[1].text.length")],
    ),
    (
        "file in a folder",
        {(*S1, "text", "file"): "a/b"},
        [(Code.WRONG_VALUE, "$.sources[1].text.file")],
    ),
    ("file above", {(*S1, "text", "file"): ".."}, [(Code.WRONG_VALUE, "$.sources[1].text.file")]),
    (
        "file on a drive",
        {(*S1, "text", "file"): "C:a"},
        [(Code.WRONG_VALUE, "$.sources[1].text.file")],
    ),
    (
        "file behind backslash",
        {(*S1, "text", "file"): "\\\\server\\x"},
        [(Code.WRONG_VALUE, "$.sources[1].text.file")],
    ),
    (
        "file of nothing",
        {(*S1, "text", "file"): ""},
        [(Code.WRONG_VALUE, "$.sources[1].text.file")],
    ),
    (
        "embedded text with a wrong sha256",
        {(*S0, "text", "sha256"): ELSEWHERE},
        [(Code.TEXT_MISMATCH, "$.sources[0].text.sha256")],
    ),
    (
        "embedded text with a wrong length",
        {(*S0, "text", "length"): 3},
        [(Code.TEXT_MISMATCH, "$.sources[0].text.length")],
    ),
    (
        "content a list",
        {(*S0, "text", "content"): [NOTES]},
        [(Code.WRONG_TYPE, "$.sources[0].text.content")],
    ),
    # events
    ("event without id", {(*E1, "id"): GONE}, [(Code.MISSING_FIELD, _e1)]),
    ("event without kind", {(*E0, "kind"): GONE}, [(Code.MISSING_FIELD, _e0)]),
    ("event without title", {(*E0, "title"): GONE}, [(Code.MISSING_FIELD, _e0)]),
    ("event of nothing", {E1: {}}, [(Code.MISSING_FIELD, _e1)] * 3),
    ("kind misspelt", {(*E0, "kind"): "contract"}, [(Code.WRONG_VALUE, f"{_e0}.kind")]),
    ("kind in capitals", {(*E0, "kind"): "Contact"}, [(Code.WRONG_VALUE, f"{_e0}.kind")]),
    ("other without label", {(*E1, "label"): GONE}, [(Code.MISSING_FIELD, _e1)]),
    ("other with an empty label", {(*E1, "label"): ""}, [(Code.WRONG_VALUE, f"{_e1}.label")]),
    ("label of a contact", {(*E0, "label"): "meeting"}, [(Code.FIELD_CONFLICT, f"{_e0}.label")]),
    ("phrase too long", {(*E0, "phrase"): "a" * 201}, [(Code.WRONG_VALUE, f"{_e0}.phrase")]),
    ("shape unknown", {(*E0, "shape"): "point"}, [(Code.WRONG_VALUE, f"{_e0}.shape")]),
    ("prevented a text", {(*E0, "prevented"): "yes"}, [(Code.WRONG_TYPE, f"{_e0}.prevented")]),
    ("planned 1", {(*E0, "planned"): 1}, [(Code.WRONG_TYPE, f"{_e0}.planned")]),
    ("prevented null", {(*E0, "prevented"): None}, [(Code.WRONG_TYPE, f"{_e0}.prevented")]),
    ("note null", {(*E0, "note"): None}, [(Code.WRONG_TYPE, f"{_e0}.note")]),
    (
        "unknown actor",
        {(*E0, "actors"): ["zhang", "lee"]},
        [(Code.UNKNOWN_REFERENCE, f"{_e0}.actors[1]")],
    ),
    ("actor twice", {(*E0, "actors"): ["li", "li"]}, [(Code.DUPLICATE_ID, f"{_e0}.actors[1]")]),
    ("actor a number", {(*E0, "actors"): [1]}, [(Code.WRONG_TYPE, f"{_e0}.actors[0]")]),
    ("actors a text", {(*E0, "actors"): "li"}, [(Code.WRONG_TYPE, f"{_e0}.actors")]),
    ("lasts on a moment", {(*E0, "lasts"): "P3D"}, [(Code.FIELD_CONFLICT, f"{_e0}.lasts")]),
    ("lasts nothing", {(*E1, "lasts"): {}}, [(Code.MISSING_FIELD, f"{_e1}.lasts")]),
    ("lasts a number", {(*E1, "lasts"): 3}, [(Code.WRONG_TYPE, f"{_e1}.lasts")]),
    ("lasts null", {(*E1, "lasts"): None}, [(Code.WRONG_TYPE, f"{_e1}.lasts")]),
    (
        "lasts unknown",
        {(*E1, "lasts"): {"least": "P3D"}},
        [(Code.UNKNOWN_FIELD, f"{_e1}.lasts.least")],
    ),
    (
        "lasts min over max",
        {(*E1, "lasts"): {"min": "P32D", "max": "P1M"}},
        [(Code.MIN_OVER_MAX, f"{_e1}.lasts.min")],
    ),
    ("lasts min null", {(*E1, "lasts"): {"min": None}}, [(Code.WRONG_TYPE, f"{_e1}.lasts.min")]),
    (
        "margin without a date",
        {(*E0, "margin"): "P1D", WHEN: GONE},
        [(Code.FIELD_CONFLICT, f"{_e0}.margin")],
    ),
    ("margin of a sure date", {(*E0, "margin"): "P1D"}, [(Code.FIELD_CONFLICT, f"{_e0}.margin")]),
    ("margin a number", {(*E2, "margin"): 3}, [(Code.WRONG_TYPE, f"{_e2}.margin")]),
    ("margin negative", {(*E2, "margin"): "-P3D"}, [(Code.BAD_DURATION, f"{_e2}.margin")]),
    (
        "misspelt field",
        {(*E0, "titel"): "a", (*E0, "title"): GONE},
        [(Code.UNKNOWN_FIELD, f"{_e0}.titel"), (Code.MISSING_FIELD, _e0)],
    ),
    # dates
    ("when a number", {WHEN: 1985}, [(Code.WRONG_TYPE, f"{_e0}.when")]),
    ("when an object", {WHEN: {"value": "1985"}}, [(Code.WRONG_TYPE, f"{_e0}.when")]),
    ("when without claims", {WHEN: []}, [(Code.WRONG_VALUE, f"{_e0}.when")]),
    ("claim a text", {WHEN: ["1985"]}, [(Code.WRONG_TYPE, f"{_e0}.when[0]")]),
    ("claim without value", {WHEN: [{}]}, [(Code.MISSING_FIELD, f"{_e0}.when[0]")]),
    (
        "claim with value null",
        {WHEN: [{"value": None}]},
        [(Code.WRONG_TYPE, f"{_e0}.when[0].value")],
    ),
    (
        "claim of an unknown source",
        {WHEN: [{"value": "1985", "source": "x"}]},
        [(Code.UNKNOWN_REFERENCE, f"{_e0}.when[0].source")],
    ),
    (
        "claim on an unknown basis",
        {WHEN: [{"value": "1985", "basis": "guessed"}]},
        [(Code.WRONG_VALUE, f"{_e0}.when[0].basis")],
    ),
    (
        "claim with a wrong date",
        {WHEN: [{"value": "1985"}, {"value": "1985-13"}]},
        [(Code.IMPOSSIBLE_DATE, f"{_e0}.when[1].value")],
    ),
    (
        "claim from to on a moment",
        {WHEN: [{"value": "1985/1986"}]},
        [(Code.FIELD_CONFLICT, f"{_e0}.when[0].value")],
    ),
    (
        "claim with a wrong passage",
        {WHEN: [{"value": "1985", "passages": [{"source": "notes"}]}]},
        [(Code.MISSING_FIELD, f"{_e0}.when[0].passages[0]")],
    ),
    _date("29 February 2015", "2015-02-29", Code.IMPOSSIBLE_DATE),
    _date("29 February 1900", "1900-02-29", Code.IMPOSSIBLE_DATE),
    _date("month 13", "2015-13", Code.IMPOSSIBLE_DATE),
    _date("day 0", "2015-01-00", Code.IMPOSSIBLE_DATE),
    _date("hour 24", "2015-01-01T24", Code.IMPOSSIBLE_DATE),
    _date("minute 60", "2015-01-01T10:60", Code.IMPOSSIBLE_DATE),
    _date("second 60", "2015-01-01T10:59:60", Code.IMPOSSIBLE_DATE),
    _date("empty", "", Code.BAD_DATE),
    _date("in words", "12 April 1985", Code.BAD_DATE),
    _date("with slashes", "1985/04/12", Code.BAD_DATE),
    _date("with white space", " 1985", Code.BAD_DATE),
    _date("with a line break", "1985\n", Code.BAD_DATE),
    _date("season", "1985-21", Code.BAD_DATE),
    _date("set", "{1985,1986}", Code.BAD_DATE),
    _date("exponent", "Y17E7", Code.BAD_DATE),
    _date("neither end", "[..]", Code.BAD_DATE),
    _date("qualified in brackets", "[1985~..1986]", Code.BAD_DATE),
    _date("time in brackets", "[1985-04-12T10..1986]", Code.BAD_DATE),
    _date("backwards in brackets", "[1986..1985]", Code.END_BEFORE_START),
    _date("from to on a moment", "1985/1986", Code.FIELD_CONFLICT),
    _date("open on a moment", "1985/..", Code.FIELD_CONFLICT),
    ("span backwards", {(*E1, "when"): "1986/1985"}, [(Code.END_BEFORE_START, f"{_e1}.when")]),
    ("span without ends", {(*E1, "when"): "../.."}, [(Code.BAD_DATE, f"{_e1}.when")]),
    ("span of nothing", {(*E1, "when"): "/"}, [(Code.BAD_DATE, f"{_e1}.when")]),
    (
        "span of times",
        {(*E1, "when"): "1985-04-12T10/1985-04-13"},
        [(Code.BAD_DATE, f"{_e1}.when")],
    ),
    (
        "zone without time zone",
        {("timezone",): GONE, WHEN: "2024-03-01T10:00Z"},
        [(Code.ZONE_WITHOUT_TIMEZONE, f"{_e0}.when")],
    ),
    (
        "published in a zone without time zone",
        {("timezone",): GONE, (*S1, "published"): "2024-03-01T10:00+08:00"},
        [(Code.ZONE_WITHOUT_TIMEZONE, "$.sources[1].published")],
    ),
    ("time zone by name", {("timezone",): "Asia/Shanghai"}, [(Code.WRONG_VALUE, "$.timezone")]),
    ("time zone too far", {("timezone",): "+15:00"}, [(Code.WRONG_VALUE, "$.timezone")]),
    ("time zone a number", {("timezone",): 8}, [(Code.WRONG_TYPE, "$.timezone")]),
    (
        "time zone wrong and needed",
        {("timezone",): "CST", WHEN: "2024-03-01T10:00Z"},
        [(Code.WRONG_VALUE, "$.timezone")],
    ),
    # durations
    _length("empty", ""),
    _length("of nothing", "P"),
    _length("of T only", "P1DT"),
    _length("with a sign", "-P1D"),
    _length("with a fraction", "P1.5D"),
    _length("weeks and days", "P1W2D"),
    _length("in small letters", "p1d"),
    _length("in words", "a month"),
    _length("with ten digits", "P1000000000D"),
    _length("a number", 30, Code.WRONG_TYPE),
    # constraints
    ("constraint a text", {CON: "before arrest"}, [(Code.WRONG_TYPE, _con)]),
    ("constraint without rel", {(*CON, "rel"): GONE}, [(Code.MISSING_FIELD, _con)]),
    ("constraint without to", {(*CON, "to"): GONE}, [(Code.MISSING_FIELD, _con)]),
    ("constraint without basis", {(*CON, "basis"): GONE}, [(Code.MISSING_FIELD, _con)]),
    ("rel unknown", {(*CON, "rel"): "earlier"}, [(Code.WRONG_VALUE, f"{_con}.rel")]),
    ("basis unknown", {(*CON, "basis"): "sure"}, [(Code.WRONG_VALUE, f"{_con}.basis")]),
    ("from unknown", {(*CON, "from"): "middle"}, [(Code.WRONG_VALUE, f"{_con}.from")]),
    ("to nothing", {(*CON, "to"): "arest"}, [(Code.UNKNOWN_REFERENCE, f"{_con}.to")]),
    ("to an end of nothing", {(*CON, "to"): "x.end"}, [(Code.UNKNOWN_REFERENCE, f"{_con}.to")]),
    ("to another end", {(*CON, "to"): "arrest.middle"}, [(Code.WRONG_VALUE, f"{_con}.to")]),
    ("to two", {(*CON, "to"): ["arrest", "watch"]}, [(Code.WRONG_TYPE, f"{_con}.to")]),
    ("to itself", {(*CON, "to"): "meeting"}, [(Code.SELF_REFERENCE, f"{_con}.to")]),
    ("to its own end", {(*CON, "to"): "meeting.end"}, [(Code.SELF_REFERENCE, f"{_con}.to")]),
    ("to an unknown source", {(*CON, "to"): "@x"}, [(Code.UNKNOWN_REFERENCE, f"{_con}.to")]),
    ("to an undated source", {(*CON, "to"): "@bare"}, [(Code.UNKNOWN_REFERENCE, f"{_con}.to")]),
    ("to an end of a source", {(*CON, "to"): "@report.end"}, [(Code.WRONG_VALUE, f"{_con}.to")]),
    (
        "min over max",
        {(*CON, "min"): "P2M", (*CON, "max"): "P1M"},
        [(Code.MIN_OVER_MAX, f"{_con}.min")],
    ),
    (
        "before within nothing",
        {(*CON, "min"): GONE, (*CON, "max"): "PT0S"},
        [(Code.MIN_OVER_MAX, f"{_con}.max")],
    ),
    ("same with min", {(*CON, "rel"): "same"}, [(Code.FIELD_CONFLICT, f"{_con}.min")]),
    (
        "constraint's unknown field",
        {(*CON, "base"): "stated"},
        [(Code.UNKNOWN_FIELD, f"{_con}.base")],
    ),
    (
        "constraint's passage",
        {(*CON, "passages"): [{"source": "x", "exact": "a"}]},
        [(Code.UNKNOWN_REFERENCE, f"{_con}.passages[0].source")],
    ),
    (
        "constraints an object",
        {(*E0, "constraints"): {}},
        [(Code.WRONG_TYPE, f"{_e0}.constraints")],
    ),
    # passages
    ("passage a number", {PAS: 10}, [(Code.WRONG_TYPE, _pas)]),
    ("passage without source", {(*PAS, "source"): GONE}, [(Code.MISSING_FIELD, _pas)]),
    (
        "passage in an unknown source",
        {(*PAS, "source"): "reprot"},
        [(Code.UNKNOWN_REFERENCE, f"{_pas}.source")],
    ),
    ("passage in no text", {(*PAS, "source"): "bare"}, [(Code.FIELD_CONFLICT, _pas)]),
    ("passage without start", {(*PAS, "start"): GONE}, [(Code.MISSING_FIELD, _pas)]),
    ("passage without end", {(*PAS, "end"): GONE}, [(Code.MISSING_FIELD, _pas)]),
    ("passage of nothing", {PAS: {"source": "report"}}, [(Code.MISSING_FIELD, _pas)]),
    (
        "digest alone",
        {PAS: {"source": "report", "digest": {"length": 1, "sha256": ELSEWHERE}}},
        [(Code.MISSING_FIELD, _pas)],
    ),
    ("passage empty", {(*PAS, "end"): 10}, [(Code.PASSAGE_EMPTY, f"{_pas}.end")]),
    ("passage reversed", {(*PAS, "end"): 9}, [(Code.PASSAGE_REVERSED, f"{_pas}.end")]),
    ("passage before the text", {(*PAS, "start"): -1}, [(Code.PASSAGE_OUTSIDE, f"{_pas}.start")]),
    ("passage ends beyond", {(*PAS, "end"): 101}, [(Code.PASSAGE_OUTSIDE, f"{_pas}.end")]),
    (
        "passage lies beyond",
        {(*PAS, "start"): 100, (*PAS, "end"): 101},
        [(Code.PASSAGE_OUTSIDE, f"{_pas}.start")],
    ),
    (
        "passage beyond an embedded text",
        {(*PAS, "source"): "notes", (*PAS, "end"): len(NOTES) + 1},
        [(Code.PASSAGE_OUTSIDE, f"{_pas}.end")],
    ),
    ("start a text", {(*PAS, "start"): "10"}, [(Code.WRONG_TYPE, f"{_pas}.start")]),
    ("start 10.0", {(*PAS, "start"): 10.0}, [(Code.WRONG_TYPE, f"{_pas}.start")]),
    ("start null", {(*PAS, "start"): None}, [(Code.WRONG_TYPE, f"{_pas}.start")]),
    ("exact empty", {(*PAS, "exact"): ""}, [(Code.WRONG_VALUE, f"{_pas}.exact")]),
    (
        "exact of another length",
        {(*PAS, "exact"): "four"},
        [(Code.FIELD_CONFLICT, f"{_pas}.exact")],
    ),
    ("digest a text", {(*PAS, "digest"): ELSEWHERE}, [(Code.WRONG_TYPE, f"{_pas}.digest")]),
    (
        "digest without length",
        {(*PAS, "digest"): {"sha256": ELSEWHERE}},
        [(Code.MISSING_FIELD, f"{_pas}.digest")],
    ),
    (
        "digest of nothing",
        {(*PAS, "digest"): {"sha256": ELSEWHERE, "length": 0}},
        [(Code.PASSAGE_EMPTY, f"{_pas}.digest.length")],
    ),
    (
        "digest with a short sha256",
        {(*PAS, "digest"): {"sha256": "00", "length": 4}},
        [(Code.WRONG_VALUE, f"{_pas}.digest.sha256")],
    ),
    ("passage for nothing", {(*PAS, "for"): "time"}, [(Code.WRONG_VALUE, f"{_pas}.for")]),
    ("passages an object", {(*E1, "passages"): {}}, [(Code.WRONG_TYPE, f"{_e1}.passages")]),
    ("passage's unknown field", {(*PAS, "stop"): 20}, [(Code.UNKNOWN_FIELD, f"{_pas}.stop")]),
    # outcomes
    ("outcome a list", {OUT: []}, [(Code.WRONG_TYPE, _out)]),
    ("outcome without type", {(*OUT, "type"): GONE}, [(Code.MISSING_FIELD, _out)]),
    ("outcome of an unknown type", {(*OUT, "type"): "jail"}, [(Code.WRONG_VALUE, f"{_out}.type")]),
    ("outcome other without text", {(*OUT, "type"): "other"}, [(Code.MISSING_FIELD, _out)]),
    (
        "outcome other with blank text",
        {(*OUT, "type"): "other", (*OUT, "text"): " "},
        [(Code.WRONG_VALUE, f"{_out}.text")],
    ),
    ("amount without currency", {(*OUT, "currency"): GONE}, [(Code.MISSING_FIELD, _out)]),
    ("currency without amount", {(*OUT, "amount"): GONE}, [(Code.MISSING_FIELD, _out)]),
    ("amount negative", {(*OUT, "amount"): -0.5}, [(Code.WRONG_VALUE, f"{_out}.amount")]),
    ("amount a text", {(*OUT, "amount"): "30,000"}, [(Code.WRONG_TYPE, f"{_out}.amount")]),
    ("amount true", {(*OUT, "amount"): True}, [(Code.WRONG_TYPE, f"{_out}.amount")]),
    ("amount enormous", {(*OUT, "amount"): 10**30}, [(Code.WRONG_VALUE, f"{_out}.amount")]),
    ("currency a sign", {(*OUT, "currency"): "¥"}, [(Code.WRONG_VALUE, f"{_out}.currency")]),
    (
        "currency in small letters",
        {(*OUT, "currency"): "cny"},
        [(Code.WRONG_VALUE, f"{_out}.currency")],
    ),
    (
        "outcome's duration",
        {(*OUT, "duration"): "6 years"},
        [(Code.BAD_DURATION, f"{_out}.duration")],
    ),
    ("outcome on nobody", {(*OUT, "actor"): "wang"}, [(Code.UNKNOWN_REFERENCE, f"{_out}.actor")]),
    # several at once, and what leads to no second error
    (
        "wrong everywhere",
        {("id",): 1, (*A0, "role"): 2, (*S1, "url"): 3, (*E0, "note"): 4},
        [
            (Code.WRONG_TYPE, "$.id"),
            (Code.WRONG_TYPE, "$.actors[0].role"),
            (Code.WRONG_TYPE, "$.sources[1].url"),
            (Code.WRONG_TYPE, f"{_e0}.note"),
        ],
    ),
    ("shape wrong, date from to", {(*E1, "shape"): "period"}, [(Code.WRONG_VALUE, f"{_e1}.shape")]),
    ("margin and date wrong", {(*E2, "when"): "April~"}, [(Code.BAD_DATE, f"{_e2}.when")]),
    ("too deep", {(*E0, "note"): DEEP}, [(Code.TOO_DEEP, "$.events[0].note[0][0][0][0][0]…")]),
]
