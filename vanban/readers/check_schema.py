"""A source against its JSON Schema: every fault at its place, in a clerk's words.

Scalars are text until the schema types them: `typed` turns the text of booleans and integers into values;
everything else stays as written. A key with nothing behind it counts as not written. jsonschema decides, this
module only tells; a misspelt key is told once, then read as the key it most likely means.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from vanban.dates import parse_date
from vanban.errors import MachineError
from vanban.findings import Finding, finding
from vanban.glossary import labelled
from vanban.model.steps import ROW_STEPS, STEPS, Step, parse_scheme
from vanban.numerals import parse_number
from vanban.readers.source import Path, Source
from vanban.text import lower_first, nearest, nfc, upper_first

_KIND_WORDS = {
    "string": "một dòng chữ", "integer": "một số nguyên", "number": "một số", "boolean": "true hoặc false",
    "array": "một danh sách (mỗi dòng bắt đầu bằng “- ”)", "object": "các mục con “tên_mục: giá trị”",
}
# What the schema that an error comes from says of a key.
Describe = Callable[[ValidationError, str], str]
_COMMA = "Giá trị có dấu phẩy, viết trong {…}, thì đặt trong dấu nháy kép."
_BOOLEANS = {"true": True, "false": False}


class Schemas:
    """The schemas of a folder, by the type of data they describe ("quyet_dinh")."""

    def __init__(self, folder: FilePath) -> None:
        self._folder = folder
        self._validators: dict[str, Draft202012Validator] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The types there are, in alphabetical order."""
        names = [path.name.removesuffix(".schema.json") for path in self._folder.glob("*.schema.json")]
        if not names:
            raise MachineError(f"Không có thư mục {self._folder}; lấy lại bản gốc của thư mục schemas.")
        return tuple(sorted(name for name in names if name != "chung"))

    @cached_property
    def _documents(self) -> dict[str, Any]:
        return {path.name: _document(path) for path in sorted(self._folder.glob("*.schema.json"))}

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
        """`data` with the booleans and integers of the schema made from their text, and without the keys of the
        schema that stand there empty; the rest unchanged."""
        return self._typed(data, self.schema(name))

    def schema(self, name: str) -> Any:
        """The schema of one type, as its file has it. Raises KeyError for a type that has none."""
        return self._documents[f"{name}.schema.json"]

    def follow(self, schema: Any) -> Any:
        """`schema` with what it refers to; what it says itself wins."""
        while reference := schema.get("$ref"):
            target, _, pointer = reference.partition("#")
            found = self._documents[target]
            for part in pointer.strip("/").split("/") if pointer else ():
                found = found[part]
            schema = {**found, **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema

    def _typed(self, data: Any, schema: Any) -> Any:
        schema = self.follow(schema)
        match data:
            case dict():
                known = schema.get("properties", {})
                return {
                    key: self._typed(value, known.get(key, {})) for key, value in data.items()
                    if key not in known or not _is_blank(value)
                }
            case list():
                return [self._typed(value, schema.get("items", {})) for value in data]
            case str() if schema.get("type") == "boolean":
                return _BOOLEANS.get(data, data)
            case str() if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", data):
                return int(data)
        return data


def _document(path: FilePath) -> Any:
    """A schema file, its references with the name of the file they lead to, so that they hold wherever they are read.

    Raises MachineError for one that is damaged: schemas are ours, not the clerk's.
    """
    try:
        return json.loads(path.read_text("utf-8"), object_hook=lambda node: _absolute(node, path.name))
    except ValueError as error:
        raise MachineError(f"Tệp {path} bị hỏng; lấy lại bản gốc của thư mục schemas.") from error


def _absolute(node: dict[str, Any], file: str) -> dict[str, Any]:
    if str(node.get("$ref", "")).startswith("#"):
        node["$ref"] = f"{file}{node['$ref']}"
    return node


def _has_form(parse: Any) -> Any:
    """A format check from a parser that raises ValueError. What is not text is left to `type`."""
    def check(value: object) -> bool:
        return not isinstance(value, str) or parse(value) is not None
    return check


def _parse_deadline(text: str) -> str:
    """A deadline whose days, where it names any, are in the calendar; its form is the pattern's."""
    for day in re.findall(r"\d{1,2}/\d{1,2}/\d{4}", text):
        parse_date(day)
    return text


def _scheme_of(steps: Mapping[str, Step]) -> Callable[[str], tuple[str, ...]]:
    """A parser of schemes that are made of `steps`."""
    def parse(text: str) -> tuple[str, ...]:
        try:
            return parse_scheme(text, steps)
        except KeyError as error:
            close = nearest(error.args[0], steps)
            hint = f"có phải “{close}”?" if close else f"ghép từ các kiểu: {', '.join(steps)}"
            raise ValueError(f"Không có kiểu đánh số “{error.args[0]}”; {hint}") from None
    return parse


_FORMATS = FormatChecker(formats=())
_FORMS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "ngay": ("S206", parse_date), "thoi_gian": ("S206", _parse_deadline), "so": ("S207", parse_number),
    "danh_so": ("C103", _scheme_of(STEPS)), "danh_so_hang": ("C103", _scheme_of(ROW_STEPS)),
}
for _form, (_, _parse) in _FORMS.items():
    _FORMATS.checks(_form, raises=ValueError)(_has_form(_parse))


def check_schema(source: Source, name: str, schemas: Schemas) -> tuple[Any, list[Finding]]:
    """The typed data of `source` and its faults against the schema `name`, in the order of the file."""
    findings: list[Finding] = []
    while True:
        data = schemas.typed(name, source.data)
        errors = list(schemas.validator(name).iter_errors(_composed(data)))
        misspelt = {(path, meant): key for error in errors for path, key, meant in _misspelt(error)}
        for (path, meant), key in misspelt.items():
            findings.append(_unknown_key(source, path, key, f"Có phải {labelled(meant)}?"))
            source.rename(path, key, meant)
        if not misspelt:
            break

    def describe(error: ValidationError, key: str) -> str:
        """What the schema says of a key; a condition (`then`) names keys that stand at the top."""
        known = error.schema.get("properties") or schemas.schema(name)["properties"]
        return _described(schemas.follow(known.get(key, {})))

    told = {f for error in errors for f in _told(error, source, describe)}
    of_wrong_kind = {f.path for f in told if f.code == "S203"}  # such a value has no form to speak of
    findings += (f for f in told if f.code == "S203" or f.path not in of_wrong_kind or f.code in ("S201", "S202"))
    return data, sorted(findings, key=lambda f: f.order)


def _misspelt(error: ValidationError) -> Iterator[tuple[Path, str, str]]:
    """The unknown keys of a mapping that most likely mean a known one which is not there: path, key, meant key."""
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        for key in (key for key in error.instance if key not in known):
            if (meant := nearest(key, known)) and meant not in error.instance:
                yield tuple(error.absolute_path), key, meant


def _unknown_key(source: Source, path: Path, key: str, hint: str) -> Finding:
    return finding("S201", source.place((*path, key), key=True), f"Không có mục tên “{_short(key)}” ở đây.", hint)


def _told(error: ValidationError, source: Source, describe: Describe) -> Iterator[Finding]:
    path = tuple(error.absolute_path)
    where = source.place(path)
    hint = _described(error.schema)
    if _is_blank(error.instance):
        yield finding(
            "S205", where, f"{_subject(path)} đang để trống.",
            _COMMA if source.is_cut_off(path) else "Điền nội dung, hoặc xóa cả dòng.",
        )
        return
    match error.validator:
        case "additionalProperties":
            known = error.schema["properties"]
            for key in (key for key in error.instance if key not in known):
                if "patternProperties" not in error.schema:
                    yield _unknown_key(
                        source, path, key,
                        _COMMA if source.is_cut_off((*path, key)) else f"Các mục có thể dùng: {', '.join(known)}.",
                    )
                elif not any(re.search(pattern, key) for pattern in error.schema["patternProperties"]):
                    yield finding(
                        "S201", source.place((*path, key), key=True), f"“{_short(key)}” không phải là mã lỗi.",
                        "Mã lỗi gồm một chữ in hoa và ba chữ số, ví dụ F101; "
                        "lý do có dấu phẩy thì đặt trong dấu nháy kép.",
                    )
        case "required":
            for key in error.validator_value:
                if key not in error.instance:
                    yield _missing(source, path, key, describe(error, key))
        case "type":
            kinds = error.validator_value
            wanted = [kinds] if isinstance(kinds, str) else kinds
            yield finding("S203", where, f"{_subject(path)} phải là {_KIND_WORDS[wanted[0]]}.", hint)
        case "const" | "enum":
            allowed = [error.validator_value] if error.validator == "const" else error.validator_value
            close = nearest(str(error.instance), map(str, allowed))
            yield finding(
                "S204", where, f"{_subject(path)} không nhận giá trị “{_short(error.instance)}”.",
                f"Có phải “{close}”?" if close else f"Chọn một trong: {', '.join(map(str, allowed))}.",
            )
        case "format":
            said, _, advice = str(error.cause).rpartition("; ")
            yield finding(_FORMS[error.validator_value][0], where, f"{said}.", _sentence(advice) or hint)
        case "pattern":
            if error.schema.get("format") not in ("ngay", "so"):  # those say more themselves
                said, _, advice = error.schema.get("patternErrorMessage", "Viết không đúng dạng").partition(": ")
                yield finding(
                    "S205", where, f"{_subject(path)}: “{_short(error.instance)}” {lower_first(said).rstrip('.')}.",
                    _sentence(advice) or hint,
                )
        case "minItems" | "minLength" if not error.instance:
            yield finding("S205", where, f"{_subject(path)} đang để trống.", "Điền nội dung, hoặc xóa cả mục.")
        case "minItems":
            yield finding("S205", where, f"{_subject(path)} cần ít nhất {error.validator_value} dòng.", hint)
        case "minimum":
            yield finding("S205", where, f"{_subject(path)} phải từ {error.validator_value} trở lên.", hint)
        case "uniqueItems":
            for index, item in enumerate(error.instance):
                if item in error.instance[:index]:
                    again = (*path, index)
                    yield finding(
                        "S205", source.place(again), f"{_subject(again)}: “{_short(item)}” đã ghi ở phía trên.",
                        "Xóa dòng này.",
                    )
        case "if":
            for inner in error.context or ():
                yield from _told(inner, source, describe)
        case other:
            raise NotImplementedError(f"no words for the schema keyword {other!r}")


def _missing(source: Source, path: Path, key: str, described: str) -> Finding:
    """Told at the key where it stands empty, else at the key of the mapping that lacks it or at its first line."""
    if (*path, key) in source.keys:
        return finding("S202", source.place((*path, key), key=True), f"Mục bắt buộc {labelled(key)} đang để trống.",
                       described or "Điền nội dung.")
    opening = source.place(path, key=True) if path and isinstance(path[-1], str) else source.place(path)
    return finding("S202", opening, f"Thiếu mục bắt buộc {labelled(key)}.",
                   f"Thêm dòng “{key}: …”. {described}".strip())


def _subject(path: Path) -> str:
    """The value at `path` by its name, an item of a list by its number in it."""
    names = [part for part in path if isinstance(part, str)]
    ordinal = f" thứ {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
    return f"{labelled(_short(names[-1]))}{ordinal}" if names else "Tệp"


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _sentence(text: str) -> str:
    text = upper_first(text)
    return text if not text or text[-1] in ".?" else f"{text}."


def _composed(data: Any) -> Any:
    """`data` with its texts in NFC, as the patterns are written; the tree is read from what was typed."""
    match data:
        case dict():
            return {key: _composed(value) for key, value in data.items()}
        case list():
            return [_composed(value) for value in data]
        case str():
            return nfc(data)
    return data


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _described(schema: Any) -> str:
    """What the schema says of the key to the one who fills it in; "" where it says nothing."""
    return str(schema.get("description", "")) if isinstance(schema, dict) else ""
