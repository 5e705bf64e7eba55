"""A body → a .docx that Word opens: the parts around word/document.xml, zipped.

The zip is stored, not deflated, with one date and one order: its bytes depend on no clock and no version of zlib,
and git keeps what changed between two frames.
"""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from vanban.frames.making._styles import styles
from vanban.frames.making._theme import theme
from vanban.frames.making._xml import Element, R, as_part, paragraph, w
from vanban.the_thuc import TheThuc

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_OFFICE_XML = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DC = "http://purl.org/dc/elements/1.1/"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

# Parts that word/document.xml points to: relation, file, content type. Their order makes the ids rId1 …
_RELATED = (
    ("styles", "styles.xml", f"{_WORD}.styles+xml"),
    ("settings", "settings.xml", f"{_WORD}.settings+xml"),
    ("theme", "theme/theme1.xml", f"{_OFFICE}.theme+xml"),
    ("fontTable", "fontTable.xml", f"{_WORD}.fontTable+xml"),
    ("footnotes", "footnotes.xml", f"{_WORD}.footnotes+xml"),
    ("header", "header1.xml", f"{_WORD}.header+xml"),
    ("header", "header2.xml", f"{_WORD}.header+xml"),
)
_IDS = {file: f"rId{number}" for number, (_, file, _) in enumerate(_RELATED, start=1)}


def make_package(the_thuc: TheThuc, title: str, body: list[Element]) -> bytes:
    """The .docx with that body; the page of the_thuc ends it."""
    document = w("document", w("body", *body, _page(the_thuc)))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core_properties(title, the_thuc.phong_chu.ngon_ngu),
        "docProps/app.xml": _app_properties(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles(the_thuc),
        "word/settings.xml": _settings(the_thuc),
        "word/theme/theme1.xml": theme(the_thuc),
        "word/fontTable.xml": _font_table(the_thuc),
        "word/footnotes.xml": _footnotes(),
        "word/header1.xml": w("hdr", _page_number()),
        "word/header2.xml": w("hdr", paragraph("VB_SoTrang")),
    }
    return _zip({name: as_part(root) for name, root in parts.items()})


def _zip(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.create_system = 0  # else it says whether Windows or Unix wrote it
            archive.writestr(entry, data)
    return buffer.getvalue()


def _page(the_thuc: TheThuc) -> Element:
    """The section: paper, margins, page number in the top margin from the second page on."""
    page = the_thuc.trang
    distance = page.cach_so_trang.twips
    return w(
        "sectPr",
        _header_reference("default", _IDS["header1.xml"]),
        _header_reference("first", _IDS["header2.xml"]),
        w("pgSz", w=page.rong.twips, h=page.cao.twips),
        w("pgMar", top=page.le_tren.twips, right=page.le_phai.twips, bottom=page.le_duoi.twips,
          left=page.le_trai.twips, header=distance, footer=distance, gutter=0),
        w("pgNumType", start=1),
        w("titlePg"),
    )


def _header_reference(kind: str, relation: str) -> Element:
    reference = w("headerReference", type=kind)
    reference.set(f"{{{R}}}id", relation)
    return reference


def _page_number() -> Element:
    line = paragraph("VB_SoTrang")
    for piece in (
        w("fldChar", fldCharType="begin"), w("instrText", "PAGE"), w("fldChar", fldCharType="separate"),
        w("t", "2"), w("fldChar", fldCharType="end"),
    ):
        line.append(w("r", piece))
    return line


def _footnotes() -> Element:
    """The two lines that separate footnotes from the text; Word wants them under these ids."""
    return w("footnotes", *(
        w("footnote", w("p", w("r", w(kind))), type=kind, id=number)
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    ))


def _settings(the_thuc: TheThuc) -> Element:
    word = "http://schemas.microsoft.com/office/word"
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=the_thuc.kieu["VB_NoiDung"].thut_dau_dong.twips),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", w("compatSetting", name="compatibilityMode", uri=word, val=15)),
        w("themeFontLang", val=the_thuc.phong_chu.ngon_ngu),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _font_table(the_thuc: TheThuc) -> Element:
    font = w("font", w("charset", val="A3"), w("family", val="roman"), w("pitch", val="variable"),
             name=the_thuc.phong_chu.ten_phong)
    return w("fonts", font)


def _content_types() -> Element:
    parts = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{file}": kind for _, file, kind in _RELATED},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
    }
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    return _element(
        f"{_PACKAGE}/content-types", "Types",
        *(("Default", {"Extension": end, "ContentType": kind}) for end, kind in defaults.items()),
        *(("Override", {"PartName": name, "ContentType": kind}) for name, kind in parts.items()),
    )


def _package_relations() -> Element:
    return _relations(
        (f"{R}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{R}/extended-properties", "docProps/app.xml"),
    )


def _document_relations() -> Element:
    return _relations(*((f"{R}/{relation}", file) for relation, file, _ in _RELATED))


def _relations(*targets: tuple[str, str]) -> Element:
    return _element(f"{_PACKAGE}/relationships", "Relationships", *(
        ("Relationship", {"Id": f"rId{number}", "Type": kind, "Target": target})
        for number, (kind, target) in enumerate(targets, start=1)
    ))


def _core_properties(title: str, language: str) -> Element:
    core = f"{_PACKAGE}/metadata/core-properties"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": _DC})
    for name, text in (("title", title), ("language", language)):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = text
    return root


def _app_properties() -> Element:
    root = _element(f"{_OFFICE_XML}/extended-properties", "Properties", ("Application", {}))
    root[0].text = "vanban"
    return root


def _element(namespace: str, tag: str, *children: tuple[str, Mapping[str, str]]) -> Element:
    """An element without prefix, and its children: these parts have no more depth."""
    root = etree.XML(f'<{tag} xmlns="{namespace}"/>')
    for name, attributes in children:
        etree.SubElement(root, f"{{{namespace}}}{name}", dict(attributes))
    return root
