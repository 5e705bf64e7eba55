"""The properties of a DOCX: its title, its day, and whether it is a sample."""

from datetime import date
from xml.sax.saxutils import escape

from vanban.model.printed import PrintedDocument, PrintedSet


def core_properties(part: PrintedDocument, issued: PrintedSet, copied: PrintedDocument | None = None) -> str:
    """Title, dates and, for a sample, the word that nobody may overlook. The date is that of the set that is issued,
    not today's; the title of a copy says also what is `copied`."""
    title = " ".join(_title(each) for each in (part, copied) if each)
    # Of the two only the subject reaches the PDF.
    example = "<cp:category>ví dụ</cp:category><dc:subject>ví dụ</dc:subject>" if part.vi_du else ""
    moment = f"{(issued.ngay or date(1980, 1, 1)).isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'{example}<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f"<dc:language>vi-VN</dc:language>"
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:title>{escape(' '.join(title.split()))}</dc:title></cp:coreProperties>"
    )


def _title(part: PrintedDocument) -> str:
    return f"{part.ten_loai} {part.zones.so_ky_hieu.text} {part.trich_yeu.replace('|', ' ')}"
