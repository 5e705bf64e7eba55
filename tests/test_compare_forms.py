"""Whatever form a text has that is read without a fault, it can be compared: one word put into its title is told, and no
more than that word."""

import re
from pathlib import Path

import pytest

from tests.support.content import project
from tests.support.reviewing import applied
from vanban.compare.comparing import compare
from vanban.pipeline.checking import check
from vanban.pipeline.sides import reading_of

HERE = Path(__file__).parent
REGISTERS = [HERE / "formats/whole/so_dung_chung.yaml", HERE / "formats/whole/so_co_quan.yaml"]
FILES = sorted(path for folder in ("good", "formats/whole") for path in (HERE / folder).glob("*.yaml")
               if path not in REGISTERS and re.search(r"^trich_yeu: (?![>|\[{'\"])", path.read_text("utf-8"), re.MULTILINE))
LAST_KHOAN = """\
loai_van_ban: ke_hoach
ma: kh
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Thử
de_muc:
  - tieu_de: Nhiệm vụ
    noi_dung: |
      1. Đặt bộ phận tiếp nhận.
        Đoạn nữa của khoản.
        Đoạn thứ ba của khoản.
      1. Việc sau:
      a) Điểm đầu.
        Đoạn nữa của điểm.
      - Gạch đầu dòng.
        Đoạn nữa của gạch đầu dòng.
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: nguyen_van_a
"""


def of_one_word(folder: Path, text: str, more: dict[str, str]) -> None:
    sides = []
    for name, each in (("old", text), ("new", re.sub(r"(?m)^trich_yeu: ", "trich_yeu: Mới ", text, count=1))):
        checked = check(project(folder / name, van_ban=each, **more))
        assert checked.sound, [each.message for each in checked.findings]
        sides.append(reading_of(checked))
    comparison = compare(*sides)
    changed = [each for each in comparison.documents if each.changes]
    for document in changed:
        assert document.new
        assert applied(comparison, document) == [line.text for line in document.new.lines]
    assert [(change.subject, change.deed) for each in changed for change in each.changes][:1] == [("zone", "changed")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def it_compares_every_form_of_text_that_is_read(path: Path, tmp_path: Path) -> None:
    more = {each.stem: each.read_text("utf-8") for each in REGISTERS} if path.parent.name == "whole" else {}
    attached = path.with_name(f"{path.stem}.phu_luc.yaml")
    of_one_word(tmp_path, path.read_text("utf-8"), more | ({"kem": attached.read_text("utf-8")} if attached.exists() else {}))


def it_compares_further_paragraphs_of_a_signed_line(tmp_path: Path) -> None:
    of_one_word(tmp_path, LAST_KHOAN, {})
