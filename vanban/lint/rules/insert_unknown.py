"""S308: “@chen ma” gọi một bảng hay hình không đặt được ở đó.

Vì sao: bảng và hình in một lần, ở đề mục khai báo chúng; dòng @chen chỉ nói chúng đứng sau câu nào. Mã gõ sai thì bảng
in ở chỗ người soạn không định; ô của bảng và ghi chú dưới bảng không chứa được bảng khác.
Cách sửa: dùng mã của một bảng, hình khai báo trong “bang_bieu”, “hinh” của chính đề mục đang viết; mỗi mã một dòng
@chen.

Đạt:
    loai_van_ban: phu_luc
    mo_dau: |
      Số liệu như sau:
      @chen bang_so
    bang_bieu:
      - {ma: bang_so, cot: [{ma: ten, tieu_de: Tên}], hang: [{ten: A}]}
Không đạt:
    loai_van_ban: phu_luc
    mo_dau: |                             # lỗi: S308 $.mo_dau
      Số liệu như sau:
      @chen bang_so_lieu
    bang_bieu:
      - {ma: bang_so, cot: [{ma: ten, tieu_de: Tên}], hang: [{ten: A}]}
"""

from collections.abc import Iterable, Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.model.picture import Hinh
from vanban.model.running_text import Insert, Text
from vanban.model.table import BangBieu
from vanban.model.walk import de_mucs
from vanban.slips import Names

CODE, LEVEL, NAME, BO_QUA = "S308", "error", "insert-unknown", False
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each insert that nothing answers to, that was there before, or that stands where nothing fits."""
    van_ban = subject.van_ban
    yield from _placed((van_ban.mo_dau, van_ban.noi_dung_cuoi), van_ban.bang_bieu + van_ban.hinh, subject)
    for node in de_mucs(van_ban.de_muc):
        yield from _placed((node.noi_dung, node.noi_dung_cuoi), node.bang_bieu + node.hinh, subject)
    for table in subject.tables:
        yield from _in_text(table.ghi_chu_cuoi, "Trong ghi chú dưới bảng không chèn được bảng hay hình.")
        for row in table.rows():
            for entry in row.entries:
                yield from _in_text(entry.noi_dung, "Trong ô không chèn được bảng hay hình.")


def _in_text(text: Text, message: str) -> Iterator[Fault]:
    for block in text.walk():
        if isinstance(block, Insert):
            yield Fault(block.origin, message, "Chuyển dòng @chen ra ngoài bảng.")


def _placed(blocks: Iterable[Text], here: tuple[BangBieu | Hinh, ...], subject: DocumentSubject) -> Iterator[Fault]:
    known = dict.fromkeys(each.ma for each in here)  # in the order of the file
    names = Names(known)
    first: dict[str, int] = {}
    for block in (block for text in blocks for block in text.walk() if isinstance(block, Insert)):
        if block.ma in first:
            yield Fault(block.origin, f"“@chen {block.ma}” đã có ở dòng {subject.line(first[block.ma])}.",
                        "Mỗi bảng, mỗi hình in một lần: giữ một dòng @chen.")
        first.setdefault(block.ma, block.origin)
        if block.ma not in known:
            close = names.nearest(block.ma)
            yield Fault(
                block.origin, f"“@chen {block.ma}”: không có bảng hay hình nào mang mã này ở đề mục đang viết.",
                f"Có phải “{close}”?" if close else "Khai báo trong “bang_bieu” hoặc “hinh” của chính đề mục này.",
            )
