"""Documents made by chance, of all that a page can hold: headings, lists, notes, tables with long cells, zones, symbols.

`documents(random.Random(seed), ma)` is the YAML of one, and of the landscape annex that it may have, by id. They have no
fault; the same seed gives the same ones.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_SAID = (
    "cải cách hành chính nhà nước tổ chức thực hiện nhiệm vụ trọng tâm giải quyết thủ tục cơ quan đơn vị địa phương kế hoạch "
    "kiểm tra giám sát báo cáo kết quả chất lượng phục vụ người dân doanh nghiệp nghiêm túc ứng dụng công nghệ thông tin xây "
    "dựng chính quyền điện tử nâng hiệu lực hiệu quả quản lý tài chính công bộ máy gọn nhẹ viên chức đào tạo bồi dưỡng"
)
_SYLLABLES = _SAID.split()
# What is typed with a hyphen, a stroke or a figure, and comes to stand at the end of lines; cells hold the short ones.
_SHORT = (
    "76/NQ-CP", "e-mail", "Bà Rịa - Vũng Tàu", "3.541 hồ sơ", "98,63%", "Điều 12", "(CCHC)", "18-20 ngày", "24/7", "A4", "quý IV/2025",
    "m²", "≥ 95%", "& đối tác", "“một cửa”", "C + D = E", "x-y-z",
)
_SYMBOLS = (
    *_SHORT, "2228/QĐ-UBND", "giai đoạn 2021 - 2025", "ngày 15/7/2025", "số 1040/QĐ-TTg", "PAR-INDEX", "QĐ-BNV-CCHC-2025-VP",
    "https://cchc.vi-du.example/thu-tuc",
)
_NUMBERED = (("1. ", "a) ", "- ", "+ "), ("1. ", "(1) ", "- "), ("a) ", "- ", "+ "), ("- ", "+ "))
_TYPES = ("ke_hoach", "bao_cao", "de_an", "thong_bao", "chuong_trinh")


@dataclass
class _Writer:
    """Writes the pieces of one document; notes gathers what its notes say until the text that they stand in ends."""

    chance: random.Random
    count: int = 0
    notes: list[str] = field(default_factory=list)

    def words(self, least: int, most: int, symbols: Sequence[str] = _SYMBOLS) -> str:
        """A row of words, some of them symbols."""
        said = [self.chance.choice(symbols) if self.chance.random() < 0.06 else self.chance.choice(_SYLLABLES)
                for _ in range(self.chance.randint(least, most))]
        return " ".join([self.chance.choice(_SYLLABLES).capitalize(), *said])

    def name(self, kind: str) -> str:
        self.count += 1
        return f"{kind}_{self.count}"

    def sentence(self, most: int = 60, noted: bool = True) -> str:
        """A sentence, which may be bold or slanted in part, and may have a note."""
        text = self.words(3, most)
        for face in ("**", "*"):
            if self.chance.random() < 0.15:
                text += f" {face}{self.words(1, 5)}{face}"
        if noted and self.chance.random() < 0.12:
            note = self.name("chu")
            self.notes.append(f"[^{note}]: {self.words(3, 40)}.")
            text += f"[^{note}]"
        return text

    def block(self, lines: int) -> list[str]:
        """The lines of a running text, with those of its notes."""
        signs = self.chance.choice(_NUMBERED)
        said: list[str] = []
        depth = -1
        for _ in range(lines):
            depth = self.chance.randint(-1, min(depth + 1, len(signs) - 1))
            if depth < 0 and said:
                said.append("")
            said.append(f"{signs[depth] if depth >= 0 else ''}{self.sentence()}{'.' if depth < 0 else ';'}")
        said += self.notes
        self.notes = []
        return said

    def typed(self, key: str, lines: list[str], indent: str) -> str:
        return f"{indent}{key}: |\n" + "".join(f"{indent}  {line}\n" if line else "\n" for line in lines)

    def cell(self, indent: str) -> str:
        """What stands in a cell: mostly a few words, seldom more than a page holds."""
        kind = self.chance.random()
        if kind < 0.04:
            lines = [f"{indent}  {self.words(3, 30, _SHORT)}.\n" for _ in range(self.chance.randint(20, 70))]
            return "|\n" + "".join(lines)
        return f"'{self.words(20, 120, _SHORT) if kind < 0.15 else self.words(0, 8, _SHORT)}'\n"

    def table(self, indent: str, most: int = 3) -> str:
        """An item of `bang_bieu`, with at most so many columns."""
        columns = [self.name("cot") for _ in range(self.chance.randint(2, most))]
        text = f"{indent}- ma: {self.name('bang')}\n{indent}  tieu_de: '{self.words(2, 20)}'\n"
        text += f"{indent}  danh_so_cot: true\n" if self.chance.random() < 0.3 else ""
        text += f"{indent}  cot:\n" + ("" if self.chance.random() < 0.5 else f"{indent}    - {{ma: so_thu_tu, tieu_de: STT}}\n")
        text += "".join(f"{indent}    - {{ma: {each}, tieu_de: '{self.words(0, 6, _SHORT)}'}}\n" for each in columns[:2])
        if columns[2:]:
            text += f"{indent}    - tieu_de: '{self.words(1, 5, _SHORT)}'\n{indent}      cot:\n"
            text += "".join(f"{indent}        - {{ma: {each}, tieu_de: '{self.words(0, 3, _SHORT)}'}}\n" for each in columns[2:])
        rows = "".join(self.row(columns, indent) for _ in range(self.chance.randint(1, 25)))
        return f"{text}{indent}  hang:\n{rows}{indent}  ghi_chu_cuoi: '{self.words(3, 30)}.'\n"

    def row(self, columns: list[str], indent: str) -> str:
        if self.chance.random() < 0.1:
            return f"{indent}    - nhom: '{self.words(1, 12, _SHORT)}'\n"
        cells = [f"{each}: {self.cell(f'{indent}      ')}" for each in columns]
        return f"{indent}    - " + f"{indent}      ".join(cells)

    def heading(self, depth: int, indent: str) -> str:
        text = f"{indent}- tieu_de: '{self.words(1, 18)}'\n"
        inside = f"{indent}  "
        if self.chance.random() < 0.8 or depth == 2:
            text += self.typed("noi_dung", self.block(self.chance.randint(1, 6)), inside)
        if self.chance.random() < (0.35 if depth == 0 else 0.15):
            text += f"{inside}bang_bieu:\n" + self.table(f"{inside}  ")
        if depth < 2 and self.chance.random() < 0.6:
            text += f"{inside}de_muc:\n" + "".join(self.heading(depth + 1, f"{inside}  ") for _ in range(self.chance.randint(1, 3)))
        elif "noi_dung" not in text and "bang_bieu" not in text:
            text += self.typed("noi_dung", self.block(2), inside)
        return text


def documents(chance: random.Random, ma: str) -> dict[str, str]:
    """The texts of a document to be issued by a province, and of its annex, if it has one."""
    write = _Writer(chance)
    optional: tuple[tuple[float, Callable[[], str]], ...] = (
        (0.5, lambda: "can_cu:\n  - nq_76_2021\n"),
        (0.8, lambda: write.typed("mo_dau", write.block(chance.randint(1, 4)), "")),
    )
    text = f"loai_van_ban: {chance.choice(_TYPES)}\nma: {ma}\nco_quan: ubnd_nghe_an\nngay_du_kien: 15/7/2025\n"
    text += f"trich_yeu: '{write.words(3, 30)}'\n"
    text += "".join(make() for share, make in optional if chance.random() < share)
    text += "de_muc:\n" + "".join(write.heading(0, "  ") for _ in range(chance.randint(1, 4)))
    annex = f"phu_luc_{ma}" if chance.random() < 0.3 else ""
    end = [f"(Chi tiết tại [[{annex}]])"] if annex else write.block(1) if chance.random() < 0.3 else []
    text += write.typed("noi_dung_cuoi", end, "") if end else ""
    receivers = "".join(f"  - '{write.words(1, chance.choice((3, 3, 15)))}'\n" for _ in range(chance.randint(1, 12)))
    text += f"noi_nhan:\n{receivers}luu: VT, KSTT\nnguoi_ky: nguyen_van_a\nvi_du: true\n"
    return {ma: f"{text}kem_theo: [{annex}]\n", annex: _annex(write, annex)} if annex else {ma: text}


def _annex(write: _Writer, ma: str) -> str:
    return (f"loai_van_ban: phu_luc\nma: {ma}\ntrich_yeu: '{write.words(3, 20)}'\nkho_giay: ngang\n"
            f"{write.typed('mo_dau', write.block(2), '')}bang_bieu:\n{write.table('  ', 6)}")
