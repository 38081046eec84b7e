from __future__ import annotations

import gc
import json
import random

import pytest

from tests.case.file.good_cases import GOOD_FILES, changed, sound, written
from tests.case.file.malformed_cases import CHANGED
from tests.case.file.malformed_texts import ODD, SYNTAX
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.file import quick_reading
from timeline_app.case.file.quick_reading import quick_case
from timeline_app.case.model import Case

BY_THE_OTHER_WAY = {"escaped colon", "escaped backslash", "byte-order mark"}
"""Sound files that are too odd to be read quickly."""


@pytest.mark.parametrize("name", GOOD_FILES)
def test_sound_files_are_read_quickly(name: str) -> None:
    assert (quick_case(GOOD_FILES[name]) is None) is (name in BY_THE_OTHER_WAY)


def test_it_gives_up_on_what_is_wrong() -> None:
    files = {name: written(changed(changes)) for name, changes, _ in CHANGED}
    assert [name for name, data in files.items() if quick_case(data) is not None] == []


def test_it_gives_up_on_what_is_not_json() -> None:
    assert [name for name, data, *_ in SYNTAX if quick_case(data) is not None] == []
    assert [name for name, data, *_ in ODD if quick_case(data) is not None] == []


def large_case(count: int, indent: int | None = None) -> bytes:
    chance = random.Random(count)
    events = [
        {
            "id": f"e{number}",
            "kind": "leak",
            "title": 'a title with }, {"id" in it',
            "passages": [{"source": "notes", "start": 0, "end": chance.randrange(1, 20)}],
            "constraints": [{"rel": "before", "to": f"e{(number + 1) % count}", "basis": "stated"}],
        }
        for number in range(count)
    ]
    return json.dumps({**sound(), "events": events}, indent=indent).encode()


@pytest.mark.parametrize("piece", [1, 150, 1_000])
@pytest.mark.parametrize("indent", [None, 2])
def test_in_pieces_it_is_the_same(
    monkeypatch: pytest.MonkeyPatch, piece: int, indent: int | None
) -> None:
    data = large_case(50, indent)
    whole = quick_case(data)
    assert isinstance(whole, Case)
    assert len(whole.events) == 50
    monkeypatch.setattr(quick_reading, "PIECE", piece)
    assert quick_case(data) == whole


@pytest.mark.parametrize(
    "spoiled",
    [
        b'"kind": "leak", "kind": "leak"',
        b'"kind": "leak", "note": null',
        b'"kind": "leak", "extra": [{"x": 1}, {"id": "y"}]',
        b'"kind": "leek"',
        b'"kind": "other"',
    ],
)
def test_in_pieces_it_sees_what_is_wrong(monkeypatch: pytest.MonkeyPatch, spoiled: bytes) -> None:
    monkeypatch.setattr(quick_reading, "PIECE", 200)
    data = large_case(50)
    for number in (0, 24, 49):
        before, sign, after = data.partition(b'"id": "e%d", ' % number)
        assert sign
        wrong = before + sign + after.replace(b'"kind": "leak"', spoiled, 1)
        assert quick_case(wrong) is None


def test_ids_are_unique_over_all_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_reading, "PIECE", 200)
    data = large_case(50)
    assert quick_case(data.replace(b'"id": "e49"', b'"id": "e0"')) is None


@pytest.mark.parametrize(
    "spoiled",
    [
        b'"events": [],\n "events": [',
        b'"events": [{"id": "x", "kind": "leak", "title": "t"}], "events": [',
        b'"\\u0065vents": [',
        b'"summary": "the \\"events\\": [1]", "summary": "", "events": [',
    ],
)
def test_a_list_of_events_that_stands_oddly(spoiled: bytes) -> None:
    data = written(sound()).replace(b'"events": [', spoiled, 1)
    assert quick_case(data) is None


@pytest.mark.parametrize("place", [0, -1])
def test_the_list_of_events_may_stand_anywhere(place: int) -> None:
    names = [name for name in sound() if name != "events"]
    names.insert(place, "events")
    case = {name: sound()[name] for name in names}
    assert quick_case(json.dumps(case).encode()) == quick_case(written(sound()))
    case["summary"] = 'of "events": [1, 2]'
    assert quick_case(json.dumps(case).encode()) is not None


@pytest.mark.parametrize("piece", [1, 150, 400, 1_000])
@pytest.mark.parametrize("place", range(9))
def test_in_pieces_too_the_list_may_stand_anywhere(
    monkeypatch: pytest.MonkeyPatch, piece: int, place: int
) -> None:
    whole = json.loads(large_case(20))
    names = [name for name in whole if name != "events"]
    names.insert(place, "events")
    data = json.dumps({name: whole[name] for name in names}).encode()
    expected = quick_case(data)
    assert expected is not None
    monkeypatch.setattr(quick_reading, "PIECE", piece)
    assert quick_case(data) == expected


@pytest.mark.parametrize("after", [b"", b"  ]}", b" x}", b', "events": []}', b', "sources": []}'])
def test_in_pieces_it_sees_what_is_wrong_behind_the_list(
    monkeypatch: pytest.MonkeyPatch, after: bytes
) -> None:
    monkeypatch.setattr(quick_reading, "PIECE", 200)
    assert quick_case(large_case(20).removesuffix(b"}") + after) is None


def test_odd_escapes_are_seen_in_every_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_reading, "PIECE", 200)
    data = large_case(50)
    for number in (0, 24, 49):
        title = b'"id": "e%d", "kind": "leak", "title": "a' % number
        assert title in data
        assert quick_case(data.replace(title, title + b"\\u0000", 1)) is None


def test_the_collector_has_nothing_left_to_look_at() -> None:
    case = quick_case(large_case(50))
    assert case is not None
    for event in case.events:
        assert not any(map(gc.is_tracked, (event, event.passages, event.constraints)))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"[" * 200_000, b'{"events":' * 9_000])
def test_it_never_fails(data: bytes) -> None:
    assert quick_case(data) is None


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        quick_case(written(sound()), lambda: True)
