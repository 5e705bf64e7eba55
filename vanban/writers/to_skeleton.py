"""The schema of a type → a YAML file to start from.

What the type requires stands there in the order of the schema: blank where only a person knows it, so that `check`
asks for it; with an open question where text may ask by itself. What the type allows follows as comments, with the
schema's own example. Nothing here knows a type by name.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from vanban.text import lower_first

Schema = Mapping[str, Any]
Follow = Callable[[Schema], Schema]

BLANK = "# ← điền"
_EXAMPLE = "Ví dụ: "
_WIDTH = 110
# `issue` writes the first two; the others are for samples and for exceptions.
_LATER = frozenset({"so_van_ban", "ngay_ban_hanh", "vi_du", "bo_qua"})
# What a node begins with whose schema requires nothing.
_USUAL = ("tieu_de", "noi_dung")
# Of several ways to say something the usual one.
_USUAL_WAY = ("bo_cuc", "chu_tri", "thoi_gian")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The text of the file, and what is to be filled in: line (from 1) and title of each blank, each question."""

    text: str
    to_fill: tuple[tuple[int, str], ...]


def to_skeleton(schema: Schema, follow: Follow, ma: str, schema_path: str) -> Skeleton:
    """A document of the type that `schema` describes.

    follow       a schema with what it refers to (`$ref`)
    schema_path  the schema from the folder of the new file, for the editor line
    """
    return _Skeleton(follow, ma).of(schema, schema_path)


class _Skeleton:
    def __init__(self, follow: Follow, ma: str) -> None:
        self._follow, self._ma = follow, ma
        self._has_kinh_gui = False
        self._lines: list[str] = []
        self._to_fill: list[tuple[int, str]] = []

    def of(self, schema: Schema, schema_path: str) -> Skeleton:
        known = {key: self._follow(each) for key, each in schema["properties"].items()}
        needed = _needed(schema, known)
        self._has_kinh_gui = "kinh_gui" in needed
        self._lines.append(f"# yaml-language-server: $schema={schema_path}")
        for key in needed:
            if key not in ("loai_van_ban", "ma"):
                self._lines += ["", *_explained(known[key])]
            self._entry(key, known[key], "")
        self._lines += ["", "# Các mục dưới đây dùng khi cần: bỏ dấu # ở đầu dòng tên mục."]
        for key, each in known.items():
            if key not in needed and key not in _LATER:
                self._lines += ["", *_explained(each, with_example=False)]
                self._lines += (f"#{line}" for line in self._shown(key, each))
        return Skeleton("\n".join([*self._lines, ""]), tuple(self._to_fill))

    def _entry(self, key: str, schema: Schema, indent: str) -> None:
        """One required key and its value; a list gets one item, a mapping what it needs."""
        title = lower_first(str(schema.get("title", key)))
        if value := schema.get("const") or (self._ma if (key, indent) == ("ma", "") else ""):
            self._lines.append(f"{indent}{key}: {value}")
        elif schema.get("type") == "array":
            self._lines.append(f"{indent}{key}:")
            if key == "noi_nhan" and self._has_kinh_gui:
                self._lines.append(f"{indent}  - Như trên")
            self._item(self._follow(schema["items"]), f"{indent}  ", title)
        elif schema.get("format") == "van_ban_thuong":
            self._lines.append(f"{indent}{key}: |")
            self._ask(f"{indent}  {_question(title)}", title)
        else:
            self._ask(f"{indent}{key}: {_value(schema, title)}", title)

    def _item(self, schema: Schema, indent: str, title: str) -> None:
        """The one item of a list; its first line carries the dash."""
        if schema.get("type") != "object":
            self._ask(f"{indent}- {_value(schema, title)}", title)
            return
        start, known = len(self._lines), {key: self._follow(each) for key, each in schema["properties"].items()}
        for key in _needed(schema, known):
            self._entry(key, known[key], f"{indent}  ")
        self._lines[start] = f"{indent}- {self._lines[start].lstrip()}"

    def _shown(self, key: str, schema: Schema) -> Iterator[str]:
        """A key with the example of its description, in lines that hold once their # is gone."""
        items = self._follow(schema.get("items", {}))
        if items.get("type") == "object":
            known = {inner: self._follow(each) for inner, each in items["properties"].items()}
            lines = [line for inner in _needed(items, known) for line in self._shown(inner, known[inner])]
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

    def _ask(self, line: str, title: str) -> None:
        self._lines.append(line)
        self._to_fill.append((len(self._lines), title))


def _needed(schema: Schema, known: Mapping[str, Schema]) -> list[str]:
    """The keys that a new one shows, in the order of the schema: what is required, and text to begin with."""
    required = set(schema.get("required", ()))
    texts = [key for key, each in known.items() if each.get("format") == "van_ban_thuong"]
    if not required:
        required = {key for key in _USUAL if key in known}
    elif texts and not required & {"de_muc", "dieu", *texts}:
        required.add(texts[0])
    return [key for key in known if key in required or key in _USUAL_WAY]


def _value(schema: Schema, title: str) -> str:
    """A question where the line may hold one, else a blank."""
    return f'"{_question(title)}"' if schema.get("format") == "dong_chu" else BLANK


def _question(title: str) -> str:
    return f"{{XEM LẠI: điền {title}}}"


def _explained(schema: Schema, *, with_example: bool = True) -> list[str]:
    """Title and description as comment lines."""
    words, _, example = str(schema.get("description", "")).rpartition(_EXAMPLE)
    words = f"{schema.get('title')}: {lower_first(words.strip())}" + (f" {_EXAMPLE}{example}" if with_example else "")
    return wrap(words, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False,
                break_on_hyphens=False)


def _example(schema: Schema) -> str:
    """What the description gives as its example, without the full stop; the first one of several."""
    words = str(schema.get("description", "")).rpartition(_EXAMPLE)[2]
    return re.split(" hoặc |; ", words)[0].removesuffix(".")
