"""Modules of a package, found by looking: no list of registrations is kept by hand."""

import importlib
import pkgutil
from types import ModuleType


def discover(package: ModuleType) -> dict[str, ModuleType]:
    """The modules directly in `package`, imported, by their short names, in alphabetical order.

    Names that begin with an underscore are helpers and are passed over.
    """
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if not info.name.startswith("_"))
    return {name: importlib.import_module(f"{package.__name__}.{name}") for name in names}
