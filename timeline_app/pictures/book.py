"""What a picture is made of, whatever it shows: words, a body that is whole, bodies of its parts.

A case is one such book, a comparison of two another. Which page gets what is decided in `planning`,
which knows no more of them than this.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from timeline_app.drawing.pages.body import PageBody
from timeline_app.drawing.pages.event_list import ListEntry
from timeline_app.drawing.pages.frame import PageWords


class Part(NamedTuple):
    """One of several pages of a chart: its body, and in words what of the whole it shows."""

    body: PageBody
    heading: str


class Fits(Protocol):
    """Whether a body has room on a page of its own; the first page has more words round it."""

    def __call__(self, body: PageBody, *, first: bool) -> bool:
        """Try it."""


class Book(Protocol):
    """Everything that pages are made of. `list_needed` is set where the picture has numbers whose
    titles only the list has."""

    @property
    def title(self) -> str:
        """What the picture shows, in a line."""

    @property
    def words(self) -> PageWords:
        """The words round every page."""

    @property
    def entries(self) -> Sequence[ListEntry]:
        """What is listed under or behind the chart."""

    @property
    def list_needed(self) -> bool:
        """Whether the picture can't be read without the list."""

    def whole(self, *, dense: bool) -> PageBody:
        """Everything in one body; a dense one has less room between its rows."""

    def parts(self, width: float, fits: Fits) -> Sequence[Part] | None:
        """Everything in as many bodies as need be, each of which fits; None where not even the
        smallest part does. `width` is what a page has for a body."""
