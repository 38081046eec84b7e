"""`timeline-app anchor`: find the quotes of a case in the articles, and say where they stand."""

from __future__ import annotations

from pathlib import Path

from timeline_app.case.anchoring import anchor_document
from timeline_app.case.texts import find_texts
from timeline_app.cli import streams


def anchor(path: str, texts: Path, output: str, *, drop_quotes: bool, force: bool) -> int:
    """Write the case with start, end and digest filled in; 1 where it does not open, a quote is
    not found, or the file can't be written. What is found is written even where some is not."""
    data, reading = streams.read_with_bytes(path)
    if reading.case is None:
        streams.tell(streams.told(reading.errors))
        return 1
    found = find_texts(reading.case, [texts])
    anchored = anchor_document(
        data.decode("utf-8-sig"), reading.case, found, drop_quotes=drop_quotes
    )
    code = streams.write_output(output, anchored.text.encode(), force=force)
    if anchored.problems:
        streams.tell(streams.told(anchored.problems))
    streams.tell(f"{anchored.anchored} passages anchored, {len(anchored.problems)} not")
    return code or (1 if anchored.problems else 0)
