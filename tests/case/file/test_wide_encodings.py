from __future__ import annotations

import pytest

from timeline_app.case.file.wide_encodings import wide_encoding


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("latin-1", ""),
    ],
)
def test_wide_encodings_are_recognised(encoding: str, name: str) -> None:
    assert wide_encoding('{"title": "é"}'.encode(encoding)) == name
