"""What is written as a block (`nguoi_ky: |` and the value below) is read as if it stood behind its key.

YAML ends a block in a line feed, and a pattern that ends in `$` lets one through: an id would then name nothing, and
what it points to would be missing from the page without a word.
"""

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.test_bad_and_good import SOUND, findings_of
from vanban.model.places import Places
from vanban.readers.build_document import build_document
from vanban.readers.build_registers import build_registers
from vanban.readers.check_schema import check_schema
from vanban.readers.record import Record
from vanban.readers.schemas import Schemas
from vanban.readers.source import Source, read_source

ROOT = Path(__file__).parents[1]
SCHEMAS = Schemas(ROOT / "schemas")
SAMPLES = sorted({*ROOT.glob("content/**/*.yaml"), *ROOT.glob("tests/good/*.yaml")})
Path_ = tuple[str, ...]


def leaves(schema: Any, path: Path_ = (), above: tuple[int, ...] = ()) -> Iterator[tuple[Path_, Any]]:
    """Every value below `schema` that is no list or mapping, with its path ("[]": the items of a list)."""
    schema = SCHEMAS.follow(schema)
    if id(schema.get("properties", schema)) in above:
        return  # a heading below a heading
    above = (*above, id(schema.get("properties", schema)))
    if "properties" in schema:
        for key, inner in schema["properties"].items():
            yield from leaves(inner, (*path, key), above)
    elif "items" in schema:
        yield from leaves(schema["items"], (*path, "[]"), above)
    else:
        yield path, schema


def is_id(schema: Any) -> bool:
    return str(schema.get("pattern", "")).startswith("^[a-z][a-z0-9_]*")


def nested(path: Path_, value: str) -> Any:
    for part in reversed(path):
        value = [value] if part == "[]" else {part: value}  # type: ignore[assignment]
    return value


def changed(data: Any, schema: Any, change: Callable[[str], str], used: set[str], key: str = "") -> Any:
    """`data` with every id changed; `used` gathers the keys that hold one."""
    schema = SCHEMAS.follow(schema)
    match data:
        case dict():
            known = schema.get("properties", {})
            return {name: changed(value, known.get(name, {}), change, used, name) for name, value in data.items()}
        case list():
            return [changed(value, schema.get("items", {}), change, used, key) for value in data]
        case str() if is_id(schema):
            used.add(key)
            return change(data)
    return data


def as_model(source: Source) -> tuple[Any, list[str]]:
    """What is built of one file, and the codes of what is found in it."""
    key = "loai_du_lieu" if "loai_du_lieu" in source.data else "loai_van_ban"
    data, findings = check_schema(source, source.data[key], SCHEMAS)
    places = Places()
    built: Any
    if key == "loai_van_ban":
        built, faults = build_document(source, data, places)
    else:
        built, faults = build_registers([Record(source, data, places)], places)
    return built, [f.code for f in (*findings, *faults)]


@pytest.mark.parametrize("name", SCHEMAS.names)
def it_types_every_value_but_running_text_without_the_line_feed_of_its_block(name: str) -> None:
    schema = SCHEMAS.schema(name)
    for path, leaf in leaves(schema):
        if leaf.get("format") != "van_ban_thuong":
            assert SCHEMAS.typed(name, nested(path, "abc\n")) == SCHEMAS.typed(name, nested(path, "abc")), path
            assert SCHEMAS.typed(name, nested(path, "true\n")) == SCHEMAS.typed(name, nested(path, "true")), path


def it_builds_the_same_from_ids_that_end_in_a_line_feed() -> None:
    used: set[str] = set()
    for path in SAMPLES:
        source, _ = read_source(path.name, path.read_bytes())
        kind = source.data.get("loai_van_ban") or source.data["loai_du_lieu"]
        other = copy.deepcopy(source)
        other.data = changed(source.data, SCHEMAS.schema(kind), lambda ma: f"{ma}\n", used)
        assert as_model(other) == as_model(source), path
    known = {next(part for part in reversed(path) if part != "[]")
             for name in SCHEMAS.names for path, leaf in leaves(SCHEMAS.schema(name)) if is_id(leaf)}
    assert used == known, "the samples use every key that holds an id"


@pytest.mark.parametrize("value", ["|\n  {}", "|+\n  {}\n\n", ">\n  {}", ">-\n  {}"])
@pytest.mark.parametrize("key", ["nguoi_ky", "co_quan", "ma", "loai_van_ban", "luu", "so_van_ban", "trich_yeu"])
def it_takes_a_value_below_its_key(key: str, value: str, tmp_path: Path) -> None:
    lines = [line for line in SOUND.splitlines() if line.startswith(f"{key}: ")] or [f"{key}: 12"]
    text = SOUND.replace(f"{lines[0]}\n", "") + f"{key}: {value.format(lines[0].partition(': ')[2])}\n"
    assert findings_of(text.encode(), tmp_path) == []


def it_refuses_a_key_of_two_lines(tmp_path: Path) -> None:
    found = findings_of(f"{SOUND}bo_qua:\n  ? |\n    F101\n  : lý do\n".encode(), tmp_path)
    assert [(f.code, f.line) for f in found] == [("S203", SOUND.count("\n") + 2)]
