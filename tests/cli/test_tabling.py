"""The tables that `export` makes of one case or of two."""

from __future__ import annotations

import csv
import io

import pytest

from tests.session.small_cases import four_events
from timeline_app.case.file.reading import Reading
from timeline_app.case.opening import open_reading
from timeline_app.cli.export_arguments import export_request
from timeline_app.cli.making import SoundCase
from timeline_app.cli.tabling import TableMaker


@pytest.fixture
def case() -> SoundCase:
    opened = open_reading(Reading("four.case.json", "", four_events()), ())
    assert opened.chronology is not None
    return SoundCase(opened, opened.chronology)


def test_kinds_can_be_left_out_and_that_is_said(case: SoundCase) -> None:
    kinds = [str(event.kind) for event in case.chronology.case.events]
    hidden = [part for kind in sorted(set(kinds[:2])) for part in ("--hide-kind", kind)]
    whole, less = (
        TableMaker(export_request(["a", "-o", "a.csv", *more])).made([case])
        for more in ([], hidden)
    )
    assert (whole.files, whole.pages, whole.remarks) == (1, 0, ())

    def told(data: bytes) -> list[str]:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        return [row["kind"] for row in rows]

    assert sorted(told(next(whole.contents))) == sorted(kinds)
    assert sorted(told(next(less.contents))) == sorted(
        kind for kind in kinds if kind not in kinds[:2]
    )
    page = TableMaker(export_request(["a", "-o", "a.md", *hidden])).made([case])
    assert "of 4 events are listed; the others are left out" in next(page.contents).decode()


def test_two_cases_are_one_table(case: SoundCase) -> None:
    request = export_request(["--compare", "a", "b", "-o", "a.md", "--align", "sentencing"])
    made = TableMaker(request).made([case, case])
    page = next(made.contents).decode()
    assert "# A: The case four" in page or "The case four" in page
    assert "Events side by side" in page
    assert next(made.contents, None) is None
    lacking = [one for one in made.remarks if "no event of the kind “sentencing”" in one]
    kinds = {str(event.kind) for event in case.chronology.case.events}
    assert len(lacking) == (0 if "sentencing" in kinds else 2)
