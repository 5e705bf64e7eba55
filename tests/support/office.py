"""A page frame as an office leaves it: copied from templates/, changed, put into content/<don_vi>/mau."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from tests.support.wordml import Element, style_of, text_of, w
from vanban.pipeline import Project

TEMPLATES = Path(__file__).parents[2] / "templates"
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


class OfficeFrame:
    """The parts of a frame, to be changed."""

    def __init__(self, name: str) -> None:
        self.name = name
        with zipfile.ZipFile(TEMPLATES / f"{name}.docx") as archive:
            self.parts = {part: archive.read(part) for part in archive.namelist()}

    @contextmanager
    def part(self, name: str = DOCUMENT) -> Iterator[Element]:
        """The tree of a part; what is done to it is kept."""
        root = etree.fromstring(self.parts[name])
        yield root
        self.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def replace(self, old: str, new: str, part: str = DOCUMENT) -> None:
        """Changes the source text of a part, at its first place."""
        text = self.parts[part].decode()
        assert old in text, old
        self.parts[part] = text.replace(old, new, 1).encode()

    def retype(self, old: str, new: str) -> None:
        """Changes the words of the first paragraph that has them."""
        with self.part() as root:
            letters = next(t for t in root.iter(w("t")) if old in (t.text or ""))
            letters.text = (letters.text or "").replace(old, new)

    def remove(self, words: str) -> None:
        """Takes away every paragraph that has those words."""
        with self.part() as root:
            for paragraph in [p for p in root.iter(w("p")) if words in text_of(p)]:
                paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]

    def style(self, name: str, path: str, **attributes: str) -> None:
        """Sets attributes of a style, as style("VB_QuocHieu", "rPr/sz", val="24")."""
        with self.part(STYLES) as root:
            style = next(s for s in root.iter(w("style")) if s.find(w("name")).get(w("val")) == name)  # type: ignore[union-attr]
            owner = style
            for tag in path.split("/"):
                found = owner.find(w(tag))
                owner = etree.SubElement(owner, w(tag)) if found is None else found
            for attribute, value in attributes.items():
                owner.set(w(attribute), value)

    def page(self, tag: str, **attributes: object) -> None:
        """Sets attributes of the page settings, as page("pgMar", top=1418)."""
        with self.part() as root:
            element = root.find(f"{w('body')}/{w('sectPr')}/{w(tag)}")
            assert element is not None
            for attribute, value in attributes.items():
                element.set(w(attribute), str(value))

    def columns(self, *widths: int) -> None:
        """Sets the widths of the columns of the header's table, in twips."""
        with self.part() as root:
            table = next(root.iter(w("tbl")))
            for column, width in zip(table.find(w("tblGrid")), widths, strict=True):  # type: ignore[arg-type]
                column.set(w("w"), str(width))
            for row in table.iter(w("tr")):
                for cell, width in zip(row.iter(w("tcW")), widths, strict=True):
                    cell.set(w("w"), str(width))

    def paragraph(self, words: str) -> Callable[[Element], Element]:
        """Finds the first paragraph of a tree that has those words."""
        return lambda root: next(p for p in root.iter(w("p")) if words in text_of(p))

    def package(self) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def put(self, project: Project, office: str = "nghe_an", name: str = "") -> Path:
        """Writes the frame into the folder of the office."""
        return put(project, self.package(), office, name or f"{self.name}.docx")


def put(project: Project, package: bytes, office: str = "nghe_an", name: str = "quyet_dinh.docx") -> Path:
    path = project.content / office / "mau" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(package)
    return path


__all__ = ["OfficeFrame", "put", "style_of"]
