"""From what stands on a line, left to right, back to the order in which it is read.

Rules:
* This is the Unicode bidirectional algorithm run backwards, as far as whole stretches go: enough
  for those who read the letters off a page and know nothing of the text.
* A form that a letter takes beside others (Arabic), and a radical that looks like a letter
  (Chinese), stand for the plain letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_RIGHT_TO_LEFT = ("R", "AL")


def is_right_to_left(text: str) -> bool:
    """Whether a line's direction, told by its first letter that has one, is right to left."""
    if text.isascii():
        return False
    return next((one in _RIGHT_TO_LEFT for one in _strong(text)), False)


def has_right_to_left(text: str) -> bool:
    """Whether any letter of a text reads right to left."""
    return not text.isascii() and any(one in _RIGHT_TO_LEFT for one in _strong(text))


def has_joined(text: str) -> bool:
    """Whether a text may be shown otherwise than by one glyph for each letter, in its order."""
    return not text.isascii() and any(
        unicodedata.bidirectional(letter) in (*_RIGHT_TO_LEFT, "AN", "NSM")
        or unicodedata.category(letter)[0] in "MC"
        or letter > "\uffff"
        for letter in text
    )


def plain_letters(stated: str, text: str) -> str:
    """The letters of a text that a glyph shows, from those that its font states for it."""
    if stated in text:
        return stated
    plain = unicodedata.normalize("NFKC", stated)
    if plain in text:
        return plain
    return " " if stated.isspace() else stated


def reading_order(stretches: Sequence[str], *, right_to_left: bool) -> list[int]:
    """In what order stretches are read that stand from left to right.

    Args:
        stretches: their letters.
        right_to_left: the direction of the whole line.
    """
    levels = _levels(stretches, right_to_left=right_to_left)
    order = list(range(len(stretches)))
    if right_to_left:
        return _with_reversed(order[::-1], [not level for level in levels[::-1]])
    return _with_reversed(order, levels)


def _levels(stretches: Sequence[str], *, right_to_left: bool) -> list[bool]:
    """Which stretches read right to left; one without letters does where both neighbours do."""
    own = [_direction(stretch) for stretch in stretches]
    levels = []
    for index, direction in enumerate(own):
        before = next((one for one in own[:index][::-1] if one is not None), right_to_left)
        after = next((one for one in own[index + 1 :] if one is not None), right_to_left)
        levels.append(
            direction if direction is not None else before if before == after else right_to_left
        )
    return levels


def _with_reversed(order: list[int], turned: Sequence[bool]) -> list[int]:
    """The order with each unbroken row of turned stretches reversed."""
    result: list[int] = []
    row: list[int] = []
    for index, is_turned in zip(order, turned, strict=True):
        if is_turned:
            row.append(index)
            continue
        result += [*row[::-1], index]
        row = []
    return result + row[::-1]


def _direction(stretch: str) -> bool | None:
    """Whether a stretch reads right to left, None where its letters don't tell."""
    return next((one in _RIGHT_TO_LEFT for one in _strong(stretch)), None)


def _strong(text: str) -> list[str]:
    directions = map(unicodedata.bidirectional, text)
    return [one for one in directions if one in ("L", *_RIGHT_TO_LEFT)]
