"""What is known of a painted text."""

from __future__ import annotations

from timeline_app.drawing.pdf.painted_text import PaintedText


def test_a_text_is_taken_for_simple_unless_said_otherwise() -> None:
    painted = PaintedText("abc", 1.0, 2.0, 30.0)
    assert not painted.shaped
    assert painted == PaintedText("abc", 1.0, 2.0, 30.0, shaped=False)
    assert painted != painted._replace(shaped=True)
