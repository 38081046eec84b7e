from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case.sources.small_cases import case_of, embedding, pointing_at
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.model import Case, Source, Text
from timeline_app.case.sources import texts
from timeline_app.case.sources.texts import (
    SourceText,
    TextError,
    Texts,
    attach_file,
    canonical,
    find_texts,
    read_text,
    text_sha256,
)

ARTICLE = "The report.\n\nIt says 😀 and 中国.\n"


def pointing_case(*sources: Source) -> Case:
    return case_of(sources=sources or (pointing_at(ARTICLE, "report.txt"),))


# -------------------------------------------------------------------------------- canonical texts


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain\n", "plain\n"),
        (b"\xef\xbb\xbfone mark dropped", "one mark dropped"),
        (b"\xef\xbb\xbf\xef\xbb\xbfone", "\ufeffone"),
        (b"not \xef\xbb\xbf here", "not \ufeff here"),
        (b"a\r\nb\rc\n\rd\r\n\r\ne", "a\nb\nc\n\nd\n\ne"),
        ("NBSP\u00a0 and \u2028 \x0b \x85 stay".encode(), "NBSP\u00a0 and \u2028 \x0b \x85 stay"),
        ("e\u0301 is not \u00e9".encode(), "e\u0301 is not \u00e9"),
        (b"NUL \0 too", "NUL \0 too"),
        ("\ufefftext\r\n", "text\n"),
    ],
)
def test_a_text_is_made_canonical(data: bytes | str, text: str) -> None:
    assert canonical(data) == text


@given(st.text(st.sampled_from("a\r\n\ufeff😀\0"), max_size=20))
def test_a_canonical_text_has_one_kind_of_line_end(text: str) -> None:
    result = canonical(text.encode())
    assert "\r" not in result
    assert canonical(text) == result
    assert canonical(result.removeprefix("\ufeff")) == result.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "data", [b"\xff\xfea\0", b"caf\xe9", b"\xed\xa0\x80", b"\xc0\x80", b"\xe4\xb8"]
)
def test_what_is_not_utf8_is_refused(data: bytes) -> None:
    with pytest.raises(TextError, match=r"not a UTF-8 text: byte [1-9]"):
        canonical(data)


def test_the_sha256_is_that_of_the_canonical_text() -> None:
    assert text_sha256(ARTICLE) == sha256(ARTICLE.encode()).hexdigest()
    assert len(text_sha256("\ud800")) == 64


# ---------------------------------------------------------------------------------- reading files


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    assert read_text(file) == ARTICLE
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    assert read_text(link) == ARTICLE


def test_what_can_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TextError, match="no such file"):
        read_text(tmp_path / "missing.txt")
    with pytest.raises(TextError, match="folder"):
        read_text(tmp_path)
    with pytest.raises(TextError, match="can't be the name"):
        read_text(tmp_path / "nul\0.txt")
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    with pytest.raises(TextError, match="not an ordinary file"):
        read_text(fifo)  # and does not wait for a writer
    with pytest.raises(TextError, match="not an ordinary file"):
        read_text(Path("/dev/zero"))
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(TextError, match="can't be read"):
        read_text(loop)
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(TextError, match="may not read"):
        read_text(file)


def test_a_pipe_put_there_in_the_meantime_does_not_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, fifo = tmp_path / "a.txt", tmp_path / "pipe"
    file.write_text(ARTICLE)
    os.mkfifo(fifo)
    ordinary = file.stat()
    monkeypatch.setattr(Path, "stat", lambda *_args, **_more: ordinary)
    with pytest.raises(TextError, match="not an ordinary file"):
        read_text(fifo)


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "LIMIT", 1024**2)
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 1024**2)
    assert len(read_text(file)) == 1024**2
    file.write_bytes(b"x" * (1024**2 + 1))
    with pytest.raises(TextError, match="larger than 1 MB"):
        read_text(file)
    status = (tmp_path / "b.txt", file.stat())[1]
    small = os.stat_result((*status[:6], 5, *status[7:]))  # it grows while it is opened
    monkeypatch.setattr(Path, "stat", lambda *_args, **_more: small)
    monkeypatch.setattr(os, "fstat", lambda _descriptor: small)
    with pytest.raises(TextError, match="larger than 1 MB"):
        read_text(file)


# ---------------------------------------------------------------------------------- finding texts


def test_embedded_texts_need_no_place() -> None:
    case = pointing_case(embedding("\ufeffOwn\r\nwords"), Source(id="none", title="No text"))
    found = find_texts(case, [])
    assert dict(found) == {
        0: SourceText(0, "Own\nwords", text_sha256("Own\nwords"), exact=True, path=None)
    }
    assert len(found) == 1
    assert list(found) == [0]
    assert (found.reasons, found.unread) == ({}, ())


@pytest.mark.parametrize(
    "written",
    [ARTICLE.encode(), b"\xef\xbb\xbf" + ARTICLE.encode(), ARTICLE.replace("\n", "\r\n").encode()],
)
@pytest.mark.parametrize("name", ["report.txt", "another name.html"])
def test_a_text_is_known_by_its_sha256(tmp_path: Path, written: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(written)
    (tmp_path / "report2.txt").write_text(ARTICLE[::-1])  # as long, but another
    found = find_texts(pointing_case(), [tmp_path])
    assert found[0] == SourceText(0, ARTICLE, text_sha256(ARTICLE), True, tmp_path / name)
    assert find_texts(pointing_case(), [tmp_path / name])[0].exact


def test_one_file_serves_every_source_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(ARTICLE)
    case = pointing_case(embedding("x"), pointing_at(ARTICLE), pointing_at(ARTICLE, "b", "other"))
    assert [text.exact for text in find_texts(case, [tmp_path]).values()] == [True] * 3


def test_the_very_text_comes_before_a_file_of_the_hinted_name(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Another version.")
    (tmp_path / "z.txt").write_text(ARTICLE)
    found = find_texts(pointing_case(), [tmp_path])
    assert (found[0].exact, found[0].path) == (True, tmp_path / "z.txt")


def test_a_file_of_the_hinted_name_is_attached_as_differing(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Another version.")
    found = find_texts(pointing_case(), [tmp_path])
    assert (found[0].exact, found[0].text) == (False, "Another version.")
    assert found[0].sha256 == text_sha256("Another version.")
    assert found.reasons == {}


def test_two_files_that_differ_are_none(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, text in ((first, "One version."), (second, "Another version.")):
        folder.mkdir()
        (folder / "report.txt").write_text(text)
    found = find_texts(pointing_case(), [first, second])
    assert 0 not in found
    assert found.reasons == {0: "2 files that differ are called report.txt: choose one"}
    (second / "report.txt").write_bytes(b"\xef\xbb\xbfOne version.")
    assert find_texts(pointing_case(), [first, second])[0].path == first / "report.txt"


def test_why_nothing_was_attached_is_said(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("x")
    found = find_texts(pointing_case(), [tmp_path])
    assert found.reasons == {0: "no file at hand has its text, and none is called report.txt"}
    unhinted = find_texts(pointing_case(pointing_at(ARTICLE)), [tmp_path])
    assert unhinted.reasons == {0: "no file at hand has its text"}
    (tmp_path / "report.txt").write_bytes(b"caf\xe9")
    reasons = find_texts(pointing_case(), [tmp_path]).reasons
    assert "report.txt can't be attached. It is not a UTF-8 text" in reasons[0]
    (tmp_path / "report.txt").unlink()
    os.mkfifo(tmp_path / "report.txt")
    reasons = find_texts(pointing_case(), [tmp_path]).reasons
    assert reasons[0].endswith("report.txt can't be attached. It is not an ordinary file")


def test_a_hint_leads_nowhere_but_into_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "articles"
    inside.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody asked for this.")
    for hint in ("../secret.txt", str(secret), "articles/../../secret.txt", "", ".", ".."):
        found = find_texts(pointing_case(pointing_at(ARTICLE, hint)), [inside])
        assert 0 not in found


def test_a_file_that_is_no_text_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\xff" * len(ARTICLE))
    assert find_texts(pointing_case(), [tmp_path]).reasons == {
        0: "no file at hand has its text, and none is called report.txt"
    }
    (tmp_path / "b.txt").write_text(ARTICLE)
    assert find_texts(pointing_case(), [tmp_path])[0].exact


def test_folders_within_are_not_searched_and_links_to_files_are(tmp_path: Path) -> None:
    deeper, elsewhere = tmp_path / "folder" / "deeper", tmp_path / "elsewhere"
    deeper.mkdir(parents=True)
    elsewhere.mkdir()
    (deeper / "report.txt").write_text(ARTICLE)
    assert 0 not in find_texts(pointing_case(), [tmp_path / "folder"])
    (elsewhere / "broken").symlink_to(elsewhere / "nothing")
    (elsewhere / "linked").symlink_to(deeper / "report.txt")
    assert find_texts(pointing_case(), [elsewhere])[0].exact


def test_places_that_can_not_be_looked_into_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    places = [tmp_path / "missing", tmp_path / "pipe", tmp_path / "nul\0"]
    found = find_texts(pointing_case(), places)
    assert len(found.unread) == 3
    assert found.unread[0] == f"{tmp_path}/missing can't be looked into: No such file or directory."
    assert found.unread[1].endswith("can't be looked into: It is not an ordinary file.")
    assert "nul\ufffd" in found.unread[2]


def test_a_folder_of_too_many_files_is_searched_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "FOLDER_LIMIT", 3)
    for name in ("a", "b", "c", "d"):
        (tmp_path / name).write_text(name)
    (tmp_path / "report.txt").write_text(ARTICLE)
    found = find_texts(pointing_case(), [tmp_path])
    assert found[0].exact  # a hinted name is always among those looked at
    assert "holds 5 files; only 3 of them were looked at" in found.unread[0]
    assert 0 not in find_texts(pointing_case(pointing_at("d")), [tmp_path])
    assert 0 in find_texts(pointing_case(pointing_at("c")), [tmp_path])


def test_only_files_that_could_fit_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size in (0, len(ARTICLE) - 1, 4 * len(ARTICLE) + 4):
        (tmp_path / f"{size}").write_text("x" * size)
    read: list[str] = []

    def counting(path: Path) -> str:
        read.append(path.name)
        return read_text(path)

    monkeypatch.setattr(texts, "read_text", counting)
    find_texts(pointing_case(), [tmp_path])
    assert read == []
    (tmp_path / "fits").write_text("中" * len(ARTICLE))
    find_texts(pointing_case(), [tmp_path])
    assert read == ["fits"]


@given(st.text(st.sampled_from("a\né中😀"), min_size=1, max_size=30), st.booleans(), st.booleans())
def test_a_size_that_a_text_can_have_always_fits(text: str, mark: bool, windows: bool) -> None:
    written = text.replace("\n", "\r\n") if windows else text
    size = len(written.encode()) + 3 * mark
    assert (size - 3) / 4 <= len(text) <= size


def test_the_search_can_be_given_up(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(ARTICLE)
    with pytest.raises(Cancelled):
        find_texts(pointing_case(), [tmp_path], lambda: True)
    assert find_texts(pointing_case(embedding("x")), [tmp_path], lambda: True)[0].text == "x"


# ------------------------------------------------------------------------------- attaching by hand


def test_a_chosen_file_is_attached_whatever_its_name(tmp_path: Path) -> None:
    case = pointing_case(pointing_at(ARTICLE, "a.txt"), embedding("x"), Source(id="n", title="N"))
    file = tmp_path / "any.txt"
    file.write_text(ARTICLE)
    assert attach_file(case, 0, file) == SourceText(0, ARTICLE, text_sha256(ARTICLE), True, file)
    assert not attach_file(case, 2, file).exact  # there is nothing to hold it against
    file.write_text("Another.")
    attached = attach_file(case, 0, file)
    assert (attached.exact, attached.text) == (False, "Another.")
    with pytest.raises(TextError, match="‘The notes’ is in the case file itself"):
        attach_file(case, 1, file)
    with pytest.raises(TextError, match=r"any\.txt\.gz was not attached. There is no such file"):
        attach_file(case, 0, tmp_path / "any.txt.gz")


def test_an_attached_text_joins_the_others() -> None:
    one = SourceText(1, "one", "1" * 64, exact=True)
    two = SourceText(1, "two", "2" * 64, exact=False)
    found = Texts({}, {1: "no file", 2: "no file"}, ("a",)).attaching(one)
    assert (dict(found), dict(found.reasons), found.unread) == ({1: one}, {2: "no file"}, ("a",))
    assert dict(found.attaching(two)) == {1: two}


def test_a_source_without_a_length_does_not_stop_the_search(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(ARTICLE)
    bare = Source(id="bare", title="Bare", text=Text(file="report.txt"))
    assert not find_texts(pointing_case(bare), [tmp_path])[0].exact
