"""A source against its JSON Schema: every fault at its place, in a clerk's words.

Scalars are text until the schema types them: `typed` turns the text of booleans and integers into values;
everything else stays as written. jsonschema decides, this module only tells.
"""

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from vanban.dates import parse_date
from vanban.findings import Finding, finding
from vanban.numerals import parse_number
from vanban.readers.source import Path, Source
from vanban.text import nearest

_KIND_WORDS = {
    "string": "một dòng chữ", "integer": "một số nguyên", "number": "một số", "boolean": "true hoặc false",
    "array": "một danh sách (mỗi dòng bắt đầu bằng “- ”)", "object": "các mục con “tên_mục: giá trị”",
}
_BOOLEANS = {"true": True, "false": False}


class Schemas:
    """The schemas of a folder, by the type of data they describe ("quyet_dinh")."""

    def __init__(self, folder: FilePath) -> None:
        self._folder = folder
        self._validators: dict[str, Draft202012Validator] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The types there are, in alphabetical order."""
        names = (path.name.removesuffix(".schema.json") for path in self._folder.glob("*.schema.json"))
        return tuple(sorted(name for name in names if name != "chung"))

    @cached_property
    def _documents(self) -> dict[str, Any]:
        return {
            path.name: json.loads(path.read_text("utf-8")) for path in sorted(self._folder.glob("*.schema.json"))
        }

    def validator(self, name: str) -> Draft202012Validator:
        """The validator of one type. Raises KeyError for a type that has no schema."""
        if name not in self._validators:
            documents = self._documents
            registry = Registry().with_resources(
                (file, Resource.from_contents(schema)) for file, schema in documents.items()
            )
            self._validators[name] = Draft202012Validator(
                documents[f"{name}.schema.json"], registry=registry, format_checker=_FORMATS
            )
        return self._validators[name]

    def typed(self, name: str, data: Any) -> Any:
        """`data` with the booleans and integers of the schema made from their text; the rest unchanged."""
        file = f"{name}.schema.json"
        return self._typed(data, self._documents[file], file)

    def _typed(self, data: Any, schema: Any, file: str) -> Any:
        if reference := schema.get("$ref"):
            target, _, pointer = reference.partition("#")
            file = target or file
            schema = self._documents[file]
            for part in pointer.strip("/").split("/") if pointer else ():
                schema = schema[part]
            return self._typed(data, schema, file)
        match data:
            case dict():
                known = schema.get("properties", {})
                return {key: self._typed(value, known.get(key, {}), file) for key, value in data.items()}
            case list():
                return [self._typed(value, schema.get("items", {}), file) for value in data]
            case str() if schema.get("type") == "boolean":
                return _BOOLEANS.get(data, data)
            case str() if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", data):
                return int(data)
        return data


def _has_form(parse: Any) -> Any:
    """A format check from a parser that raises ValueError. What is not text is left to `type`."""
    def check(value: object) -> bool:
        return not isinstance(value, str) or parse(value) is not None
    return check


_FORMATS = FormatChecker(formats=())
_FORMATS.checks("ngay", raises=ValueError)(_has_form(parse_date))
_FORMATS.checks("so", raises=ValueError)(_has_form(parse_number))


def check_schema(source: Source, name: str, schemas: Schemas) -> tuple[Any, list[Finding]]:
    """The typed data of `source` and its faults against the schema `name`, in the order of the file."""
    data = schemas.typed(name, source.data)
    errors = schemas.validator(name).iter_errors(data)
    findings = [f for error in errors for f in _told(error, source)]
    return data, sorted(set(findings), key=lambda f: f.order)


def _told(error: ValidationError, source: Source) -> Iterator[Finding]:
    path = tuple(error.absolute_path)
    where = source.place(path)
    hint = _described(error.schema)
    match error.validator:
        case "additionalProperties":
            known = list(error.schema["properties"])
            for key in error.instance.keys() - set(known):
                close = nearest(key, known)
                yield finding(
                    "S201", source.place((*path, key), key=True), f"Không có mục tên “{key}” ở đây.",
                    f"Có phải “{close}”?" if close else f"Các mục có thể dùng: {', '.join(known)}.",
                )
        case "required":
            for key in error.validator_value:
                if key not in error.instance:
                    described = error.schema.get("properties", {}).get(key, {})
                    yield finding(
                        "S202", _opening(source, path), f"Thiếu mục bắt buộc “{key}”.",
                        _described(described) or f"Thêm dòng “{key}: …”.",
                    )
        case "type":
            kinds = error.validator_value
            wanted = [kinds] if isinstance(kinds, str) else kinds
            yield finding("S203", where, f"{_subject(path)} phải là {_KIND_WORDS[wanted[0]]}.", hint)
        case "const" | "enum":
            allowed = [error.validator_value] if error.validator == "const" else error.validator_value
            close = nearest(str(error.instance), map(str, allowed))
            yield finding(
                "S204", where, f"{_subject(path)} không nhận giá trị “{error.instance}”.",
                f"Có phải “{close}”?" if close else f"Chọn một trong: {', '.join(map(str, allowed))}.",
            )
        case "format":
            code = "S206" if error.validator_value == "ngay" else "S207"
            yield finding(code, where, f"{error.cause}.", hint)
        case "pattern":
            if error.schema.get("format") not in ("ngay", "so"):  # those say more themselves
                said = error.schema.get("patternErrorMessage", "viết không đúng dạng")
                yield finding("S205", where, f"{_subject(path)}: “{_short(error.instance)}” {_as_clause(said)}.", hint)
        case "minItems" | "minLength":
            yield finding("S205", where, f"{_subject(path)} đang để trống.", hint or "Điền nội dung, hoặc xóa cả mục.")
        case "uniqueItems":
            yield finding("S205", where, f"{_subject(path)} có giá trị lặp lại.", "Xóa giá trị thừa.")
        case "if":
            for inner in error.context or ():
                yield from _told(inner, source)
        case other:
            raise NotImplementedError(f"no words for the schema keyword {other!r}")


def _opening(source: Source, path: Path) -> Any:
    """The place to name for something missing: the key of the mapping that lacks it, else its first line."""
    return source.place(path, key=True) if path and isinstance(path[-1], str) else source.place(path)


def _subject(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    ordinal = f" thứ {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
    return f"“{names[-1]}”{ordinal}" if names else "Tệp"


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _as_clause(message: str) -> str:
    return message.strip().rstrip(".")


def _described(schema: Any) -> str:
    """What the schema says of the key to the one who fills it in; "" where it says nothing."""
    return schema.get("description", "") if isinstance(schema, dict) else ""
