"""`timeline-app compare`: two cases side by side, in words or as values.

Pairs that a reviewer has made by hand in the window are not used: the same two files give the same
output for everybody.
"""

from __future__ import annotations

from timeline_app.case.comparing.comparison import CaseComparison, compare_cases
from timeline_app.case.opening import OpenedCase
from timeline_app.cli import output
from timeline_app.cli.arguments import Form
from timeline_app.cli.input import opened
from timeline_app.cli.problem_text import problem_lines
from timeline_app.cli.terminal import one_line


def compare(a: str, b: str, align: str, form: Form) -> int:
    """Print the comparison of two cases; 1 where one of them does not open."""
    first = opened(a, None)
    second = first if a == b else opened(b, None)
    if first.chronology is None or second.chronology is None:
        _tell_errors(first, second)
        return 1
    comparison = compare_cases(first.chronology, second.chronology)
    if form is Form.JSON:
        # Here, as below: each form loads only its own.
        from timeline_app.cli.comparison_json import comparison_as_json  # noqa: PLC0415

        _tell_missing(comparison, align)
        output.put_json(comparison_as_json(comparison, align))
    elif form is Form.TEXT:
        from timeline_app.cli.comparison_text import comparison_as_text  # noqa: PLC0415

        output.put(comparison_as_text(comparison, align))
    else:
        from timeline_app.cli.comparison_text import comparison_table_file  # noqa: PLC0415
        from timeline_app.tables.table_files import TableFormat  # noqa: PLC0415

        table = TableFormat.CSV if form is Form.CSV else TableFormat.MARKDOWN
        if form is Form.CSV:
            _tell_missing(comparison, align)
        output.put_text_file(comparison_table_file(table, comparison, align))
    return 0


def _tell_errors(first: OpenedCase, second: OpenedCase) -> None:
    """The errors of each file that does not open, once."""
    for case in [first] if second is first else [first, second]:
        if case.chronology is None:
            output.tell(problem_lines(case.problems, as_message=True))


def _tell_missing(comparison: CaseComparison, align: str) -> None:
    """Say which case lacks day zero, where what is printed has no room for it."""
    # Here: other forms don't need it.
    from timeline_app.cli.comparison_text import missing_words  # noqa: PLC0415

    for missing in missing_words(comparison, align):
        output.complain(one_line(missing))
