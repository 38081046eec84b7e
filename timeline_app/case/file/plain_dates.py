"""Dates that can be seen to be right without reading them.

Most dates of a large case are of a few forms. Whether such a string is a date of the format shows
in its characters alone: leap days and everything rarer are left to `dates`, which reads what a date
means and costs ten times as much.

Rule: whatever is plain here, `dates.parse_date` accepts; what is a plain moment is no `A/B`.
"""

from __future__ import annotations

import re

_MONTH = "(?:0[1-9]|1[0-2])"
_MONTH_DAY = (
    rf"(?:{_MONTH}-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_DAY = rf"[0-9]{{4}}(?:-(?:{_MONTH_DAY}|{_MONTH}))?"
_TIME = r"(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){0,2}"
_MOMENT = re.compile(
    rf"(?:{_DAY}|[0-9]{{4}}-{_MONTH_DAY}T{_TIME})[~?%]?"
    rf"|\[{_DAY}\.\.\]|\[\.\.{_DAY}\]"
)
_BETWEEN = re.compile(rf"\[({_DAY})\.\.({_DAY})\]")
_FROM_TO = re.compile(rf"({_DAY})[~?%]?/(?:\.\.|({_DAY})[~?%]?)?")


def is_plain_moment(text: str) -> bool:
    """Whether this is a date of a common form, without `/` and without a zone."""
    if _MOMENT.fullmatch(text) is not None:
        return True
    between = _BETWEEN.fullmatch(text)
    return between is not None and _in_order(between[1], between[2])


def is_plain_span(text: str) -> bool:
    """Whether this is a date of a common form, `A/B` too."""
    from_to = _FROM_TO.fullmatch(text)
    if from_to is None:
        return is_plain_moment(text)
    return from_to[2] is None or _in_order(from_to[1], from_to[2])


def _in_order(first: str, second: str) -> bool:
    """Whether the second certainly does not end before the first begins: compared as texts, the
    shorter of two dates that begin alike is the wider, and holds the other."""
    return first <= second
