"""A fade as a row of even steps, for surfaces whose own gradients don't fade.

Qt's PDF makes a mask of seven objects for each gradient with a clear end, and gets it wrong (see
`pdf_finishing`). An even colour costs nothing, prints everywhere, and in these steps looks the
same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline_app.drawing.surface import Colour, Fade
from timeline_app.layout.chart import Rect

Segment = tuple[float, float, float, float]

STEPS: Final = 24
_LEVELS: Final = 255  # of alpha
_LEAST_RISE: Final = 3  # levels from one step to the next, so that rounding does not show


def faded(colour: Colour, fade: Fade, x: float) -> Colour:
    """The colour as the fade leaves it at one x."""
    share = (x - fade.clear) / (fade.full - fade.clear) if fade.full != fade.clear else 1.0
    alpha = round((colour >> 24) * min(1.0, max(0.0, share)))
    return (colour & 0x00FFFFFF) | (alpha << 24)


def fading_rects(rect: Rect, colour: Colour, fade: Fade) -> Iterator[tuple[Rect, Colour]]:
    """Rectangles that fill a fading one, painted over each other in this order.

    Each reaches to the full end, so that no seam shows between two, and adds what its step is more
    than the one before.
    """
    full_alpha = colour >> 24
    steps = max(1, min(STEPS, full_alpha // _LEAST_RISE))
    so_far = 0.0
    for step in range(steps):
        begin = fade.clear + (fade.full - fade.clear) * step / steps
        wanted = full_alpha * (step + 1) / steps / _LEVELS
        alpha = round((wanted - so_far) / (1.0 - so_far) * _LEVELS) if so_far < 1.0 else 0
        so_far += (1.0 - so_far) * alpha / _LEVELS
        left = max(rect.x, begin) if fade.full > fade.clear else rect.x
        right = rect.right if fade.full > fade.clear else min(rect.right, begin)
        if right > left and alpha:
            piece = Rect(left, rect.y, right - left, rect.height)
            yield piece, (colour & 0x00FFFFFF) | (alpha << 24)


def fading_pieces(segment: Segment, colour: Colour, fade: Fade) -> Iterator[tuple[Segment, Colour]]:
    """The pieces of a fading line, from its start to its end."""
    x1, y1, x2, y2 = segment
    span = abs(fade.full - fade.clear)
    count = max(1, min(STEPS, round(STEPS * abs(x2 - x1) / span))) if span else 1
    for number in range(count):
        begin, end = number / count, (number + 1) / count
        ax, bx = x1 + (x2 - x1) * begin, x1 + (x2 - x1) * end
        ay, by = y1 + (y2 - y1) * begin, y1 + (y2 - y1) * end
        yield (ax, ay, bx, by), faded(colour, fade, (ax + bx) / 2)
