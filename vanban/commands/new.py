"""`new`: a document to start from, or the blank file of a unit's figures."""

from argparse import Namespace
from collections.abc import Sequence

from vanban.commands import CLEAN
from vanban.commands.checkout import Checkout
from vanban.commands.telling import tell_written
from vanban.errors import WrongUse
from vanban.pipeline import starting, starting_figures

_OF_DOCUMENTS, _OF_FIGURES = ("ma", "ten", "kem_theo"), ("ky", "che_do")


def run(checkout: Checkout, arguments: Namespace) -> int:
    return (_figures if arguments.kind == "so_lieu" else _document)(checkout, arguments)


def _document(checkout: Checkout, arguments: Namespace) -> int:
    if strange := _typed(arguments, _OF_FIGURES):
        raise WrongUse(f"{strange} chỉ dùng với new so_lieu")
    asked = starting.Asked(arguments.kind, arguments.don_vi, arguments.nam, arguments.ma, arguments.ten,
                           arguments.kem_theo)
    started = starting.new(checkout.project(), asked)
    for path in started.written:
        tell_written(checkout, path)
    for words in started.told:
        print(words)
    when = "Xem ngay bản dự thảo" if started.builds else "Điền những chỗ có dấu “← điền” rồi xem bản dự thảo"
    print(f"{when}: python3 build.py report {checkout.from_here(started.draft)}")
    print("Việc tiếp theo, điền lần lượt những chỗ còn {XEM LẠI: …}, in tô màu trong dự thảo:")
    for each in started.to_do:
        print(f"  {each.file}:{each.line} {each.words}")
    return CLEAN


def _figures(checkout: Checkout, arguments: Namespace) -> int:
    if strange := _typed(arguments, _OF_DOCUMENTS):
        raise WrongUse(f"{strange} không dùng với new so_lieu")
    if not arguments.ky:
        raise WrongUse("thiếu kỳ báo cáo; ví dụ: new so_lieu --don-vi xa_yen_thanh --nam 2026 --ky sau_thang")
    asked = starting_figures.Asked(arguments.don_vi, arguments.nam, arguments.ky, arguments.che_do)
    started = starting_figures.new_figures(checkout.project(), asked)
    for path in started.written:
        tell_written(checkout, path)
    for unit, file in started.there:
        print(f"{unit} đã có {file}, giữ nguyên")
    for words in started.told:
        print(words)
    if started.written:
        print("Việc tiếp theo: điền số vào từng dòng, rồi xem còn thiếu gì:")
        print(f"  python3 build.py status {started.don_vi} --ky {arguments.ky} --nam {arguments.nam}")
    return CLEAN


def _typed(arguments: Namespace, names: Sequence[str]) -> str:
    """The first of these options that was typed; "" where none was."""
    return next((f"--{name.replace('_', '-')}" for name in names if getattr(arguments, name)), "")
