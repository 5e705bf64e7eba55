"""Going through any node of the tree by the fields of its dataclass: looking at what it holds, or changing it.

The order is that of the fields, which stand in the order of print. Fields that only repeat what stands elsewhere (what
was drawn of a table) or that list ids (căn cứ, danh mục) say so in their metadata and are left out. A node in which
nothing changes stays the same object, so a change of a few nodes costs little in a long document.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from operator import is_not
from typing import Any, TypeVar, get_args, get_type_hints

N = TypeVar("N")
# What becomes of a node of each type; it is called when all that the node holds has been changed.
Changes = Mapping[type[Any], Callable[[Any], Any]]
# Metadata of a field that is not gone into.
LEFT_OUT = {"left_out": True}
_Wanted = frozenset[type[Any]]
# What was worked out of the types of nodes, which do not change while the program runs: the fields of each type
# through which what is wanted can be reached.
_Ways = dict[type[Any], tuple[str, ...]]
_WAYS: dict[_Wanted, _Ways] = {}
# The same, the last field first, as a stack wants them.
_BACKWARDS: dict[_Wanted, _Ways] = {}
_HELD: dict[type[Any], dict[str, tuple[type[Any], ...]]] = {}


def rebuilt(node: N, changes: Changes) -> N:
    """`node` with every node of the types of `changes` in it changed, itself last."""
    wanted = frozenset(changes)
    result: N = _rebuilt(node, changes, wanted, _WAYS.setdefault(wanted, {}))
    return result


def found(node: Any, *kinds: type[N]) -> Iterator[N]:
    """Every node of `kinds` in `node`, itself included, a node before what it holds."""
    wanted = frozenset(kinds)
    ways = _BACKWARDS.setdefault(wanted, {})
    waiting = [node]
    while waiting:
        node = waiting.pop()
        kind = type(node)
        if kind is tuple:
            waiting += node[::-1]
            continue
        if kind in wanted:
            yield node
        if (names := ways.get(kind)) is None:
            names = ways[kind] = _ways(kind, wanted)[::-1]
        for name in names:
            if inner := getattr(node, name):
                waiting.append(inner)


def _rebuilt(node: Any, changes: Changes, wanted: _Wanted, ways: _Ways) -> Any:
    kind = type(node)
    if kind is tuple:
        return _all_rebuilt(node, changes, wanted, ways)
    if (names := ways.get(kind)) is None:
        names = ways[kind] = _ways(kind, wanted)
    changed = {}
    for name in names:
        if old := getattr(node, name):
            new = _rebuilt(old, changes, wanted, ways)
            if new is not old:
                changed[name] = new
    if changed:
        node = replace(node, **changed)
    return changes[kind](node) if kind in wanted else node


def _all_rebuilt(nodes: tuple[Any, ...], changes: Changes, wanted: _Wanted, ways: _Ways) -> tuple[Any, ...]:
    new = [
        # most are leaves that nobody wants
        node if ways.get(type(node)) == () and type(node) not in wanted else _rebuilt(node, changes, wanted, ways)
        for node in nodes
    ]
    return tuple(new) if any(map(is_not, nodes, new)) else nodes


def _ways(kind: type[Any], wanted: _Wanted) -> tuple[str, ...]:
    """The fields of `kind` through which a node of one of the `wanted` types can be reached."""
    held = _held(kind).items()
    return tuple(name for name, kinds in held if any(_reaches(each, wanted, set()) for each in kinds))


def _reaches(kind: type[Any], wanted: _Wanted, seen: set[type[Any]]) -> bool:
    if kind in wanted:
        return True
    if kind in seen:
        return False
    seen.add(kind)
    return any(_reaches(each, wanted, seen) for held in _held(kind).values() for each in held)


def _held(kind: type[Any]) -> dict[str, tuple[type[Any], ...]]:
    """The types of nodes that each field of `kind` can hold; {} for what is no node."""
    if kind not in _HELD:
        hints = get_type_hints(kind) if is_dataclass(kind) else {}
        gone_into = [each.name for each in fields(kind) if "left_out" not in each.metadata] if hints else []
        _HELD[kind] = {name: tuple(_nodes(hints[name])) for name in gone_into}
    return _HELD[kind]


def _nodes(hint: Any) -> Iterator[type[Any]]:
    """The dataclasses that a type hint speaks of: of unions and tuples their parts."""
    if is_dataclass(hint):
        assert isinstance(hint, type)
        yield hint
    for part in get_args(hint):
        yield from _nodes(part)
