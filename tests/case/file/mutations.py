"""Random changes to sound case files: most of the results are wrong, some still sound."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator

from tests.case.file.good_cases import GOOD, Json, Object, Path, paths, written

_POOL: tuple[Json, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    5,
    10**20,
    1.0,
    2.5,
    "",
    " ",
    "x",
    "li",
    "zhang",
    "report",
    "notes",
    "bare",
    "arrest",
    "arrest.end",
    "@report",
    "@bare",
    "1985",
    "1985-04-31",
    "1985~",
    "1985/1987",
    "[1985..]",
    "1985-04-12T10:00Z",
    "P1M",
    "P3D",
    "PT0S",
    "span",
    "moment",
    "other",
    "same",
    "before",
    "a\n",
    "\x00",
    "\u202e",
    [],
    {},
    [None],
    ["li"],
    [{}],
    {"value": "1985"},
    [{"value": "1985"}],
    {"min": "P1M"},
    {"min": "P2M", "max": "P1M"},
)
_FIELDS = (
    "id",
    "title",
    "label",
    "when",
    "margin",
    "shape",
    "lasts",
    "kind",
    "rel",
    "min",
    "max",
    "from",
    "to",
    "start",
    "end",
    "exact",
    "text",
    "content",
    "sha256",
    "amount",
    "type",
    "timezone",
    "published",
    "nonsense",
)
_BYTES = b'{}[]",:\\ \n0123456789truefalsnu-+.eE\x00\xff\xc3\xa9'
_SMALL = tuple(case for name, case in GOOD.items() if name not in ("texts", "sources"))


def mutated_cases(seed: int, count: int) -> Iterator[Object]:
    """Cases with one to three values changed, taken away or added."""
    chance = random.Random(seed)
    for _ in range(count):
        case = copy.deepcopy(chance.choice(_SMALL))
        for _ in range(chance.choice((1, 1, 2, 3))):
            _change(chance, case)
        yield case


def mutated_files(seed: int, count: int) -> Iterator[bytes]:
    """Files with some bytes changed, taken away, added or repeated."""
    chance = random.Random(seed)
    changes: tuple[Callable[[random.Random, bytearray], None], ...] = (
        _replace_byte,
        _insert_byte,
        _remove_bytes,
        _repeat_line,
    )
    for _ in range(count):
        data = bytearray(written(chance.choice(_SMALL)))
        for _ in range(chance.choice((1, 1, 2))):
            chance.choice(changes)(chance, data)
        yield bytes(data)


def _change(chance: random.Random, case: Object) -> None:
    path = chance.choice([path for path in paths(case) if path])
    outer = _at(case, path[:-1])
    what = chance.randrange(4)
    if isinstance(outer, dict):
        name = str(path[-1])
        if what == 0:
            del outer[name]
        elif what == 1:
            outer[chance.choice(_FIELDS)] = copy.deepcopy(chance.choice(_POOL))
        else:
            outer[name] = _other(chance, outer[name])
    elif isinstance(outer, list):
        index = int(path[-1])
        if what == 0:
            del outer[index]
        elif what == 1:
            outer.append(copy.deepcopy(outer[index]))
        else:
            outer[index] = _other(chance, outer[index])


def _other(chance: random.Random, value: Json) -> Json:
    """Something near the value, or anything."""
    if chance.random() < 0.5:
        if isinstance(value, str) and value:
            place = chance.randrange(len(value))
            return value[:place] + chance.choice("0X~/. a") + value[place + 1 :]
        if isinstance(value, int):
            return value + chance.choice((-1, 1, 100))
    return copy.deepcopy(chance.choice(_POOL))


def _at(value: Json, path: Path) -> Json:
    for step in path:
        if isinstance(value, dict):
            value = value[str(step)]
        elif isinstance(value, list):
            value = value[int(step)]
    return value


def _replace_byte(chance: random.Random, data: bytearray) -> None:
    data[chance.randrange(len(data))] = chance.choice(_BYTES)


def _insert_byte(chance: random.Random, data: bytearray) -> None:
    data.insert(chance.randrange(len(data) + 1), chance.choice(_BYTES))


def _remove_bytes(chance: random.Random, data: bytearray) -> None:
    place = chance.randrange(len(data))
    del data[place : place + chance.choice((1, 1, 2, 10))]
    data += b"" if data else b" "


def _repeat_line(chance: random.Random, data: bytearray) -> None:
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    lines.insert(place, lines[place])
    data[:] = b"\n".join(lines)
