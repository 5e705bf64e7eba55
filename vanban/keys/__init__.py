"""The one table of keys: what officers may type, said once for schemas, messages, names and the tests of print.

kinds.yaml      kinds of value: what JSON Schema says of one, and its help
van_ban.yaml    keys at the top of documents
parts.yaml      the mappings inside documents (đề mục, bảng biểu, nhiệm vụ, …) and their keys
types/<id>.yaml which keys a type of document has (“+name”: a group), which it needs, what it says of them otherwise
data/<id>.yaml  a type of file of content/dung_chung: its lists, and the mappings in them (`records`)
unit/<id>.yaml  a type of file of one unit that is no document, as its figures: its keys, and the mappings in them

`build.py schemas` writes schemas/ from it (`to_schemas`). An entry of a key:

label, gloss, source, refused   as in glossary.yaml; where the name stands first
kind       a kind of kinds.yaml; “chu” (words), “chia_dong” (words with “ | ” where a line ends), “flag”, “choice”,
           “own” (its `schema`), “found” (a name of what is found by looking, as table layouts are: who writes the
           schemas knows them); “list <kind>”; “record <part>”, “records <part>”; what names entries of a register
           says of which: “ma co_quan”, “danh_sach_ma can_cu”, “ten_goi co_quan” (by its name, in words);
           “ma co_quan/nhom_co_quan” of either register
of         the group of keys that most types have in common to which it belongs
asks       whether an open question, {XEM LẠI: …}, may stand there in place of a code: what is printed and not yet known
prints     printed: its words stand on paper · in_table: its records do, where a table of a layout writes them out ·
           steers: it decides how others are printed · aside: it never is
lacking    what to do where it is typed in a mapping that has no such key
default    of running text: what a new file begins with, the words of the Mẫu with questions to be answered
title      what an editor shows, where that is not the label
help, example   for the clerk who fills it in

A mapping that is `like` another one has the keys of that, but those it is `without`; under `keys` stands what it says
of some of them otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

_HOME = Path(__file__).parent
Prints = Literal["printed", "in_table", "steers", "aside", ""]
# An open question alone, as it is typed or as it is printed.
_QUESTION = r"[{\[]XEM LẠI:[^{}\[\]]*[^{}\[\]\s][^{}\[\]]*[}\]]"


@dataclass(frozen=True, slots=True)
class Help:
    """What an editor shows of a key, a kind or a part."""

    title: str = ""
    help: str = ""
    example: str = ""

    @property
    def description(self) -> str:
        """The help with the example behind it: "… Ví dụ: nghe_an."; "" for none."""
        is_closed = self.example.endswith((";", ":")) or self.example[:1] + self.example[-1:] == "()"
        end = "" if is_closed else "."
        return " ".join(filter(None, (self.help, f"Ví dụ: {self.example}{end}" if self.example else "")))


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one mapping.

    choices  of a “choice”: each value with what it means
    least    of a list: how many it needs; most: how many it may have, 0 for any
    each     what is said of one item of a list
    schema   of kind “own”: what JSON Schema says of the value
    """

    kind: str
    shown: Help = Help()
    of: str = ""
    prints: Prints = ""
    label: str = ""
    gloss: str = ""
    source: str = ""
    refused: tuple[str, ...] = ()
    lacking: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    least: int = 1
    most: int = 0
    each: Help = Help()
    schema: Mapping[str, Any] = field(default_factory=dict)
    default: str = ""

    @property
    def value(self) -> str:
        """The kind without what it leads to: "records", "ma", "list dong_chu"."""
        return _split(self.kind)[0]

    @property
    def part(self) -> str:
        """The part that its mappings are; "" where it holds none."""
        value, target = _split(self.kind)
        return target if value in ("record", "records") else ""

    @property
    def registers(self) -> tuple[str, ...]:
        """The registers one of which has the entries that it names; () for none."""
        value, target = _split(self.kind)
        return () if value in ("record", "records") or not target else tuple(target.split("/"))


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping inside a document or a register: its keys in order, those it needs, what its other keys may hold."""

    shown: Help
    keys: Mapping[str, Key]
    needs: tuple[str, ...] = ()
    other: tuple[Help, Mapping[str, Any]] | None = None


@dataclass(frozen=True, slots=True)
class FileKind:
    """A type of file: a document type or a register.

    needs  keys that must be there; when: those that must be there beside another
    own    the keys of which this type says something of its own; the others are those of the table
    names  how the key that says the type is shown
    """

    shown: Help
    keys: Mapping[str, Key]
    needs: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    names: Help = Help()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value."""

    shown: Help
    schema: Mapping[str, Any]


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds of value by name."""
    return {name: Kind(_help(entry), _asking(entry)) for name, entry in _table("kinds").items()}


@cache
def document_keys() -> Mapping[str, Key]:
    """The keys at the top of documents, whatever the type."""
    return _keys(_table("van_ban"))


@cache
def parts() -> Mapping[str, Part]:
    """The mappings inside documents, then those of registers, by name."""
    tables = [_table("parts"), *(entry["records"] for name in ("data", "unit") for entry in _folder(name).values())]
    return {name: _part(_whole(entry, table)) for table in tables for name, entry in table.items()}


@cache
def document_types() -> Mapping[str, FileKind]:
    """The types of document by id."""
    return {name: _document_type(entry) for name, entry in _folder("types").items()}


@cache
def registers() -> Mapping[str, FileKind]:
    """The types of file in content/dung_chung by id."""
    return {name: _data_file(entry) for name, entry in _folder("data").items()}


@cache
def unit_files() -> Mapping[str, FileKind]:
    """The types of file that a unit has beside its documents, by id."""
    return {name: _data_file(entry) for name, entry in _folder("unit").items()}


@cache
def lists() -> Mapping[str, tuple[str, str]]:
    """Of each list of the registers, by its key: the part that its entries are, the type of file that it stands in."""
    return {name: (key.part, file) for file, kind in registers().items() for name, key in kind.keys.items()}


def keys_of(part: str) -> Mapping[str, Key]:
    """The keys of a part by its name; of documents for ""."""
    return parts()[part].keys if part else document_keys()


def all_keys() -> list[tuple[str, Key]]:
    """Every key of every mapping, those of documents first."""
    files = (*registers().values(), *unit_files().values())
    tables = [document_keys(), *(part.keys for part in parts().values()), *(file.keys for file in files)]
    return [named for table in tables for named in table.items()]


@cache
def way_out(name: str) -> str:
    """What to do with the key `name` where a mapping has none of that name; "" where nothing is called so."""
    if name not in key_names():
        return ""
    if stated := next((key.lacking for known, key in all_keys() if known == name and key.lacking), ""):
        return stated
    having = [kind.shown.title for kind in document_types().values() if name in kind.keys]
    return f"Bỏ mục này; chỉ các loại này có: {', '.join(having)}." if having else ""


@cache
def list_names() -> frozenset[str]:
    """The names of the keys that hold a list, of mappings or of words."""
    return frozenset(name for name, key in all_keys() if key.value in ("records", "list"))


@cache
def key_names() -> frozenset[str]:
    """The names of all keys."""
    return frozenset(name for name, _ in all_keys())


def _data_file(entry: dict[str, Any]) -> FileKind:
    return FileKind(_help(entry), _keys(entry["keys"]), tuple(entry["needs"]), names=_help(entry["says"]))


def _document_type(entry: dict[str, Any]) -> FileKind:
    table, says = document_keys(), entry.get("says", {})
    names = [name for listed in entry["keys"] for name in _group(listed)]
    keys = {name: _otherwise(table[name], says[name]) if name in says else table[name] for name in names}
    when = {key: tuple(needed) for key, needed in entry.get("when", {}).items()}
    return FileKind(_help(entry), keys, tuple(entry["needs"]), when, frozenset(says))


def _group(listed: str) -> list[str]:
    """The keys of “+name”; a key itself."""
    if not listed.startswith("+"):
        return [listed]
    return [name for name, key in document_keys().items() if key.of == listed[1:]]


def _otherwise(key: Key, says: dict[str, Any]) -> Key:
    """`key` as one type has it."""
    shown = replace(key.shown, **{name: says[name] for name in ("title", "help", "example") if name in says})
    own = {name: says[name] for name in ("kind", "schema", "prints", "default") if name in says}
    return replace(key, shown=shown, **own)


@cache
def _split(kind: str) -> tuple[str, str]:
    """"records hang" → "records", "hang"; "list dong_chu" leads nowhere."""
    value, _, target = kind.rpartition(" ")
    return (value, target) if value not in ("", "list") else (kind, "")


def _whole(entry: dict[str, Any], table: dict[str, Any]) -> dict[str, Any]:
    """The entry of a part with the keys that it has from the one that it is `like`."""
    if "like" not in entry:
        return entry
    keys = {name: {**_named_by_title(key), **entry["keys"].get(name, {})}
            for name, key in table[entry["like"]]["keys"].items() if name not in entry["without"]}
    return {**entry, "keys": keys}


def _named_by_title(key: dict[str, Any]) -> dict[str, Any]:
    """A key as it stands a second time: its label and what belongs to that stand where the name stands first."""
    kept = {name: said for name, said in key.items() if name not in ("label", "gloss", "source", "refused")}
    return {"title": key.get("label", ""), **kept}


def _part(entry: dict[str, Any]) -> Part:
    other = (_help(entry["other"]), entry["other"]["schema"]) if "other" in entry else None
    return Part(_help(entry), _keys(entry["keys"]), tuple(entry.get("needs", ())), other)


def _keys(entries: dict[str, dict[str, Any]]) -> dict[str, Key]:
    return {name: _key(dict(entry)) for name, entry in entries.items()}


def _key(entry: dict[str, Any]) -> Key:
    shown, each = _help(entry), _help(entry.pop("each", {}))
    for name in ("title", "help", "example"):
        entry.pop(name, None)
    if entry.get("asks"):
        entry["schema"] = _asking(entry)
    entry.pop("asks", None)
    shown = replace(shown, title=shown.title or entry.get("label", ""))
    return Key(**{**entry, "refused": tuple(entry.get("refused", ()))}, shown=shown, each=each)


def _asking(entry: dict[str, Any]) -> Mapping[str, Any]:
    """What JSON Schema says of a value; where it `asks`, of a question too."""
    schema: dict[str, Any] = entry["schema"]
    if not entry.get("asks"):
        return schema
    own = schema["pattern"].removeprefix("^").removesuffix("$")
    return {**schema, "pattern": f"^(?:{own}|{_QUESTION})$"}


def _help(entry: dict[str, Any]) -> Help:
    return Help(entry.get("title", ""), entry.get("help", ""), entry.get("example", ""))


@cache
def _folder(name: str) -> dict[str, dict[str, Any]]:
    """The files of a folder by their names."""
    return {path.stem: _load(path) for path in sorted((_HOME / name).glob("*.yaml"))}


@cache
def _table(name: str) -> dict[str, Any]:
    return _load(_HOME / f"{name}.yaml")


def _load(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return table
