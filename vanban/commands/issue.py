"""`issue`: a draft becomes an issued document; with `--bo-sung` the words of one that has its number are kept."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from vanban.commands import CLEAN, FINDINGS
from vanban.commands.checkout import Checkout
from vanban.commands.days import typed_day
from vanban.commands.telling import told
from vanban.errors import WrongUse
from vanban.findings import has_errors
from vanban.lint.suppressions import Silenced
from vanban.numerals import is_document_number
from vanban.pipeline.issuing import issue
from vanban.pipeline.supplementing import supplement

_IF_A_SLIP = ("Nếu gõ nhầm: bỏ hai dòng “so_van_ban”, “ngay_ban_hanh” mà lệnh này ghi vào tệp, xóa tệp .ban_hanh.json "
              "bên cạnh rồi làm lại.")


def run(checkout: Checkout, arguments: Namespace) -> int:
    return (_supplement if arguments.bo_sung else _issue)(checkout, arguments)


def _issue(checkout: Checkout, arguments: Namespace) -> int:
    day = _day(arguments)
    _tell_of_day_ahead(day)
    issued = issue(checkout.project(), arguments.file, arguments.so, day, _tell_silenced, arguments.chap_nhan_thieu,
                   lambda path: _tell_aside(checkout, path), partial(_tell_of_other_year, day))
    if issued.findings:
        print(told(issued.findings))
    if not issued.sound:
        print("Chưa ban hành: sửa các lỗi trên rồi làm lại. Chưa tệp nào bị thay đổi.", file=sys.stderr)
        return FINDINGS
    print(f"Đã ghi số {arguments.so}, ngày {arguments.ngay} vào {arguments.file}.")
    print("Chạy make report để tạo bản ban hành; đưa tệp này và tệp .ban_hanh.json bên cạnh vào git.")
    return CLEAN


def _day(arguments: Namespace) -> date:
    """The day of signing. Raises WrongUse where number or day is missing or cannot be read."""
    if lacking := [name for name in ("so", "ngay") if getattr(arguments, name) is None]:
        raise WrongUse(f"thiếu {', '.join(f'--{name}' for name in lacking)}")
    if not is_document_number(arguments.so):
        raise WrongUse(f"số “{arguments.so}” phải chỉ gồm chữ số, ví dụ 45 (số có năm: 161/2025); ký hiệu do máy ghép")
    return typed_day(arguments.ngay)


def _tell_aside(checkout: Checkout, path: Path) -> None:
    print(f"Tệp lưu của lần ban hành trước, đã thu lại thành dự thảo, nay là {checkout.from_here(path)}.",
          file=sys.stderr)


def _tell_of_day_ahead(day: date) -> None:
    """Says that a day of signing has not come yet: that may be a slip in the year, or a paper that is printed today and
    signed tomorrow."""
    if day > date.today():
        print(f"Lưu ý: ngày ký {day:%d/%m/%Y} chưa đến, hôm nay là {date.today():%d/%m/%Y}. {_IF_A_SLIP}",
              file=sys.stderr)


def _tell_of_other_year(day: date, year: int) -> None:
    """Says that a draft was expected in another year, by its `ngay_du_kien` or its folder."""
    print(f"Lưu ý: ngày ký {day:%d/%m/%Y} là năm {day.year}, mà theo “ngay_du_kien”, “cho_nam” hoặc thư mục thì dự "
          f"thảo của năm {year}. {_IF_A_SLIP}", file=sys.stderr)


def _supplement(checkout: Checkout, arguments: Namespace) -> int:
    if arguments.so or arguments.ngay:
        raise WrongUse("--bo-sung dùng cho văn bản đã có số, ngày trong tệp, không ghi cùng --so, --ngay")
    done = supplement(checkout.project(), arguments.file)
    if done.findings:
        print(told(done.findings))
    if has_errors(done.findings):
        print("Chưa lưu lời văn. Chưa tệp nào bị thay đổi.", file=sys.stderr)
        return FINDINGS
    if done.told:
        print(done.told, file=sys.stderr)
    if done.record is None:
        print(f"Lời văn của {arguments.file} đã được lưu từ trước; không cần làm gì.")
    else:
        print(f"Đã lưu lời văn vào {checkout.from_here(done.record)}; đưa tệp này vào git.")
    return CLEAN


def _tell_silenced(silenced: Sequence[Silenced]) -> None:
    """Says what `bo_qua` holds back, each with its reason, before the document is issued with it."""
    if silenced:
        print(f"Đã bỏ qua {len(silenced)} lỗi theo “bo_qua”:")
    for each in silenced:
        found = each.finding
        print(f"  {found.file}:{found.line}:{found.column} {found.code}: {found.message} Lý do: {each.ly_do}")
