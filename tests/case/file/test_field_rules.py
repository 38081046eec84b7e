from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline_app.case.file.field_rules import (
    LARGEST_NUMBER,
    TARGET,
    is_amount,
    is_currency,
    is_file_name,
    is_id,
    is_language,
    is_length,
    is_said,
    is_sha256,
    is_url,
)

RULES: list[tuple[Callable[[str], bool], list[str], list[str]]] = [
    (
        is_id,
        ["a", "0", "a-b_c", "a" * 80],
        ["", "A", "-a", "_a", "a.b", "a b", "a\n", "é", "a" * 81, "١"],
    ),
    (is_said, ["a", " a ", "\u200b"], ["", " ", "\t\n\u00a0\u3000"]),
    (
        is_url,
        [
            "http://a",
            "https://a/",
            "HTTP://A",
            "https://user@host/x",
            "https://[::1]",
            "http://a:80/?q#f",
            "https://例え.jp/パス",
        ],
        [
            "",
            "a",
            "//a",
            "http:",
            "http://",
            "http:///x",
            "https://?x",
            "ftp://a",
            "file:///a",
            "javascript://a",
            " http://a",
            "http://a b",
            "http://a\n",
            "http://a/\u202e",
            "http://a\\b",
            "http://@",
            "http://a:x",
            "mailto:a@b",
            "http://a/\x00",
        ],
    ),
    (is_language, ["en", "zh-Hans-CN", "x-a", "i-klingon"], ["", "en_GB", "en-", "é", "abcdefghi"]),
    (is_sha256, ["0" * 64, "a1" * 32], ["", "0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n"]),
    (is_currency, ["CNY", "USD"], ["", "cny", "CN", "CNYX", "¥", "ＣＮＹ", "CNY\n"]),
    (
        is_file_name,
        ["a.txt", ".hidden", "…", "a b", "what?.txt", "ab:c", "12:30", "..."],
        ["", " ", ".", "..", "a/b", "/a", "a\\b", "C:a", "c:", "a\nb", "a\x00", "\x7f"],
    ),
    (
        lambda text: TARGET.fullmatch(text) is not None,
        ["a", "a.start", "a.end", "@a", "0-_"],
        ["", "@", "a.", ".start", "a.middle", "@a.start", "a.start.end", "A", "a\n", "@@a"],
    ),
]


@pytest.mark.parametrize(("rule", "right", "wrong"), RULES)
def test_rules_for_texts(rule: Callable[[str], bool], right: list[str], wrong: list[str]) -> None:
    assert [text for text in right if not rule(text)] == []
    assert [text for text in wrong if rule(text)] == []


@pytest.mark.parametrize("number", [0, 1, LARGEST_NUMBER])
def test_lengths(number: int) -> None:
    assert is_length(number)
    assert is_amount(number)


@pytest.mark.parametrize("number", [-1, LARGEST_NUMBER + 1, 10**400])
def test_no_lengths(number: int) -> None:
    assert not is_length(number)
    assert not is_amount(number)


@pytest.mark.parametrize("amount", [-0.01, float("inf"), float("nan"), 1e300])
def test_no_amounts(amount: float) -> None:
    assert not is_amount(amount)
