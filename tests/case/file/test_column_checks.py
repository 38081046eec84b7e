from __future__ import annotations

from contextlib import AbstractContextManager
from contextlib import nullcontext as sound

import pytest
from msgspec import convert

from timeline_app.case.dates import DateError
from timeline_app.case.durations import DurationError
from timeline_app.case.file.column_checks import ColumnChecks, NotSound, require
from timeline_app.case.model import Actor, Event, Source

SHA = "0" * 64


def checks(zone: int | None = None) -> ColumnChecks:
    actors = [Actor(id="a", name="A"), Actor(id="b", name="B")]
    sources = convert(
        [
            {"id": "text", "title": "T", "text": {"content": "one\r\ntwo"}, "published": "1985"},
            {"id": "bare", "title": "T"},
        ],
        list[Source],
    )
    return ColumnChecks(actors, sources, zone)


def event(**fields: object) -> Event:
    return convert({"id": "e", "kind": "leak", "title": "T", **fields}, Event)


def wrong(error: type[Exception] = NotSound) -> AbstractContextManager[object]:
    return pytest.raises(error)


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, sound()),
        ({"title": " "}, wrong()),
        ({"id": "e\n"}, wrong()),
        ({"label": "x"}, wrong()),
        ({"kind": "other"}, wrong()),
        ({"kind": "other", "label": " "}, wrong()),
        ({"phrase": "x" * 201}, wrong()),
        ({"actors": ["a", "b"]}, sound()),
        ({"actors": ["a", "a"]}, wrong()),
        ({"actors": ["c"]}, wrong()),
        ({"when": "1985/1986"}, wrong()),
        ({"when": "1985/1986", "shape": "span"}, sound()),
        ({"when": "1985-13"}, wrong(DateError)),
        ({"when": "1985-01-01T10Z"}, wrong(DateError)),
        ({"when": []}, wrong()),
        ({"when": [{"value": "1985", "source": "text"}]}, sound()),
        ({"when": [{"value": "1985", "source": "none"}]}, wrong()),
        ({"when": [{"value": "1985/1986"}]}, wrong()),
        ({"when": [{"value": "1985", "passages": [{"source": "bare", "exact": "x"}]}]}, wrong()),
        ({"when": "1985~", "margin": "P1D"}, sound()),
        ({"when": [{"value": "1985"}, {"value": "1986?"}], "margin": "P1D"}, sound()),
        ({"when": "1985", "margin": "P1D"}, wrong()),
        ({"margin": "P1D"}, wrong()),
        ({"when": "1985~", "margin": "1 day"}, wrong(DurationError)),
        ({"lasts": "P1D"}, wrong()),
        ({"lasts": {}, "shape": "span"}, wrong()),
        ({"lasts": {"min": "P1M", "max": "P28D"}, "shape": "span"}, sound()),
        ({"lasts": {"min": "P1M", "max": "P27D"}, "shape": "span"}, wrong()),
        ({"outcome": [{"type": "fine", "amount": 1}]}, wrong()),
        ({"outcome": [{"type": "fine", "amount": -1, "currency": "CNY"}]}, wrong()),
        ({"outcome": [{"type": "fine", "amount": 1, "currency": "cny"}]}, wrong()),
        ({"outcome": [{"type": "other"}]}, wrong()),
        ({"outcome": [{"type": "detention", "actor": "c"}]}, wrong()),
        ({"outcome": [{"type": "detention", "duration": "3"}]}, wrong(DurationError)),
        ({"passages": [{"source": "text", "start": 0, "end": 7}]}, sound()),
        ({"passages": [{"source": "text", "start": 0, "end": 8}]}, wrong()),
        ({"passages": [{"source": "text", "start": 3, "end": 3}]}, wrong()),
        ({"passages": [{"source": "text", "start": -1, "end": 3}]}, wrong()),
        ({"passages": [{"source": "text", "start": 3}]}, wrong()),
        ({"passages": [{"source": "text", "end": 3}]}, wrong()),
        ({"passages": [{"source": "text"}]}, wrong()),
        ({"passages": [{"source": "text", "exact": "x"}]}, sound()),
        ({"passages": [{"source": "text", "exact": ""}]}, wrong()),
        ({"passages": [{"source": "bare", "exact": "x"}]}, wrong()),
        ({"passages": [{"source": "none", "exact": "x"}]}, wrong()),
        ({"passages": [{"source": "text", "start": 0, "end": 3, "exact": "two!"}]}, wrong()),
        (
            {
                "passages": [
                    {"source": "text", "exact": "x", "digest": {"length": 0, "sha256": SHA}}
                ]
            },
            wrong(),
        ),
        (
            {
                "passages": [
                    {"source": "text", "exact": "x", "digest": {"length": 1, "sha256": "0"}}
                ]
            },
            wrong(),
        ),
    ],
)
def test_events(fields: dict[str, object], verdict: AbstractContextManager[object]) -> None:
    with verdict:
        checks().add([event(**fields)])


def constraint(**fields: object) -> dict[str, object]:
    return {"rel": "before", "to": "f", "basis": "stated", **fields}


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (constraint(), sound()),
        (constraint(to="f.end"), sound()),
        (constraint(to="@text"), sound()),
        (constraint(to="@bare"), wrong()),
        (constraint(to="@none"), wrong()),
        (constraint(to="f.middle"), wrong()),
        (constraint(to="g"), wrong()),
        (constraint(to="g.end"), wrong()),
        (constraint(to="e"), wrong()),
        (constraint(to="e.end"), wrong()),
        (constraint(to="e2"), sound()),
        (constraint(max="PT0S"), wrong()),
        (constraint(rel="not_before", max="PT0S"), sound()),
        (constraint(min="P2D", max="P1D"), wrong()),
        (constraint(rel="same", min="P1D"), wrong()),
        (constraint(rel="same", max="P1D"), sound()),
        (constraint(min="x"), wrong(DurationError)),
        (constraint(passages=[{"source": "none", "exact": "x"}]), wrong()),
    ],
)
def test_constraints(told: dict[str, object], verdict: AbstractContextManager[object]) -> None:
    with verdict:
        all_checks = checks()
        all_checks.add([event(constraints=[told])])
        all_checks.add([event(id="f"), event(id="e2")])
        all_checks.finish()


def test_ids_are_unique() -> None:
    all_checks = checks()
    all_checks.add([event(), event(id="f")])
    with wrong():
        all_checks.add([event()])


@pytest.mark.parametrize(
    "source",
    [
        {"title": " "},
        {"id": "s\n"},
        {"url": "file:///x"},
        {"language": "?"},
        {"published": "1985/1986"},
        {"text": {}},
        {"text": {"sha256": SHA}},
        {"text": {"length": 3}},
        {"text": {"sha256": SHA, "length": -1}},
        {"text": {"sha256": "0", "length": 3}},
        {"text": {"content": "x", "length": 2}},
        {"text": {"content": "x", "sha256": SHA}},
        {"text": {"content": "x", "file": "a/b"}},
    ],
)
def test_sources(source: dict[str, object]) -> None:
    with wrong():
        ColumnChecks([], [convert({"id": "s", "title": "T", **source}, Source)], None)


@pytest.mark.parametrize("names", [["A", ""], ["A", "\t"]])
def test_actors(names: list[str]) -> None:
    actors = [Actor(id=f"a{number}", name=name) for number, name in enumerate(names)]
    with wrong():
        ColumnChecks(actors, [], None)


def test_actors_of_one_id() -> None:
    with wrong():
        ColumnChecks([Actor(id="a", name="A"), Actor(id="a", name="B")], [], None)


def test_a_zone_is_enough() -> None:
    checks(zone=0).add([event(when="1985-01-01T10Z")])


def test_require() -> None:
    require(True)
    with wrong():
        require(False)
