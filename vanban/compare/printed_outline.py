"""A document as it was kept when it was issued → its sheet. It has no ids and no places in files: its words, marks and
styles are all that tells what stands in what.
"""

from dataclasses import dataclass, field

from vanban.compare.sheet import Document, Node, Sheet
from vanban.compare.typed import Typed
from vanban.compare.wording import quoted, zone_words
from vanban.model.document import VanBan
from vanban.model.grid import Cell, Grid, placed
from vanban.model.identity import Addressed
from vanban.model.inline import Line, shown_text
from vanban.model.places import NOWHERE
from vanban.model.printed import Para, PrintedDocument
from vanban.model.printed_lines import Kind, PrintedLine, PrintedWords
from vanban.model.zones import BODY, BY_LINES, order_of

# What a style makes of a paragraph: how deep, what law calls it.
_STEPS = {
    "VB_Phan": (0, ""), "VB_Muc": (1, "Mục"), "VB_DieuTieuDe": (2, "Điều"), "VB_Dieu": (2, "Điều"),
    "VB_KhoanTieuDe": (3, "khoản"), "VB_KhoanTieuDeCon": (3, "khoản"), "VB_Khoan": (3, "khoản"),
    "VB_DiemTieuDe": (4, "điểm"), "VB_Diem": (4, "điểm"), "VB_LietKe": (4, "ý"),
    "VB_Gach": (5, "gạch đầu dòng"), "VB_Cong": (6, "dấu cộng"),
}
_THROUGH = "Điều"
_NUMBER_HEADS = ("STT", "TT")
_CAPTIONS = ("VB_BangTen", "VB_BangPhai", "VB_HinhTen")


def printed_sheet(document: Document, printed: PrintedDocument) -> Sheet:
    """A document with everything that was kept of it; what was typed for its words nobody knows."""
    typing = Typed(VanBan(printed.loai_van_ban, printed.ma, ""), document.file, "", False, document.places, {})
    sheet = Sheet(document, [], typing, [], [], Node("document"))
    _Outliner(sheet, printed).outline()
    return sheet


@dataclass(slots=True)
class _Outliner:
    """above: the marked paragraphs that the next one may stand in, outermost first, by depth and in words."""

    sheet: Sheet
    printed: PrintedDocument
    _above: list[tuple[int, str]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _tables: int = 0

    def outline(self) -> None:
        names = [name for name in order_of(self.printed.zones) if name not in self.sheet.document.unprinted]
        at = names.index(BODY)
        for name in names[:at]:
            self._zone(name)
        body = self.sheet.root.add(Node("body", "noi_dung"))
        for part in self.printed.body:
            if isinstance(part, Grid):
                self._table(part, body)
            else:
                self._para(part, body)
        for name in names[at + 1:]:
            self._zone(name)
        notes = self.sheet.root.add(Node("notes", "chu_thich", "chú thích"))
        for note in self.printed.notes:
            here = notes.add(Node("note", place=f"chú thích {note.number}", mark=str(note.number)))
            self._take(here, "note", note.inlines)

    def _take(self, node: Node, kind: Kind, line: Line, mark: str = "", row: int = 0, cell: Cell | None = None) -> None:
        """Gives a node a new line."""
        words = shown_text(line)
        self._line(node, PrintedLine(kind, (PrintedWords(words, NOWHERE),), NOWHERE, mark, "", row, line, cell), words)

    def _line(self, node: Node, line: PrintedLine, words: str) -> None:
        number = len(self.sheet.lines)
        self.sheet.lines.append(Addressed(self.printed.ma, f"dong_{number + 1}", line))
        self.sheet.typed.append(words)
        self.sheet.words.append(words)
        node.typed += f"\n{words}" if node.lines else words
        node.lines.append(number)

    def _zone(self, name: str) -> None:
        zone = getattr(self.printed.zones, name)
        if not zone.lines:
            return
        here = self.sheet.root.add(Node("zone", name, zone_words(name)))
        for count, line in enumerate(zone.lines, 1):
            node = here.add(Node("zone_line", place=zone_words(name, count))) if name in BY_LINES else here
            self._line(node, PrintedLine("zone", (PrintedWords(line.text, NOWHERE),), NOWHERE, name=name), line.text)

    def _para(self, para: Para, body: Node) -> None:
        mark = para.mark[0].strip() if para.mark else ""
        if not (para.line or mark or para.picture):
            return
        if para.picture:
            picture = body.add(Node("picture", place="hình"))
            self._line(picture, PrintedLine("picture", (PrintedWords(para.picture.mo_ta, NOWHERE),), NOWHERE),
                       para.picture.mo_ta)
            picture.typed += para.picture.image.fingerprint if para.picture.image else ""
            return
        place = self._place(para.style, mark, shown_text(para.line))
        node = body.add(Node("text", place=place, series=para.style))
        self._take(node, "caption" if para.style in _CAPTIONS else "paragraph", para.line, mark)

    def _place(self, style: str, mark: str, words: str) -> str:
        """"khoản 2 Mục I"; of what has no mark its place behind the last one that has: "đoạn 2 Mục I"."""
        if style in _STEPS and mark:
            depth, noun = _STEPS[style]
            label = mark.strip("().").removeprefix("Điều ")
            while self._above and self._above[-1][0] >= depth:
                self._above.pop()
            if noun == _THROUGH:
                self._above = [(depth, f"Điều {label}")]
            elif label in "-+":
                self._above.append((depth, f"{noun} thứ {self._count(f'{noun} {self._words()}')}"))
            else:
                self._above.append((depth, f"{noun} {label}" if noun else label))
            return self._words()
        if style.endswith("TieuDe"):
            return f"mục {quoted(words)}"
        inside = self._words()
        return f"đoạn {self._count(inside)} {inside}".rstrip()

    def _words(self) -> str:
        return " ".join(words for _, words in reversed(self._above))

    def _count(self, what: str) -> int:
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def _table(self, grid: Grid, body: Node) -> None:
        self._tables += 1
        table = body.add(Node("table", place=f"bảng thứ {self._tables}"))
        columns = [Node("column", f"c{at}", f"cột thứ {at + 1}, {table.place}") for at in range(len(grid.widths))]
        numbered = False
        rows = [number for number, cells in enumerate(grid.head, 1) for _ in cells]
        for row, (at, cell) in zip(rows, placed(grid.head), strict=True):
            words = " ".join(map(shown_text, cell.paragraphs))
            holder = columns[at] if cell.columns == 1 else table.add(Node("head", place=table.place))
            if cell.columns == 1 and cell.role == "dau":
                holder.place = f"cột {quoted(words)}, {table.place}"
                numbered = numbered or at == 0 and words.strip().upper() in _NUMBER_HEADS
            for line in cell.paragraphs:
                self._take(holder, "cell", line, row=row, cell=cell)
        for column in columns:
            table.add(column)
        waiting = iter([*placed(grid.rows)])
        for count, cells in enumerate(grid.rows, 1):
            self._row(table, count, len(grid.head), [next(waiting) for _ in cells], numbered, columns)

    def _row(
        self, table: Node, count: int, heads: int, cells: list[tuple[int, Cell]], numbered: bool, columns: list[Node]
    ) -> None:
        row = table.add(Node("row"))
        number = ""
        for at, cell in cells:
            is_number = numbered and at == 0 and cell.columns == 1
            node = row if is_number else row.add(Node("cell", f"c{at}"))
            for line in cell.paragraphs:
                self._take(node, "cell", line, row=heads + count, cell=cell)
            if is_number:  # the machine counts
                number, row.typed = row.typed, ""
        called = f"hàng {number.rstrip('.')}" if number.strip("-. ") else f"hàng thứ {count}"
        row.place = f"{called}, {table.place}"
        for node in row.children:
            column = columns[int(node.ma[1:])].place.rpartition(f", {table.place}")[0]
            node.place = f"{column}, {row.place}"

