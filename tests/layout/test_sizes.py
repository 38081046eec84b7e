"""Measures of a chart."""

from __future__ import annotations

from tests.layout.fake_measurer import MEASURER
from timeline_app.layout.options import Density
from timeline_app.layout.sizes import BAR, BESIDE, GLYPH, Sizes


def test_everything_of_a_row_has_room() -> None:
    for density in Density:
        sizes = Sizes.of(MEASURER, density)
        assert sizes.row >= sizes.label + BAR
        assert sizes.slot >= GLYPH
        assert sizes.count > 14.0
        assert sizes.band > sizes.note
        assert sizes.faint > 16.0


def test_compact_is_lower() -> None:
    airy, compact = Sizes.of(MEASURER, Density.COMFORTABLE), Sizes.of(MEASURER, Density.COMPACT)
    assert compact.row < airy.row
    assert compact.padding < airy.padding
    assert compact.label == airy.label


def test_a_glyph_fits_beside_its_neighbour() -> None:
    assert BESIDE > GLYPH
