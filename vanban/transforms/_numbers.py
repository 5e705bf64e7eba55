"""Number and symbol, and the date, at the head of a document and where it is cited (Phụ lục I, II.3, II.4, III.1.c)."""

from collections.abc import Sequence
from datetime import date

from vanban.model.document import VanBan
from vanban.model.places import NOWHERE
from vanban.model.registers import CoQuan
from vanban.setting import Setting
from vanban.transforms._joint import Partner, hyphened, without_number
from vanban.transforms._zone_text import Pieces, filled, piece, stripped

# Room to write a number, a day, a month by hand on a draft; and where an electronic document leaves them out.
_NBSP = "\N{NO-BREAK SPACE}"
_BLANK, _SHORT_BLANK, _LEFT_OUT = _NBSP * 8, _NBSP * 7, "…"


class Numbers:
    """The numbers of a document: that of the body that issues it, and of those beside it that have one of their own.

    day  the day that decides
    """

    def __init__(
        self, van_ban: VanBan, issuer: CoQuan, partners: Sequence[Partner], day: date | None, setting: Setting
    ) -> None:
        self._van_ban, self._issuer, self._day = van_ban, issuer, day
        self._shared = [issuer, *without_number(partners)]
        self._others = [partner for partner in partners if partner[0].so_van_ban]
        self._the_thuc = setting.the_thuc
        self._letters = setting.kind(van_ban).viet_tat.get(issuer.ho_so, "")

    def at_the_head(self) -> list[Pieces]:
        """"2228/QĐ-UBND"; each further number on a line of its own, behind the word that frames print first."""
        van_ban, word = self._van_ban, piece(f"{self._the_thuc.words('so_van_ban')} ")
        own = self._padded(van_ban.so_van_ban, van_ban.origin_of("so_van_ban")) or piece(_BLANK)
        return [self._with_symbol(own), *(word + number for number in self._further())]

    def cited(self) -> tuple[Pieces, Pieces]:
        """Number and day as what is attached cites them: drafts have none yet, electronic documents leave them out."""
        van_ban, on_paper = self._van_ban, self._van_ban.ban == "giay"
        year = str(self._day.year) if on_paper and self._day else _LEFT_OUT
        day = piece(self._the_thuc.composed("ngay_bo_trong", nam=year))
        if on_paper and van_ban.ngay_ban_hanh:
            day = self.day()
        if not (on_paper and van_ban.so_van_ban):
            return self._with_symbol(piece(_LEFT_OUT)), day
        number = self._with_symbol(self._padded(van_ban.so_van_ban, van_ban.origin_of("so_van_ban")))
        for other in self._further():
            number += piece(", ") + other
        return number, day

    def day(self) -> Pieces:
        """The date; of a draft blanks to write in, and the year where it is known."""
        if day := self._van_ban.ngay_ban_hanh:
            return piece(self._the_thuc.long_date(day), self._van_ban.origin_of("ngay_ban_hanh"))
        year = f" {self._day.year}" if self._day else _SHORT_BLANK
        return piece(f"ngày{_SHORT_BLANK}tháng{_SHORT_BLANK}năm{year}", self._van_ban.origin_of("ngay_du_kien"))

    def _further(self) -> list[Pieces]:
        """The numbers that bodies beside the one that leads have given."""
        symbols = (piece(ben.ky_hieu, ben.origin) or self._symbol([body]) for ben, body in self._others)
        return [self._composed(self._padded(ben.so_van_ban, ben.origin), symbol)
                for (ben, _), symbol in zip(self._others, symbols, strict=True)]

    def _with_symbol(self, number: Pieces) -> Pieces:
        typed = piece(self._van_ban.ky_hieu, self._van_ban.origin_of("ky_hieu"))
        return self._composed(number, typed or self._symbol(self._shared))

    def _composed(self, number: Pieces, symbol: Pieces) -> Pieces:
        return filled(self._the_thuc.words("so_ky_hieu"), {"so": number, "ky_hieu": symbol})

    def _symbol(self, bodies: list[CoQuan]) -> Pieces:
        """"QĐ-UBND"; of a công văn of the state the body and the unit that drafts, "UBND-NC" (Phụ lục I, II.3.b)."""
        van_ban, is_own = self._van_ban, bodies[0] is self._issuer
        return stripped(filled(self._the_thuc.words("ky_hieu" if self._letters else "ky_hieu_cong_van"), {
            "viet_tat": piece(self._letters, van_ban.origin_of("loai_van_ban")),
            "co_quan": hyphened(bodies),
            "don_vi": piece(van_ban.don_vi_soan_thao, van_ban.origin_of("don_vi_soan_thao")) if is_own else (),
        }), "-/")

    def _padded(self, number: str, origin: int = NOWHERE) -> Pieces:
        """A number below 10 takes a zero in front, other digits stay as typed."""
        return piece(self._the_thuc.padded("so_van_ban", number), origin) if number else ()
