"""What PySide tells of its functions is loaded when it is asked for, and is then whole."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline_app.signatures import LATER, LaterModule, signatures_later

BEGINNING = """
import sys
before = list(sys.meta_path)
from timeline_app.signatures import LATER, LaterModule, signatures_later
with signatures_later():
    import PySide6.QtCore
"""
WAITING = """
print({type(sys.modules[one]) for one in LATER} == {LaterModule})
print(all("load" in vars(sys.modules[one]) for one in LATER))
print(sys.meta_path == before, type(sys.meta_path) is list)
"""
AN_ERROR = """
from PySide6.QtCore import QPoint
try:
    QPoint("a", "b")
except TypeError as error:
    print(str(error).replace(chr(10), " "))
print("load" in vars(sys.modules["shibokensupport.signature.errorhandler"]))
"""
HELP = """
from PySide6.QtCore import QObject
from PySide6.support.signature import get_signature
print(get_signature(QObject.setObjectName))
"""
BY_ITS_SECOND_NAME = """
import PySide6.support.signature.parser as parser
print(parser.__spec__.name, callable(parser.pyside_type_init), hasattr(parser, "no such name"))
"""


def told(*parts: str) -> list[str]:
    """What a new process prints."""
    done = subprocess.run(
        [sys.executable, "-c", "".join((BEGINNING, *parts))],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_nothing_of_it_is_loaded_with_qt_and_the_finders_are_as_before() -> None:
    assert told(WAITING) == ["True", "True", "True True"]


def test_the_words_of_an_error_and_of_help_are_pyside_s_own() -> None:
    error, waits, signature = told(AN_ERROR, HELP)
    assert "called with wrong argument types" in error
    assert "Supported signatures" in error
    assert waits == "False"
    assert "name" in signature


def test_a_module_keeps_the_second_name_that_pyside_gives_it() -> None:
    assert told(BY_ITS_SECOND_NAME) == ["PySide6.support.signature.parser True False"]


def test_another_importer_is_left_alone() -> None:
    class Finder:
        def find_spec(self, *_: object) -> None: ...

    finder = Finder()
    before = list(sys.meta_path)
    with signatures_later():
        sys.meta_path.insert(0, finder)
        sys.meta_path.remove(finder)
    assert vars(finder) == {}
    assert sys.meta_path == before


def test_a_module_is_loaded_once_and_says_what_it_lacks() -> None:
    module, loads = LaterModule(sorted(LATER)[0]), list[str]()

    def load() -> None:
        loads.append("loaded")
        vars(module)["word"] = 1

    module.load = load
    assert not hasattr(module, "__path__")
    assert loads == []
    assert [module.word, module.word] == [1, 1]
    with pytest.raises(AttributeError, match="no attribute 'other'"):
        _ = module.other
    assert loads == ["loaded"]
