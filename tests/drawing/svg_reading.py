"""An SVG file as a test reads it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def texts(root: ET.Element) -> list[str]:
    """The lines of text, in the order of painting."""
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def group(root: ET.Element, name: str) -> ET.Element:
    """The one group of this name."""
    (found,) = [one for one in root.iter(f"{SVG}g") if one.get("id") == name]
    return found


def child_text(element: ET.Element, name: str) -> str | None:
    """The text of an element's first child of this name."""
    return element.findtext(f"{SVG}{name}")
