"""Sound case files that together hold every field and every form of the format."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Object: TypeAlias = "dict[str, Json]"
Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]

NOTES = "Zhang met Li in spring.\nLi was arrested a month later. 李 🙂"
SHA = hashlib.sha256(NOTES.encode()).hexdigest()
ELSEWHERE = "0123456789abcdef" * 4


class Gone:
    """Stands for a field that is taken away."""


GONE = Gone()


def sound() -> Object:
    """A small sound case; the malformed ones are this with something changed."""
    return {
        "format": "case-timeline",
        "version": 1,
        "id": "small",
        "title": "A small case",
        "timezone": "+08:00",
        "actors": [
            {"id": "zhang", "name": "Zhang", "role": "suspect"},
            {"id": "li", "name": "Li"},
        ],
        "sources": [
            {"id": "notes", "title": "Notes", "text": {"content": NOTES}},
            {
                "id": "report",
                "title": "The report",
                "published": "2025-04-15T16:14",
                "url": "https://example.org/report",
                "language": "en",
                "text": {"sha256": ELSEWHERE, "length": 100, "file": "report.txt"},
            },
            {"id": "bare", "title": "A report without its text"},
        ],
        "events": [
            {
                "id": "meeting",
                "kind": "contact",
                "title": "Zhang meets Li",
                "when": "2024-03",
                "actors": ["zhang", "li"],
                "constraints": [
                    {"rel": "before", "to": "arrest", "min": "P1M", "basis": "stated"},
                    {"rel": "not_after", "to": "@report", "basis": "inferred"},
                ],
                "passages": [{"source": "notes", "start": 0, "end": 23}],
            },
            {
                "id": "watch",
                "kind": "other",
                "label": "surveillance",
                "title": "Li is watched",
                "shape": "span",
                "when": "2024-03/2024-04",
                "lasts": {"min": "P1D", "max": "P2M"},
                "passages": [{"source": "report", "start": 10, "end": 20}],
            },
            {
                "id": "arrest",
                "kind": "arrest",
                "title": "Li is arrested",
                "when": "2024-04-12~",
                "margin": "P3D",
                "passages": [{"source": "notes", "exact": "Li was arrested"}],
                "outcome": [{"type": "fine", "amount": 30000, "currency": "CNY", "actor": "li"}],
            },
        ],
    }


def changed(changes: Mapping[Path, Json | Gone], base: Object | None = None) -> Object:
    """The small case with some values put in place of others, added, or taken away."""
    case = sound() if base is None else copy.deepcopy(base)
    for path, value in changes.items():
        *way, last = path
        inner: Json = case
        for step in way:
            inner = _inside(inner, step)
        if isinstance(inner, dict) and isinstance(last, str):
            if isinstance(value, Gone):
                del inner[last]
            else:
                inner[last] = copy.deepcopy(value)
        elif isinstance(inner, list) and isinstance(last, int) and not isinstance(value, Gone):
            inner[last : last + 1] = [copy.deepcopy(value)]
        else:
            raise TypeError(path)
    return case


def _inside(value: Json, step: Step) -> Json:
    if isinstance(value, dict) and isinstance(step, str):
        return value[step]
    if isinstance(value, list) and isinstance(step, int):
        return value[step]
    raise TypeError(step)


def written(case: Json) -> bytes:
    """The bytes of a case file."""
    return json.dumps(case, ensure_ascii=False, indent=1).encode()


def paths(value: Json, path: Path = ()) -> Iterator[Path]:
    """The paths of a value and of all that is inside it."""
    yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))


MOMENTS = (
    "1985",
    "1985-04",
    "1985-04-12",
    "1985-04-12T10",
    "1985-04-12T10:15",
    "1985-04-12T10:15:30",
    "1985-04-12T10Z",
    "1985-04-12T10:15+08:00",
    "1985-04-12T10:15:30-03:30",
    "198X",
    "19XX",
    "1985-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "-0043",
    "-0043-03-15",
    "0000",
    "Y17000",
    "Y-17000",
    "1985~",
    "1985-04?",
    "1985-04-12%",
    "198X~",
    "2000-02-29",
    "[1985..1987]",
    "[..1985-04]",
    "[1985-04-12..]",
)
SPANS = (
    "1985",
    "1985-04-12",
    "[1985..1987]",
    "1985/1987",
    "1985-04/1985-06-12",
    "1985/..",
    "../1985",
    "1985/",
    "/1985",
    "/..",
    "1985~/1987?",
    "1985-04-12/1985-04-12",
)
DURATIONS = ("P1Y", "P1M", "P3D", "P2W", "PT12H", "PT30M", "PT45S", "P2Y6M", "P1DT12H", "P0D")
URLS = (
    "http://example.org",
    "https://example.org/",
    "HTTPS://Example.org/a?b=c#d",
    "https://例え.jp/パス",
    "https://[::1]:8080/x",
    "http://127.0.0.1:80",
)
TIMEZONES = ("Z", "+08:00", "-03:30", "+00:00", "+14:00", "-14:00")
LANGUAGES = ("en", "zh-Hans", "zh-Hans-CN", "x-klingon", "de-CH-1996")


def _event(number: int, **fields: Json) -> Json:
    return {"id": f"e{number}", "kind": "leak", "title": f"Event {number}", **fields}


def _with_events(*events: Json, **fields: Json) -> Object:
    return {**sound(), "events": list(events), **fields}


def _whens() -> Object:
    events = [_event(i, when=text) for i, text in enumerate(MOMENTS)]
    events += [
        _event(100 + i, when=text, shape="span" if i % 2 else "repeated")
        for i, text in enumerate(SPANS)
    ]
    events.append(_event(200, when=None))
    events.append(_event(201, when="1985-04-12~", margin="P1M"))
    events.append(_event(202, when="1985~/1987", shape="span", margin="P1Y"))
    events.append(_event(203, when="1985/1987?", shape="span", margin="P0D"))
    return _with_events(*events)


def _claims() -> Object:
    passage: Json = {"source": "report", "start": 1, "end": 4, "for": "date"}
    return _with_events(
        _event(
            1,
            when=[
                {"value": "1985", "source": "report", "basis": "stated", "passages": [passage]},
                {"value": "1986?", "source": "notes", "basis": "inferred"},
                {"value": "[1985..1988]", "basis": "assumed"},
                {"value": "1987"},
            ],
            margin="P1Y",
        ),
        _event(2, shape="span", when=[{"value": "1985/1987"}, {"value": "1985/.."}]),
    )


def _constraints() -> Object:
    relations = ("before", "after", "not_before", "not_after", "same")
    plain: list[Json] = [
        {"rel": rel, "to": to, "basis": "assumed"}
        for rel in relations
        for to in ("e2", "e2.start", "e2.end", "@report")
    ]
    ends: list[Json] = [
        {"rel": rel, "to": "e2", "from": end, "basis": "stated"}
        for rel in relations
        for end in ("start", "end")
    ]
    limits: list[Json] = [
        {"rel": "before", "to": "e2", "min": text, "basis": "inferred"} for text in DURATIONS
    ]
    limits += [
        {"rel": "after", "to": "e2", "min": "P1M", "max": "P31D", "basis": "inferred"},
        {"rel": "after", "to": "e2", "min": "P28D", "max": "P1M", "basis": "inferred"},
        {"rel": "before", "to": "e2", "max": "PT1S", "basis": "inferred"},
        {"rel": "not_before", "to": "e2", "max": "P0D", "basis": "inferred"},
        {"rel": "same", "to": "e2", "max": "P3D", "basis": "inferred"},
        {
            "rel": "same",
            "to": "e2.end",
            "from": "start",
            "basis": "stated",
            "passages": [{"source": "notes", "start": 0, "end": 5}],
        },
    ]
    return _with_events(_event(1, constraints=[*plain, *ends, *limits]), _event(2))


def _passages() -> Object:
    digest: Json = {"length": 10, "sha256": ELSEWHERE}
    length = len(NOTES)
    return _with_events(
        _event(
            1,
            passages=[
                {"source": "notes", "start": 0, "end": length},
                {"source": "notes", "start": length - 1, "end": length, "exact": "🙂"},
                {"source": "notes", "start": 0, "end": 5, "exact": "Zhang", "for": "event"},
                {"source": "notes", "exact": "nowhere to be found"},
                {"source": "report", "start": 99, "end": 100, "digest": digest, "for": "date"},
                {"source": "report", "exact": "a quotation", "digest": digest},
                {"source": "report", "start": 0, "end": 3, "exact": "a\r\nb"},
            ],
        )
    )


def _outcomes() -> Object:
    kinds = ("imprisonment", "detention", "confiscation", "political_rights", "discipline")
    outcomes: list[Json] = [{"type": kind, "duration": "P6Y"} for kind in kinds]
    outcomes += [
        {"type": "fine", "amount": 30000, "currency": "CNY"},
        {"type": "fine", "amount": 0.5, "currency": "USD", "actor": "zhang"},
        {"type": "fine", "amount": 9007199254740991, "currency": "VND"},
        {"type": "administrative", "text": "warned"},
        {"type": "other", "text": "expelled"},
    ]
    return _with_events(_event(1, outcome=outcomes))


def _sources() -> Object:
    texts: list[Json] = [
        {"content": ""},
        {"content": NOTES, "sha256": SHA, "length": len(NOTES), "file": "notes.txt"},
        {"content": "\ufeffone\r\ntwo\rthree", "length": 13},
        {"sha256": ELSEWHERE, "length": 0},
        {"sha256": ELSEWHERE, "length": 4036, "file": "004 report «final».txt"},
    ]
    sources: list[Json] = [
        {"id": f"text-{i}", "title": "T", "text": text} for i, text in enumerate(texts)
    ]
    sources += [{"id": f"url-{i}", "title": "T", "url": url} for i, url in enumerate(URLS)]
    sources += [
        {"id": f"language-{i}", "title": "T", "language": one} for i, one in enumerate(LANGUAGES)
    ]
    sources += [
        {"id": f"date-{i}", "title": "T", "published": one} for i, one in enumerate(MOMENTS)
    ]
    sources.append({"id": "by", "title": "T", "publisher": "P", "author": "A"})
    return _with_events(sources=sources)


def _defaults() -> Object:
    """Everything that may be left out, written all the same."""
    return _with_events(
        _event(
            1,
            when=None,
            shape="moment",
            constraints=[],
            actors=[],
            passages=[{"source": "notes", "start": 0, "end": 1, "for": "event"}],
            outcome=[],
            prevented=False,
            planned=False,
            note="",
        ),
        _event(2, when=[{"value": "1985", "basis": "stated", "passages": []}]),
        summary="",
    )


def _texts() -> Object:
    texts = (
        "<b>bold</b> & <img src='file:///etc/passwd'>",
        "\x01\x02\x1b[31m\x7f\x85",
        "\u202eevil\u2066\u200f",
        "x" * 100_000,
        "한국어 עברית العربية 🏴‍☠️ é é \ufeff \ufdd0",
        'quotes " and \\ and / and \b\f\n\r\t',
        'colons : in "names": here',
    )
    events = [_event(i, note=text, label=None) for i, text in enumerate(texts)]
    for event in events:
        if isinstance(event, dict):
            del event["label"]
    return _with_events(
        *events,
        _event(50, phrase="p" * 200, prevented=True),
        _event(51, title="t" * 10_000, planned=True),
        _event(52, kind="other", label="flight", lasts="P3D", shape="repeated"),
        _event(53, lasts={"min": "P1M"}, shape="span"),
        _event(54, lasts={"max": "P1M"}, shape="span"),
        _event(55, lasts={"min": "P1M", "max": "P30D"}, shape="span"),
    )


def _bare() -> Object:
    return {"format": "case-timeline", "version": 1, "id": "a", "title": "b"}


def _timezones() -> Iterator[tuple[str, Object]]:
    for zone in TIMEZONES:
        yield f"time zone {zone}", {**sound(), "timezone": zone}


def _no_zone() -> Object:
    return changed({("timezone",): GONE})


GOOD: dict[str, Object] = {
    "small": sound(),
    "bare": _bare(),
    "no time zone": _no_zone(),
    "no events": {**sound(), "events": []},
    "dates": _whens(),
    "claims": _claims(),
    "constraints": _constraints(),
    "passages": _passages(),
    "outcomes": _outcomes(),
    "sources": _sources(),
    "defaults": _defaults(),
    "texts": _texts(),
    "longest id": changed({("id",): "a" + "-" * 79}),
    "same ids in different lists": changed({("actors", 1, "id"): "li", ("id",): "li"}),
    **dict(_timezones()),
}
"""Sound cases by name."""


def _good_files() -> Iterator[tuple[str, bytes]]:
    """Each sound case as a file, and the small one in other spellings."""
    for name, case in GOOD.items():
        yield name, written(case)
    small = sound()
    yield "compact", json.dumps(small, separators=(",", ":")).encode()
    yield "escaped", json.dumps(small, ensure_ascii=True).encode()
    yield "spaced", json.dumps(small, separators=(" , ", " : ")).encode()
    yield "byte-order mark", b"\xef\xbb\xbf" + written(small)
    yield "Windows line ends", written(small).replace(b"\n", b"\r\n")
    yield "old Macintosh line ends", written(small).replace(b"\n", b"\r")
    yield "events first", json.dumps(dict(reversed(small.items()))).encode()
    yield "escaped names", written(small).replace(b'"title"', b'"\\u0074itle"')
    yield "escaped colon", written(small).replace(b"A small case", b"A\\u003a small case")
    yield "escaped backslash", written(small).replace(b"A small case", b"\\\\u0000 case")


GOOD_FILES: dict[str, bytes] = dict(_good_files())
"""The same as files, and the small one in other spellings."""
