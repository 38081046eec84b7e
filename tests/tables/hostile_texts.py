"""Texts that try to be more than text, and a strategy for tables of them."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline_app.tables.table import Table, make_table

PIECES = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A", "−1", "=cmd|'/c calc'!A0"),
    *("'", '"', "“", "`", "\u200b", "\u00a0", "\ufeff", "\u202e", "\u2066", "\x00", "\x1b[31m"),
    *("\t", "\r", "\n", "\r\n", "\u2028", "\x85", " ", ";", ",", "|", "\\", "\\|", "``", "```"),
    *("<script>alert(1)</script>", "<img src=x onerror=y>", "</td>", "</table>", "-->", "<!--"),
    *("&lt;", "&#60;", "&", "[a](http://b.c)", "![a](//b)", "[^1]", "<http://x.y>", "http://x.y"),
    *("www.x.y", "**", "_a_", "~~", "#1", "$x$", "- ", "1. ", "# ", "> ", "---", "==="),
    *(
        "李",
        "é",
        "ابجد",
        "🙂",
        "e\u0301",
        "word",
        "14:30",
        "a@b.c",
        "{{",
        "}}",
        "%s",
        "javascript:",
    ),
)

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=6).map("".join)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of one to four columns that hold anything."""
    width = draw(st.integers(1, 4))
    row = st.lists(texts, min_size=width, max_size=width)
    return make_table(
        draw(texts), draw(row), draw(st.lists(row, max_size=4)), draw(st.lists(texts, max_size=3))
    )
