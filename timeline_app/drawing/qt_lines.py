"""Many texts in one stroke on the surface of a window, by their images.

Rules:
* A text that is asked for again is an image in the atlas (`qt_texts`); counts come and go, and are
  set of the images of their numerals until they stay.
* What Qt must shape has no image, and is drawn one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.drawing.qt_atlas import Pixels, Place
from timeline_app.drawing.qt_texts import Numerals, is_number, whole_and_part
from timeline_app.drawing.qt_waiting import WaitingSurface
from timeline_app.drawing.surface import Colour, Looks, Places, TextStyle
from timeline_app.layout.chart import TextRole
from timeline_app.layout.counts import count_text
from timeline_app.layout.cutting import Cuts, Lines, shown_text


class LinesSurface(WaitingSurface):
    """A surface on which many texts wait to be drawn together."""

    def text_lines(
        self,
        places: Places,
        texts: Sequence[str],
        role: TextRole,
        styles: Sequence[TextStyle],
        looks: Looks | None = None,
        cuts: Cuts | None = None,
    ) -> None:
        """Many texts by their images, those of a style in one stroke."""
        if not len(texts):
            return
        if not self._is_gathering or any(style != TextStyle(style.colour) for style in styles):
            super().text_lines(places, texts, role, styles, looks, cuts)
            return
        if looks is None:
            self._texts_of(places, texts, role, styles[0], cuts)
            return
        for look, style in enumerate(styles):
            some = (looks == look).nonzero()[0]
            if len(some):
                of_look = None if cuts is None else cuts.only(some)
                self._texts_of(places[some], _only(texts, some), role, style, of_look)

    def _texts_of(
        self,
        places: Places,
        texts: Sequence[str],
        role: TextRole,
        style: TextStyle,
        cuts: Cuts | None,
    ) -> None:
        """Many texts of one style."""
        if cuts is not None:
            self._cut_texts(places, texts, role, style, cuts)
        elif not self._counting(places, texts, role, style.colour):
            super().text_lines(places, texts, role, (style,))

    def numbers(
        self, places: Places, numbers: NDArray[np.int64], role: TextRole, style: TextStyle
    ) -> None:
        """Many counts, by the images of all of them."""
        if not len(numbers):
            return
        numerals = None
        if self._is_gathering and style == TextStyle(style.colour):
            numerals = self._texts.numerals(role, style.colour, self._fonts)
        if numerals is None:
            super().numbers(places, numbers, role, style)
            return
        known = self._texts.numbered(numbers, role, style.colour)
        fresh = numbers[known < 0].tolist()
        self._place_counts(places, known, [count_text(number) for number in fresh], numerals)
        if fresh:
            self._texts.learn_numbers(fresh, role, style.colour, self._fonts)

    def _counting(
        self, places: Places, texts: Sequence[str], role: TextRole, colour: Colour
    ) -> bool:
        """Place the images of what counts, or where a text was not often seen those of its
        characters; whether all texts are written with numerals."""
        numerals = self._texts.numerals(role, colour, self._fonts)
        if numerals is None:
            return False
        whole = self._texts.numbers(role, colour)
        known = np.array([whole.get(text, -1) for text in texts])
        fresh = [text for text, number in zip(texts, known.tolist(), strict=True) if number < 0]
        if not all(map(is_number, fresh)):
            return False
        self._place_counts(places, known, fresh, numerals)
        if fresh:
            self._texts.learn(fresh, role, colour, self._fonts)
        return True

    def _place_counts(
        self, places: Places, known: NDArray[np.int64], fresh: Sequence[str], numerals: Numerals
    ) -> None:
        """Place the known images of texts, and those of the characters of the others, in order."""
        spots = self._pixels_at(places)
        if fresh:
            owners, shifts, numbers = numerals.set(fresh, self._grid.scale)
            corners = spots[known < 0][owners]
            self._batch.add_many(corners[:, 0] + shifts, corners[:, 1], self._atlas.table[numbers])
            is_known = known >= 0
            spots, known = spots[is_known], known[is_known]
        self._batch.add_many(spots[:, 0], spots[:, 1], self._atlas.table[known])

    def _cut_texts(
        self,
        places: Places,
        texts: Sequence[str],
        role: TextRole,
        style: TextStyle,
        cuts: Cuts,
    ) -> None:
        """Place a part of the image of each text, and an ellipsis where that is not all of it."""
        ellipses = self._table(self._texts.ellipses(role, style.colour, self._fonts))
        found = self._texts.lines(texts, role, style.colour, self._fonts)
        drawn = (found >= 0) & (cuts.kept != 0)
        if ellipses is None:
            drawn[:] = False
        else:
            some = drawn.nonzero()[0]
            spots, images = self._pixels_at(places[some]), self._atlas.table[found[some]]
            widths = cuts.widths[some] * self._grid.scale
            cut = (cuts.kept[some] > 0).nonzero()[0]
            across = images[cut, 0] - images[cut, 4] / 2
            kept = np.minimum(images[cut, 4], np.floor(widths[cut] + 0.5) - across)
            images[cut, 0], images[cut, 4] = across + kept / 2, kept
            self._batch.add_many(spots[:, 0], spots[:, 1], images)
            whole, parts = whole_and_part(widths[cut])
            self._batch.add_many(spots[cut, 0] + whole, spots[cut, 1], ellipses[parts])
        for number in (~drawn & (cuts.kept != 0)).nonzero()[0].tolist():
            # What Qt must shape has no image.
            x, baseline = places[number].tolist()
            text = shown_text(texts[number], int(cuts.kept[number]))
            super().text((x, baseline), text, role, style)

    def _table(self, places: Sequence[Place | None] | None) -> Pixels | None:
        """Places in the atlas, a row each; None where one is missing or nothing may wait."""
        if not self._is_gathering or places is None or None in places:
            return None
        return self._atlas.table[[place.number for place in places if place is not None]]

    def _pixels_at(self, places: Places) -> Pixels:
        """The nearest corners of device pixels."""
        grid = self._grid
        return np.floor(places * grid.scale + (grid.left + 0.5, grid.top + 0.5))


def _only(texts: Sequence[str], places: NDArray[np.intp]) -> Sequence[str]:
    """Some of the texts."""
    if isinstance(texts, Lines):
        return texts.only(places)
    return [texts[place] for place in places.tolist()]
