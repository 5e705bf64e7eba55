"""The one table of keys: what stands in it is what schemas, names and the tests of print say."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import yaml

from vanban.keys import (
    Key,
    all_keys,
    document_keys,
    document_types,
    keys_of,
    kinds,
    lists,
    parts,
    registers,
    unit_files,
)
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.places import Places
from vanban.pipeline.schemas import schemas
from vanban.readers.build_document import build_document
from vanban.readers.schemas import Schemas
from vanban.readers.source import Source
from vanban.writers.to_yaml import to_yaml

ROOT = Path(__file__).parents[1]
PLAIN = {"chu", "chia_dong", "flag", "choice", "own", "found"}
# Kinds that name entries of a register.
POINTING = ("ma", "danh_sach_ma", "danh_sach_ma_ten", "list nhom_ma_can_cu", "ten_goi")


@pytest.mark.parametrize("name", schemas())
def it_has_the_schemas_that_the_table_gives(name: str) -> None:
    """After a change of the table: `build.py schemas`."""
    assert (ROOT / "schemas" / name).read_text("utf-8") == schemas()[name]


def it_has_no_schema_beside_those() -> None:
    assert {path.name for path in (ROOT / "schemas").iterdir()} == schemas().keys()


def it_writes_schemas_that_are_json_and_not_too_wide_to_read() -> None:
    for text in schemas().values():
        json.loads(text)
        long = [line for line in text.splitlines() if len(line) > 120 and not line.lstrip().startswith('"')]
        assert long == []


def it_knows_every_kind_that_a_key_names() -> None:
    known = PLAIN | set(kinds()) | {f"list {kind}" for kind in kinds()}
    known |= {f"{word} {part}" for part in parts() for word in ("record", "records")}
    known |= {f"{word} {register}" for register in [*lists(), "co_quan/nhom_co_quan"] for word in POINTING}
    assert [name for name, key in all_keys() if key.kind not in known] == []


def it_says_of_every_key_of_a_document_whether_it_is_printed() -> None:
    inside = {name for name in parts() if name not in _of_registers()}
    silent = [name for name, key in document_keys().items() if not key.prints]
    silent += [f"{part}.{name}" for part in inside for name, key in parts()[part].keys.items() if not key.prints]
    assert silent == []


def it_names_every_key_once() -> None:
    labelled = [name for name, key in all_keys() if key.label]
    assert len(labelled) == len(set(labelled))
    assert {name for name, _ in all_keys()} <= set(labelled) | {"loai_du_lieu"}


def it_helps_with_every_key() -> None:
    helped_by_kind = {name for name, kind in kinds().items() if kind.shown.description}
    assert [name for name, key in all_keys() if not key.shown.description and key.kind not in helped_by_kind] == []


def it_has_text_for_every_help() -> None:
    """A bare 5 or true would be a number or a flag of YAML's."""
    shown = [key.shown for _, key in all_keys()] + [kind.shown for kind in kinds().values()]
    assert [each for each in shown if not all(isinstance(words, str) for words in (each.title, each.help, each.example))] == []


def it_needs_no_key_that_a_type_does_not_have() -> None:
    for types in (document_types(), registers(), unit_files()):
        for kind in types.values():
            assert set(kind.needs) | set(kind.when) | {key for keys in kind.when.values() for key in keys} <= set(kind.keys)
    for part in parts().values():
        assert set(part.needs) <= set(part.keys)


def it_uses_every_kind_and_part() -> None:
    used = {word for _, key in all_keys() for word in key.kind.split()}
    assert set(kinds()) | set(parts()) <= used


# Keys that are kept in a field of another name, or of another node, or not at all.
ELSEWHERE = {
    ("", "ghi_chu"), ("", "dieu"), ("de_muc", "bo_qua"), ("dieu", "bo_qua"), ("nhiem_vu", "chu_tri"), ("nhiem_vu", "phoi_hop"),
}


def it_has_a_field_in_the_model_for_every_key_of_a_mapping() -> None:
    """Else what is typed there would be read by nobody."""
    lost = {(part, key) for part, node in set(_nodes("", VanBan)) | {("dieu", DeMuc)} for key in keys_of(part)
            if key not in {each.name for each in fields(node)}}
    assert lost == ELSEWHERE


VALUES: dict[str, Any] = {
    "flag": True, "ngay": "15/7/2025", "so": "5", "nam": "2026", "ma_ky": "sau_thang", "thoi_gian": "Năm 2025", "danh_so": "1.1", "found": "cot_hang",
    "chu_so": "5", "bo_qua": {"F102": "lý do"},
}
# Not written: a note to those who edit the file; headings under the name that another type has for them; a layout that
# goes without saying; who does a task, where its parts say that.
UNWRITTEN = {
    ("", "ghi_chu"), ("", "dieu"), ("bang_bieu", "bo_cuc"), ("nhiem_vu", "chu_tri"), ("nhiem_vu", "phoi_hop"),
}


def it_reads_and_writes_every_key_of_every_mapping() -> None:
    """A document with a value under every key, written back, has all of them."""
    document, _ = build_document(Source("t.yaml"), _filled("", 4), Places())
    schemas = Schemas(ROOT / "schemas")
    text = to_yaml(document, schemas.schema("ke_hoach"), schemas.follow, "")
    again = yaml.load(text, yaml.BaseLoader)
    typed, written = ({key for key in _keys("", data) if key[0] != "dieu"} for data in (_filled("", 4), again))
    assert typed - written == UNWRITTEN


def _filled(part: str, depth: int) -> dict[str, Any]:
    """A mapping of a part with a value under every key, and two mappings where it holds mappings."""
    said: dict[str, Any] = {}
    for name, key in keys_of(part).items():
        if key.part and depth:
            inner = _filled(key.part, depth - 1)
            said[name] = inner if key.value == "record" else [inner, inner]
        elif not key.part:
            said[name] = _value_of(key)
    return said


def _value_of(key: Key) -> Any:
    least = key.schema.get("minimum", 1) + 1
    match key.value:
        case "choice":
            return list(key.choices)[-1]
        case "own" if key.schema.get("type") == "integer":
            return key.schema.get("enum", [least])[-1]
        case "own":
            return "2026" if "20" in key.shown.example else "5"
        case kind if kind.startswith("list") or kind in ("danh_sach_ma", "danh_sach_ma_ten"):
            return ["mot = hai" if kind == "list cau_chu" else "mot"]
    return VALUES.get(key.value, "mot")


def _keys(part: str, data: Any) -> Iterator[tuple[str, str]]:
    """The keys that stand in data, with their parts."""
    for name, key in keys_of(part).items():
        if name in data:
            yield part, name
        for each in data.get(name, ()) if key.value == "records" else [data[name]] if key.part and name in data else []:
            yield from _keys(key.part, each)


def _nodes(part: str, node: type[Any]) -> Iterator[tuple[str, type[Any]]]:
    """Every mapping inside documents, with the node that it becomes."""
    yield part, node
    hints = get_type_hints(node)
    for name, key in keys_of(part).items():
        if key.part and name in hints and key.part != part:
            (inner,) = (each for each in _types(hints[name]) if is_dataclass(each))
            yield from _nodes(key.part, inner)


def _types(hint: Any) -> Iterator[type[Any]]:
    yield hint
    for inner in get_args(hint):
        yield from _types(inner)


def _of_registers() -> set[str]:
    waiting = [key.kind.split()[-1] for file in (*registers().values(), *unit_files().values())
               for key in file.keys.values()]
    found: set[str] = set()
    while waiting:
        part = waiting.pop()
        if part in parts() and part not in found:
            found.add(part)
            waiting += [key.kind.split()[-1] for key in parts()[part].keys.values()]
    return found
