"""Several files that belong together, written as one: all of them, or none as far as a disk allows.

Rules:
* What would keep any of them from being written, as far as that shows beforehand, is found before
  the first is made.
* The contents are made one at a time, so that a hundred pages never lie in memory together.
* Where one can't be made or written, the new ones before it are taken away again. Files that were
  replaced can't be brought back: the message names them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from timeline_app.writing import FileStandsError, WriteError, shown_path, write_file

_MOST_NAMED = 3


class SetError(WriteError):
    """A set of files was begun and not finished. Its text says why and what is left of it.

    `written` are the files that stand there with new contents.
    """

    def __init__(self, text: str, written: tuple[Path, ...]) -> None:
        super().__init__(text)
        self.written = written


def check_paths(paths: Sequence[Path], *, replace: bool = False) -> None:
    """See that nothing stands in the way of these files.

    Raises:
        FileStandsError: files of these names stand there already, and `replace` is false.
        WriteError: one of the names is that of a folder.
    """
    standing = []
    for path in filter(_stands, paths):
        if path.is_dir():
            raise WriteError(f"{shown_path(path)} is a folder; give the name of a file.")
        standing.append(path)
    if standing and not replace:
        verbs = ("stands", "was") if len(standing) == 1 else ("stand", "were")
        named = _named(standing)
        raise FileStandsError(f"{named} {verbs[0]} there already and {verbs[1]} not replaced.")


def write_files(paths: Sequence[Path], contents: Iterable[bytes], *, replace: bool = False) -> None:
    """Write each of the contents to its path.

    Args:
        paths: the files, in one folder that is there.
        contents: as many; each is asked for when the one before it has been written.
        replace: whether files that stand there may be replaced.

    Raises:
        WriteError: they were not written, or not all of them; its text says what is left.
        Exception: whatever keeps one of the contents from being made. Before it is passed on, the
            new files are taken away; where others had been replaced already, it is a `SetError`.
    """
    check_paths(paths, replace=replace)
    made = iter(contents)
    replaced: list[Path] = []
    new: list[Path] = []
    try:
        for path in paths:
            data = next(made)
            kept = replaced if _stands(path) else new
            write_file(path, data, replace=replace)
            kept.append(path)
    except BaseException as error:
        left = _taken_away(new)
        if isinstance(error, Exception) and (replaced or left):
            raise SetError(_in_words(error, replaced, left), (*replaced, *left)) from error
        raise


def _stands(path: Path) -> bool:
    """Whether something of that name is seen; what can't even be looked at is told by
    `write_file`."""
    try:
        return path.exists()
    except OSError:
        return False


def _taken_away(files: Sequence[Path]) -> list[Path]:
    """Remove the new files of a set that is not finished; those that can't be removed."""
    left = []
    for file in files:
        try:
            os.unlink(os.path.realpath(file))  # noqa: PTH108 - a link to nowhere was there before
        except OSError:
            left.append(file)
    return left


def _in_words(error: Exception, replaced: Sequence[Path], left: Sequence[Path]) -> str:
    words = [str(error)]
    if replaced:
        verb = "has" if len(replaced) == 1 else "have"
        words.append(f"{_named(replaced)} {verb} new contents already.")
    if left:
        verb = "was" if len(left) == 1 else "were"
        words.append(f"{_named(left)} {verb} left behind.")
    return " ".join(words)


def _named(paths: Sequence[Path]) -> str:
    """Some files in words: "a-1.png, a-2.png and 7 others"."""
    names = [shown_path(path) for path in paths]
    if len(names) <= _MOST_NAMED:
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    others = len(names) - _MOST_NAMED
    return f"{', '.join(names[:_MOST_NAMED])} and {others:,} other{'s' if others > 1 else ''}"
