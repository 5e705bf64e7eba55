"""A page frame (templates/*.docx), prepared once: a compiled Jinja template and the other zip members.

docxtpl turns the paragraphs that Word saved into Jinja (`patch_xml`); its own render, which parses and writes
the whole package for every document, is the oracle of a test and not used here.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from vanban.errors import FrameError
from vanban.writers.to_docx.package import Member, read_members

DOCUMENT = "word/document.xml"
# Variables of the engine itself: the indents of measured rules, and what follows the issuing document.
RULES = {"VB_KeCoQuan": "ke_co_quan", "VB_KeTrichYeu": "ke_trich_yeu"}
REST = "phan_con_lai"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ENVIRONMENT = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame ready to be filled.

    document  renders the document part, with room for the rest of the set behind it
    fragment  renders the body alone, for an attachment
    headers   the references to page headers that every section repeats, as XML
    members   all other parts of the package
    """

    name: str
    document: Template
    fragment: Template
    headers: str
    members: Mapping[str, Member]

    def fill(self, context: Mapping[str, Any], *, attached: bool) -> str:
        """The XML of the document part, or of an attachment's body. Raises FrameError for a frame at odds with
        what it is filled with."""
        try:
            return (self.fragment if attached else self.document).render(context)
        except TemplateError as error:
            raise FrameError(f"Khung trang {self.name} không điền được: {error.message}") from error


def prepare(name: str, package: bytes) -> Frame:
    """The frame of the .docx `package`. Raises FrameError where it is no DOCX or its tags are at odds."""
    root = document_root(name, package)
    body = root.find(f"{_W}body")
    if body is None or (section := body.find(f"{_W}sectPr")) is None:
        raise FrameError(f"Khung trang {name} không có phần thân hoặc thiếu thiết lập trang.")
    members = {part: member for part, member in read_members(package).items() if part != DOCUMENT}
    headers = "".join(_xml(child) for child in section if child.tag == f"{_W}headerReference")
    try:
        fragment = _compiled("".join(_xml(child) for child in body if child is not section))
        _make_room(body, section)
        document = _compiled(etree.tostring(root, encoding="unicode"))
    except TemplateError as error:
        raise FrameError(f"Khung trang {name} có thẻ viết sai: {error.message}") from error
    return Frame(name, document, fragment, headers, members)


def document_root(name: str, package: bytes) -> etree._Element:
    """The document part as a tree, its measured rules given variables for indents."""
    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            root = etree.fromstring(archive.read(DOCUMENT), etree.XMLParser(resolve_entities=False, no_network=True))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise FrameError(f"Khung trang {name} không phải là tệp Word đọc được.") from error
    for style in root.iter(f"{_W}pStyle"):
        if variable := RULES.get(style.get(f"{_W}val", "")):
            properties = style.getparent()
            indent = properties.find(f"{_W}ind")
            if indent is None:
                raise FrameError(f"Khung trang {name}: đường kẻ {style.get(f'{_W}val')} thiếu thụt lề hai bên.")
            indent.set(f"{_W}left", f"{{{{ {variable} }}}}")
            indent.set(f"{_W}right", f"{{{{ {variable} }}}}")
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return root


def _make_room(body: etree._Element, section: etree._Element) -> None:
    """Puts the variable of the rest where the last section stood, and takes away Word's empty last paragraph."""
    last = section.getprevious()
    body.remove(section)
    if last is not None and last.tag == f"{_W}p" and not "".join(last.itertext()).strip():
        previous = last.getprevious()
        body.remove(last)
        last = previous
    if last is None:
        body.text = f"{{{{ {REST} }}}}"
    else:
        last.tail = f"{{{{ {REST} }}}}"


def _compiled(xml: str) -> Template:
    return _ENVIRONMENT.from_string(DocxTemplate(None).patch_xml(xml))


def _xml(element: etree._Element) -> str:
    return str(etree.tostring(element, encoding="unicode", with_tail=False))
