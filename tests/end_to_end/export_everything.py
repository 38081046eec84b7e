"""Exports the nine cases in every format, along both axes, in every theme, and reads them all back.

    python -m tests.end_to_end.export_everything [--contact-sheet FILE] [--into FOLDER]

Too long for the tests; run before a change is taken. Each file is read by somebody else than who
wrote it: Pillow, the XML parser of Python, pypdf. Every title must be found in the text of each
SVG and PDF, and a second run must give the same bytes. The exit code is 1 where anything is amiss.

The contact sheet shows all of them small, to be looked at: the PNGs, and where `rsvg-convert` and
`pdftoppm` are at hand the SVGs and PDFs as these see them.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from xml.etree import ElementTree

from PIL import Image
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = sorted((ROOT / "data").glob("*.case.json"))
FORMATS, AXES, THEMES = ("png", "svg", "pdf"), ("order", "calendar"), ("light", "dark", "print")
SIZE = (1600, 900)
THUMBNAIL = (400, 283)
GAP = 8
SVG = "{http://www.w3.org/2000/svg}"


class Look(NamedTuple):
    """One way in which all cases are exported."""

    form: str
    axis: str
    theme: str

    @property
    def folder(self) -> str:
        """Where its files go."""
        return "-".join(self)


LOOKS = tuple(Look(*parts) for parts in product(FORMATS, AXES, THEMES))


def exported(look: Look, into: Path) -> list[str]:
    """Export all cases; what is wrong, in words."""
    command = [sys.executable, "-m", "timeline_app", "export", "data", "--no-date", "--json"]
    options = ["--format", look.form, "--axis", look.axis, "--theme", look.theme]
    target = into / look.folder
    done = subprocess.run(
        [*command, *options, "-o", f"{target}/"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        return [f"{look.folder}: ended with {done.returncode}: {done.stderr[-300:]}"]
    faults = []
    for row, path in zip(json.loads(done.stdout), CASES, strict=True):
        case = json.loads(path.read_text("utf-8"))
        found = sorted(Path(name) for name in row["written"])
        if not found:
            faults.append(f"{look.folder}: nothing was written of {path.name}")
        faults += [f"{look.folder}/{found[0].name}: {fault}" for fault in _read(look, found, case)]
    return faults


def _read(look: Look, files: list[Path], case: dict[str, object]) -> Iterator[str]:
    """What is wrong with the files of a case."""
    if look.form == "png":
        for file in files:
            with Image.open(file) as image:
                image.load()
                if image.size != SIZE:
                    yield f"has {image.size} pixels"
                if len(image.getcolors(SIZE[0] * SIZE[1]) or ()) < 10:
                    yield "shows next to nothing"
                if not str(image.info.get("Title", "")).startswith(str(case["title"])):
                    yield "does not tell its title"
        return
    read = _svg_text if look.form == "svg" else _pdf_text
    text = _squeezed("".join(map(read, files)))
    events = case["events"]
    assert isinstance(events, list)
    for title in (case["title"], *(event["title"] for event in events)):
        if _squeezed(title) not in text:
            yield f"“{title}” is not to be found in its text"


def _svg_text(file: Path) -> str:
    """The texts that an SVG shows, one after the other."""
    root = ElementTree.fromstring(file.read_bytes())
    return "".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))


def _pdf_text(file: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(file, strict=True).pages)


def _squeezed(text: object) -> str:
    """A text without the spaces and breaks that a layout may put in or leave out."""
    return re.sub(r"\s+", "", str(text))


def differing(first: Path, second: Path) -> list[str]:
    """Which files of two runs have not the same bytes."""
    names = sorted(path.relative_to(first) for path in first.rglob("*.*"))
    if names != sorted(path.relative_to(second) for path in second.rglob("*.*")):
        return ["a second run gave other files"]
    return [
        f"{name}: a second run gave other bytes"
        for name in names
        if (first / name).read_bytes() != (second / name).read_bytes()
    ]


# -- the contact sheet


def contact_sheet(into: Path, target: Path) -> None:
    """All pictures small on one: a row for each look, a column for each case."""
    ids = [json.loads(path.read_text("utf-8"))["id"] for path in CASES]
    width, height = (side + GAP for side in THUMBNAIL)
    with TemporaryDirectory() as folder:
        rows = [
            [_as_png(look, into / look.folder, one, Path(folder)) for one in ids] for look in LOOKS
        ]
        seen = [row for row in rows if any(row)]
        sheet = Image.new("RGB", (width * len(ids) + GAP, height * len(seen) + GAP), "#808890")
        for line, row in enumerate(seen):
            for column, file in enumerate(row):
                if file is not None:
                    with Image.open(file) as image:
                        small = image.convert("RGB")
                        small.thumbnail(THUMBNAIL, Image.Resampling.LANCZOS)
                        sheet.paste(small, (GAP + column * width, GAP + line * height))
    sheet.save(target)


def _as_png(look: Look, folder: Path, one: str, into: Path) -> Path | None:
    """A picture as a PNG; None where nothing here shows it as one. Of several pages the first."""
    file = next(iter(sorted(folder.glob(f"{one}*.{look.form}"))))
    if look.form == "png":
        return file
    made = into / f"{look.folder}-{one}.png"
    tool = shutil.which("rsvg-convert" if look.form == "svg" else "pdftoppm")
    if tool is None:
        return None
    if look.form == "svg":
        command = [tool, str(file), "-o", str(made)]
    else:
        command = [tool, "-png", "-r", "96", "-singlefile", str(file), str(made.with_suffix(""))]
    subprocess.run(command, check=True, timeout=60)
    return made


def main() -> int:
    """Export, read back, and make the contact sheet where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--contact-sheet", type=Path, metavar="FILE", help="write one PNG of all")
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="keep the files there")
    asked = parser.parse_args()
    begun = time.monotonic()
    with TemporaryDirectory(prefix="timeline-export-") as temporary:
        into = asked.into or Path(temporary) / "first"
        second = Path(temporary) / "second"
        for folder in (into, second):
            folder.mkdir(parents=True, exist_ok=True)
        # Processes of their own do the work; the threads only wait for them.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = [pool.submit(exported, look, into) for look in LOOKS]
            # One look of each format is enough to see the same bytes again.
            again = [look for look in LOOKS if look[1:] in (("order", "light"),)]
            runs += [pool.submit(exported, look, second) for look in again]
            faults = [fault for run in runs for fault in run.result()]
        for look in again:
            if not faults:
                faults += differing(into / look.folder, second / look.folder)
        if asked.contact_sheet is not None and not faults:
            contact_sheet(into, asked.contact_sheet)
        files = sum(1 for path in into.rglob("*.*") if path.is_file())
    for fault in faults:
        print(fault, file=sys.stderr)
    took = time.monotonic() - begun
    print(f"{files} files exported and read back, {len(faults)} faults, {took:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
