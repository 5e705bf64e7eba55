"""What several bodies issue together (văn bản liên tịch): their names at the head and in a sentence, their symbols.

The decree has no words on it. What is printed is practice: the body that leads is named first and has the number; the
symbol names all; a body that takes a number of its own has a line and a symbol of its own.
"""

from collections.abc import Iterable, Mapping, Sequence

from vanban.model.document import BenLienTich
from vanban.model.registers import CoQuan
from vanban.transforms._zone_text import Pieces, in_capitals, piece

# A body beside the one that leads, and what the document says of it.
Partner = tuple[BenLienTich, CoQuan]


def head_lines(bodies: Sequence[CoQuan]) -> list[Pieces]:
    """The names of the bodies in capitals, line by line, a hyphen behind each but the last."""
    found: list[Pieces] = []
    for body in bodies:
        *lines, last = [in_capitals(piece(line, body.origin)) for line in body.ten_dong]
        found += [*lines, last + piece("" if body is bodies[-1] else " -")]
    return found


def superior_of(bodies: Iterable[CoQuan], registers: Mapping[str, CoQuan]) -> CoQuan | None:
    """The body that all of them are directly under; None for none, and where they are under several."""
    above = {body.truc_thuoc for body in bodies}
    return registers.get(above.pop()) if len(above) == 1 else None


def listed(names: Sequence[Pieces]) -> Pieces:
    """Names in a sentence: "A", "A và B", "A, B và C"."""
    found: Pieces = ()
    for count, name in enumerate(names):
        found += piece("" if not count else " và " if count == len(names) - 1 else ", ") + name
    return found


def hyphened(bodies: Iterable[CoQuan]) -> Pieces:
    """The letters of the bodies, as a symbol has them: "SNV-STC"."""
    found: Pieces = ()
    for body in bodies:
        found += piece("-" if found else "") + piece(body.ky_hieu, body.origin)
    return found


def without_number(partners: Iterable[Partner]) -> list[CoQuan]:
    """The bodies that share the number of the one that leads."""
    return [body for ben, body in partners if not ben.so_van_ban]
