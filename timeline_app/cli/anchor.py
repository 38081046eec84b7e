"""`timeline-app anchor`: find the quotations of a case in the articles, say where they stand."""

from __future__ import annotations

from pathlib import Path

from timeline_app.case.sources.anchoring import anchor_document
from timeline_app.case.sources.texts import find_texts
from timeline_app.cli import output
from timeline_app.cli.input import read_with_bytes
from timeline_app.cli.problem_text import problem_lines


def anchor(path: str, texts: Path, target: str, *, drop_quotes: bool, force: bool) -> int:
    """Write the case with start, end and digest filled in; 1 where it does not open, a quotation
    is not found, or the file can't be written. What is found is written even where some is not."""
    data, reading = read_with_bytes(path)
    if reading.case is None:
        output.tell(problem_lines(reading.errors, as_message=True))
        return 1
    found = find_texts(reading.case, [texts])
    document = data.decode("utf-8-sig")
    anchored = anchor_document(document, reading.case, found, drop_quotes=drop_quotes)
    code = output.put_bytes(target, anchored.text.encode(), force=force)
    if anchored.problems:
        output.tell(problem_lines(anchored.problems, as_message=True))
    passages = "1 passage" if anchored.anchored == 1 else f"{anchored.anchored:,} passages"
    output.tell(f"{passages} anchored, {len(anchored.problems):,} not")
    return code or (1 if anchored.problems else 0)
