from __future__ import annotations

import pytest

from tests.case.file.checked import error, errors
from tests.case.file.good_cases import ELSEWHERE, GONE, NOTES, Json, changed, sound, written
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.file.checking import check_case
from timeline_app.case.file.json_places import Oddity
from timeline_app.case.problems import Code

FORMS: dict[str, tuple[tuple[str | int, ...], set[str]]] = {
    "case": ((), {"summary", "timezone", "actors", "sources", "events"}),
    "actor": (("actors", 0), {"role", "note"}),
    "source": (
        ("sources", 1),
        {"publisher", "author", "published", "url", "language", "text"},
    ),
    "text": (("sources", 1, "text"), {"content", "sha256", "length", "file"}),
    "event": (
        ("events", 0),
        {"label", "when", "margin", "phrase", "shape", "lasts", "constraints", "actors"}
        | {"passages", "outcome", "prevented", "planned", "note"},
    ),
    "lasts": (("events", 1, "lasts"), {"min", "max"}),
    "constraint": (("events", 0, "constraints", 0), {"from", "min", "max", "passages"}),
    "passage": (("events", 1, "passages", 0), {"start", "end", "exact", "digest", "for"}),
    "outcome": (
        ("events", 2, "outcome", 0),
        {"duration", "amount", "currency", "text", "actor"},
    ),
}
REQUIRED: dict[str, set[str]] = {
    "case": {"format", "version", "id", "title"},
    "actor": {"id", "name"},
    "source": {"id", "title"},
    "event": {"id", "kind", "title"},
    "constraint": {"rel", "to", "basis"},
    "passage": {"source"},
    "outcome": {"type"},
}
FIELDS = [
    (form, field)
    for form, (_, optional) in FORMS.items()
    for field in sorted(optional | REQUIRED.get(form, set()))
]
WRONG: list[Json] = [None, True, 7, 1.5, "\x07", ["x"], {"x": 1}]
"""One value of each type, of which none is right for any field that takes its type."""

TAKES: dict[str, list[Json]] = {
    "when": [None],
    "summary": ["\x07"],
    "title": ["\x07"],
    "label": ["\x07"],
    "phrase": ["\x07"],
    "note": ["\x07"],
    "role": ["\x07"],
    "name": ["\x07"],
    "publisher": ["\x07"],
    "author": ["\x07"],
    "exact": ["\x07"],
    "content": ["\x07"],
    "text": ["\x07"],
    "prevented": [True],
    "planned": [True],
    "length": [7],
    "start": [7],
    "end": [7],
    "amount": [7, 1.5],
    "version": [7],
}


@pytest.mark.parametrize(("form", "field"), FIELDS)
def test_every_wrong_type_in_every_field(form: str, field: str) -> None:
    path = (*FORMS[form][0], field)
    place = "$" + "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path)
    for value in WRONG:
        if value in TAKES.get(field, []) and not (form == "source" and field == "text"):
            continue
        found = errors({path: value})
        assert any(problem.path.startswith(place) for problem in found), value
        if not isinstance(value, str | list | dict):
            assert any(problem.code is Code.WRONG_TYPE for problem in found), value


@pytest.mark.parametrize("form", FORMS)
def test_unknown_fields(form: str) -> None:
    path, _ = FORMS[form]
    problem = error({(*path, "nonsense"): 1})
    assert problem.code is Code.UNKNOWN_FIELD
    assert problem.found == '"nonsense"'
    assert problem.expected.startswith("one of ")


@pytest.mark.parametrize("form", REQUIRED)
def test_missing_fields(form: str) -> None:
    path, _ = FORMS[form]
    for field in REQUIRED[form]:
        found = errors({(*path, field): GONE})
        assert any(p.code is Code.MISSING_FIELD and f"`{field}`" in p.text for p in found)


def test_a_misspelt_field_is_known_again() -> None:
    assert error({("sumary",): "x"}).expected == "perhaps ‘summary’"


def test_a_newer_version_says_which_one_is_read() -> None:
    problem = error({("version",): 2, ("nonsense",): 1, ("id",): 5})
    assert problem.code is Code.WRONG_VERSION
    assert problem.text.endswith("this program reads version 1 of the format only")
    assert (problem.found, problem.expected) == ("2", "1")


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_never_was_is_one_error_of_many(version: int) -> None:
    assert {p.code for p in errors({("version",): version, ("id",): 5})} == {
        Code.WRONG_VERSION,
        Code.WRONG_TYPE,
    }


def test_what_the_text_should_be_is_said() -> None:
    problem = error({("sources", 0, "text", "length"): 3})
    assert problem.expected == str(len(NOTES))


def test_passages_are_not_held_against_a_text_that_is_wrong_itself() -> None:
    problem = error(
        {
            ("sources", 1, "text", "length"): "100",
            ("events", 1, "passages"): [
                {"source": "report", "start": 5, "end": 100_000},
            ],
        }
    )
    assert problem.path == "$.sources[1].text.length"


def test_a_wrong_publication_is_a_publication() -> None:
    problem = error({("sources", 1, "published"): "soon"})
    assert problem.path == "$.sources[1].published"


def test_embedded_text_may_come_with_its_sha256() -> None:
    problem = error({("sources", 0, "text", "sha256"): ELSEWHERE})
    assert problem.code is Code.TEXT_MISMATCH
    assert len(problem.expected) == 64


def test_errors_before_a_syntax_error_are_listed() -> None:
    text = written(changed({("id",): 5, ("events", 0, "titel"): "x"})).decode()
    codes = [problem.code for problem in check_case(text[:-3] + "}", "x")]
    assert codes == [Code.WRONG_TYPE, Code.UNKNOWN_FIELD, Code.JSON_SYNTAX]


def test_what_was_odd_in_decoding_is_listed_too() -> None:
    odd = [Oddity(Code.NOT_UTF8, place, place + 1, (), "bytes", "UTF-8") for place in (20, 30)]
    text = written(sound()).decode()
    assert [p.code for p in check_case(text, "x", odd)] == [Code.NOT_UTF8, Code.NOT_UTF8]
    codes = [p.code for p in check_case("no JSON", "x", odd)]
    assert sorted(codes) == [Code.JSON_SYNTAX, Code.NOT_UTF8]


def test_lists_may_come_in_any_order() -> None:
    case = dict(reversed(sound().items()))
    assert check_case(written(case).decode(), "x") == ()


def test_checking_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        check_case(written(sound()).decode(), "x", None, lambda: True)
