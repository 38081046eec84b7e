"""`anchor` turns quotations into offsets and digests, and changes nothing else."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.case.file.good_cases import Json, written
from tests.cli.conftest import Run

ARTICLE = "王先生 🙂 met her in May.\r\nShe was arrested in June."
CANONICAL = ARTICLE.replace("\r\n", "\n")


def case(*quotes: str, text: str = CANONICAL, **fields: Json) -> bytes:
    """A case that quotes an article that lies elsewhere."""
    return written(
        {
            "format": "case-timeline", "version": 1, "id": "a", "title": "A",
            "sources": [
                {
                    "id": "report", "title": "Report", "published": "2025-04-15",
                    "text": {
                        "sha256": hashlib.sha256(text.encode()).hexdigest(),
                        "length": len(text), "file": "report.txt",
                    },
                }
            ],
            "events": [
                {
                    "id": "met", "kind": "contact", "title": "They meet",
                    "passages": [{"source": "report", "exact": quote} for quote in quotes],
                    **fields,
                }
            ],
        }
    )  # fmt: skip


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "any name.txt").write_bytes(ARTICLE.encode())
    return folder


def passages(anchored: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(anchored)["events"][0]["passages"]
    return found


def test_a_quotation_gets_its_place_and_digest(run: Run, texts: Path) -> None:
    done = run("anchor", "-", "--texts", texts, "-o", "-", given=case("met her in May"))
    assert (done.code, done.err) == (0, "1 passage anchored, 0 not\n")
    (passage,) = passages(done.out)
    assert CANONICAL[passage["start"] : passage["end"]] == passage["exact"] == "met her in May"
    assert passage["digest"] == {
        "length": 14,
        "sha256": hashlib.sha256(b"met her in may").hexdigest(),
    }


def test_quotations_are_dropped_when_asked(run: Run, texts: Path, tmp_path: Path) -> None:
    target = tmp_path / "anchored.case.json"
    given = case("met her in May", "arrested in June")
    done = run("anchor", "-", "--texts", texts, "-o", target, "--drop-quotes", given=given)
    assert done == (0, "", "2 passages anchored, 0 not\n")
    anchored = target.read_text("utf-8")
    assert "exact" not in anchored
    assert "June" not in anchored
    shown = json.loads(run("show", target, "--texts", texts, "--json").out)
    assert [one["text"] for one in shown["events"][0]["passages"]] == [
        "met her in May", "arrested in June",
    ]  # fmt: skip
    assert all(one["state"] == "exact" for one in shown["events"][0]["passages"])


def test_what_is_not_found_stays_and_is_told(run: Run, texts: Path) -> None:
    given = case("met her in May", "never said")
    done = run("anchor", "-", "--texts", texts, "-o", "-", "--drop-quotes", given=given)
    assert done.code == 1
    assert done.err.splitlines()[-1] == "1 passage anchored, 1 not"
    assert "is not anchored" in done.err
    first, second = passages(done.out)
    assert set(first) == {"source", "start", "end", "digest"}
    assert second == {"source": "report", "exact": "never said"}


def test_another_copy_of_the_article_anchors_nothing(run: Run, texts: Path) -> None:
    given = case("met her in May", text=CANONICAL + "!")
    done = run("anchor", "-", "--texts", texts, "-o", "-", given=given)
    assert done.code == 1
    assert done.err.splitlines()[-1].startswith("0 passages anchored")
    assert json.loads(done.out) == json.loads(given)


def test_a_case_that_does_not_open_is_not_written(
    run: Run, texts: Path, broken_case: Path, tmp_path: Path
) -> None:
    done = run("anchor", broken_case, "--texts", texts, "-o", tmp_path / "new")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{broken_case}:2:15: error: ")
    assert not (tmp_path / "new").exists()


def test_the_case_itself_is_replaced_only_when_asked(run: Run, texts: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.case.json"
    file.write_bytes(case("met her in May"))
    done = run("anchor", file, "--texts", texts, "-o", file)
    assert done.code == 1
    assert "stands there already" in done.err
    assert file.read_bytes() == case("met her in May")
    assert run("anchor", file, "--texts", texts, "-o", file, "--force").code == 0
    assert passages(file.read_text("utf-8"))[0]["start"] == 6
    once = file.read_bytes()
    assert run("anchor", file, "--texts", texts, "-o", file, "--force").code == 0
    assert file.read_bytes() == once


def test_odd_values_come_through(run: Run, texts: Path) -> None:
    data = case(
        "met her in May",
        note="\u2028\x7f\x9b 🙂 </script>",
        outcome=[{"type": "fine", "amount": 2**53 - 1, "currency": "CNY"}],
    )
    done = run("anchor", "-", "--texts", texts, "-o", "-", given=b"\xef\xbb\xbf" + data)
    assert done.code == 0
    event = json.loads(done.out)["events"][0]
    assert event["note"] == "\u2028\x7f\x9b 🙂 </script>"
    assert event["outcome"][0]["amount"] == 2**53 - 1
