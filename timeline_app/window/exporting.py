"""The picture of the shown case, written to a file."""

from __future__ import annotations

from pathlib import Path

from timeline_app.drawing.image import ImageError
from timeline_app.pictures import case_png
from timeline_app.session.session import Session
from timeline_app.window.appearance import Appearance
from timeline_app.writing import WriteError, write_file

SIZE = (1600, 900)
"""Pixels of a picture; it grows smaller print, not larger paper, where a case needs room."""


def export_shown(session: Session, appearance: Appearance, target: Path) -> str:
    """Write the shown case, whole, along its axis and with its filter, over whatever stands there;
    what came of it, in words."""
    view, chronology = session.view, session.chronology
    if view is None or chronology is None:
        return "There is no case to export."
    try:
        data = case_png(
            chronology,
            view.axis,
            SIZE,
            appearance.fonts,
            lanes_by=session.lanes_by,
            hidden=session.hidden_events,
        )
        write_file(target, data, replace=True)
    except (ImageError, WriteError) as error:
        return str(error)
    return f"The picture is saved as {target}."
