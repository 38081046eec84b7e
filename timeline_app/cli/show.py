"""`timeline-app show`: the chronology of a case, in its order."""

from __future__ import annotations

from pathlib import Path

from timeline_app.cli import output
from timeline_app.cli.input import opened
from timeline_app.cli.problem_text import problem_lines


def show(path: str, texts: Path | None, *, as_json: bool) -> int:
    """Print the chronology; 1 where the case does not open."""
    case = opened(path, texts)
    if case.chronology is None:
        output.tell(problem_lines(case.problems, as_message=True))
        return 1
    if as_json:
        # Here, as below: each form loads only its own.
        from timeline_app.cli.chronology_json import chronology_as_json  # noqa: PLC0415

        output.put_json(chronology_as_json(case, case.chronology))
    else:
        from timeline_app.cli.chronology_text import chronology_as_text  # noqa: PLC0415

        output.put(chronology_as_text(case, case.chronology))
    return 0
