"""The table of keys → schemas/*.schema.json: flat, one a type, what several share in chung.schema.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vanban.keys import FileKind, Help, Key, Part, document_keys, document_types, kinds, parts, registers, unit_files

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SHARED = "chung.schema.json"
_WIDTH = 116
_PLAIN: dict[str, dict[str, Any]] = {
    "chu": {"type": "string", "minLength": 1}, "ten_goi": {"type": "string", "minLength": 1},
    "chia_dong": {"type": "string", "minLength": 1},
    "flag": {"type": "boolean"},
}
Schema = dict[str, Any]


# By the name of a key of kind “found”: the names it may have, each with what it means.
Found = Mapping[str, Mapping[str, str]]


def to_schemas(found: Found) -> dict[str, str]:
    """The text of every schema by the name of its file."""
    making = _Making(found)
    files = {_SHARED: making.shared()}
    files |= {f"{name}.schema.json": making.file(name, each, "loai_van_ban") for name, each in document_types().items()}
    files |= {f"{name}.schema.json": making.file(name, each, "loai_du_lieu") for name, each in registers().items()}
    files |= {f"{name}.schema.json": making.file(name, each, "loai_du_lieu") for name, each in unit_files().items()}
    return {name: f"{_text(schema)}\n" for name, schema in files.items()}


@dataclass(frozen=True, slots=True)
class _Making:
    found: Found

    def shared(self) -> Schema:
        """What several schemas refer to: kinds of value, parts (`mot_…`), the keys of documents."""
        definitions = {name: {**_shown(kind.shown), **kind.schema} for name, kind in kinds().items()}
        definitions |= {f"mot_{name}": self._part(part) for name, part in parts().items()}
        definitions |= {_shared_name(name): self._key(name, key, "") for name, key in document_keys().items()}
        about = Help("Phần dùng chung", "Các kiểu dữ liệu và các mục mà nhiều loại văn bản dùng chung, mỗi định nghĩa "
                     "ghi một lần.")
        return {"$schema": _DRAFT, **_shown(about), "$defs": definitions}

    def file(self, name: str, file: FileKind, type_key: str) -> Schema:
        is_document = type_key == "loai_van_ban"
        named = {"$ref": f"{_SHARED}#/$defs/{type_key}"} if is_document else {**_shown(file.names), "type": "string"}
        properties: Schema = {type_key: {**named, "const": name}}
        for key, entry in file.keys.items():
            shared = is_document and key not in file.own
            properties[key] = (
                {"$ref": f"{_SHARED}#/$defs/{_shared_name(key)}"} if shared else self._key(key, entry, _SHARED)
            )
        schema = {
            "$schema": _DRAFT, **_shown(file.shown), "type": "object", "additionalProperties": False,
            "required": [type_key, *file.needs],
        }
        for key, needed in file.when.items():
            schema |= {"if": {"required": [key]}, "then": {"required": list(needed)}}
        return schema | {"properties": properties}

    def _part(self, part: Part) -> Schema:
        other = part.other
        needs = {"required": list(part.needs)} if part.needs else {}
        return {
            "type": "object", "additionalProperties": {**_shown(other[0]), **other[1]} if other else False, **needs,
            **_shown(part.shown), "properties": {name: self._key(name, key, "") for name, key in part.keys.items()},
        }

    def _key(self, name: str, key: Key, file: str) -> Schema:
        """What a schema says of a key; `file` is that of the definitions, "" inside it."""
        value = _choice(self.found[name]) if key.kind == "found" else _value(key, file)
        return {**_shown(key.shown), **value, **({"default": key.default} if key.default else {})}


def _shared_name(key: str) -> str:
    """Where a key of documents is defined, apart from the kind that has its name."""
    return f"{key}_van_ban" if key in kinds() else key


def _value(key: Key, file: str) -> Schema:
    word, _, of = key.value.partition(" ")
    match word:
        case "list":
            return _array(key, {**_shown(key.each), "$ref": f"{file}#/$defs/{of}"})
        case "records":
            return _array(key, {"$ref": f"{file}#/$defs/mot_{key.part}"})
        case "record":
            return {"$ref": f"{file}#/$defs/mot_{key.part}"}
        case "choice":
            return _choice(key.choices)
        case "own":
            return dict(key.schema)
    return _PLAIN.get(word) or {"$ref": f"{file}#/$defs/{word}"}


def _choice(choices: Mapping[str, str]) -> Schema:
    return {"type": "string", "enum": list(choices), "enumDescriptions": list(choices.values())}


def _array(key: Key, items: Schema) -> Schema:
    most = {"maxItems": key.most} if key.most else {}
    return {"type": "array", "minItems": key.least, **most, "items": items}


def _shown(shown: Help) -> Schema:
    """Title and description, where there are any."""
    return {name: words for name, words in (("title", shown.title), ("description", shown.description)) if words}


def _text(node: Any, indent: int = 0) -> str:
    """JSON for people who read what changed: what fits on a line stands on one."""
    line = json.dumps(node, ensure_ascii=False)
    if indent and len(line) + indent <= _WIDTH or not isinstance(node, dict | list) or not node:
        return line
    inner = " " * (indent + 2)
    if isinstance(node, list):
        entries, (opening, closing) = [_text(each, indent + 2) for each in node], "[]"
    else:
        named = ((json.dumps(name, ensure_ascii=False), each) for name, each in node.items())
        entries, (opening, closing) = [f"{name}: {_text(each, indent + 2)}" for name, each in named], "{}"
    return f"{opening}\n{inner}{f',{chr(10)}{inner}'.join(entries)}\n{' ' * indent}{closing}"
