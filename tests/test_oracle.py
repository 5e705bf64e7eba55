"""Our rendering of a frame beside docxtpl's own, which parses and writes the whole package: they must agree."""

import io
import zipfile

from docxtpl import DocxTemplate
from lxml import etree

from tests.support.canonical import canonical
from tests.support.sample import Sample
from tests.support.wordml import read_parts, w
from vanban.writers.to_docx import frame
from vanban.writers.to_docx.frame import DOCUMENT


def it_renders_what_docxtpl_renders(sample: Sample) -> None:
    template = DocxTemplate(io.BytesIO(_with_room(sample.frame.name, sample.frame.read_bytes())))
    template.render(sample.context, autoescape=True)
    rendered = io.BytesIO()
    template.save(rendered)
    with zipfile.ZipFile(rendered) as archive:
        theirs = etree.fromstring(archive.read(DOCUMENT))
    ours = etree.fromstring(read_parts(sample.docx)[DOCUMENT])
    assert canonical(ours) == canonical(theirs)


def _with_room(name: str, package: bytes) -> bytes:
    """The frame as `prepare` compiles it: indents of rules and the rest of the set are variables."""
    root = frame.document_root(name, package)
    body = root.find(w("body"))
    frame._make_room(body, body.find(w("sectPr")))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for member in source.namelist():
            target.writestr(member, etree.tostring(root) if member == DOCUMENT else source.read(member))
    return out.getvalue()
