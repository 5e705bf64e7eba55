"""The JSON Schemas of schemas/: what they say, how data are read by them, what holds data against them."""

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from vanban.doctypes import doctypes
from vanban.errors import MachineError
from vanban.findings import Finding, Place, finding
from vanban.keys import registers, unit_files
from vanban.readers.forms import FORMS
from vanban.readers.shape import Shape

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

# Where jsonschema-rs finds the schemas by the names of their files.
_HOME = "vanban:///"
# What several schemas refer to.
_SHARED = "chung"


class Schemas:
    """The schemas of a folder, by the type of data they describe ("quyet_dinh")."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._validators: dict[str, Draft202012Validator] = {}
        self._screens: dict[str, jsonschema_rs.Draft202012Validator] = {}
        self._shapes: dict[str, Shape] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The types there are, in alphabetical order."""
        return tuple(name for name in self._files if name in doctypes() or name in registers() or name in unit_files())

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """One for each file of the folder that is of no type and no register."""
        strays = (name for name in self._files if name not in self.names and name != _SHARED)
        return tuple(finding(
            "S190", Place(f"schemas/{name}.schema.json"),
            "Tệp này không thuộc loại văn bản hay sổ dùng chung nào nên máy bỏ qua.",
            "Xóa tệp; muốn thêm loại văn bản thì làm theo docs/them_loai_quy_tac.md.",
        ) for name in strays)

    @cached_property
    def _files(self) -> list[str]:
        """The schemas of the folder by name. Raises MachineError where there are none."""
        names = sorted(path.name.removesuffix(".schema.json") for path in self._folder.glob("*.schema.json"))
        if not names:
            raise MachineError(f"Không có thư mục {self._folder}; lấy lại bản gốc của thư mục schemas.")
        return names

    @cached_property
    def _documents(self) -> dict[str, Any]:
        files = [f"{name}.schema.json" for name in self._files if name in self.names or name == _SHARED]
        return {file: _document(self._folder / file) for file in files}

    def validator(self, name: str) -> "Draft202012Validator":
        """The validator of one type. Raises KeyError for a type that has no schema."""
        if name not in self._validators:
            self._validators[name] = _validator(self.schema(name), self._documents)
        return self._validators[name]

    def passes(self, name: str, data: Any) -> bool:
        """Whether `data` have no fault against one type: jsonschema-rs accepts nothing that `validator` refuses."""
        if name not in self._screens:
            try:
                self._screens[name] = jsonschema_rs.Draft202012Validator(
                    self.schema(name), registry=self._resources, base_uri=f"{_HOME}{name}.schema.json",
                    formats={form: _accepts(parse) for form, (_, parse) in FORMS.items()}, validate_formats=True,
                )
            except (ValueError, jsonschema_rs.ReferencingError) as error:
                raise _damaged(self._folder / f"{name}.schema.json") from error
        return bool(self._screens[name].is_valid(data))

    @cached_property
    def _resources(self) -> jsonschema_rs.Registry:
        return jsonschema_rs.Registry([(f"{_HOME}{file}", schema) for file, schema in self._documents.items()])

    def shape(self, name: str) -> Shape:
        """How data of one type are read."""
        if name not in self._shapes:
            self._shapes[name] = Shape(self.follow(self.schema(name)), self.follow)
        return self._shapes[name]

    def typed(self, name: str, data: Any) -> Any:
        """`data` with the booleans and integers of the schema made from their text, and without the keys of the
        schema that stand there empty; the rest unchanged."""
        return self.shape(name).typed(data, lambda path, key, meant: None)

    def schema(self, name: str) -> Any:
        """The schema of one type, as its file has it. Raises KeyError for a type that has none, MachineError for one
        that says of no key what it is."""
        schema = self._documents[file := f"{name}.schema.json"]
        if not isinstance(schema.get("properties"), dict):
            raise _damaged(self._folder / file)
        return schema

    def follow(self, schema: Any) -> Any:
        """`schema` with what it refers to; what it says itself wins."""
        while reference := schema.get("$ref"):
            target, _, pointer = reference.partition("#")
            found = self._documents.get(target)
            for part in pointer.strip("/").split("/") if pointer else ():
                found = found.get(part) if isinstance(found, dict) else None
            if not isinstance(found, dict):
                raise _damaged(self._folder / target)
            schema = {**found, **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema


def _document(path: Path) -> Any:
    """A schema file, its references with the name of the file they lead to, so that they hold wherever they are read.

    Raises MachineError for one that is damaged: schemas are ours, not the clerk's.
    """
    try:
        document = json.loads(path.read_text("utf-8"), object_hook=lambda node: _absolute(node, path.name))
    except (ValueError, RecursionError) as error:
        raise _damaged(path) from error
    if not isinstance(document, dict):
        raise _damaged(path)
    return document


def _damaged(path: Path) -> MachineError:
    return MachineError(f"Tệp {path} bị hỏng; lấy lại bản gốc của thư mục schemas.")


def _absolute(node: dict[str, Any], file: str) -> dict[str, Any]:
    if str(node.get("$ref", "")).startswith("#"):
        node["$ref"] = f"{file}{node['$ref']}"
    return node


def _validator(schema: Any, documents: Mapping[str, Any]) -> "Draft202012Validator":
    """jsonschema's validator, which tells the faults. Only a file that has some waits a tenth of a second for it."""
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry, Resource

    formats = FormatChecker(formats=())
    for form, (_, parse) in FORMS.items():
        formats.checks(form, raises=ValueError)(_has_form(parse))
    registry = Registry().with_resources((file, Resource.from_contents(each)) for file, each in documents.items())
    return Draft202012Validator(schema, registry=registry, format_checker=formats)


def _has_form(parse: Any) -> Any:
    """A format check from a parser that raises ValueError. What is not text is left to `type`."""
    def check(value: object) -> bool:
        return not isinstance(value, str) or parse(value) is not None
    return check


def _accepts(parse: Callable[[str], Any]) -> Callable[[str], bool]:
    """The same for jsonschema-rs, which asks about text alone."""
    def accepts(value: str) -> bool:
        try:
            parse(value)
        except ValueError:
            return False
        return True
    return accepts
