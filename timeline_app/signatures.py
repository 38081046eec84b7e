"""What PySide tells of its functions, loaded when it is first asked for.

PySide brings three thousand lines of Python that say how its functions may be called: for the words
of an error, for help, for stub files. It compiles them anew in each process while Qt is imported,
which takes a tenth of the time until the first case is seen. Here each of these modules is loaded
when something of it is first asked for, mostly never.

Rules:
* What is replaced is put back afterwards.
* A PySide that does this otherwise is left as it is: its modules are then loaded at once.
* Only what Python asks for can wait. PySide's library itself looks into the dictionary of `mapping`
  for the words of an error, and ends the process where that is empty.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, SupportsIndex, cast

if TYPE_CHECKING:
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec

    from _typeshed.importlib import MetaPathFinderProtocol

LATER = frozenset(
    f"shibokensupport.signature.{name}"
    for name in (
        "errorhandler",
        "layout",
        "lib.enum_sig",
        "lib.pyi_generator",
        "lib.tool",
        "parser",
    )
)
IMPORTER = "EmbeddableZipImporter"
"""The class of what PySide imports them with: sources within the library itself."""

_loading = RLock()


class _Importer(Protocol):
    find_spec: Callable[..., ModuleSpec | None]

    def exec_module(self, module: ModuleType) -> None: ...


class LaterModule(ModuleType):
    """A module that is loaded when something of it is first asked for."""

    load: Callable[[], None]

    def __getattr__(self, name: str) -> object:
        """Load the module; what only looks how it was imported finds what every module has."""
        if name.startswith("__"):
            raise AttributeError(name)
        with _loading:
            load = self.__dict__.pop("load", None)
            if load is not None:
                load()
        if name not in self.__dict__:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return self.__dict__[name]


class _LaterLoader:
    """Makes modules that PySide's importer loads when they are needed."""

    def __init__(self, importer: _Importer) -> None:
        self._find = importer.find_spec
        self._importer = importer

    def find_spec(self, name: str, *where: object) -> ModuleSpec | None:
        spec = self._find(name, *where)
        if spec is not None and name in LATER:
            spec.loader = cast("Loader", self)
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return LaterModule(spec.name)

    def exec_module(self, module: LaterModule) -> None:
        if module.__spec__ is not None:
            module.load = partial(self._load, module, module.__spec__, module.__spec__.name)

    def _load(self, module: ModuleType, spec: ModuleSpec, name: str) -> None:
        """Load a module by the name under which it was found: PySide gives it a second one."""
        second, spec.name = spec.name, name
        try:
            self._importer.exec_module(module)
        finally:
            spec.name = second


class _Finders(list["MetaPathFinderProtocol"]):
    """What finds modules, while PySide puts its own importer among it."""

    def insert(self, place: SupportsIndex, finder: MetaPathFinderProtocol) -> None:
        if type(finder).__name__ == IMPORTER:
            importer = cast("_Importer", finder)
            importer.find_spec = _LaterLoader(importer).find_spec
        super().insert(place, finder)


@contextmanager
def signatures_later() -> Iterator[None]:
    """PySide is imported meanwhile, and leaves these modules for later."""
    given = sys.meta_path
    finders = sys.meta_path = _Finders(given)
    try:
        yield
    finally:
        given[:] = finders
        sys.meta_path = given
