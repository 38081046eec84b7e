"""The part of `export` that makes tables. It loads neither Qt nor numpy."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.model import Kind
from timeline_app.cli.comparison_text import comparison_table_file, missing_words
from timeline_app.cli.export_request import ExportRequest
from timeline_app.cli.making import Made, SoundCase
from timeline_app.tables.table_files import TableFormat, chronology_file


class TableMaker:
    """A `Maker` of tables."""

    def __init__(self, request: ExportRequest) -> None:
        self._form = TableFormat(request.form)
        self._align = request.align
        self._hidden = frozenset(map(Kind, request.hidden_kinds))

    def made(self, cases: Sequence[SoundCase]) -> Made:
        """The chronology of a case, or the comparison of two."""
        if self._align is not None:
            a, b = cases
            comparison = compare_cases(a.chronology, b.chronology)
            data = comparison_table_file(self._form, comparison, self._align)
            return Made(1, 0, iter((data,)), missing_words(comparison, self._align))
        (one,) = cases
        placement = one.opened.placed.placement if one.opened.placed is not None else None
        events = self._shown(one) if self._hidden else None
        return Made(1, 0, iter((chronology_file(self._form, one.chronology, events, placement),)))

    def _shown(self, one: SoundCase) -> tuple[int, ...]:
        events = one.chronology.case.events
        return tuple(index for index, event in enumerate(events) if event.kind not in self._hidden)
