"""A source against its JSON Schema: every fault at its place, in a clerk's words.

jsonschema-rs passes the files that have none, in a fraction of the time; where it does not, jsonschema decides and
this module tells. A misspelt key is told once, then read as the key it most likely means.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from vanban.findings import Finding, finding
from vanban.glossary import labelled
from vanban.keys import way_out
from vanban.numerals import LONGEST
from vanban.readers.cut_names import join_cut_names
from vanban.readers.forgotten_signs import block_names, own_key
from vanban.readers.forms import FORMS
from vanban.readers.schemas import Schemas
from vanban.readers.shape import is_blank
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.slips import nearest
from vanban.text import lower_first, nfc, upper_first

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_KIND_WORDS = {
    "string": "một dòng chữ", "integer": "một số nguyên", "number": "một số", "boolean": "true hoặc false",
    "array": "một danh sách (mỗi dòng bắt đầu bằng “- ”)", "object": "các mục con “tên_mục: giá trị”",
}
# What the schema that an error comes from says of a key.
Describe = Callable[["ValidationError", str], str]
_QUESTION = re.compile(r"XEM\s+L")
_NUMBER = re.compile(r"[0-9][0-9.,]*%?")
_LONG = re.compile(r"-?[0-9]+")
# Signs of running text that a line of căn cứ has no place for.
_NOT_IN_BASIS = (
    ("[^", "dòng căn cứ không mang dấu chú thích; xóa dấu [^…], điều cần chú thích thì viết ở thân bài"),
    ("{{", "dòng căn cứ không gọi số liệu; viết thẳng con số"),
    ("{#", "dòng căn cứ không mang mã; xóa {#…}"),
    ("*", "dòng căn cứ in nghiêng cả dòng, không đánh dấu đậm, nghiêng; xóa dấu *"),
)
_COMMA = "Giá trị có dấu phẩy, viết trong {…}, thì đặt trong dấu nháy kép."


def check_schema(source: Source, name: str, schemas: Schemas) -> tuple[Any, list[Finding]]:
    """The typed data of `source` and its faults against the schema `name`, in the order of the file."""
    findings: list[Finding] = []

    def meant(path: Path, key: str, close: str) -> None:
        findings.append(_unknown_key(source, path, key, f"Có phải {labelled(close)}?"))
        source.rename(path, key, close)

    data = schemas.shape(name).typed(source.data, meant)
    findings += join_cut_names(source, data)
    composed = _composed(data)
    errors = [] if schemas.passes(name, composed) else list(schemas.validator(name).iter_errors(composed))

    def describe(error: "ValidationError", key: str) -> str:
        """What the schema says of a key; a condition (`then`) names keys that stand at the top."""
        known = error.schema.get("properties") or schemas.schema(name)["properties"]
        return _described(schemas.follow(known.get(key, {})))

    told = {f for error in errors for f in _told(error, source, describe)}
    for error in errors:
        if error.validator == "additionalProperties" and "patternProperties" not in error.schema:
            _leave_out(data, tuple(error.absolute_path), error.schema["properties"])
    of_wrong_kind = {f.path for f in told if f.code == "S203"}  # such a value has no form to speak of
    findings += (f for f in told if f.code == "S203" or f.path not in of_wrong_kind or f.code in ("S201", "S202"))
    return data, sorted(findings, key=lambda f: f.order)


def _leave_out(data: Any, path: Path, known: Any) -> None:
    """Takes keys that the mapping at `path` has none of out of `data`: what was refused reads as absent."""
    for part in path:
        data = data[part]
    for key in [key for key in data if key not in known]:
        del data[key]


def _unknown_key(source: Source, path: Path, key: str, hint: str) -> Finding:
    return finding("S201", source.place((*path, key), key=True), f"Không có mục tên “{_short(key)}” ở đây.", hint)


def _of_another(source: Source, path: Path, key: str, schema: Any) -> Finding:
    """Of a key that means none of those that a mapping has: one of another mapping, or none at all."""
    if source.is_cut_off((*path, key)):
        return _unknown_key(source, path, key, _COMMA)
    if hint := way_out(key):
        where = schema.get("title", "") if not path else f"Mục {labelled(_names(path)[-1])}"
        return finding("S201", source.place((*path, key), key=True), f"{where} không có mục {labelled(key)}.", hint)
    return _unknown_key(source, path, key, f"Các mục có thể dùng: {', '.join(schema['properties'])}.")


def _told(error: "ValidationError", source: Source, describe: Describe) -> Iterator[Finding]:
    path = tuple(error.absolute_path)
    where = source.place(path)
    hint = _described(error.schema)
    if is_blank(error.instance):
        yield finding(
            "S205", where, f"{_subject(path)} đang để trống.",
            _COMMA if source.is_cut_off(path) else f"Điền nội dung, hoặc xóa {_what(path)}.",
        )
        return
    match error.validator:
        case "additionalProperties":
            known = error.schema["properties"]
            for key in (key for key in error.instance if key not in known):
                if "patternProperties" not in error.schema:
                    yield _of_another(source, path, key, error.schema)
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
            if wanted[0] == "string" and (taken := _taken_apart(source, path, error.instance)):
                yield finding("S203", where, *taken)
                return
            if wanted[0] == "integer" and isinstance(error.instance, str) and _LONG.fullmatch(error.instance):
                said = f"{_subject(path)}: “{_short(error.instance)}” dài quá {LONGEST} chữ số."
                yield finding("S207", where, said, hint)
                return
            if wanted[0] == "array" and isinstance(error.instance, dict) and not source.opens_with(path, "{"):
                hint = _first_dash(next(iter(error.instance)))
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
            yield finding(FORMS[error.validator_value][0], where, f"{said}.", _sentence(advice) or hint)
        case "pattern":
            if error.schema.get("format") not in ("ngay", "so"):  # those say more themselves
                said, _, advice = error.schema.get("patternErrorMessage", "Viết không đúng dạng").partition(": ")
                if path[:1] == ("can_cu",):
                    advice = _basis_advice(error.instance) or advice
                if path[:1] == ("kem_theo",) and error.instance.endswith((".yaml", ".yml")):
                    advice = "ghi mã ở dòng “ma: …” của tệp ấy, không ghi tên tệp"
                yield finding(
                    "S205", where, f"{_subject(path)}: “{_short(error.instance)}” {lower_first(said).rstrip('.')}.",
                    _sentence(advice) or hint,
                )
        case "minItems" | "minLength" if not error.instance:
            yield finding("S205", where, f"{_subject(path)} đang để trống.", "Điền nội dung, hoặc xóa cả mục.")
        case "minItems":
            yield finding("S205", where, f"{_subject(path)} cần ít nhất {error.validator_value} dòng.", hint)
        case "maxItems":
            most = error.validator_value
            yield finding("S205", where, f"{_subject(path)} có nhiều nhất {most} mục.", hint)
        case "minimum":
            yield finding("S205", where, f"{_subject(path)} phải từ {error.validator_value} trở lên.", hint)
        case "maximum":
            yield finding("S205", where, f"{_subject(path)} lớn nhất là {error.validator_value}.", hint)
        case "uniqueItems":
            seen: set[str] = set()
            for index, item in enumerate(error.instance):
                if (text := json.dumps(item, sort_keys=True)) in seen:
                    again = (*path, index)
                    yield finding(
                        "S205", source.place(again), f"{_subject(again)}: “{_short(item)}” đã ghi ở phía trên.",
                        "Xóa dòng này.",
                    )
                seen.add(text)
        case "if":
            for inner in error.context or ():
                yield from _told(inner, source, describe)
        case other:
            raise NotImplementedError(f"no words for the schema keyword {other!r}")


def _first_dash(key: str) -> str:
    return f"Viết “- ” trước mục mở đầu mỗi phần: “- {key}: …”; các mục khác của phần ấy thẳng cột với “{key}”."


def _basis_advice(line: str) -> str:
    """Which sign a line of căn cứ cannot hold, and what to do with it; "" where it has none of these."""
    return next((advice for sign, advice in _NOT_IN_BASIS if sign in line), "")


def _taken_apart(source: Source, path: Path, value: object) -> tuple[str, str] | None:
    """Message and hint for a line of words that a colon or a second dash has made into something else."""
    if isinstance(value, dict) and len(value) == 1 and _NUMBER.fullmatch(number := next(iter(value))):
        return f"{_subject(path)}: con số không viết trong dấu ngoặc nhọn.", f"Viết thẳng {number}."
    if isinstance(value, dict) and _QUESTION.match(next(iter(value), "")):
        return f"{_subject(path)}: câu hỏi {{XEM LẠI: …}} mở đầu bằng dấu ngoặc nhọn mà không đặt trong nháy kép.", (
            f"Viết cả dòng trong nháy kép: {'- ' if isinstance(path[-1], int) else ''}\"{{XEM LẠI: …}}\".")
    if source.opens_with(path, "{", "["):
        return None
    match value:
        case [str(), *_] if path and path[-1] in block_names():
            return f"{_subject(path)}: các dòng có gạch đầu dòng phải viết sau dấu |.", (
                f"Viết “{path[-1]}: |” rồi các dòng “- …” ở dưới, thụt vào hai dấu cách.")
        case [str(), *_] if path and isinstance(path[-1], str):
            return f"{_subject(path)} chỉ nhận một dòng chữ, không nhận danh sách.", (
                f"Viết “{path[-1]}: …” trên một dòng, không có dấu “- ”.")
        case {} if value and path and isinstance(path[-1], int):
            before = _short(next(iter(value)))
            if own := own_key(before, str(next(iter(value.values()))), str(_names(path)[-1])):
                return f"{_subject(path)}: “{before}” không phải là một dòng của danh sách này.", own
            return (f"{_subject(path)}: dấu hai chấm sau “{before}” làm phần chữ đứng trước bị hiểu là tên một mục.",
                    "Đặt cả dòng trong dấu nháy kép, sau dấu “- ”.")
        case [_, *_]:
            return f"{_subject(path)}: thừa một dấu gạch “- ”.", "Mỗi dòng chỉ có một dấu “- ” ở đầu: xóa dấu thừa."
    return None


def _missing(source: Source, path: Path, key: str, described: str) -> Finding:
    """Told at the key where it stands empty, else at the key of the mapping that lacks it or at its first line."""
    if source.has_key((*path, key)):
        return finding("S202", source.place((*path, key), key=True), f"Mục bắt buộc {labelled(key)} đang để trống.",
                       described or "Điền nội dung.")
    opening = source.place(path, key=True) if path and isinstance(path[-1], str) else source.place(path)
    return finding("S202", opening, f"Thiếu mục bắt buộc {labelled(key)}.",
                   f"Thêm dòng “{key}: …”. {described}".strip())


def _subject(path: Path) -> str:
    """The value at `path` by its name, an item of a list by its number in it."""
    names = _names(path)
    ordinal = f" thứ {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
    return f"{labelled(_short(names[-1]))}{ordinal}" if names else "Tệp"


def _names(path: Path) -> list[str]:
    return [part for part in path if isinstance(part, str)]


def _what(path: Path) -> str:
    return f"“{path[-1]}” ở đây" if path and isinstance(path[-1], str) else "cả dòng"


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


def _described(schema: Any) -> str:
    """What the schema says of the key to the one who fills it in; "" where it says nothing."""
    return str(schema.get("description", "")) if isinstance(schema, dict) else ""
