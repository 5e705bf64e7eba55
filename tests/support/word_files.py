"""Word files as others make them, for tests: a body in raw XML with the parts that it needs, in a zip."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(f'xmlns:{prefix}="{namespace}"' for prefix, namespace in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "r": _RELATIONS,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:la", "xml": "http://www.w3.org/XML/1998/namespace",
}.items() if prefix != "xml")
_ROOTS = {"header": "hdr", "footer": "ftr"}


def part(root: str, inside: str) -> bytes:
    """The XML of a part, as "w:document"."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {NAMESPACES}>{inside}</{root}>'.encode()


def word_file(body: str, others: Mapping[str, str] = {}, *, parts: Mapping[str, bytes] = {},  # noqa: B006
              links: Mapping[str, str] = {}, main: str = "word/document.xml") -> bytes:  # noqa: B006
    """A .docx with that body.

    others  the inside of parts of WordprocessingML by the word that relations have for them ("header", "numbering",
            "footnotes", "header2"); the relation has the same id
    parts   further members of the zip, under names like "word/charts/chart1.xml"; a part that has a relation is named
            with it, "chart:word/charts/chart1.xml"; its id is "chart"
    links   addresses outside by their ids
    """
    related = {kind: (f"word/{kind}.xml", kind.rstrip("0123456789")) for kind in others}
    members = {related[kind][0]: part(f"w:{_ROOTS.get(kind.rstrip('0123456789'), kind)}", inside)
               for kind, inside in others.items()}
    for name, data in parts.items():
        kind, _, path = name.rpartition(":")
        members[path] = data
        if kind:
            related[kind] = (path, kind.rstrip("0123456789"))
    relations = "".join(
        f'<Relationship Id="{id_}" Type="{_RELATIONS}/{kind}" Target="/{path}"/>' for id_, (path, kind) in related.items()
    ) + "".join(f'<Relationship Id="{id_}" Type="{_RELATIONS}/hyperlink" Target="{target}" TargetMode="External"/>'
                for id_, target in links.items())
    folder, _, name = main.rpartition("/")
    return zipped({
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations(f'<Relationship Id="a" Type="{_RELATIONS}/officeDocument" Target="{main}"/>'),
        main: part("w:document", f"<w:body>{body}</w:body>"),
        f"{folder}/_rels/{name}.rels": _relations(relations), **members,
    })


def _relations(inside: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inside}</Relationships>'.encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(inside: str, properties: str = "") -> str:
    """A paragraph; text that is no XML stands in a run."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run(inside)}</w:p>"


def run(inside: str) -> str:
    return inside if inside.startswith("<w:r>") or inside.startswith("<") and "<w:r>" in inside else f"<w:r>{t(inside)}</w:r>"


def t(inside: str) -> str:
    return inside if inside.startswith("<") else f'<w:t xml:space="preserve">{inside}</w:t>'
