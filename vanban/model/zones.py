"""The zones around the body (thành phần thể thức), composed: the words that a page frame prints, and where from.

A zone is lines, a line is pieces, a piece is words of one node: so a change of one word in a căn cứ is a change of that
piece and not of the text of a page, and whoever writes another form than Word takes the same values.
"""

from dataclasses import dataclass, field

from vanban.model.places import NOWHERE

# Zones that a frame prints line by line, each line a paragraph; every other one is one text.
BY_LINES = ("can_cu", "noi_nhan", "kinh_gui", "dia_chi")
# The variable of the body, beside those of the zones.
BODY = "noi_dung"


@dataclass(frozen=True, slots=True)
class ZonePiece:
    """Words, and the node that they come from: a key of the document, an entry of a register. NOWHERE: the format's
    own, as "Căn cứ" and the signs that end a line."""

    words: str
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """A line of a zone; typesetting (spaces that do not break) is left to who writes it."""

    pieces: tuple[ZonePiece, ...] = ()

    @property
    def text(self) -> str:
        pieces = self.pieces
        return pieces[0].words if len(pieces) == 1 else "".join([piece.words for piece in pieces])

    @property
    def origin(self) -> int:
        """The first node that its words come from."""
        return next((piece.origin for piece in self.pieces if piece.origin != NOWHERE), NOWHERE)


@dataclass(frozen=True, slots=True)
class Zone:
    """The lines of a zone, none where the document does not show it; the key that it follows from and its origin."""

    lines: tuple[ZoneLine, ...] = ()
    key: str = ""
    origin: int = field(default=NOWHERE, compare=False)

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def texts(self) -> tuple[str, ...]:
        """Its lines as they read."""
        return tuple([line.text for line in self.lines])

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(self.texts)


NO_ZONE = Zone()


@dataclass(frozen=True, slots=True)
class Zones:
    """One zone for each variable of the frames, under the same name, in the order in which the decree's own frames have
    them. Words are final: capitals written, punctuation set, blanks as wide as on paper.

    Lines of a title are broken by sense; those of `kem_theo` say where it may break when it must. `quyen_ky` and
    `chuc_vu` are the lines of `quyen_han` but the title, and the title: for frames that set it apart. Where several
    sign side by side, those at the left end in `_hai` and `_ba`.
    """

    co_quan_chu_quan: Zone = NO_ZONE
    co_quan_ban_hanh: Zone = NO_ZONE
    so_ky_hieu: Zone = NO_ZONE
    dia_danh: Zone = NO_ZONE
    ngay_thang: Zone = NO_ZONE
    do_mat: Zone = NO_ZONE
    do_khan: Zone = NO_ZONE
    du_thao: Zone = NO_ZONE
    pham_vi_luu_hanh: Zone = NO_ZONE
    dia_chi: Zone = NO_ZONE
    phu_luc: Zone = NO_ZONE
    ten_phu_luc: Zone = NO_ZONE
    phu_de: Zone = NO_ZONE
    ten_loai: Zone = NO_ZONE
    trich_yeu: Zone = NO_ZONE
    kem_theo: Zone = NO_ZONE
    kinh_gui: Zone = NO_ZONE
    tham_quyen: Zone = NO_ZONE
    can_cu: Zone = NO_ZONE
    noi_nhan: Zone = NO_ZONE
    dai_dien: Zone = NO_ZONE
    quyen_han: Zone = NO_ZONE
    quyen_ky: Zone = NO_ZONE
    chuc_vu: Zone = NO_ZONE
    chuc_vu_khac: Zone = NO_ZONE
    ho_ten: Zone = NO_ZONE
    ben_ky: Zone = NO_ZONE
    ten_ben_ky: Zone = NO_ZONE
    xac_nhan: Zone = NO_ZONE
    quyen_han_hai: Zone = NO_ZONE
    quyen_ky_hai: Zone = NO_ZONE
    chuc_vu_hai: Zone = NO_ZONE
    chuc_vu_khac_hai: Zone = NO_ZONE
    ho_ten_hai: Zone = NO_ZONE
    quyen_han_ba: Zone = NO_ZONE
    quyen_ky_ba: Zone = NO_ZONE
    chuc_vu_ba: Zone = NO_ZONE
    chuc_vu_khac_ba: Zone = NO_ZONE
    ho_ten_ba: Zone = NO_ZONE
    thu_ky: Zone = NO_ZONE
    chu_toa: Zone = NO_ZONE


# What the names of the zones of a signature end in: the one at the right edge, those to its left.
SIGNATURES = ("", "_hai", "_ba")
# The last zone above the body.
_LAST_ABOVE = "can_cu"
# Zones that say again what another says, for frames that print these in its place.
_AGAIN = frozenset(f"{name}{place}" for name in ("quyen_ky", "chuc_vu") for place in SIGNATURES)
# What the title of an annex says in its place.
_NOT_OF_ANNEX = frozenset({"ten_loai", "trich_yeu", "can_cu"})


def order_of(zones: Zones | None) -> tuple[str, ...]:
    """The names of the zones that a page prints, in the order of the decree's own frames, BODY among them."""
    left_out = _AGAIN | _NOT_OF_ANNEX if zones and zones.phu_luc else _AGAIN
    names = [part for name in Zones.__slots__ for part in ((name, BODY) if name == _LAST_ABOVE else (name,))]
    return tuple(name for name in names if name not in left_out)
