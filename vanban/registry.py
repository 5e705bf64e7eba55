"""Modules of a package, found by looking: no list of registrations is kept by hand.

What a module of each kind must have is a Protocol; it is checked when the module is found, so that a wrong plug-in is a
sentence that names the file, and not an AttributeError in the middle of a run.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from vanban.errors import PluginError, VanBanError

P = TypeVar("P")
# Of each value its class and, of a Literal, what it may be; of each function the names of its parameters.
_Members = tuple[dict[str, tuple[type[Any], tuple[Any, ...]]], dict[str, list[str]]]
# What was worked out of each Protocol, asked for once a module.
_MEMBERS: dict[type[Any], _Members] = {}


def discover(package: ModuleType, kind: type[P]) -> dict[str, P]:
    """The modules directly in `package`, imported, by their short names, in alphabetical order; each is a `kind`.

    kind    a Protocol: names with their types, functions with their parameters
    Names that begin with an underscore are helpers and are passed over.
    Raises PluginError for a module that lacks something of `kind`, or has it otherwise.
    """
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if not info.name.startswith("_"))
    found = {name: _imported(f"{package.__name__}.{name}") for name in names}
    for module in found.values():
        for fault in faults(module, kind):
            raise PluginError(f"Tệp {module.__name__.replace('.', '/')}.py chưa dùng được: {fault}.")
    return cast(dict[str, P], found)


def _imported(name: str) -> ModuleType:
    """A plug-in, loaded. Raises PluginError for one that cannot be, whatever its own code does then."""
    try:
        return importlib.import_module(name)
    except VanBanError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(
            f"Tệp {name.replace('.', '/')}.py chưa dùng được: khi nạp thì gặp {type(error).__name__}: {error}."
        ) from error


def faults(module: ModuleType, kind: type[Any]) -> Iterator[str]:
    """What `module` lacks of `kind`, in words."""
    if kind not in _MEMBERS:
        _MEMBERS[kind] = _members(kind)
    values, functions = _MEMBERS[kind]
    for name, (wanted, allowed) in values.items():
        value = getattr(module, name, None)
        if not isinstance(value, wanted):
            yield f"thiếu {name} (kiểu {wanted.__name__})"
        elif allowed and value not in allowed:
            yield f"{name} phải là một trong {', '.join(map(str, allowed))}"
    for name, parameters in functions.items():
        own = getattr(module, name, None)
        if not callable(own) or list(inspect.signature(own).parameters) != parameters:
            yield f"thiếu hàm {name}({', '.join(parameters)})"


def _members(kind: type[Any]) -> _Members:
    """The names that a Protocol asks for with their types, and its functions with the names of their parameters."""
    values = {name: (_runtime_type(hint), get_args(hint) if get_origin(hint) is Literal else ())
              for name, hint in get_type_hints(kind).items() if not name.startswith("_")}
    own: dict[str, Callable[..., Any]] = {name: each for name, each in vars(kind).items()
                                          if isinstance(each, FunctionType) and not name.startswith("_")}
    return values, {name: list(inspect.signature(each).parameters)[1:] for name, each in own.items()}


def _runtime_type(hint: Any) -> type[Any]:
    """The class that a value of the type `hint` has: `str` of `Literal["a"]`, `tuple` of `tuple[str, ...]`."""
    origin = getattr(hint, "__origin__", hint)
    return origin if isinstance(origin, type) else type(hint.__args__[0])
