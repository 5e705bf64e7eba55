"""The schema of a type → a YAML file to start from.

What is known stands there as it was said; what the type requires besides, in the order of the schema: an open question
where words or a code may ask by themselves, else a blank, so that `check` asks for it. What the type allows follows as
comments, with the schema's own example. Nothing here knows a type by name.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from vanban.scalars import scalar
from vanban.text import lower_first, parted_by_questions

Schema = Mapping[str, Any]
Follow = Callable[[Schema], Schema]
# What is known of a file: by key a text, the texts of a list, or the mappings of one.
Known = Mapping[str, "str | Sequence[str] | Sequence[Mapping[str, str]]"]

BLANK = "# ← điền"
_EXAMPLE = "Ví dụ: "
_WIDTH = 110
# `issue` writes the first two; the others are for samples and for exceptions.
_LATER = frozenset({"so_van_ban", "ngay_ban_hanh", "vi_du", "bo_qua"})
# What a node begins with whose schema requires nothing.
_USUAL = ("tieu_de", "noi_dung")
# A type may be written in either.
_BODIES = {"dieu", "de_muc"}
_OF_HEADINGS = ("mo_dau", "danh_so", "de_muc")  # which a document in điều does not take
# Of several ways to say something the usual one.
_USUAL_WAY = ("bo_cuc", "chu_tri", "thoi_gian")
_OTHER = {"false": "true", "true": "false"}
# What says itself.
_BARE = ("loai_van_ban", "loai_du_lieu", "ma")


@dataclass(frozen=True, slots=True)
class ToFill:
    """A blank, a question or a yes or no of a new file: its line (from 1), the title of its key."""

    line: int
    title: str


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The text of the file, what is to be filled in there, and the lines (from 1) of the keys that may be, of several
    with one name the first."""

    text: str
    to_fill: tuple[ToFill, ...]
    offered: Mapping[str, int]


def to_skeleton(
    schema: Schema, follow: Follow, known: Known, schema_path: str, notes: Mapping[str, str] | None = None,
    opening: Iterable[str] = (), depth: int = 1,
) -> Skeleton:
    """A file of the type that `schema` describes.

    follow       a schema with what it refers to (`$ref`)
    schema_path  the schema from the folder of the new file, for the editor line
    notes        a sentence more for the explanation of a key
    opening      sentences at the top of the file
    depth        how many headings of the kind that holds more of its kind stand one below the other
    """
    writing = _Writing(follow, notes or {}, depth)
    writing.lines.append(f"# yaml-language-server: $schema={schema_path}")
    for sentence in opening:
        writing.lines += _comment(sentence)
    return writing.file(schema, known)


class _Writing:
    def __init__(self, follow: Follow, notes: Mapping[str, str], depth: int) -> None:
        self._follow, self._notes, self._depth = follow, notes, depth
        self.lines: list[str] = []
        self._to_fill: list[ToFill] = []
        self._offered: dict[str, int] = {}

    def file(self, schema: Schema, known: Known) -> Skeleton:
        properties = self._properties(schema)
        needed = _needed(schema, properties, known)
        for key in needed:
            if key not in _BARE:
                self.lines += ["", *self._explained(key, properties[key])]
            self._entry(key, properties[key], known.get(key), "")
        instead = _OF_HEADINGS if "dieu" in needed else ()
        if optional := [key for key in properties if key not in (*needed, *instead) and key not in _LATER]:
            self.lines += ["", "# Các mục dưới đây dùng khi cần: bỏ dấu # ở đầu dòng tên mục."]
            for key in optional:
                self.lines.append("")
                self._as_comment(key, properties[key], "")
        return Skeleton("\n".join([*self.lines, ""]), tuple(self._to_fill), self._offered)

    def _properties(self, schema: Schema) -> dict[str, Schema]:
        return {key: self._follow(each) for key, each in schema["properties"].items()}

    def _entry(self, key: str, schema: Schema, said: Any, indent: str) -> None:
        """One key and its value: as it is said, or asked for; a list that nobody knows gets one item."""
        title, value = lower_first(str(schema.get("title", key))), said or schema.get("const")
        if schema.get("type") == "array":
            self.lines.append(f"{indent}{key}:")
            for count, item in enumerate(value or (None,)):
                self._item(key, self._follow(schema["items"]), item, f"{indent}  ", title, with_rest=count == 0)
        elif schema.get("format") == "van_ban_thuong":
            self.lines.append(f"{indent}{key}: |")
            self._block(value or schema.get("default", _question(title)), f"{indent}  ", title)
        elif value and schema.get("type") == "boolean":
            self._put(f"{indent}{key}: ", value, "")
            self._to_fill.append(ToFill(len(self.lines), f"{title}: để {value}, hay ghi {_OTHER[value]}"))
        elif schema.get("type") == "object":
            self.lines.append(f"{indent}{key}:")
            self._node(key, schema, self._properties(schema), f"{indent}  ")
        else:
            self._put(f"{indent}{key}: ", scalar(value) if value else _asked(schema, title), title)

    def _block(self, text: str, indent: str, title: str) -> None:
        """The lines of running text."""
        for line in text.splitlines():
            self._put(indent if line else "", line, title)

    def _item(self, key: str, schema: Schema, said: Any, indent: str, title: str, *, with_rest: bool) -> None:
        """An item of the list `key`; its first line carries the dash. `with_rest`: an entry shows what else it may
        have."""
        if schema.get("type") != "object":
            self._put(f"{indent}- ", scalar(said) if said else _asked(schema, title), title)
            return
        start, properties = len(self.lines), self._properties(schema)
        if said is None:
            self._node(key, schema, properties, f"{indent}  ")
        else:
            self._record(properties, said, f"{indent}  ")
            for each in properties if with_rest else ():
                if each not in said:
                    self._as_comment(each, properties[each], f"{indent}  ")
        self.lines[start] = f"{indent}- {self.lines[start].lstrip()}"

    def _node(self, key: str, schema: Schema, properties: Mapping[str, Schema], indent: str) -> None:
        """What a new mapping of the list `key` begins with; where more of its kind are to stand below, these in place
        of its text."""
        goes_on = self._depth > 1 and key in properties
        self._depth -= goes_on
        for each in _needed(schema, properties, {}):
            below = key if goes_on and properties[each].get("format") == "van_ban_thuong" else each
            self._entry(below, properties[below], None, indent)

    def _record(self, properties: Mapping[str, Schema], said: Mapping[str, str], indent: str) -> None:
        """An entry of a register: what is said of it, each explained."""
        for key in said:
            if key not in _BARE:
                self.lines += [f"{indent}{line}" for line in self._explained(key, properties[key])]
            self._entry(key, properties[key], said[key], indent)

    def _as_comment(self, key: str, schema: Schema, indent: str) -> None:
        """A key that may be, in lines that hold once their # is gone."""
        self.lines += [f"{indent}{line}" for line in self._explained(key, schema, with_example=False)]
        self._offered.setdefault(key, len(self.lines) + 1)
        self.lines += [f"#{indent}{line}" for line in self._shown(key, schema)]

    def _shown(self, key: str, schema: Schema) -> Iterator[str]:
        """A key with the example of its description."""
        items = self._follow(schema.get("items", {}))
        if items.get("type") == "object":
            known = self._properties(items)
            lines = [line for inner in _needed(items, known, {}) for line in self._shown(inner, known[inner])]
            yield f"{key}:"
            yield f"  - {lines[0]}"
            yield from (f"    {line}" for line in lines[1:])
        elif schema.get("format") == "van_ban_thuong":
            yield f"{key}: |"
            yield f"  {_example(schema)}"
        elif schema.get("type") in ("array", "object"):
            yield f"{key}:"
            yield f"  {_example(schema)}"
        else:
            yield f"{key}: {_example(schema)}"

    def _explained(self, key: str, schema: Schema, *, with_example: bool = True) -> list[str]:
        """Title and description as comment lines, and what is known of the key."""
        words, _, example = str(schema.get("description", "")).rpartition(_EXAMPLE)
        words = f"{schema.get('title')}: {lower_first(words.strip())}"
        words += f" {_EXAMPLE}{example}" if with_example else ""
        return [*_comment(words), *_comment(self._notes.get(key, ""))]

    def _put(self, before: str, value: str, title: str) -> None:
        """A line with a value; one that asks is to be filled in."""
        self.lines.append(f"{before}{value}")
        if value == BLANK or any(asks for _, asks in parted_by_questions(value)):
            self._to_fill.append(ToFill(len(self.lines), title))


def _needed(schema: Schema, properties: Mapping[str, Schema], known: Known) -> list[str]:
    """The keys that a new one shows, in the order of the schema: what is required or known, and text to begin with."""
    required = {*schema.get("required", ()), *known}
    if required.issuperset(schema.get("if", {}).get("required", ("",))):
        required |= set(schema["then"]["required"])
    texts = [key for key, each in properties.items() if each.get("format") == "van_ban_thuong"]
    if not required & _BODIES and properties.keys() >= _BODIES:
        required.add("dieu")  # the usual one of the two
    if not required:
        required = {key for key in _USUAL if key in properties}
    elif texts and not required & {"de_muc", "dieu", *texts}:
        required.add(texts[0])
    return [key for key in properties if key in required or key in _USUAL_WAY]


def _asked(schema: Schema, title: str) -> str:
    """A question where the schema lets one stand, else a blank."""
    question = _question(title)
    is_text = "string" in schema.get("type", ()) and "enum" not in schema
    return scalar(question) if is_text and re.search(schema.get("pattern", ""), question) else BLANK


def _question(title: str) -> str:
    return f"{{XEM LẠI: {title}}}"


def _comment(words: str) -> list[str]:
    return wrap(words, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False,
                break_on_hyphens=False)


def _example(schema: Schema) -> str:
    """What the description gives as its example, without the full stop; the first one of several."""
    words = str(schema.get("description", "")).rpartition(_EXAMPLE)[2]
    return re.split(" hoặc |; ", words)[0].removesuffix(".")
