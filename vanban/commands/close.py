"""`close`: the figures of a period are closed, or opened again."""

import sys
from argparse import Namespace

from vanban.commands import CLEAN, FINDINGS
from vanban.commands.checkout import Checkout
from vanban.commands.days import day_or_today
from vanban.commands.telling import told
from vanban.errors import WrongUse
from vanban.findings import has_errors
from vanban.model.reporting import Ky
from vanban.pipeline.closing import Asked, close, reopen


def run(checkout: Checkout, arguments: Namespace) -> int:
    nguoi = " ".join((arguments.nguoi or "").split())
    if arguments.nguoi is not None and not nguoi:
        raise WrongUse("sau --nguoi còn thiếu họ và tên")
    asked = Asked(arguments.che_do, Ky(arguments.ky, arguments.nam), day_or_today(arguments.ngay), nguoi)
    return _close(checkout, asked) if arguments.mo_lai is None else _reopen(checkout, asked, arguments.mo_lai)


def _reopen(checkout: Checkout, asked: Asked, reason: str) -> int:
    reopened = reopen(checkout.project(), asked, reason)
    where = checkout.from_here(reopened.written[0])
    print(f"Đã mở lại kỳ {reopened.period} trong {where}; sửa xong thì chốt lần nữa.")
    return CLEAN


def _close(checkout: Checkout, asked: Asked) -> int:
    closed = close(checkout.project(), asked)
    if closed.findings:
        print(told(closed.findings))
    if has_errors(closed.findings):
        print("Chưa chốt: sửa các lỗi trên rồi làm lại. Chưa tệp nào bị thay đổi.", file=sys.stderr)
        return FINDINGS
    print(f"Đã chốt kỳ {closed.period} với số liệu của {closed.files} đơn vị. Đưa vào git:")
    for path in closed.written:
        print(f"  {checkout.from_here(path)}")
    if closed.missing:
        print(f"Còn {len(closed.missing)} đơn vị chưa báo cáo kỳ này: {', '.join(closed.missing)}.")
    return CLEAN
