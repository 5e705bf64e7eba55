"""WordprocessingML as text: the few elements that a body needs, with named styles only.

Strings, not a tree: the body of a 12-page plan takes a millisecond this way, tens through an element tree.
"""

from collections.abc import Mapping

from vanban.model.printed import Keep

# Structure that a paragraph may carry besides its style; looks are the style's.
KEEP_NEXT = "<w:keepNext/>"
KEEPS: Mapping[Keep, str] = {"": "", "lien_sau": KEEP_NEXT, "tu_do": '<w:keepNext w:val="0"/>'}


def paragraph(style: str, runs: str, structure: str = "") -> str:
    """A `w:p`. `structure` is what follows the style in `w:pPr`, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{structure}</w:pPr>{runs}</w:p>'
