"""Our rendering of a frame beside docxtpl's own, which parses and writes the whole package: they must agree."""

import io
import zipfile

from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import Markup

from tests.support.canonical import canonical
from tests.support.sample import Sample
from tests.support.wordml import read_parts, w
from vanban.frames import prepared
from vanban.frames.breaks import BREAK
from vanban.wordml.parts import DOCUMENT


def it_renders_what_docxtpl_renders(sample: Sample) -> None:
    template = DocxTemplate(io.BytesIO(_with_room(sample.frame.name, sample.frame.read_bytes())))
    template.render({name: _for_docxtpl(value) for name, value in sample.context.items()}, autoescape=True)
    rendered = io.BytesIO()
    template.save(rendered)
    with zipfile.ZipFile(rendered) as archive:
        theirs = etree.fromstring(archive.read(DOCUMENT))
    ours = etree.fromstring(read_parts(sample.docx)[DOCUMENT])
    assert canonical(_without_space(ours)) == canonical(_without_space(theirs))


def _without_space(root: etree._Element) -> etree._Element:
    """Without the word of docxtpl that spaces count behind a line break, where none stands at the edges."""
    for text in root.iter(w("t")):
        before = text.getprevious()
        if before is not None and before.tag == w("br") and text.text == (text.text or "").strip():
            text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    return root


def _for_docxtpl(value: object) -> object:
    """A value with line breaks as docxtpl takes them: line feeds."""
    if isinstance(value, list):
        return [_for_docxtpl(line) for line in value]
    return Markup(value.replace(BREAK, "\n")) if isinstance(value, str) else value


def _with_room(name: str, package: bytes) -> bytes:
    """The frame as `prepare` compiles it: indents of rules and the rest of the set are variables."""
    root = prepared.document_root(name, package)
    body = root.find(w("body"))
    prepared._make_room(body, body.find(w("sectPr")))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for member in source.namelist():
            target.writestr(member, etree.tostring(root) if member == DOCUMENT else source.read(member))
    return out.getvalue()
