"""When a star sign (`*`, `**`) of a line opens or closes a face, and when it is a star: what reader and writer share.

A sign is judged by the characters that its row of stars stands between. `(*)`, `5*3`, `2 ** 3`, `95%*, tăng 3%*` hold
stars; `*nghiêng*`, `(*nghiêng*)`, `**đậm**:` hold signs. Behind a backslash a bracket or a comma is a letter like
others, so that every face can be typed.
"""

# What a backslash may stand in front of, to take it literally.
ESCAPABLE = "[!-/:-@\\[-`{-~–—•…“”‘’«»]"
OPENING = frozenset("([{“‘«")
CLOSING = frozenset(")]}”’».,;:!?…")
_QUOTES = frozenset("\"'")


def opens(sign: str, before: str, after: str) -> bool:
    """Whether `sign` between two characters ("" at the ends of the line) begins a face, where none is open."""
    if not after.strip() or after in CLOSING or (before == after and after in _QUOTES):
        return False
    return not _in_word(sign, before, after, before)


def closes(sign: str, before: str, after: str) -> bool:
    """Whether `sign` ends the face that is open. Bold may end behind a blank: there is nothing else it could mean."""
    if before in OPENING or (sign == "*" and not before.strip()):
        return False
    return not _in_word(sign, before, after, after)


def is_set_apart(before: str, after: str) -> bool:
    """Whether stars between these stand alone: in brackets or quotes, as the mark of a note does, or in a sum."""
    if before in OPENING and after in CLOSING or before == after and after in _QUOTES:
        return True
    return before.isspace() and after.isspace() or before.isdigit() and after.isdigit()


def _in_word(sign: str, before: str, after: str, outside: str) -> bool:
    """Italics do not begin or end inside a word, bold not inside a number: there stars are those of a sum."""
    return before.isdigit() and after.isdigit() if sign == "**" else outside.isalnum()
