"""Edits anywhere in a file of any shape: nothing is refused, the file reads as it was meant, and what belongs to no
entry that goes stands as it stood.

The file is made of lines that know what they belong to: a list or mapping of block style at any depth, in lines of its
own or behind a dash, between brackets on one line or on several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.examples import examples
from vanban.edits.applying import edited
from vanban.edits.entries import edit_items, edit_keys
from vanban.readers.source import read_source

Path = tuple[str | int, ...]
SCALARS = ["a", "Bộ Nội vụ", '"x: # y"', "'- z'", "|", '"a', "[p, q]", "{k: v}"]
DATA = {"a": "a", "Bộ Nội vụ": "Bộ Nội vụ", '"x: # y"': "x: # y", "'- z'": "- z", "|": "1. Một\n# hai\n", '"a': "a b",
        "[p, q]": ["p", "q"], "{k: v}": {"k": "v"}}
BELOW = {"|": ["  1. Một", "  # hai"], '"a': ['  b"']}
NO_COMMENT = {"|"}


@dataclass(frozen=True)
class Line:
    """A line, and the entry that it goes with; `()`: with none."""

    text: str
    owner: Path


@dataclass
class Made:
    """The data of a value, the lines that it is written in, where the lists and mappings in it are."""

    data: Any
    lines: list[Line]
    collections: list[Path]


def _moved(lines: Sequence[Line], by: int) -> list[Line]:
    return [Line(f"{' ' * by}{line.text}" if line.text else "", line.owner) for line in lines]


@st.composite
def _values(draw: st.DrawFn, path: Path, depth: int) -> tuple[list[Line], Any, list[Path], bool]:
    """Lines of a value, the first behind its key or dash where it begins with text; whether a comment may follow."""
    kind = draw(st.sampled_from(["scalar", "block", "flow_lines"])) if depth < 3 else "scalar"
    if kind == "scalar":
        scalar = draw(st.sampled_from(SCALARS))
        lines = [Line(scalar, path), *(Line(line, path) for line in BELOW.get(scalar, ()))]
        inner = [path] if scalar[0] in "[{" else []
        return lines, DATA[scalar], inner, scalar not in NO_COMMENT
    if kind == "flow_lines":
        names = [f"m{number}" for number in range(draw(st.integers(1, 3)))]
        comma = draw(st.sampled_from(["", ","]))
        inside = [Line(f"  {name}{',' if index < len(names) - 1 else comma}   # {name}", (*path, index))
                  for index, name in enumerate(names)]
        return [Line("[", path), *inside, Line("]", path)], names, [path], True
    made = draw(_collections(path, depth))
    return [Line("", path), *made.lines], made.data, made.collections, False


@st.composite
def _collections(draw: st.DrawFn, path: Path, depth: int) -> Made:
    is_list = draw(st.booleans())
    data: Any = [] if is_list else {}
    lines: list[Line] = []
    collections = [path]
    for index in range(draw(st.integers(1, 3))):
        name: str | int = index if is_list else f"k{index}"
        inner = (*path, name)
        values, value, found, takes_comment = draw(_values(inner, depth + 1))
        for _ in range(draw(st.integers(0, 1))):
            lines += [Line("# riêng", path), Line("", path)]
        lines += [Line("# của nó", inner)] * draw(st.integers(0, 1))
        sign = "-" if is_list else f"{name}:"
        first, *rest = values
        below = _moved(rest, 2)
        if is_list and not first.text and not rest[0].text.startswith("#") and draw(st.booleans()):
            first, *below = rest  # behind the dash
            below = _moved(below, 2)
        end = "   # cuối" if takes_comment and draw(st.booleans()) else ""
        head = Line(f"{sign}{first.text and ' '}{first.text}", first.owner if first.text else inner)
        own = [head, *below]
        own[-1] = Line(own[-1].text + end, own[-1].owner)
        lines += own
        collections += found
        if is_list:
            data.append(value)
        else:
            data[name] = value
    return Made(data, lines, collections)


def _goes(line: Line, path: Path, removed: set[str | int]) -> bool:
    return len(line.owner) > len(path) and line.owner[: len(path)] == path and line.owner[len(path)] in removed


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _comments(lines: Iterator[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip().startswith("#")]


@settings(max_examples=examples(300), deadline=None)
@given(st.data(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def it_edits_lists_and_mappings_at_any_depth(data: st.DataObject, ending: str, is_ended: bool) -> None:
    made = data.draw(_collections(("ds",), 0))
    top = [Line("# đầu", ()), Line("ds:", ()), *_moved(made.lines, 2), Line("cuoi: hết", ())]
    text = "".join(f"{line.text}{ending}" for line in top)
    source, findings = read_source("t.yaml", (text if is_ended else text.removesuffix(ending)).encode())
    assert findings == []
    assert source.data == {"ds": made.data, "cuoi": "hết"}, text
    path = data.draw(st.sampled_from(made.collections))
    old = _at(source.data, path)
    names = list(range(len(old))) if isinstance(old, list) else list(old)
    removed = data.draw(st.sets(st.sampled_from(names)))
    places = data.draw(st.sets(st.integers(0, len(names)), max_size=2))
    assume(removed or places)
    if isinstance(old, list):
        fixes = edit_items(source, path, removed, {at: [f"n{at}"] for at in places})
    else:
        fixes = edit_keys(source, path, removed, {names[at - 1] if at else None: {f"n{at}": "x"} for at in places})
    after = edited(source, fixes).decode()
    again, findings = read_source("t.yaml", after.encode())
    assert findings == []
    assert after.count("\r\n") == (after.count("\n") if ending == "\r\n" else 0)
    assert _at(again.data, path) == _meant(old, names, removed, places)
    stays = [line.text for line in top if not _goes(line, path, removed)]
    assert _comments(iter(after.split(ending))) == _comments(iter(stays))


def _meant(old: Any, names: list[Any], removed: set[Any], places: set[int]) -> Any:
    if isinstance(old, list):
        put = {at: [f"n{at}"] for at in places}
        return [each for at in range(len(old) + 1)
                for each in (*put.get(at, ()), *(old[at : at + 1] if at not in removed else ()))]
    return {name: old[name] for name in names if name not in removed} | {f"n{at}": "x" for at in places}
