"""Where `export` writes: a file, numbered files, a folder, or standard output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from timeline_app.cli import output
from timeline_app.cli.arguments import STANDARD
from timeline_app.cli.export_names import FileNames, numbered
from timeline_app.cli.export_request import ExportRequest
from timeline_app.cli.making import Made, NotMadeError
from timeline_app.writing import WriteError, shown_path, write_file


class ExportFiles:
    """Gives the files of one export their names, and writes them."""

    def __init__(self, request: ExportRequest) -> None:
        self._request = request
        self._names = FileNames(request.form)

    def written(self, ids: Sequence[str], made: Made) -> tuple[str, ...]:
        """Write what was made of a case, or of several together, which have these ids.

        Returns:
            The files, as they are named on the command line; standard output among them.

        Raises:
            WriteError: they can't be written.
            NotMadeError: one of several can't be made or written after all.
        """
        target = self._request.target
        if target == STANDARD:
            self._put(made)
            return (STANDARD,)
        if self._request.into_folder:
            _make_folder(Path(target))
            paths = [Path(target) / name for name in self._names.of(ids, made.files)]
        else:
            paths = list(numbered(Path(target), made.files))
        if len(paths) == 1:
            write_file(paths[0], next(made.contents), replace=self._request.force)
        else:
            self._write_set(paths, made)
        return tuple(map(str, paths))

    def _write_set(self, paths: Sequence[Path], made: Made) -> None:
        # Here, not above: only pictures have several files, and this loads what paints them.
        from timeline_app.pictures.file_sets import SetError, write_files  # noqa: PLC0415

        try:
            write_files(paths, made.contents, replace=self._request.force)
        except SetError as error:
            raise NotMadeError(str(error), tuple(map(str, error.written))) from error

    def _put(self, made: Made) -> None:
        if made.files > 1:
            raise NotMadeError(
                f"The picture has {made.files:,} pages, and standard output has room for one: "
                "give a file, or --format pdf."
            )
        data = next(made.contents)
        if self._request.form.is_picture:
            output.put_bytes(STANDARD, data, force=False)
        else:
            output.put_text_file(data)


def _make_folder(folder: Path) -> None:
    """See that the folder is there; those above it must be.

    Raises:
        WriteError: it can't be made.
    """
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WriteError(
            f"The folder {shown_path(folder)} was not made: {reason.lower()}."
        ) from error
