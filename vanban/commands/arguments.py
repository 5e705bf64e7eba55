"""How each command is typed: its words, its options, what it says of itself.

No library is needed here, so that help is there before anything is installed.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vanban.commands.parser import Parser
from vanban.pipeline import forms

# What of a review is a Word file for each set.
OF_WORD = ("docx", "so_sanh")
# The commands that are pytest's, with what they do.
OF_PYTEST = {
    "test": "chạy các phép thử", "bench": "đo thời gian từng bước",
    "soak": "chạy các phép thử dài: tệp rất lớn, hàng nghìn văn bản",
    "golden": "viết lại các bản mẫu dùng để so sánh khi thử",
}
_ROOM = Path(__file__).parent.parent


def _nothing(command: Parser) -> None:
    """What a command is told that is typed alone."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it says of itself, what it is told; the file of this folder that runs it, where that
    has another name."""

    name: str
    words: str
    asks: Callable[[Parser], None] = _nothing
    module: str = ""


def parser() -> Parser:
    """The parser of the command line. It gives what was typed, `command`, and `module`, the file that runs it."""
    root = Parser(prog="build.py", description="Văn bản hành chính từ YAML.")
    root.add_argument("-v", action="store_true", dest="verbose", help="nói đang làm bước nào")
    typed = root.add_subparsers(required=True, metavar="LỆNH")
    for each in COMMANDS:
        command = typed.add_parser(each.name, help=each.words, description=each.words)
        command.set_defaults(command=each.name, module=each.module or each.name)
        each.asks(command)
    return root


def handed_on(argv: list[str]) -> tuple[list[str], list[str]]:
    """The words for us, and those that go on to pytest as they are: argparse takes no options of another program."""
    if argv[:1] and argv[0] in OF_PYTEST and argv[1:2] not in (["-h"], ["--help"]):
        return argv[:1], argv[1:]
    return argv, []


def _targets(command: Parser) -> None:
    command.add_argument("targets", nargs="*", type=Path, metavar="ĐÍCH",
                         help="tệp YAML hoặc thư mục (mặc định: content/)")


def _modules(package: str) -> list[str]:
    """The names of the reporters, or of the forms of a review, which cannot be loaded yet."""
    return sorted(path.stem.removeprefix("to_") for path in (_ROOM / package).glob("to_*.py"))


def _report(command: Parser) -> None:
    _targets(command)
    command.add_argument("--format", choices=("docx", *forms.names(), "all"), default="all",
                         help="tạo gì: all là DOCX và PDF (mặc định); html là bản để đọc trên màn hình")
    command.add_argument("--separate", action="store_true",
                         help="mỗi văn bản kèm theo một tệp riêng, tên tệp theo số và ngày ban hành")
    command.add_argument("--out", type=Path, help="thư mục ghi kết quả (mặc định: outputs/)")


def _check(command: Parser) -> None:
    _targets(command)
    command.add_argument("--format", choices=_modules("reporters"), default="text", help="cách nêu lỗi")
    command.add_argument("--fix", action="store_true",
                         help="sửa luôn những gì không đổi câu chữ: số thứ tự, dấu cách thừa, dấu thanh rời")


def _new(command: Parser) -> None:
    command.add_argument("kind", metavar="LOẠI", help="loại văn bản, ví dụ ke_hoach; so_lieu: tệp số liệu để điền")
    command.add_argument("--don-vi", required=True, metavar="ĐƠN_VỊ",
                         help="thư mục của đơn vị, ví dụ nghe_an; với so_lieu: mã đơn vị hoặc nhóm đơn vị trong sổ")
    command.add_argument("--nam", required=True, metavar="NĂM", help="ví dụ 2026")
    command.add_argument("--ma", default="", metavar="MÃ", help="mã văn bản và tên tệp (mặc định: loại văn bản)")
    command.add_argument("--ten", default="", metavar="TÊN",
                         help="tên đầy đủ của cơ quan ban hành, ví dụ 'Ủy ban nhân dân tỉnh Thanh Hóa'")
    command.add_argument("--kem-theo", default="", metavar="MÃ",
                         help="văn bản này kèm theo văn bản nào, đã có trong cùng thư mục")
    command.add_argument("--ky", default="", metavar="KỲ", help="với so_lieu: kỳ báo cáo, ví dụ sau_thang")
    command.add_argument("--che-do", default="", metavar="CHẾ_ĐỘ",
                         help="với so_lieu: chế độ báo cáo, khi sổ có nhiều chế độ cùng có kỳ ấy")


def _issue(command: Parser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="tệp YAML của văn bản ban hành")
    command.add_argument("--so", metavar="SỐ", help="số do Văn thư cấp, ghi đủ chữ số, ví dụ 2228")
    command.add_argument("--ngay", metavar="NGÀY", help="ngày ban hành, ví dụ 15/7/2025")
    command.add_argument("--chap-nhan-thieu", metavar="LÝ DO", default="",
                         help="ban hành khi còn đơn vị chưa báo cáo: ghi tên các đơn vị ấy và lý do vào văn bản")
    command.add_argument("--bo-sung", action="store_true",
                         help="văn bản đã có số, ngày: chỉ lưu thêm lời văn vào tệp .ban_hanh.json bên cạnh")


def _text(command: Parser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="tệp YAML trong content/, hoặc tệp DOCX bất kỳ")
    command.add_argument("--git", action="store_true",
                         help="cho git diff: tệp không đọc được thì in lý do thay cho chữ, git không dừng lại")


def _years(command: Parser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="tệp YAML trong content/, tệp DOCX hoặc tệp chữ")
    command.add_argument("--from", type=int, dest="old", metavar="NĂM",
                         help="năm của văn bản cũ (mặc định: cho_nam, tên thư mục, năm đầu tiên ghi trong tệp)")
    command.add_argument("--to", type=int, dest="new", metavar="NĂM", help="năm mới (mặc định: năm sau đó)")
    command.add_argument("--ngay-ky", metavar="NGÀY",
                         help="ngày ký văn bản cũ, ví dụ 15/7/2025 (mặc định: ngày ghi trong tệp)")


def _plan(command: Parser) -> None:
    command.add_argument("don_vi", metavar="ĐƠN_VỊ", help="thư mục của đơn vị, ví dụ nghe_an")
    command.add_argument("--to", type=int, required=True, dest="new", metavar="NĂM", help="năm mới, ví dụ 2026")
    command.add_argument("--from", type=int, dest="old", metavar="NĂM",
                         help="năm của kế hoạch cũ (mặc định: năm trước)")
    command.add_argument("--ngay-ky", metavar="NGÀY", default="",
                         help="ngày dự kiến ký kế hoạch mới (mặc định: như trong chuyen_nam.yaml; lần đầu: ngày làm "
                              "việc cuối của năm trước)")
    command.add_argument("--from-plan", type=Path, metavar="TỆP",
                         help="văn bản ban hành kế hoạch cấp trên: thêm phụ lục những việc được giao và dòng căn cứ")
    command.add_argument("--ap-dung", action="store_true",
                         help="viết cả vào tệp đã có người sửa, ở những dòng người ấy chưa sửa")
    command.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ làm gì, không viết tệp nào")


def _diff(command: Parser) -> None:
    command.add_argument("base", nargs="?", default="", metavar="BẢN_CŨ",
                         help="một bản trong git, ví dụ HEAD~1, hai bản như main...HEAD (từ chỗ tách nhánh), "
                              "hoặc một thư mục, ví dụ content/nghe_an/2025 (mặc định: HEAD)")
    command.add_argument("head", nargs="?", default="", metavar="BẢN_MỚI",
                         help="một bản trong git, hoặc một thư mục (mặc định: bản đang sửa)")
    command.add_argument("--ban-hanh", type=Path, metavar="TỆP",
                         help="văn bản đã ban hành: so lời văn đã lưu khi ban hành với bản in hôm nay")
    command.add_argument("--du-thao", type=Path, metavar="TỆP",
                         help="dự thảo: so lần lưu đổi lần, ngày dự thảo gần nhất với bản đang sửa")
    command.add_argument("--format", choices=(*_modules("reviews"), *OF_WORD, "all"), default="text",
                         help="text để đọc ngay; html là một trang để mở xem; docx là bản Word đánh dấu thay đổi; "
                              "so_sanh là bảng so sánh, thuyết minh (Word và PDF); md cho trang duyệt; json cho phần "
                              "mềm; all: đủ cả, bảng so sánh chỉ có Word")
    command.add_argument("--out", type=Path,
                         help="thư mục ghi kết quả (mặc định: outputs/ cho html, docx, so_sanh và all; còn lại thì "
                              "in ra)")
    command.add_argument("--exit-code", action="store_true",
                         help="mã kết thúc là 1 khi có thay đổi, hoặc có tệp chưa so sánh được")


def _explain(command: Parser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="tệp YAML của văn bản")
    command.add_argument("figure", metavar="SỐ", help="mã như trong {{ }}, ví dụ hs_tiep_nhan, hoặc số của dòng")


def _rule(command: Parser) -> None:
    command.add_argument("code", metavar="MÃ", help="ví dụ F102")


def _status(command: Parser) -> None:
    command.add_argument("don_vi", nargs="?", default="", metavar="ĐƠN_VỊ",
                         help="mã đơn vị hoặc nhóm đơn vị trong sổ (mặc định: mọi đơn vị phải báo cáo)")
    command.add_argument("--ky", default="", metavar="KỲ", help="ví dụ sau_thang (mặc định: kỳ kết thúc gần đây nhất)")
    command.add_argument("--nam", type=int, metavar="NĂM", help="năm của kỳ, ví dụ 2026; không ghi --ky thì mọi kỳ")
    command.add_argument("--ngay", default="", metavar="NGÀY", help="tính đến ngày nào (mặc định: hôm nay)")
    command.add_argument("--da-ban-hanh", action="store_true",
                         help="văn bản đã ban hành nào in số khác số liệu hôm nay, vì đơn vị nào sửa")
    command.add_argument("--format", choices=("text", "json", "html"), default="text",
                         help="text để đọc; json cho phần mềm; html là trang để mở, sắp xếp và lọc")
    command.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="nơi ghi trang html (mặc định: outputs/)")


def _close(command: Parser) -> None:
    command.add_argument("che_do", metavar="CHẾ_ĐỘ", help="mã chế độ báo cáo trong sổ, ví dụ cchc_dinh_ky")
    command.add_argument("--ky", required=True, metavar="KỲ", help="ví dụ sau_thang")
    command.add_argument("--nam", required=True, type=int, metavar="NĂM", help="năm của kỳ, ví dụ 2026")
    command.add_argument("--ngay", default="", metavar="NGÀY", help="ngày chốt hoặc mở lại (mặc định: hôm nay)")
    command.add_argument("--nguoi", metavar="HỌ_TÊN", help="ai chốt, ai mở lại")
    command.add_argument("--mo-lai", metavar="LÝ_DO", help="mở lại kỳ đã chốt, ghi lý do")


def _pytest(command: Parser) -> None:
    command.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="tùy chọn cho pytest")


def _mutants(command: Parser) -> None:
    command.add_argument("rest", nargs="*", metavar="CHỮ", help="chỉ những lỗi có chữ này trong tên tệp hoặc lời tả")


COMMANDS = (
    Command("report", "kiểm tra rồi tạo DOCX và PDF", _report),
    Command("check", "chỉ kiểm tra, nêu mọi lỗi kèm tệp và dòng", _check),
    Command("new", "tạo tệp của một văn bản mới để điền", _new),
    Command("issue", "dự thảo thành văn bản ban hành: ghi số, ngày và lưu lại", _issue),
    Command("text", "in phần chữ của một văn bản hay một tệp DOCX", _text),
    Command("years", "nêu mọi chỗ ghi năm, ngày trong một tệp, sang năm mới sẽ ra sao", _years),
    Command("plan", "kế hoạch năm sau từ kế hoạch năm nay: máy chuyển, giữ, hoặc hỏi từng chỗ", _plan),
    Command("diff", "nêu thay đổi giữa hai bản, theo văn bản, bằng lời và số hiệu trên giấy", _diff),
    Command("explain", "một con số trong văn bản từ đâu mà ra: công thức, tệp và dòng", _explain),
    Command("rule", "trang giải thích một mã lỗi", _rule),
    Command("status", "đơn vị nào đã báo cáo, còn thiếu, nộp muộn, số liệu không khớp", _status),
    Command("close", "chốt số liệu một kỳ báo cáo; sau đó chỉ điều chỉnh, không sửa đè", _close),
    Command("templates", "tạo lại các khung trang templates/"),
    Command("schemas", "tạo lại schemas/ từ bảng các mục vanban/keys/"),
    Command("clean", "xóa những tệp đã tạo trong outputs/"),
    *(Command(name, words, _pytest, "pytests") for name, words in OF_PYTEST.items()),
    Command("habits", "kiểm tra nếp viết và kiểu dữ liệu của mã nguồn (ruff, mypy)"),
    Command("mutants", "đặt thử từng lỗi nhỏ vào mã nguồn, xem phép thử có thấy không", _mutants),
    Command("help", "in những dòng này"),
)
