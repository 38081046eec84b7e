"""Cases that are hard on a page: many events, long titles, Chinese and right-to-left names."""

from __future__ import annotations

import random

from msgspec.structs import replace

from tests.layout.made_cases import random_case
from timeline_app.case.model import Actor, Kind
from timeline_app.case.solving.chronology import Chronology, solve_case

TELLING = (
    "the courier carried a sealed envelope of photographed papers across the river before "
    "anybody noticed that the cabinet stood open"
)
CHINESE = "被捕、判刑并处罚金，没收个人财产"
ARABIC = "اللقاء مع أبو خالد في مقهى على ضفة النهر"
HEBREW = "פגישה עם דוד כהן"


def long_case(count: int, seed: int = 3, *, dated: float = 0.5) -> Chronology:
    """A solved case of so many events, each with a title of its own; about half of them dated."""
    chance = random.Random(seed)
    case = random_case(seed, count, dated=dated).case
    events = tuple(
        replace(event, title=_title(chance, number), kind=chance.choice(tuple(Kind)))
        for number, event in enumerate(case.events)
    )
    actors = tuple(
        Actor(actor.id, name)
        for actor, name in zip(
            case.actors, ("王小明", "أبو خالد", "דוד כהן", "A somebody " * 6, "Li"), strict=False
        )
    )
    return solve_case(replace(case, events=events, actors=actors))


def _title(chance: random.Random, number: int) -> str:
    if number % 7 == 1:
        return f"第{number}次会面：{CHINESE * chance.randrange(1, 3)}"
    if number % 11 == 2:
        return f"{ARABIC} {number}"
    if number % 13 == 3:
        return f"{HEBREW} {number}"
    many = 70 if number % 97 == 5 else chance.randrange(3, 16)
    return f"{' '.join(chance.choices(TELLING.split(), k=many))} {number}"
