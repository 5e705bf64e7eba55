"""A paragraph and its pieces → XML: the one place where `w:r` is made."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from vanban.model.picture import Hinh
from vanban.model.printed import Para
from vanban.model.scripts import ScriptPosition
from vanban.writers.to_docx.ooxml import KEEPS, paragraph
from vanban.writers.to_docx.pictures import drawing
from vanban.writers.to_docx.pieces import NoteIds, NoteRef, NoteSign, Piece, ScriptWords, pieces

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
# Beside the face, since a run has one character style; an office's own frame needs none that it does not have.
_ALIGN: Mapping[ScriptPosition, str] = {"tren": "superscript", "duoi": "subscript"}
_NOTE_FACE = '<w:rPr><w:rStyle w:val="VB_DauChuThich"/></w:rPr>'


def para_xml(para: Para, notes: NoteIds, structure: str = "") -> str:
    """The `w:p` of a paragraph; `structure` in place of how it keeps with the next."""
    return paragraph(para.style, runs(pieces(para, notes)), structure or KEEPS[para.keep])


def runs(pieces: Sequence[Piece]) -> str:
    """The runs of a paragraph."""
    written = [run(*piece) if isinstance(piece, tuple) else _other(piece) for piece in pieces]
    return written[0] if len(written) == 1 else "".join(written)


def run(text: str, face: str = "") -> str:
    """The run of a text in the character style `face`; nothing for an empty one."""
    return _run(text, f'<w:rStyle w:val="{face}"/>' if face else "")


def _run(text: str, properties: str) -> str:
    if not text:
        return ""
    if "&" in text or "<" in text or ">" in text or "\n" in text:
        text = escape(text).replace("\n", _BREAK)
    if properties:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _other(piece: ScriptWords | NoteRef | NoteSign | Hinh) -> str:
    match piece:
        case ScriptWords():
            style = f'<w:rStyle w:val="{piece.face}"/>' if piece.face else ""
            return _run(piece.text, f'{style}<w:vertAlign w:val="{_ALIGN[piece.position]}"/>')
        case NoteRef(id=id_):
            return f'<w:r>{_NOTE_FACE}<w:footnoteReference w:id="{id_}"/></w:r>'
        case NoteSign():
            return f"<w:r>{_NOTE_FACE}<w:footnoteRef/></w:r>"
        case Hinh():
            return f"<w:r>{drawing(piece)}</w:r>"
