"""Words for places in a JSON text: paths, offsets, and what is odd at one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from timeline_app.case.file.json_strings import OddString
from timeline_app.case.problems import Code

JsonPath: TypeAlias = tuple[str | int, ...]
"""The names and indices that lead from the outermost value to one inside it."""

TWICE = "this field stands twice in one object"
EACH_ONCE = "each field once"

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}")
_SHOWN = 60
_STEPS_SHOWN = 8


class Place(Struct, frozen=True, gc=False):
    """Offsets of a value, `start` to `end`, and of the name before it (-1 in a list). `end` is -1
    where reading ended inside the value."""

    key: int
    start: int
    end: int


class Oddity(Struct, frozen=True, gc=False):
    """Something that is not allowed, but that reading gets past."""

    code: Code
    start: int
    end: int
    path: JsonPath
    text: str
    expected: str


ReportOddity: TypeAlias = Callable[[Oddity], None]


def written_path(path: JsonPath) -> str:
    """A JSON path as people write it: `$.events[3].when`, odd names quoted in brackets.

    Only paths that are wrong anyway have more steps than are shown.
    """
    parts = ["$"]
    for step in path[:_STEPS_SHOWN]:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        elif _PLAIN_NAME.fullmatch(step):
            parts.append(f".{step}")
        else:
            shown = step if len(step) <= _SHOWN else f"{step[: _SHOWN - 1]}…"
            plain = (c if c.isprintable() and c not in '"\\' else f"\\u{ord(c):04x}" for c in shown)
            parts.append(f'["{"".join(plain)}"]')
    return "".join(parts) + ("…" if len(path) > _STEPS_SHOWN else "")


def of_string(odd: OddString, path: JsonPath) -> Oddity:
    """What is odd in a string, with the path of that string."""
    return Oddity(odd.code, odd.start, odd.end, path, odd.text, odd.expected)
