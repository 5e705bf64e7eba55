"""What it costs to add something: done on a copy of the project, by the files that are touched there."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENT = "content/nghe_an/2025/thu_nghiem.yaml"
PLAN = """loai_van_ban: {loai}
ma: thu_nghiem
co_quan: ubnd_nghe_an
ngay_du_kien: 15/9/2025
trich_yeu: Thử
{them}mo_dau: |
  Nội dung.
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: nguyen_van_a
"""
Run = Callable[..., str]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the engine with one office."""
    for name in ("vanban", "schemas", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "content" / "dung_chung", tmp_path / "content" / "dung_chung")
    (tmp_path / DOCUMENT).parent.mkdir(parents=True)
    return tmp_path


@pytest.fixture
def run(home: Path) -> Run:
    """Runs Python of the copy; what it prints."""
    def run(code: str) -> str:
        preamble = (
            "import json\nfrom pathlib import Path\nfrom vanban.pipeline.project import Project\n"
            "from vanban.pipeline.schemas import make_schemas\nfrom vanban.pipeline.checking import check\n"
            "from vanban.pipeline.reporting import report\nproject = Project(Path.cwd())\n"
        )
        done = subprocess.run([sys.executable, "-c", preamble + code], cwd=home, capture_output=True, text=True,
                              check=False, env={"PYTHONPATH": str(home), "PYTHONIOENCODING": "utf-8"})
        assert done.returncode == 0, done.stderr
        return done.stdout
    return run


def written(home: Path, before: dict[str, bytes]) -> set[str]:
    """The files of the engine that differ from `before`, generated schemas aside."""
    return {name for name, data in files(home).items() if before.get(name) != data and not name.startswith("schemas/")}


def files(home: Path) -> dict[str, bytes]:
    return {path.relative_to(home).as_posix(): path.read_bytes() for folder in ("vanban", "templates")
            for path in (home / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts}


def put(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), "utf-8")


def it_costs_two_files_to_add_a_key(home: Path, run: Run) -> None:
    before = files(home)
    put(home / "vanban/keys/van_ban.yaml", "\nky_hieu:\n", """
so_trang:
  label: Số trang
  gloss: number of pages
  of: ban_hanh
  kind: own
  schema: {type: integer, minimum: 1}
  prints: aside
  help: Số trang dự kiến.
  example: '5'

ky_hieu:
""")
    put(home / "vanban/model/document.py", "    phu_de: str = \"\"\n", "    phu_de: str = \"\"\n    so_trang: int = 0\n")
    (home / DOCUMENT).write_text(PLAN.format(loai="ke_hoach", them="so_trang: 5\nde_muc: [{tieu_de: A}]\n"), "utf-8")
    said = run("""make_schemas(project)
checked = check(project, [project.content / "nghe_an"])
(bo,) = checked.sets
print(json.dumps([[f.code for f in checked.findings], bo.van_ban.so_trang]))""")
    assert json.loads(said) == [[], 5]
    assert written(home, before) == {"vanban/keys/van_ban.yaml", "vanban/model/document.py"}


TASK_KEYS = """
    kho_khan:
      label: Khó khăn
      gloss: what stands in the way of a task
      kind: dong_chu
      prints: aside
      help: Điều làm chậm việc.
      example: Thiếu biên chế
    uu_tien:
      label: Ưu tiên
      gloss: whether a task comes first
      kind: flag
      prints: aside
      help: Ghi true nếu làm trước.
      example: 'true'
    cac_buoc:
      label: Các bước
      gloss: steps of a task
      kind: list dong_chu
      prints: aside
      help: Mỗi dòng một bước.
      example: '- Lập đề cương'
    theo_doi:
      label: Theo dõi
      gloss: body that watches over a task
      kind: ma co_quan
      prints: aside
      help: Mã trong sổ co_quan.yaml.
      example: so_noi_vu_nghe_an
"""
TASK_FIELDS = "    kho_khan: Line = ()\n    uu_tien: bool = False\n    cac_buoc: tuple[Line, ...] = ()\n    theo_doi: str = \"\"\n"
ANNEX = """\
loai_van_ban: phu_luc
ma: {ma}
trich_yeu: Việc
bang_bieu: [{{ma: bang, bo_cuc: nhiem_vu}}]
nhiem_vu:
  - nhom: Thể chế
    gom:
      - ma: nv
        noi_dung: Kiểm tra
        san_pham: Báo cáo
        thoi_gian: Năm 2025
        chu_tri: [so_noi_vu_nghe_an]
        kho_khan: Thiếu **người**
        uu_tien: true
        cac_buoc: [Lập, Duyệt]
        theo_doi: {body}
"""
ATTACHING = "kem_theo: [pl]\nde_muc: [{tieu_de: A, noi_dung: '[[pl]].'}]\n"


def add_task_keys(home: Path) -> None:
    put(home / "vanban/keys/parts.yaml", "    hang_nam:\n      label", f"{TASK_KEYS.lstrip(chr(10))}    hang_nam:\n      label")
    put(home / "vanban/model/document.py", "    hang_nam: bool = False\n", f"    hang_nam: bool = False\n{TASK_FIELDS}")


def it_costs_two_files_to_add_a_key_of_a_nested_mapping(home: Path, run: Run) -> None:
    """Words, a flag, a list, an id of a register: in the schema, read, written back, known to messages, held against
    the register, kept at issue."""
    before = files(home)
    add_task_keys(home)
    (home / DOCUMENT).write_text(PLAN.format(loai="ke_hoach", them=ATTACHING), "utf-8")
    (home / DOCUMENT).with_name("pl.yaml").write_text(ANNEX.format(ma="pl", body="so_tu_phap_nghe_an"), "utf-8")
    (home / DOCUMENT).with_name("sai.yaml").write_text(ANNEX.format(ma="sai", body="so_tu_phap"), "utf-8")
    said = run(f"""make_schemas(project)
from datetime import date
from vanban.glossary import labelled
from vanban.pipeline.issuing import issue
from vanban.writers.to_yaml import to_yaml
checked = check(project, [project.content / "nghe_an"])
van_ban = next(van_ban for bo in checked.sets for van_ban in bo if van_ban.ma == "pl")
text = to_yaml(van_ban, project.schemas.schema("phu_luc"), project.schemas.follow, "")
issue(project, Path({DOCUMENT!r}), "12", date(2025, 9, 15))
kept = json.loads(Path({DOCUMENT!r}).with_suffix(".ban_hanh.json").read_text("utf-8"))["so_sach"]["co_quan"]
(task,) = van_ban.nhiem_vu[0].gom
print(json.dumps([[[f.code, f.line] for f in checked.findings if f.file.endswith("sai.yaml")], [len(task.kho_khan), task.uu_tien, len(task.cac_buoc),
    task.theo_doi], text, labelled("uu_tien"), [each["ma"] for each in kept]]))""")
    found, values, text, label, kept = json.loads(said)
    assert ["R103", 8] in found
    assert values == [2, True, 2, "so_tu_phap_nghe_an"]
    lines = [line.strip() for line in text.splitlines()]
    assert "kho_khan: Thiếu **người**" in lines
    assert "theo_doi: so_tu_phap_nghe_an" in lines
    assert "uu_tien: true" in lines
    assert lines[lines.index("cac_buoc:") + 1:][:2] == ["- Lập", "- Duyệt"]
    assert label == "“uu_tien” (Ưu tiên)"
    assert "so_tu_phap_nghe_an" in kept
    assert written(home, before) == {"vanban/keys/parts.yaml", "vanban/model/document.py"}


def it_prints_a_new_nested_key_where_one_more_file_says_so(home: Path, run: Run) -> None:
    before = files(home)
    add_task_keys(home)
    put(home / "vanban/tables/nhiem_vu.py", '    column("ghi_chu"', '    column("kho_khan", "Khó khăn"),\n    column("ghi_chu"')
    put(home / "vanban/tables/nhiem_vu.py", "            _deadlines(task),\n",
        '            _deadlines(task),\n            entry("kho_khan", task.kho_khan, task.origin),\n')
    (home / DOCUMENT).write_text(PLAN.format(loai="ke_hoach", them=ATTACHING), "utf-8")
    (home / DOCUMENT).with_name("pl.yaml").write_text(ANNEX.format(ma="pl", body="so_tu_phap_nghe_an"), "utf-8")
    said = run("""make_schemas(project)
result = report(project, [project.content / "nghe_an"], ["docx"])
from zipfile import ZipFile
words = ZipFile(result.written[0]).read("word/document.xml").decode().replace("\\u00a0", " ")
found = check(project, [project.content / "nghe_an"]).findings
print(json.dumps([[f.code for f in found], "Khó khăn" in words and "Thiếu" in words]))""")
    assert json.loads(said) == [[], True]
    assert written(home, before) == {"vanban/keys/parts.yaml", "vanban/model/document.py", "vanban/tables/nhiem_vu.py"}


# A key in every other mapping inside documents: the part, what stands before the first key of it, the model's file and a
# field of the class.
MAPPINGS = [
    ("de_muc", "body", "    khong_danh_so: bool = False\n"), ("bang_bieu", "table", "    danh_so_cot: tuple[str, ...] = ()\n"),
    ("cot", "table", "    gop_doc: bool = False\n"), ("hang", "table", "    tong_cong: bool = False\n"),
    ("hinh", "picture", "    tieu_de: Line = ()\n"),
]


def it_reads_and_writes_a_new_key_of_every_mapping(home: Path, run: Run) -> None:
    before = files(home)
    for part, file, anchor in MAPPINGS:
        path, name = home / "vanban/keys/parts.yaml", f"dau_{part}"
        text = path.read_text("utf-8")
        at = text.index("  keys:\n", text.index(f"\n{part}:\n")) + len("  keys:\n")
        path.write_text(f"{text[:at]}    {name}:\n      label: Dấu {part}\n      gloss: a mark\n      kind: cau_chu\n"
                        f"      prints: aside\n      help: Thử.\n{text[at:]}", "utf-8")
        put(home / f"vanban/model/{file}.py", anchor, f"{anchor}    {name}: str = \"\"\n")
    (home / DOCUMENT).with_name("so_do.png").write_bytes(
        (ROOT / "content/nghe_an/2025/hinh/nam_buoc_mot_cua.png").read_bytes())
    (home / DOCUMENT).write_text(PLAN.format(loai="ke_hoach", them="""\
de_muc:
  - tieu_de: A
    dau_de_muc: một
    hinh: [{ma: so_do, tep: so_do.png, mo_ta: Sơ đồ, dau_hinh: hai}]
    bang_bieu:
      - ma: bang
        dau_bang_bieu: ba
        cot: [{ma: viec, tieu_de: Việc, dau_cot: bốn}]
        hang: [{viec: Kiểm tra, dau_hang: năm}]
"""), "utf-8")
    said = run("""make_schemas(project)
from vanban.writers.to_yaml import to_yaml
checked = check(project, [project.content / "nghe_an"])
(bo,) = checked.sets
print(json.dumps([[f.message for f in checked.findings],
    to_yaml(bo.van_ban, project.schemas.schema("ke_hoach"), project.schemas.follow, "")]))""")
    found, text = json.loads(said)
    assert found == []
    assert [word for word in ("một", "hai", "ba", "bốn", "năm") if f": {word}" not in text] == []
    assert written(home, before) == {"vanban/keys/parts.yaml", *(f"vanban/model/{file}.py" for _, file, _ in MAPPINGS)}


ENTRY_KEY = """      xep_loai:
        label: Xếp loại
        gloss: class that a body was put into
        kind: choice
        choices: {tot: Tốt, kha: Khá}
        help: Xếp loại của năm trước.
        example: tot
"""


def it_costs_two_files_to_add_a_key_of_an_entry_of_a_register(home: Path, run: Run) -> None:
    before = files(home)
    put(home / "vanban/keys/data/co_quan.yaml", "      truc_thuoc:\n", f"{ENTRY_KEY}      truc_thuoc:\n")
    put(home / "vanban/model/registers.py", "    tap_the: str = \"\"\n", "    tap_the: str = \"\"\n    xep_loai: str = \"kha\"\n")
    put(home / "content/dung_chung/co_quan.yaml", "  - ma: so_noi_vu_nghe_an\n", "  - ma: so_noi_vu_nghe_an\n    xep_loai: tot\n")
    put(home / "content/dung_chung/co_quan.yaml", "  - ma: so_tu_phap_nghe_an\n", "  - ma: so_tu_phap_nghe_an\n    xep_loai: totl\n")
    said = run("""make_schemas(project)
checked = check(project)
bodies = checked.content.registers.co_quan
print(json.dumps([[[f.code, f.hint] for f in checked.findings],
    [bodies[ma].xep_loai for ma in ("so_noi_vu_nghe_an", "ubnd_nghe_an")]]))""")
    assert json.loads(said) == [[["S204", "Có phải “tot”?"]], ["tot", "kha"]]
    assert written(home, before) == {"vanban/keys/data/co_quan.yaml", "vanban/model/registers.py"}


DATA = '''"""Prices (đơn giá) by area."""

from dataclasses import dataclass, field
from decimal import Decimal

from vanban.datatypes import DataType
from vanban.model.places import NOWHERE
from vanban.model.validity import HieuLuc


@dataclass(frozen=True, slots=True)
class DonGia:
    ma: str
    muc_gia: Decimal
    ap_dung: tuple[str, ...] = ()
    dua_tren: str = ""
    hieu_luc: HieuLuc = HieuLuc()
    origin: int = field(default=NOWHERE, compare=False)


DATA = DataType("don_gia", DonGia, ("Đơn giá", "sổ đơn giá"), "R101")
'''
DATA_KEYS = """title: Sổ đơn giá
help: Đơn giá các dịch vụ.
says: {title: Loại dữ liệu, help: Luôn là don_gia., example: don_gia}
needs: [don_gia]
keys:
  don_gia:
    label: Đơn giá
    gloss: price
    kind: records don_gia
    title: Các đơn giá
    help: 'Mỗi mục bắt đầu bằng “- ma:”.'
records:
  don_gia:
    title: Đơn giá
    help: Một đơn giá.
    example: 'ma: sao_y'
    needs: [ma, muc_gia]
    keys:
      ma: {kind: ma, title: Mã đơn giá, example: sao_y}
      muc_gia: {label: Mức giá, gloss: amount, kind: so, example: '2000'}
      ap_dung: {label: Áp dụng, gloss: bodies it holds for, kind: danh_sach_ma co_quan, help: Mã cơ quan.}
      dua_tren: {label: Dựa trên, gloss: price it follows, kind: ma don_gia, help: Mã đơn giá khác.}
      tu_ngay: {kind: ngay}
      den_ngay: {kind: ngay}
"""
PRICES = """loai_du_lieu: don_gia
don_gia:
  - {ma: sao_y, muc_gia: 2000, ap_dung: [so_noi_vu_nghe_an], tu_ngay: 01/7/2025}
  - {ma: chung_thuc, muc_gia: 10000, dua_tren: sao_yy, ap_dung: [so_la], tu_ngay: 01/7/2025, den_ngay: 01/6/2025}
  - {ma: sao_y, muc_gia: 3000}
"""


def it_costs_two_files_and_a_sample_to_add_a_kind_of_data(home: Path, run: Run) -> None:
    """Its file is discovered, read and dated; ids given twice or to nowhere are told; what documents name is kept."""
    before = files(home)
    (home / "vanban/datatypes/don_gia.py").write_text(DATA, "utf-8")
    (home / "vanban/keys/data/don_gia.yaml").write_text(DATA_KEYS, "utf-8")
    (home / "content/dung_chung/don_gia.yaml").write_text(PRICES, "utf-8")
    said = run("""make_schemas(project)
checked = check(project)
entry = checked.content.registers.of("don_gia")["sao_y"]
print(json.dumps([[[f.code, f.line] for f in checked.findings], str(entry.muc_gia), str(entry.hieu_luc.tu_ngay), entry.ap_dung]))""")
    found, *values = json.loads(said)
    assert sorted(found) == [["R101", 4], ["R103", 4], ["S206", 4], ["S309", 5]]
    assert values == ["2000", "2025-07-01", ["so_noi_vu_nghe_an"]]
    assert written(home, before) == {"vanban/datatypes/don_gia.py", "vanban/keys/data/don_gia.yaml"}


def it_keeps_at_issue_what_a_new_key_names(home: Path, run: Run) -> None:
    """A key of a document that names a body, and one of a body that names an act: nobody tells the record of issues."""
    before = files(home)
    put(home / "vanban/keys/van_ban.yaml", "\nky_hieu:\n", """
co_quan_giam_sat:
  label: Cơ quan giám sát
  gloss: body that watches over the work
  of: ban_hanh
  kind: ma co_quan
  prints: aside
  help: Mã trong sổ co_quan.yaml.
  example: so_noi_vu_nghe_an

ky_hieu:
""")
    put(home / "vanban/model/document.py", "    phu_de: str = \"\"\n", "    phu_de: str = \"\"\n    co_quan_giam_sat: str = \"\"\n")
    put(home / "vanban/keys/data/co_quan.yaml", "      truc_thuoc:\n", """\
      quy_dinh_chuc_nang:
        label: Quy định chức năng
        gloss: acts that say what a body does
        kind: danh_sach_ma can_cu
        help: Mã trong sổ can_cu.yaml.
        example: '[nq_76_2021]'
      truc_thuoc:
""")
    put(home / "content/dung_chung/co_quan.yaml", "  - ma: so_noi_vu_nghe_an\n",
        "  - ma: so_noi_vu_nghe_an\n    quy_dinh_chuc_nang: [nq_05_tu_2021]\n")
    (home / DOCUMENT).write_text(
        PLAN.format(loai="ke_hoach", them="co_quan_giam_sat: so_noi_vu_nghe_an\nde_muc: [{tieu_de: A}]\n"), "utf-8")
    said = run(f"""make_schemas(project)
from datetime import date
from vanban.pipeline.issuing import issue
done = issue(project, Path({DOCUMENT!r}), "12", date(2025, 9, 15))
kept = json.loads(Path({DOCUMENT!r}).with_suffix(".ban_hanh.json").read_text("utf-8"))["so_sach"]
print(json.dumps([[f.code for f in done.findings], [each["ma"] for each in kept["co_quan"] + kept["can_cu"]]]))""")
    faults, kept = json.loads(said)
    assert faults == []
    assert {"so_noi_vu_nghe_an", "nq_05_tu_2021"} <= set(kept)
    assert written(home, before) == {
        "vanban/keys/van_ban.yaml", "vanban/keys/data/co_quan.yaml", "vanban/model/document.py"}


def it_costs_two_files_and_a_sample_to_add_a_type(home: Path, run: Run) -> None:
    before = files(home)
    (home / "vanban/doctypes/huong_dan.py").write_text(
        '"""Hướng dẫn: Mẫu 1.4."""\n\nfrom vanban.doctypes import DocType\n\nTYPE = DocType(\n    "huong_dan", "Hướng dẫn", '
        '{"nha_nuoc": "HD"}, frame="co_ten_loai", attached="", danh_so="I. / 1. / a)"\n)\n', "utf-8")
    (home / "vanban/keys/types/huong_dan.yaml").write_text(
        "title: Hướng dẫn\nhelp: Hướng dẫn thực hiện một việc.\nneeds: [ma, co_quan, trich_yeu, noi_nhan, luu, nguoi_ky]\n"
        "keys: [+mo_tep, +so_ngay, +ban_hanh, trich_yeu, can_cu, mo_dau, danh_so, +than_bai, +noi_nhan_luu, nguoi_ky, "
        "+kem_theo_rieng]\n", "utf-8")
    (home / DOCUMENT).write_text(PLAN.format(loai="huong_dan", them=""), "utf-8")
    said = run("""make_schemas(project)
result = report(project, [project.content / "nghe_an"], ["docx"])
print(json.dumps([[f.code for f in result.findings], [path.name for path in result.written]]))""")
    assert json.loads(said) == [[], ["thu_nghiem.docx"]]
    assert written(home, before) == {"vanban/doctypes/huong_dan.py", "vanban/keys/types/huong_dan.yaml"}


LAYOUT = '''"""Targets (mục tiêu) as a table: indicator and value."""

from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.table import BangBieu, Hang
from vanban.setting import Setting
from vanban.tables._records import column, entry, line

TITLE, RECORDS = "Bảng mục tiêu, kẻ từ mục muc_tieu", "muc_tieu"


def write_out(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
    """The targets of `van_ban`, one a row."""
    columns = (column("chi_tieu", "Chỉ tiêu"), column("gia_tri", "Giá trị"))
    names = setting.registers.chi_tieu
    rows = (Hang((entry("chi_tieu", line(names[each.chi_tieu].ten_goi), each.origin),
                  entry("gia_tri", line(str(each.gia_tri)), each.origin)), origin=each.origin)
            for each in van_ban.muc_tieu)
    return replace(table, cot=columns, hang=tuple(rows)), []
'''


def it_costs_one_file_to_add_a_layout(home: Path, run: Run) -> None:
    """Its name stands in the schema, and its table is drawn."""
    before = files(home)
    (home / "vanban/tables/bang_muc_tieu.py").write_text(LAYOUT, "utf-8")
    (home / DOCUMENT).write_text(PLAN.format(loai="ke_hoach", them="""\
bang_bieu: [{ma: bang, bo_cuc: bang_muc_tieu}]
muc_tieu: [{chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 83}]
de_muc: [{tieu_de: A}]
"""), "utf-8")
    said = run("""make_schemas(project)
result = report(project, [project.content / "nghe_an"], ["docx"])
from zipfile import ZipFile
words = ZipFile(result.written[0]).read("word/document.xml").decode().replace("\\u00a0", " ")
offered = json.loads(Path("schemas/chung.schema.json").read_text("utf-8"))["$defs"]["mot_bang_bieu"]["properties"]["bo_cuc"]
print(json.dumps([[f.code for f in result.findings], offered["enum"], [each in words for each in ("Giá trị", "83")]]))""")
    faults, offered, printed = json.loads(said)
    assert (faults, printed) == ([], [True, True])
    assert "bang_muc_tieu" in offered
    assert written(home, before) == {"vanban/tables/bang_muc_tieu.py"}


RULE = '''"""F198: trích yếu mở đầu bằng chữ thường.

Vì sao: trích yếu là một câu.
Cách sửa: viết hoa.

Đạt:
    trich_yeu: Thử
Không đạt:
    trich_yeu: thử                        # lỗi: F198 $
"""

from collections.abc import Iterator

from vanban.findings import Fix
from vanban.lint.fault import Fault
from vanban.lint.subjects import SourceSubject

CODE, LEVEL, NAME, BO_QUA = "F198", "warning", "trich-yeu-in-lower-case", True
TARGET, SOURCE = "source", ""


def check(subject: SourceSubject) -> Iterator[Fault]:
    """A fault where the title begins small."""
    at = subject.text.find("trich_yeu: thử")
    if at >= 0:
        yield Fault(subject.place(at, 14), "Trích yếu viết chữ thường.", "Viết hoa.", fix=Fix(at + 11, at + 14, "Thử"))
'''


def it_costs_one_file_to_add_a_rule(home: Path, run: Run) -> None:
    before = files(home)
    (home / "vanban/lint/rules/trich_yeu_in_lower_case.py").write_text(RULE, "utf-8")
    plan = PLAN.format(loai="thong_bao", them="").replace("trich_yeu: Thử", "trich_yeu: thử")
    (home / DOCUMENT).write_text(plan, "utf-8")
    (home / "content/nghe_an/2025/bo_qua.yaml").write_text(
        plan.replace("thu_nghiem", "bo_qua") + "bo_qua: {F198: lối của cơ quan}\n", "utf-8")
    said = run("""from vanban.pipeline.explaining import rule_page
from vanban.pipeline.tidying import tidy
told = lambda: [[f.code, f.level, Path(f.file).name, f.line] for f in check(project).findings]
found, page = told(), rule_page("F198")
changed = [path.name for path in tidy(project)]
print(json.dumps([found, page.split("\\n")[0], page.split("\\n")[-1], changed, told()]))""")
    found, title, silenced, changed, after = json.loads(said)
    assert found == [["F198", "warning", "thu_nghiem.yaml", 5]]
    assert (title, silenced) == ("F198: trích yếu mở đầu bằng chữ thường.", "Bỏ qua được: ghi “bo_qua: {F198: lý do}” ở mục ấy.")
    assert (changed, after) == (["thu_nghiem.yaml"], [])
    assert "trich_yeu: Thử\n" in (home / DOCUMENT).read_text("utf-8")
    assert written(home, before) == {"vanban/lint/rules/trich_yeu_in_lower_case.py"}


def it_is_what_the_recipes_say() -> None:
    """Each row of their table of costs names the test that does it."""
    recipes = (ROOT / "docs" / "them_loai_quy_tac.md").read_text("utf-8")
    named = re.findall(r"^\|.*\| `(it_\w+)` \|$", recipes, re.MULTILINE)
    tests = {name for name in globals() if name.startswith("it_")}
    assert len(named) >= 8
    assert set(named) <= tests


def it_tells_of_a_schema_that_is_of_no_type(home: Path, run: Run) -> None:
    for name, text in (("la", '{"properties": {"loai_van_ban": {"const": "la"}}}'), ("rong", "[]")):
        (home / "schemas" / f"{name}.schema.json").write_text(text, "utf-8")
    (home / DOCUMENT).write_text(PLAN.format(loai="thong_bao", them=""), "utf-8")
    said = run("""checked = check(project, [project.content / "nghe_an"])
print(json.dumps([[f.code, f.file] for f in checked.findings]))""")
    assert json.loads(said) == [["S190", "schemas/la.schema.json"], ["S190", "schemas/rong.schema.json"]]


def it_costs_one_file_to_add_an_output(home: Path, run: Run) -> None:
    before = files(home)
    (home / "vanban/pipeline/forms/txt.py").write_text('''"""Its words alone."""
from vanban.pipeline.forms import Made
from vanban.wordml.reading.stories import read
from vanban.writers.to_text import to_text
IN_ALL = False
def make(jobs):
    return [(job, Made(to_text(read(job.docx.read_bytes())).encode())) for job in jobs]
''', "utf-8")
    (home / DOCUMENT).write_text(PLAN.format(loai="ke_hoach", them="de_muc: [{tieu_de: Một đề mục}]\n"), "utf-8")
    shutil.copy(ROOT / "build.py", home)
    said = run(f"""import build
build.bootstrap.reexec = lambda root: None
print(build.main(["report", "--format", "txt", {DOCUMENT!r}]))
print("MỘT ĐỀ MỤC" in Path("outputs/nghe_an/2025/thu_nghiem.txt").read_text("utf-8"))""")
    assert said.splitlines() == ["Đã tạo outputs/nghe_an/2025/thu_nghiem.txt", "0", "True"]
    assert written(home, before) == {"vanban/pipeline/forms/txt.py"}
