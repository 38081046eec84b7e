from __future__ import annotations

from timeline_app.case.file.notice import Notice
from timeline_app.case.problems import Code


def test_it_is_of_something_missing_unless_it_is_said_otherwise() -> None:
    notice = Notice(Code.CASE_WITHOUT_EVENTS, (), "the case has no events", "events to show")
    assert notice.at_start
    assert not notice._replace(at_start=False).at_start
