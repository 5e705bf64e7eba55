"""Pictures (hình): what a file holds is named by its fingerprint; its bytes are not in the tree.

Two trees are equal where their pictures are the same, whatever the files are called. Who writes a document asks for
the bytes by the fingerprint.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vanban.model.inline import Line
from vanban.model.places import NOWHERE
from vanban.units import Length, Mm

_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Image:
    """What a picture file holds: how it is coded, pixels across and down, pixels to the inch across and down.

    fingerprint  SHA-256 of its bytes
    file         the file as findings name it
    """

    fingerprint: str
    form: Literal["png", "jpeg"]
    pixels: tuple[int, int]
    density: tuple[float, float]
    file: str = field(default="", compare=False)

    @property
    def width(self) -> Length:
        """Its natural width: what its pixels take at their density."""
        return Mm(self.pixels[0] / self.density[0] * _MM_PER_INCH)

    @property
    def height(self) -> Length:
        return Mm(self.pixels[1] / self.density[1] * _MM_PER_INCH)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture on the page: its number among all pictures of the set, from 1, and its size there."""

    number: int
    width: Length
    height: Length


@dataclass(frozen=True, slots=True)
class Hinh:
    """A picture of a heading or a document.

    tep      the file as it was typed, from the folder of the document
    tieu_de  the caption, printed below; only a picture that has one is numbered ("Hình 1")
    mo_ta    the words that stand for it where it is not seen
    do_rong  its width; None: its natural one, at most that of the text
    image    what the file holds; None where that cannot be told, which was a finding
    number   of its caption, counted through the document; 0 until then and where it has none
    drawn    None until it is fitted to the page
    """

    ma: str
    tep: str
    mo_ta: str
    tieu_de: Line = ()
    do_rong: Length | None = None
    image: Image | None = None
    number: int = 0
    drawn: Drawn | None = None
    origin: int = field(default=NOWHERE, compare=False)
    origins: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def words(self) -> str:
        """What text calls it: "Hình 1"; without a caption it has no number."""
        return f"Hình {self.number}" if self.number else "hình kèm theo"

    def origin_of(self, key: str) -> int:
        """The origin of the value of one key, of the whole entry where the key is not given."""
        return self.origins.get(key, self.origin)
