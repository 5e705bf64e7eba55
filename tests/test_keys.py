"""The one table of keys: what stands in it is what schemas, names and the tests of print say."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from vanban.keys import all_keys, document_keys, document_types, keys_of, kinds, lists, parts, registers
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.pipeline.schemas import schemas

ROOT = Path(__file__).parents[1]
PLAIN = {"chu", "chia_dong", "flag", "choice", "own", "found"}
# Kinds that name entries of a register.
POINTING = ("ma", "danh_sach_ma", "list nhom_ma_can_cu", "ten_goi")


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
    known |= {f"{word} {register}" for register in lists() for word in POINTING}
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
    for types in (document_types(), registers()):
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
    waiting = [key.kind.split()[-1] for file in registers().values() for key in file.keys.values()]
    found: set[str] = set()
    while waiting:
        part = waiting.pop()
        if part in parts() and part not in found:
            found.add(part)
            waiting += [key.kind.split()[-1] for key in parts()[part].keys.values()]
    return found
