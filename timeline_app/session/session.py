"""The session: the only mutable state of the program.

Rules:
* Widgets read it and call its methods; it never calls a widget. After each method that changed
  something, every listener is told once what changed, as `Change` flags; a method that changes
  nothing tells nobody.
* What it holds is frozen. A changed view is a new `CaseView`, a case solved anew a new
  `OpenedCase`, another step in a comparison a new `Comparing`; the arithmetic of views is in
  `viewing` and `comparing_spans`, that of steps in `stepping` and `pair_steps`.
* It does no slow work. Reading, solving, finding texts and comparing happen elsewhere and are
  handed in.
* Its methods are in modules of one purpose each; what they share is in `state`.
"""

from __future__ import annotations

from timeline_app.session.session_choices import SessionChoices
from timeline_app.session.session_files import SessionFiles
from timeline_app.session.session_selection import SessionSelection
from timeline_app.session.session_stretch import SessionStretch


class Session(SessionFiles, SessionSelection, SessionStretch, SessionChoices):
    """Open cases, the one that is shown, the two that are compared, and everything chosen."""
