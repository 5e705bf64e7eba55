"""A page frame as an office leaves it: copied from templates/, changed, put into content/<don_vi>/mau."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from tests.support.wordml import Element, text_of, w
from vanban.pipeline.project import Project

TEMPLATES = Path(__file__).parents[2] / "templates"
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_WORDS_OWN = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
_IN_PIECES = (
    '{{ so_</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:t>ky_hieu</w:t></w:r>'
    '<w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> }}'
)


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

    def without_zone(self, words: str) -> None:
        """Takes away what prints a zone: the paragraph or row of those words, and its neighbours that ask for it."""
        with self.part() as root:
            taken = next(p for p in root.iter(w("p")) if text_of(p) == f"{{{{ {words} }}}}")
            for row in taken.iterancestors(w("tr")):
                above = row.getprevious()
                if above is not None and "{%tr" in text_of(above):
                    taken = row
            for each in (taken.getprevious(), taken, taken.getnext()):
                each.getparent().remove(each)  # type: ignore[union-attr]

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

    def save_in_word(self) -> None:
        """What Word does on every save: ids of styles without underscores, marks of its own, runs in pieces."""
        for name in [name for name in self.parts if name.startswith("word/") and name.endswith(".xml")]:
            self.parts[name] = re.sub(rb'(w:(?:styleId|val)=")VB_(\w+")', rb"\1VB\2", self.parts[name])
        with self.part(STYLES) as root:
            for style in root.iter(w("style")):
                named = style.find(w("name"))
                named.set(w("val"), named.get(w("val"), "").replace("VB", "VB_"))  # type: ignore[union-attr]
        document = self.parts[DOCUMENT].decode()
        document = document.replace("<w:document ", f"<w:document {_WORDS_OWN} ", 1)
        document = document.replace("<w:p>", '<w:p w:rsidR="00AB12CD" w14:paraId="1A2B3C4D" w14:textId="77777777">')
        document = document.replace("{{ so_ky_hieu }}", _IN_PIECES)
        document = document.replace("<w:sectPr>", '<w:sectPr w:rsidR="00AB12CD">')
        self.parts[DOCUMENT] = document.encode()

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
