#!/usr/bin/env python3
"""The command line: words → vanban.pipeline → exit code.

Exit codes: 0 clean, 1 findings at error level, 2 wrong use, 3 the machine (no converter, unreadable frame, full disk).
"""

import argparse
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from vanban import bootstrap
from vanban.pipeline import forms

ROOT = Path(__file__).resolve().parent
CLEAN, FINDINGS, WRONG_USE, MACHINE = range(4)
# What of a review is a Word file for each set.
_OF_WORD = ("docx", "so_sanh")
# The commands that are pytest's, with what they do.
_OF_PYTEST = {
    "test": "chạy các phép thử", "bench": "đo thời gian từng bước",
    "soak": "chạy các phép thử dài: tệp rất lớn, hàng nghìn văn bản",
    "golden": "viết lại các bản mẫu dùng để so sánh khi thử",
}
STOPPED = 130  # by Ctrl-C, as shells have it
Run = Callable[[argparse.Namespace], int]


# What argparse says → what the one who typed the command understands.
_WRONG_USE = (
    (r"the following arguments are required: (.*)", r"thiếu \1"),
    (r"argument (.*): invalid choice: '(.*)' \(choose from (.*)\)", r"“\2” không dùng được cho \1; chọn một trong: \3"),
    (r"argument (.*): expected (?:one|at least one) argument", r"sau \1 còn thiếu giá trị"),
    (r"argument (.*): ignored explicit argument '(.*)'", r"\1 không đi kèm giá trị “\2”"),
    (r"unrecognized arguments: (.*)", r"không hiểu “\1”"),
    (r"ambiguous option: (.*) could match (.*)", r"“\1” có thể là \2; viết đủ tên"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 không dùng cùng \2"),
    (r"argument (.*): invalid \S+ value: '(.*)'", r"\1 không nhận “\2”"),
)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Says in Vietnamese what argparse says in English."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words, add_help=False, formatter_class=_Help)
        self._positionals.title, self._optionals.title = "lệnh và đích", "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in những dòng này")

    def error(self, message: str) -> NoReturn:
        for said, words in _WRONG_USE:
            message = re.sub(f"^{said}$", words, message)
        self.exit(WRONG_USE, f"Lệnh viết chưa đúng: {message}.\nXem cách dùng: python3 build.py --help\n")


def main(argv: list[str]) -> int:
    try:
        return _run(_split(argv))
    except KeyboardInterrupt:
        print("\nĐã dừng theo yêu cầu.", file=sys.stderr)
        return STOPPED


def _split(argv: list[str]) -> list[str]:
    """The words of the command, those in place of `--args` and what follows it that make was given in one (ARGS="…"):
    parted as a shell does, and run by none."""
    if "--args" not in argv[:-1]:
        return argv
    at = argv.index("--args")
    try:
        return [*argv[:at], *shlex.split(argv[at + 1]), *argv[at + 2:]]
    except ValueError:
        _Parser().error(f"trong ARGS “{argv[at + 1]}” có dấu nháy mở ra mà không đóng lại")


def _handed_on(argv: list[str]) -> tuple[list[str], list[str]]:
    """The words for us, and those that go on to pytest as they are: argparse takes no options of another program."""
    if argv[:1] and argv[0] in _OF_PYTEST and argv[1:2] not in (["-h"], ["--help"]):
        return argv[:1], argv[1:]
    return argv, []


def _run(argv: list[str]) -> int:
    argv, rest = _handed_on(argv)
    arguments = _parser().parse_args(argv)
    arguments.rest = rest or getattr(arguments, "rest", [])
    bootstrap.reexec(ROOT)
    from vanban.errors import VanBanError, WrongUse, system_words  # the rest needs the libraries of .venv

    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
        return code
    except WrongUse as error:
        print(f"Lệnh viết chưa đúng: {error}.", file=sys.stderr)
        return WRONG_USE
    except VanBanError as error:
        print(f"Không làm được: {error}", file=sys.stderr)
        return MACHINE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # who read us ("… | head") has gone
        return MACHINE
    except OSError as error:
        print(f"Không làm được: {error.filename or ''}: {system_words(error)}.", file=sys.stderr)
        return MACHINE
    except Exception as error:  # a fault of ours that nothing closer to it could take
        print(_crashed(arguments, error), file=sys.stderr)
        return MACHINE


def _crashed(arguments: argparse.Namespace, error: Exception) -> str:
    from vanban.pipeline.crashes import sentence

    return sentence(_project(arguments), f"Lệnh {arguments.command}", error)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="build.py", description="Văn bản hành chính từ YAML.")
    parser.add_argument("-v", action="store_true", dest="verbose", help="nói đang làm bước nào")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")

    report = _command(commands, "report", _report, "kiểm tra rồi tạo DOCX và PDF")
    _targets(report)
    report.add_argument("--format", choices=("docx", *forms.names(), "all"), default="all",
                        help="tạo gì: all là DOCX và PDF (mặc định); html là bản để đọc trên màn hình")
    report.add_argument("--separate", action="store_true",
                        help="mỗi văn bản kèm theo một tệp riêng, tên tệp theo số và ngày ban hành")
    report.add_argument("--out", type=Path, help="thư mục ghi kết quả (mặc định: outputs/)")

    check = _command(commands, "check", _check, "chỉ kiểm tra, nêu mọi lỗi kèm tệp và dòng")
    _targets(check)
    check.add_argument("--format", choices=_modules("reporters"), default="text", help="cách nêu lỗi")
    check.add_argument("--fix", action="store_true",
                       help="sửa luôn những gì không đổi câu chữ: số thứ tự, dấu cách thừa, dấu thanh rời")

    new = _command(commands, "new", _new, "tạo tệp của một văn bản mới để điền")
    new.add_argument("kind", metavar="LOẠI", help="loại văn bản, ví dụ ke_hoach; so_lieu: tệp số liệu để điền")
    new.add_argument("--don-vi", required=True, metavar="ĐƠN_VỊ",
                     help="thư mục của đơn vị, ví dụ nghe_an; với so_lieu: mã đơn vị hoặc nhóm đơn vị trong sổ")
    new.add_argument("--nam", required=True, metavar="NĂM", help="ví dụ 2026")
    new.add_argument("--ma", default="", metavar="MÃ", help="mã văn bản và tên tệp (mặc định: loại văn bản)")
    new.add_argument("--ten", default="", metavar="TÊN",
                     help="tên đầy đủ của cơ quan ban hành, ví dụ 'Ủy ban nhân dân tỉnh Thanh Hóa'")
    new.add_argument("--kem-theo", default="", metavar="MÃ",
                     help="văn bản này kèm theo văn bản nào, đã có trong cùng thư mục")
    new.add_argument("--ky", default="", metavar="KỲ", help="với so_lieu: kỳ báo cáo, ví dụ sau_thang")
    new.add_argument("--che-do", default="", metavar="CHẾ_ĐỘ",
                     help="với so_lieu: chế độ báo cáo, khi sổ có nhiều chế độ cùng có kỳ ấy")

    issue = _command(commands, "issue", _issue, "dự thảo thành văn bản ban hành: ghi số, ngày và lưu lại")
    issue.add_argument("file", type=Path, metavar="TỆP", help="tệp YAML của văn bản ban hành")
    issue.add_argument("--so", metavar="SỐ", help="số do Văn thư cấp, ghi đủ chữ số, ví dụ 2228")
    issue.add_argument("--ngay", metavar="NGÀY", help="ngày ban hành, ví dụ 15/7/2025")
    issue.add_argument("--chap-nhan-thieu", metavar="LÝ DO", default="",
                       help="ban hành khi còn đơn vị chưa báo cáo: ghi tên các đơn vị ấy và lý do vào văn bản")
    issue.add_argument("--bo-sung", action="store_true",
                       help="văn bản đã có số, ngày: chỉ lưu thêm lời văn vào tệp .ban_hanh.json bên cạnh")

    text = _command(commands, "text", _text, "in phần chữ của một văn bản hay một tệp DOCX")
    text.add_argument("file", type=Path, metavar="TỆP", help="tệp YAML trong content/, hoặc tệp DOCX bất kỳ")

    text.add_argument("--git", action="store_true",
                      help="cho git diff: tệp không đọc được thì in lý do thay cho chữ, git không dừng lại")

    years = _command(commands, "years", _years, "nêu mọi chỗ ghi năm, ngày trong một tệp, sang năm mới sẽ ra sao")
    years.add_argument("file", type=Path, metavar="TỆP", help="tệp YAML trong content/, tệp DOCX hoặc tệp chữ")
    years.add_argument("--from", type=int, dest="old", metavar="NĂM",
                       help="năm của văn bản cũ (mặc định: cho_nam, tên thư mục, năm đầu tiên ghi trong tệp)")
    years.add_argument("--to", type=int, dest="new", metavar="NĂM", help="năm mới (mặc định: năm sau đó)")
    years.add_argument("--ngay-ky", metavar="NGÀY",
                       help="ngày ký văn bản cũ, ví dụ 15/7/2025 (mặc định: ngày ghi trong tệp)")

    plan = _command(commands, "plan", _plan, "kế hoạch năm sau từ kế hoạch năm nay: máy chuyển, giữ, hoặc hỏi từng chỗ")
    plan.add_argument("don_vi", metavar="ĐƠN_VỊ", help="thư mục của đơn vị, ví dụ nghe_an")
    plan.add_argument("--to", type=int, required=True, dest="new", metavar="NĂM", help="năm mới, ví dụ 2026")
    plan.add_argument("--from", type=int, dest="old", metavar="NĂM", help="năm của kế hoạch cũ (mặc định: năm trước)")
    plan.add_argument("--ngay-ky", metavar="NGÀY", default="",
                      help="ngày dự kiến ký kế hoạch mới (mặc định: như trong chuyen_nam.yaml; lần đầu: ngày làm việc "
                           "cuối của năm trước)")
    plan.add_argument("--from-plan", type=Path, metavar="TỆP",
                      help="văn bản ban hành kế hoạch cấp trên: thêm phụ lục những việc được giao và dòng căn cứ")
    plan.add_argument("--ap-dung", action="store_true",
                      help="viết cả vào tệp đã có người sửa, ở những dòng người ấy chưa sửa")
    plan.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ làm gì, không viết tệp nào")

    diff = _command(commands, "diff", _diff, "nêu thay đổi giữa hai bản, theo văn bản, bằng lời và số hiệu trên giấy")
    diff.add_argument("base", nargs="?", default="", metavar="BẢN_CŨ",
                      help="một bản trong git, ví dụ HEAD~1, "
                           "hoặc một thư mục, ví dụ content/nghe_an/2025 (mặc định: HEAD)")
    diff.add_argument("head", nargs="?", default="", metavar="BẢN_MỚI",
                      help="một bản trong git, hoặc một thư mục (mặc định: bản đang sửa)")
    diff.add_argument("--ban-hanh", type=Path, metavar="TỆP",
                      help="văn bản đã ban hành: so lời văn đã lưu khi ban hành với bản in hôm nay")
    diff.add_argument("--du-thao", type=Path, metavar="TỆP",
                      help="dự thảo: so lần lưu đổi lần, ngày dự thảo gần nhất với bản đang sửa")
    diff.add_argument("--format", choices=(*_modules("reviews"), *_OF_WORD, "all"), default="text",
                      help="text để đọc ngay; html là một trang để mở xem; docx là bản Word đánh dấu thay đổi; so_sanh "
                           "là bảng so sánh, thuyết minh (Word và PDF); md cho trang duyệt; json cho phần mềm; all: đủ "
                           "cả, bảng so sánh chỉ có Word")
    diff.add_argument("--out", type=Path,
                      help="thư mục ghi kết quả (mặc định: outputs/ cho html, docx, so_sanh và all; còn lại thì in ra)")
    diff.add_argument("--exit-code", action="store_true", help="mã kết thúc là 1 khi có thay đổi")

    explain = _command(commands, "explain", _explain, "một con số trong văn bản từ đâu mà ra: công thức, tệp và dòng")
    explain.add_argument("file", type=Path, metavar="TỆP", help="tệp YAML của văn bản")
    explain.add_argument("figure", metavar="SỐ", help="mã như trong {{ }}, ví dụ hs_tiep_nhan, hoặc số của dòng")
    rule = _command(commands, "rule", _rule, "trang giải thích một mã lỗi")
    rule.add_argument("code", metavar="MÃ", help="ví dụ F102")

    status = _command(commands, "status", _status, "đơn vị nào đã báo cáo, còn thiếu, nộp muộn, số liệu không khớp")
    status.add_argument("don_vi", nargs="?", default="", metavar="ĐƠN_VỊ",
                        help="mã đơn vị hoặc nhóm đơn vị trong sổ (mặc định: mọi đơn vị phải báo cáo)")
    status.add_argument("--ky", default="", metavar="KỲ", help="ví dụ sau_thang (mặc định: kỳ kết thúc gần đây nhất)")
    status.add_argument("--nam", type=int, metavar="NĂM", help="năm của kỳ, ví dụ 2026; không ghi --ky thì mọi kỳ")
    status.add_argument("--ngay", default="", metavar="NGÀY", help="tính đến ngày nào (mặc định: hôm nay)")
    status.add_argument("--da-ban-hanh", action="store_true",
                        help="văn bản đã ban hành nào in số khác số liệu hôm nay, vì đơn vị nào sửa")
    status.add_argument("--format", choices=("text", "json", "html"), default="text",
                        help="text để đọc; json cho phần mềm; html là trang để mở, sắp xếp và lọc")
    status.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="nơi ghi trang html (mặc định: outputs/)")

    close = _command(commands, "close", _close, "chốt số liệu một kỳ báo cáo; sau đó chỉ điều chỉnh, không sửa đè")
    close.add_argument("che_do", metavar="CHẾ_ĐỘ", help="mã chế độ báo cáo trong sổ, ví dụ cchc_dinh_ky")
    close.add_argument("--ky", required=True, metavar="KỲ", help="ví dụ sau_thang")
    close.add_argument("--nam", required=True, type=int, metavar="NĂM", help="năm của kỳ, ví dụ 2026")
    close.add_argument("--ngay", default="", metavar="NGÀY", help="ngày chốt hoặc mở lại (mặc định: hôm nay)")
    close.add_argument("--nguoi", metavar="HỌ_TÊN", help="ai chốt, ai mở lại")
    close.add_argument("--mo-lai", metavar="LÝ_DO", help="mở lại kỳ đã chốt, ghi lý do")

    _command(commands, "templates", _templates, "tạo lại các khung trang templates/")
    _command(commands, "schemas", _schemas, "tạo lại schemas/ từ bảng các mục vanban/keys/")
    _command(commands, "clean", _clean, "xóa những tệp đã tạo trong outputs/")
    for name, words in _OF_PYTEST.items():
        command = _command(commands, name, _pytest, words)
        command.set_defaults(task=name)
        command.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="tùy chọn cho pytest")
    _command(commands, "habits", _habits, "kiểm tra nếp viết và kiểu dữ liệu của mã nguồn (ruff, mypy)")
    mutants = _command(commands, "mutants", _mutants, "đặt thử từng lỗi nhỏ vào mã nguồn, xem phép thử có thấy không")
    mutants.add_argument("rest", nargs="*", metavar="CHỮ", help="chỉ những lỗi có chữ này trong tên tệp hoặc lời tả")
    _command(commands, "help", _help(parser), "in những dòng này")
    return parser


def _modules(package: str) -> list[str]:
    """The names of the reporters, or of the forms of a review, which cannot be loaded yet."""
    folder = Path(bootstrap.__file__).parent / package
    return sorted(path.stem.removeprefix("to_") for path in folder.glob("to_*.py"))


def _help(parser: argparse.ArgumentParser) -> Run:
    def run(_: argparse.Namespace) -> int:
        parser.print_help()
        return CLEAN
    return run


def _command(commands: Any, name: str, run: Run, words: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    command.set_defaults(run=run, command=name)
    return command


def _targets(command: argparse.ArgumentParser) -> None:
    command.add_argument("targets", nargs="*", type=Path, metavar="ĐÍCH",
                         help="tệp YAML hoặc thư mục (mặc định: content/)")


def _project(arguments: argparse.Namespace) -> Any:
    """The checkout; what opens the frames of offices is loaded where there are any."""
    from vanban.pipeline.project import Project

    tell = (lambda stage: print(stage, file=sys.stderr)) if arguments.verbose else (lambda stage: None)
    if not any(ROOT.glob("content/*/mau")):
        return Project(ROOT, tell)
    from vanban.pipeline.offices import OfficeLooks

    return Project(ROOT, tell, OfficeLooks())


def _told(findings: Sequence[Any], form: str) -> str:
    from vanban.reporters import reporters

    return reporters()[f"to_{form}"].told(findings)


def _print_findings(arguments: argparse.Namespace, findings: Sequence[Any]) -> bool:
    """Prints what was found; whether that could be done as it was asked. Where a reporter crashes, as text."""
    from vanban.guard import Crashed

    crashed = Crashed()
    told = crashed("", lambda: _told(findings, arguments.format))
    print(_told(findings, "text") if told is None else told)
    for error in crashed.errors.values():
        print(_crashed(arguments, error), file=sys.stderr)
    return told is not None


def _check(arguments: argparse.Namespace) -> int:
    from vanban.pipeline.checking import findings_of

    well = _tidy(arguments) if arguments.fix else True
    told = findings_of(_project(arguments), arguments.targets)
    # “Không có lỗi” is not said of what could not be looked at.
    if told.findings or not told.failures or arguments.format != "text":
        well = _print_findings(arguments, told.findings) and well
    for failure in told.failures:
        print(failure, file=sys.stderr)
    return MACHINE if told.failures or not well else FINDINGS if told.has_errors else CLEAN


def _tidy(arguments: argparse.Namespace) -> bool:
    """Tidies; whether nothing of ours failed."""
    from vanban.pipeline.crashes import Crashes
    from vanban.pipeline.tidying import tidy

    project = _project(arguments)
    crashes = Crashes(project)
    for path in tidy(project, arguments.targets, crashes):
        print(f"Đã sửa {_from_here(path)}", file=sys.stderr)
    for failure in crashes.told.values():
        print(failure, file=sys.stderr)
    return not crashes.told


def _report(arguments: argparse.Namespace) -> int:
    from vanban.pipeline.reporting import report

    formats = _formats(arguments.format)
    if "pdf" in formats and (lacking := _prepare_pdf()):
        print(lacking, file=sys.stderr)
        formats = [each for each in formats if each != "pdf"] or ["docx"]
    result = report(_project(arguments), arguments.targets, formats, arguments.out, arguments.separate, _tell_written,
                    lambda words: print(words, file=sys.stderr, flush=True))
    if findings := result.findings:  # last, where they are seen
        print(_told(findings, "text"))
    for words in (*result.warnings, *result.failures):
        print(words, file=sys.stderr)
    return MACHINE if result.failures else FINDINGS if result.has_errors else CLEAN


def _tell_written(path: Path) -> None:
    """Says so at once; who read us (“… | head”) may have gone, the other files are written all the same."""
    with suppress(BrokenPipeError):
        print(f"Đã tạo {_from_here(path)}", flush=True)


def _formats(asked: str) -> list[str]:
    """What `--format` asks for."""
    return ["docx", *(name for name, form in forms.forms().items() if form.IN_ALL)] if asked == "all" else [asked]


def _prepare_pdf() -> str | None:
    """Installs what PDF needs where nobody need be asked; else one line on what it needs."""
    from vanban.writers import to_pdf

    return None if to_pdf.is_ready() else bootstrap.ensure_pdf()


def _new(arguments: argparse.Namespace) -> int:
    from vanban.errors import WrongUse
    from vanban.pipeline.starting import Asked, new

    if arguments.kind == "so_lieu":
        return _new_figures(arguments)
    if strange := next((f"--{name.replace('_', '-')}" for name in ("ky", "che_do") if getattr(arguments, name)), ""):
        raise WrongUse(f"{strange} chỉ dùng với new so_lieu")
    asked = Asked(arguments.kind, arguments.don_vi, arguments.nam, arguments.ma, arguments.ten, arguments.kem_theo)
    started = new(_project(arguments), asked)
    for path in started.written:
        print(f"Đã tạo {_from_here(path)}")
    for words in started.told:
        print(words)
    print(f"Xem ngay bản dự thảo: python3 build.py report {_from_here(started.draft)}")
    print("Việc tiếp theo, điền lần lượt những chỗ còn {XEM LẠI: …}, in tô màu trong dự thảo:")
    for each in started.to_do:
        print(f"  {each.file}:{each.line} {each.words}")
    return CLEAN


def _new_figures(arguments: argparse.Namespace) -> int:
    from vanban.errors import WrongUse
    from vanban.pipeline.starting_figures import Asked, new_figures

    if strange := next((name for name in ("ma", "ten", "kem_theo") if getattr(arguments, name)), ""):
        raise WrongUse(f"--{strange.replace('_', '-')} không dùng với new so_lieu")
    if not arguments.ky:
        raise WrongUse("thiếu kỳ báo cáo; ví dụ: new so_lieu --don-vi xa_yen_thanh --nam 2026 --ky sau_thang")
    started = new_figures(_project(arguments), Asked(arguments.don_vi, arguments.nam, arguments.ky, arguments.che_do))
    for path in started.written:
        print(f"Đã tạo {_from_here(path)}")
    for unit, file in started.there:
        print(f"{unit} đã có {file}, giữ nguyên")
    for words in started.told:
        print(words)
    if started.written:
        print("Việc tiếp theo: điền số vào từng dòng, rồi xem còn thiếu gì:")
        print(f"  python3 build.py status {started.don_vi} --ky {arguments.ky} --nam {arguments.nam}")
    return CLEAN


def _issue(arguments: argparse.Namespace) -> int:
    from vanban import dates
    from vanban.errors import WrongUse
    from vanban.numerals import is_document_number
    from vanban.pipeline.issuing import issue

    if arguments.bo_sung:
        return _supplement(arguments)
    if lacking := [name for name in ("so", "ngay") if getattr(arguments, name) is None]:
        raise WrongUse(f"thiếu {', '.join(f'--{name}' for name in lacking)}")
    if not is_document_number(arguments.so):
        raise WrongUse(f"số “{arguments.so}” phải chỉ gồm chữ số, ví dụ 45 (số có năm: 161/2025); ký hiệu do máy ghép")
    try:
        day = dates.parse_date(arguments.ngay)
    except ValueError as error:
        raise WrongUse(str(error)) from error
    _tell_of_day_ahead(day)
    without = arguments.chap_nhan_thieu
    issued = issue(_project(arguments), arguments.file, arguments.so, day, _tell_silenced, without)
    if issued.findings:
        print(_told(issued.findings, "text"))
    if not issued.sound:
        print("Chưa ban hành: sửa các lỗi trên rồi làm lại. Chưa tệp nào bị thay đổi.", file=sys.stderr)
        return FINDINGS
    print(f"Đã ghi số {arguments.so}, ngày {arguments.ngay} vào {arguments.file}.")
    print("Chạy make report để tạo bản ban hành; đưa tệp này và tệp .ban_hanh.json bên cạnh vào git.")
    return CLEAN


def _tell_of_day_ahead(day: date) -> None:
    """Says that a day of signing has not come yet: that may be a slip in the year, or a paper that is printed today and
    signed tomorrow."""
    if day > date.today():
        print(f"Lưu ý: ngày ký {day:%d/%m/%Y} chưa đến, hôm nay là {date.today():%d/%m/%Y}. Nếu gõ nhầm: bỏ hai dòng "
              "“so_van_ban”, “ngay_ban_hanh” mà lệnh này ghi vào tệp, xóa tệp .ban_hanh.json bên cạnh rồi làm lại.",
              file=sys.stderr)


def _supplement(arguments: argparse.Namespace) -> int:
    from vanban.errors import WrongUse
    from vanban.findings import has_errors
    from vanban.pipeline.supplementing import supplement

    if arguments.so or arguments.ngay:
        raise WrongUse("--bo-sung dùng cho văn bản đã có số, ngày trong tệp, không ghi cùng --so, --ngay")
    done = supplement(_project(arguments), arguments.file)
    if done.findings:
        print(_told(done.findings, "text"))
    if has_errors(done.findings):
        print("Chưa lưu lời văn. Chưa tệp nào bị thay đổi.", file=sys.stderr)
        return FINDINGS
    if done.told:
        print(done.told, file=sys.stderr)
    if done.record is None:
        print(f"Lời văn của {arguments.file} đã được lưu từ trước; không cần làm gì.")
    else:
        print(f"Đã lưu lời văn vào {_from_here(done.record)}; đưa tệp này vào git.")
    return CLEAN


def _tell_silenced(silenced: Sequence[Any]) -> None:
    """Says what `bo_qua` holds back, each with its reason, before the document is issued with it."""
    if silenced:
        print(f"Đã bỏ qua {len(silenced)} lỗi theo “bo_qua”:")
    for each in silenced:
        found = each.finding
        print(f"  {found.file}:{found.line}:{found.column} {found.code}: {found.message} Lý do: {each.ly_do}")


def _text(arguments: argparse.Namespace) -> int:
    if arguments.file.suffix.lower() in (".yaml", ".yml"):
        from vanban.pipeline.reading_out import words

        lines, checked = words(_project(arguments), arguments.file)
        print(lines, end="")
        if checked.has_errors:
            print(_told(checked.findings, "text"), file=sys.stderr)
        return FINDINGS if checked.has_errors else CLEAN
    from vanban.pipeline.showing import text

    shown, fault = text(arguments.file)
    if arguments.git and fault:
        print(f"[không đọc được] {fault}")
        return CLEAN
    print(shown, end="")
    if fault:
        print(f"Không đọc được {arguments.file}: {fault}", file=sys.stderr)
    return FINDINGS if fault else CLEAN


def _years(arguments: argparse.Namespace) -> int:
    from vanban import dates
    from vanban.errors import WrongUse
    from vanban.pipeline.year_mentions import Asked, mentions, rows

    try:
        signed = dates.parse_date(arguments.ngay_ky) if arguments.ngay_ky else None
    except ValueError as error:
        raise WrongUse(str(error)) from error
    seen = mentions(arguments.file, Asked(arguments.old, arguments.new, signed))
    if seen.findings:
        print(_told(seen.findings, "text"), file=sys.stderr)
    if seen.fault:
        print(f"Không đọc được {arguments.file}: {seen.fault}", file=sys.stderr)
    if seen.findings or seen.fault:
        return FINDINGS
    for row in rows(seen):
        print(row)
    return CLEAN


def _plan(arguments: argparse.Namespace) -> int:
    from vanban import dates
    from vanban.errors import WrongUse
    from vanban.findings import has_errors
    from vanban.pipeline.planned_words import told
    from vanban.pipeline.planning import Asked, plan
    from vanban.pipeline.project import target_of

    try:
        day = dates.parse_date(arguments.ngay_ky) if arguments.ngay_ky else None
    except ValueError as error:
        raise WrongUse(str(error)) from error
    old = arguments.new - 1 if arguments.old is None else arguments.old
    project = _project(arguments)
    superior = target_of(project, arguments.from_plan).relative_to(project.content).as_posix() if (
        arguments.from_plan) else ""
    don_vi = arguments.don_vi.removeprefix("content/").rstrip("/")  # as a shell completes it
    asked = Asked(don_vi, old, arguments.new, day, arguments.ap_dung, arguments.dry_run, superior)
    planned = plan(project, asked)
    if planned.findings:
        print(_told(planned.findings, "text"))
    if has_errors(planned.findings):
        print("Chưa lập kế hoạch: sửa các lỗi trên rồi làm lại. Chưa tệp nào bị thay đổi.", file=sys.stderr)
        return FINDINGS
    for line in told(planned, arguments.dry_run, _from_here):
        print(line)
    return CLEAN


def _explain(arguments: argparse.Namespace) -> int:
    from vanban.pipeline.figure_proof import proof

    found = proof(_project(arguments), arguments.file, arguments.figure)
    for line in found.lines:
        print(line)
    return FINDINGS if found.has_errors else CLEAN


def _diff(arguments: argparse.Namespace) -> int:
    from vanban.errors import WrongUse
    from vanban.pipeline.diffing import Diffed, compared

    project = _project(arguments)
    if arguments.base and (arguments.ban_hanh or arguments.du_thao) or arguments.ban_hanh and arguments.du_thao:
        raise WrongUse("--ban-hanh hay --du-thao đã nói so hai bản nào; không ghi thêm bản khác")
    if arguments.du_thao:
        from vanban.pipeline.drafts import last_draft, path_of

        only = path_of(project, arguments.du_thao)
        with compared(project, last_draft(project, arguments.du_thao), "", only) as both:
            return _tell_review(arguments, project, both.diffed, both)
    if not arguments.ban_hanh:
        with compared(project, arguments.base, arguments.head) as both:
            return _tell_review(arguments, project, both.diffed, both)
    from vanban.pipeline.kept_review import kept_review

    kept = kept_review(project, arguments.ban_hanh)
    return _tell_review(arguments, project, Diffed(kept.review), kept)


def _tell_review(arguments: argparse.Namespace, project: Any, diffed: Any, both: Any) -> int:
    """Prints a review, or writes its files; `both` is what Word files are made of."""
    review, failures = diffed.review, [*diffed.failures]
    if arguments.format not in (*_OF_WORD, "all") and not arguments.out and not _is_in_file(arguments.format):
        print(_reviewed(review, arguments.format))
    else:
        failures += _write_review(arguments, project, review, both)
    _tell_faults(review)
    for failure in failures:
        print(failure, file=sys.stderr)
    if failures:
        return MACHINE
    return FINDINGS if diffed.has_errors or arguments.exit_code and review.comparison.changes else CLEAN


def _is_in_file(form: str) -> bool:
    """Whether a form of a review is a file to open, and nothing to print."""
    from vanban.reviews import review_forms

    return review_forms()[form].IN_FILE


def _write_review(arguments: argparse.Namespace, project: Any, review: Any, both: Any) -> list[str]:
    """Writes what is asked for; what could not be made, in sentences."""
    from vanban.pipeline.redlining import write_kept_redline, write_redlines
    from vanban.pipeline.review_files import written

    if arguments.format not in _OF_WORD:
        for path in written(project, review, arguments.format, arguments.out):
            _tell_written(path)
    if arguments.format not in (*_OF_WORD, "all"):
        return []
    if not review.comparison.changes:
        print("Không có thay đổi.")
        return []
    write = write_kept_redline if arguments.ban_hanh else write_redlines
    makers = {"docx": lambda: write(project, both, arguments.out),
              "so_sanh": lambda: _write_tables(arguments, project, review, both)}
    return [failure for form, make in makers.items() if arguments.format in (form, "all")
            for failure in _tell_made(make)]


def _tell_made(make: Callable[[], Any]) -> list[str]:
    """Tells what was written of one form, and gives what could not be made, so that another form is made all the
    same."""
    from vanban.errors import VanBanError, WrongUse

    try:
        done = make()
    except WrongUse:
        raise
    except VanBanError as error:
        return [str(error)]
    for path in done.written:
        _tell_written(path)
    for words in done.notes:
        print(words, file=sys.stderr)
    return list(done.failures)


def _write_tables(arguments: argparse.Namespace, project: Any, review: Any, both: Any) -> Any:
    """Writes the comparison tables, their PDF where these alone are asked for: that takes seconds."""
    from vanban.pipeline.comparison_tables import write_comparison_tables
    from vanban.pipeline.reasons import reasons_of

    with_pdf = arguments.format == "so_sanh"
    if with_pdf and (lacking := _prepare_pdf()):
        print(lacking, file=sys.stderr)
        with_pdf = False
    checked, reasons = (both.checked, {}) if arguments.ban_hanh else (both.new, reasons_of(project, both))
    return write_comparison_tables(project, review, checked, reasons, arguments.out, with_pdf)


def _reviewed(review: Any, form: str) -> str:
    """A review as it is printed, in colour where a person looks."""
    from vanban.reviews import review_forms

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    if colour:
        import colorama  # type: ignore[import-untyped]

        colorama.just_fix_windows_console()
    return review_forms()[form].told(review, colour).rstrip("\n")


def _tell_faults(review: Any) -> None:
    """Says which faults the two sides have; those of the old one are only told."""
    for words, findings in (("Bản cũ có lỗi theo quy tắc hiện nay, chỉ nêu để biết:", review.base),
                            ("Bản mới còn lỗi; những chỗ có lỗi thì so sánh có thể chưa đủ:", review.head)):
        if errors := [found for found in findings if found.level == "error"]:
            print(f"\n{words}\n{_told(errors, 'text')}", file=sys.stderr)


def _rule(arguments: argparse.Namespace) -> int:
    from vanban.pipeline.explaining import rule_page

    page = rule_page(arguments.code.upper())
    print(page or f"Không có mã {arguments.code}.", file=sys.stdout if page else sys.stderr)
    return CLEAN if page else WRONG_USE


def _status(arguments: argparse.Namespace) -> int:
    from vanban.errors import WrongUse
    from vanban.pipeline import status_page, status_words
    from vanban.pipeline.status import Asked, day_of, status

    day, project = day_of(arguments.ngay), _project(arguments)
    if not arguments.da_ban_hanh:
        found = status(project, Asked(arguments.don_vi, arguments.ky, arguments.nam), day)
        _tell_status(arguments, project, "tinh_hinh_bao_cao", lambda: status_words.told(found),
                     lambda: status_words.as_data(found), lambda: status_page.page(found))
        return CLEAN
    if arguments.ky or arguments.nam:
        raise WrongUse("--da-ban-hanh xem mọi văn bản đã ban hành, của mọi kỳ; bỏ --ky, --nam")
    from vanban.pipeline import issued_figures_words
    from vanban.pipeline.issued_figures import issued_figures

    compared = issued_figures(project, arguments.don_vi, day)
    _tell_status(arguments, project, "so_lieu_da_ban_hanh", lambda: issued_figures_words.told(compared),
                 lambda: issued_figures_words.as_data(compared), lambda: issued_figures_words.page(compared))
    for failure in compared.failures:
        print(failure, file=sys.stderr)
    return MACHINE if compared.failures else CLEAN


def _tell_status(
    arguments: argparse.Namespace, project: Any, name: str, told: Callable[[], str], data: Callable[[], Any],
    page: Callable[[], Any],
) -> None:
    """Prints what was asked for, or writes the page `name`."""
    import json

    if arguments.format == "html":
        from vanban.pipeline.page_files import written

        path = written(project, page(), name, arguments.out)
        print(f"Đã tạo {_from_here(path)}")
    else:
        print(told() if arguments.format == "text" else json.dumps(data(), ensure_ascii=False, indent=2))


def _close(arguments: argparse.Namespace) -> int:
    from vanban.errors import WrongUse
    from vanban.findings import has_errors
    from vanban.model.reporting import Ky
    from vanban.pipeline.closing import Asked, close, reopen
    from vanban.pipeline.status import day_of

    nguoi = " ".join((arguments.nguoi or "").split())
    if arguments.nguoi is not None and not nguoi:
        raise WrongUse("sau --nguoi còn thiếu họ và tên")
    asked = Asked(arguments.che_do, Ky(arguments.ky, arguments.nam), day_of(arguments.ngay), nguoi)
    if arguments.mo_lai is not None:
        reopened = reopen(_project(arguments), asked, arguments.mo_lai)
        where = _from_here(reopened.written[0])
        print(f"Đã mở lại kỳ {reopened.period} trong {where}; sửa xong thì chốt lần nữa.")
        return CLEAN
    closed = close(_project(arguments), asked)
    if closed.findings:
        print(_told(closed.findings, "text"))
    if has_errors(closed.findings):
        print("Chưa chốt: sửa các lỗi trên rồi làm lại. Chưa tệp nào bị thay đổi.", file=sys.stderr)
        return FINDINGS
    print(f"Đã chốt kỳ {closed.period} với số liệu của {closed.files} đơn vị. Đưa vào git:")
    for path in closed.written:
        print(f"  {_from_here(path)}")
    if closed.missing:
        print(f"Còn {len(closed.missing)} đơn vị chưa báo cáo kỳ này: {', '.join(closed.missing)}.")
    return CLEAN


def _templates(arguments: argparse.Namespace) -> int:
    from vanban.pipeline.templates import make_templates

    for path in make_templates(_project(arguments)):
        print(f"Đã tạo {_from_here(path)}")
    return CLEAN


def _schemas(arguments: argparse.Namespace) -> int:
    from vanban.pipeline.schemas import make_schemas

    for path in make_schemas(_project(arguments)):
        print(f"Đã tạo {_from_here(path)}")
    return CLEAN


def _clean(arguments: argparse.Namespace) -> int:
    from vanban.pipeline.cleaning import clean

    cleaned = clean(_project(arguments))
    print(f"Đã xóa {len(cleaned.gone)} tệp trong outputs/.")
    for words in (*cleaned.told, *cleaned.failures):
        print(words, file=sys.stderr)
    return MACHINE if cleaned.failures else CLEAN


def _pytest(arguments: argparse.Namespace) -> int:
    """Tests, the bench and new goldens are pytest's; PDF tests need LibreOffice, so it is made ready first."""
    if lacking := _prepare_pdf():
        print(lacking, file=sys.stderr)
    own = {"test": ["-n", "2", "--dist", "loadgroup"], "golden": ["tests", "-k", "golden", "--golden"],
           "bench": ["tests/bench", "-s"],
           "soak": ["tests", "-m", "soak or hypothesis", "--soak", "--hypothesis-profile", "soak", "-s"]}
    return _python("-m", "pytest", "-q", *own[arguments.task], *arguments.rest)


def _habits(_: argparse.Namespace) -> int:
    """Style and types, one after the other even where the first has found something."""
    return max(_python("-m", "ruff", "check", "."), _python("-m", "mypy"))


def _mutants(arguments: argparse.Namespace) -> int:
    return _python("-m", "tests.mutants", *arguments.rest)


def _python(*words: str) -> int:
    return subprocess.run([sys.executable, *words], cwd=ROOT, check=False).returncode


def _from_here(path: Path) -> str:
    """`path` from the folder of the project, as a clerk reads it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def _stop_as_by_ctrl_c() -> None:
    """Ends by a signal of the system as by the keyboard: what was begun is put away. Windows has no SIGHUP."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


if __name__ == "__main__":
    _stop_as_by_ctrl_c()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a Windows console may be set to another code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    raise SystemExit(main(sys.argv[1:]))
