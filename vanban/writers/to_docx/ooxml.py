"""WordprocessingML as text: the few elements that a body needs, with named styles only.

Strings, not a tree: the body of a 12-page plan takes a millisecond this way, tens through an element tree.
"""

from xml.sax.saxutils import escape

from vanban.text import bind

# Structure that a paragraph may carry besides its style; looks are the style's.
KEEP_NEXT = "<w:keepNext/>"
NOTE_FACE = '<w:rPr><w:rStyle w:val="VB_DauChuThich"/></w:rPr>'
FREE = '<w:keepNext w:val="0"/>'  # of a style that keeps with the next


def paragraph(style: str, runs: str, structure: str = "") -> str:
    """A `w:p`. `structure` is what follows the style in `w:pPr`, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{structure}</w:pPr>{runs}</w:p>'


def escaped(text: str) -> str:
    """`text` for XML. Hardly ever is there anything to replace."""
    return escape(text) if "&" in text or "<" in text or ">" in text else text


def run(text: str, style: str = "", bound: bool = True) -> str:
    """Text in the character style of that name, "" for the paragraph's own. `bound`: numbers stay with their words."""
    if not text:
        return ""
    opened = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else "<w:r>"
    return f'{opened}<w:t xml:space="preserve">{escaped(bind(text) if bound else text)}</w:t></w:r>'


def broken(lines: tuple[str, ...]) -> str:
    """The inside of a `w:t` that shows each line on its own: what a frame's variable is filled with."""
    return "</w:t><w:br/><w:t>".join(map(escaped, lines))


def note_mark(number: int) -> str:
    """The mark of a footnote in the text."""
    return f'<w:r>{NOTE_FACE}<w:footnoteReference w:id="{note_id(number)}"/></w:r>'


def note_id(number: int) -> int:
    """The id of the footnote of that number: Word keeps -1 to 1 for the lines that separate them from the text."""
    return number + 1
