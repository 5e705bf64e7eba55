"""Any .docx, opened: its parts of XML as trees, which part names which, and what else is in it.

Nothing is asked of the file but that it is a zip with a document in it: parts that are missing or broken are named, in
`missing` and `broken`, and the rest is read. Macros and embedded files are never looked into.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from vanban.wordml.elements import Element, ForbiddenXml, W, parse
from vanban.wordml.package import OF_FOREIGN, Limits, NotAPackage, read_directory, read_parts
from vanban.wordml.parts import DOCUMENT
from vanban.wordml.strict import is_strict, make_usual

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_EXTERNAL = "External"


@dataclass(frozen=True, slots=True)
class Relation:
    """kind    the last word of its type: "header", "hyperlink"
    target  the name of a part, or an address outside
    """

    kind: str
    target: str
    is_external: bool


@dataclass
class Opened:
    """main  the name of the document part
    broken  the parts that cannot be read, each with why
    sums  the checksum of each member of the zip, by which a picture is known again
    """

    parts: Mapping[str, bytes]
    sums: Mapping[str, int]
    main: str = DOCUMENT
    broken: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    _roots: dict[str, Element | None] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._names = {name.lower(): name for name in self.sums}
        self.main = self.target("", "officeDocument") or DOCUMENT

    def root(self, name: str) -> Element | None:
        """A part as a tree; None where it is not there or is broken."""
        if name not in self._roots:
            self._roots[name] = self._parsed(name)
        return self._roots[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """What the part `name` names, by their ids; "" is the package itself."""
        if name not in self._relations:
            root = self.root(_relations_of(name))
            stated = () if root is None else root.iter(_PACKAGE + "Relationship")
            self._relations[name] = {each.get("Id", ""): self._relation(name, each) for each in stated}
        return self._relations[name]

    def target(self, name: str, kind: str) -> str:
        """The first part that `name` names as `kind`, "" for none."""
        found = (each.target for each in self.relations(name).values() if each.kind == kind and not each.is_external)
        return next(found, "")

    def related(self, name: str, kind: str) -> Element | None:
        """That part as a tree."""
        return self.root(target) if (target := self.target(name, kind)) else None

    def _relation(self, source: str, element: Element) -> Relation:
        kind, target = element.get("Type", "").rpartition("/")[2], element.get("Target", "")
        if element.get("TargetMode") == _EXTERNAL:
            return Relation(kind, target, True)
        name = normpath(join("/", dirname(source), unquote(target))).lstrip("/")
        return Relation(kind, self._names.get(name.lower(), name), False)

    def _parsed(self, name: str) -> Element | None:
        if name not in self.parts:
            if name in self.sums:
                self.broken[name] = f"Phần “{name}” không phải là XML."
            elif not name.endswith(".rels"):
                self.missing.append(name)
            return None
        try:
            root = parse(name, self.parts[name])
        except (NotAPackage, ForbiddenXml) as error:
            self.broken[name] = str(error)
            return None
        if is_strict(self.parts[name]):
            make_usual(root)
        return root


def opened(docx: bytes, limits: Limits = OF_FOREIGN) -> Opened:
    """The package. Raises NotAPackage where there is no document in it, RefusedPackage."""
    directory = read_directory(docx, limits)
    package = Opened(read_parts(docx, limits, _is_xml), {each.filename: each.CRC for each in directory})
    root = package.root(package.main)
    if root is None or root.find(W + "body") is None:
        raise NotAPackage(package.broken.get(package.main, "Trong tệp không có phần văn bản của Word."))
    return package


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _relations_of(name: str) -> str:
    path = PurePosixPath(name)
    return f"{path.parent}/_rels/{path.name}.rels".removeprefix("./") if name else "_rels/.rels"
