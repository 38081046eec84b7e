"""What planning may ask of a book, both kinds of book have."""

from __future__ import annotations

import pytest

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import chain, solved
from tests.pictures.compared_cases import compared
from timeline_app.pictures.book import Book
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.sheets import book_of
from timeline_app.pictures.subjects import CaseSubject, OneCase

A, B = solved(*chain("A", "B")), solved(*chain("C", "D"))
BOOKS = [
    book_of(subject, PictureChoices(), MEASURER)
    for subject in (CaseSubject(OneCase(A)), compared(A, B))
]


@pytest.mark.parametrize("book", BOOKS, ids=["case", "comparison"])
def test_a_book_has_all_that_pages_are_made_of(book: Book) -> None:
    assert book.title in book.words.title.replace("A · ", "").replace("B · ", "")
    assert [entry.title for entry in book.entries][:2] == ["A", "B"]
    assert not book.list_needed
    assert book.whole(dense=True).lay_out(900.0, 1.0).height > 100
    parts = book.parts(900.0, lambda body, *, first: bool(body) or first)
    assert parts is not None
    assert len(parts) == 1
