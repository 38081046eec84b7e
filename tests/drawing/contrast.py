"""Contrast of two colours, by the formulas of WCAG 2.2."""

from __future__ import annotations

from timeline_app.drawing.surface import Colour


def channels(colour: Colour) -> tuple[int, int, int]:
    return (colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF)


def over(top: Colour, ground: Colour) -> Colour:
    """An opaque colour: a translucent one on an opaque one."""
    alpha = (top >> 24) / 255
    mixed = [
        round(alpha * above + (1 - alpha) * below)
        for above, below in zip(channels(top), channels(ground), strict=True)
    ]
    return 0xFF000000 | mixed[0] << 16 | mixed[1] << 8 | mixed[2]


def luminance(colour: Colour) -> float:
    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Colour, second: Colour) -> float:
    """From 1 (the same) to 21 (black and white)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
