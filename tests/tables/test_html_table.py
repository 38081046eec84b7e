"""An HTML page holds the texts of a table exactly, and no markup but ours."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from tests.tables.hostile_texts import tables
from timeline_app.tables.html_table import html_text
from timeline_app.tables.table import Table, make_table

OURS = {
    *("html", "head", "meta", "title", "style", "body"),
    *("h1", "h2", "table", "thead", "tbody", "tr", "th", "td", "ul", "li"),
}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "dir", "scope"}
TEXTS = ("title", "h1", "h2", "th", "td", "li")


class Page(HTMLParser):
    """The texts of a page by their tags; sees that tags are ours and closed in their order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.metas: list[dict[str, str | None]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in OURS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        if tag == "meta":
            self.metas.append(dict(attrs))
            return
        self.open.append(tag)
        if tag in TEXTS:
            self.texts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in TEXTS:
            tag, text = self.texts[-1]
            self.texts[-1] = (tag, text + data)
        else:
            assert data.isspace() or self.open[-1] == "style"

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def texts_of(table: Table, heading: str) -> list[tuple[str, str]]:
    found = [(heading, table.title)]
    if table.rows:
        found += [("th", name) for name in table.header]
        found += [("td", cell) for row in table.rows for cell in row]
    return found + [("li", note) for note in table.notes]


@settings(max_examples=40)
@given(tables(), tables())
def test_the_exact_texts_are_there_and_no_markup_of_theirs(first: Table, second: Table) -> None:
    page = Page(html_text(first, second))
    expected = [("title", first.title), *texts_of(first, "h1"), *texts_of(second, "h2")]
    # A parser drops one newline and the like, never a character that a reader sees.
    assert page.texts == expected


def test_the_page_says_what_it_is_and_fetches_nothing() -> None:
    written = html_text(make_table("A <title>", ("a",), [("b",)]))
    assert written.startswith('<!DOCTYPE html>\n<html lang="en">\n')
    metas = Page(written).metas
    assert {"charset": "utf-8"} in metas
    policy = next(meta for meta in metas if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    for fetching in ("src=", "href", "url(", "@import", "<script", "http:", "https:"):
        assert fetching not in written
    assert "@media print" in written


def test_a_page_needs_a_table() -> None:
    with pytest.raises(ValueError, match="at least one table"):
        html_text()
