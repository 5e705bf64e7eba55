"""What it costs to add something: done on a copy of the project, by the files that are touched there."""

import json
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
    put(home / "vanban/keys/registers.yaml", "      truc_thuoc:\n", """\
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
        "vanban/keys/van_ban.yaml", "vanban/keys/registers.yaml", "vanban/model/document.py"}


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
print(json.dumps([[f.code for f in result.checked.findings], [path.name for path in result.written]]))""")
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
    columns = (column("chi_tieu", "Chỉ tiêu", 100), column("gia_tri", "Giá trị", 40))
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
words = ZipFile(result.written[0]).read("word/document.xml").decode()
offered = json.loads(Path("schemas/chung.schema.json").read_text("utf-8"))["$defs"]["mot_bang_bieu"]["properties"]["bo_cuc"]
print(json.dumps([[f.code for f in result.checked.findings], offered["enum"], [each in words for each in ("Giá trị", "83")]]))""")
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


def it_tells_of_a_schema_that_is_of_no_type(home: Path, run: Run) -> None:
    for name, text in (("la", '{"properties": {"loai_van_ban": {"const": "la"}}}'), ("rong", "[]")):
        (home / "schemas" / f"{name}.schema.json").write_text(text, "utf-8")
    (home / DOCUMENT).write_text(PLAN.format(loai="thong_bao", them=""), "utf-8")
    said = run("""checked = check(project, [project.content / "nghe_an"])
print(json.dumps([[f.code, f.file] for f in checked.findings]))""")
    assert json.loads(said) == [["S190", "schemas/la.schema.json"], ["S190", "schemas/rong.schema.json"]]
