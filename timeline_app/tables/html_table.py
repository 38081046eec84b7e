"""Tables as one HTML file, to be opened in a browser, printed, or pasted into a report.

Rules:
* Every text is escaped. There is no script, and nothing is fetched: the file forbids both to the
  browser that shows it.
* The style is small and stands inside. On paper the header is repeated on each page and no row is
  torn apart.
* A cell's direction of writing is that of its own text, and does not reach beyond it.
"""

from __future__ import annotations

from html import escape

from timeline_app.tables.table import Table

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 15px/1.45 system-ui, sans-serif; color: #1c2126; background: #fff; margin: 2em; }}
h1 {{ font-size: 1.5em; }}
h2 {{ font-size: 1.15em; margin-top: 2em; }}
table {{ border-collapse: collapse; }}
th, td {{ border-bottom: 1px solid #c9ced4; padding: 0.4em 0.8em 0.4em 0; text-align: start;
  vertical-align: top; overflow-wrap: anywhere; min-width: 3em; }}
th {{ border-bottom: 2px solid #6b747d; }}
li {{ margin: 0.2em 0; }}
@media print {{
  @page {{ margin: 15mm; }}
  body {{ font-size: 9pt; margin: 0; }}
  thead {{ display: table-header-group; }}
  tr, li {{ break-inside: avoid; }}
}}
</style>
</head>
<body>
"""
_TAIL = "</body>\n</html>\n"


def html_text(*tables: Table) -> str:
    """A page with the tables one below the other; the first title is that of the page.

    Raises:
        ValueError: there is no table.
    """
    if not tables:
        raise ValueError("a page has at least one table")
    sections = [_section(table, "h2" if number else "h1") for number, table in enumerate(tables)]
    return _HEAD.format(title=escape(tables[0].title)) + "".join(sections) + _TAIL


def _section(table: Table, heading: str) -> str:
    parts = [f'<{heading} dir="auto">{escape(table.title)}</{heading}>\n']
    if table.rows:
        names = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.header)
        parts.append(f"<table>\n<thead>\n<tr>{names}</tr>\n</thead>\n<tbody>\n")
        parts += [_row(row) for row in table.rows]
        parts.append("</tbody>\n</table>\n")
    if table.notes:
        notes = "".join(f'<li dir="auto">{escape(note)}</li>\n' for note in table.notes)
        parts.append(f"<ul>\n{notes}</ul>\n")
    return "".join(parts)


def _row(row: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) + "</tr>\n"
