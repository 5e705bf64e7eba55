"""Small inputs that 0.3.0 took without a word or refused without reason, with what is right: the findings, and the words.

They stand beside the project, in ../shared/cases; where that folder is missing these tests are skipped. Their kinds have
tests of their own, which stand beside what they are about.
"""

import ast
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.copies import copy_project
from vanban.model.walk import tables
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx
from vanban.pipeline.tidying import tidy

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason=f"không có {CASES}: các tệp mẫu lỗi của 0.3.0")


@dataclass(frozen=True)
class Case:
    """What was put into content/thu/2025, and what came of it."""

    project: Project
    checked: Checked

    @property
    def codes(self) -> list[str]:
        """Line and code of each finding that is more than an information, in the order of the file."""
        return [f"{f.line} {f.code}" for f in self.checked.findings if f.level != "info"]

    @property
    def message(self) -> str:
        return " ".join(f"{f.message} {f.hint}" for f in self.checked.findings)

    @property
    def parts(self) -> dict[str, str]:
        """The parts of the DOCX of the one set, which must be sound."""
        (bo,) = self.checked.sound
        with ZipFile(BytesIO(docx(self.project, self.checked, bo))) as package:
            return {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}

    @property
    def words(self) -> str:
        """What the DOCX says, paragraph by paragraph."""
        paragraphs = re.split(r"</w:p>", self.parts["word/document.xml"])
        lines = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", each)) for each in paragraphs)
        return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "").replace("&amp;", "&")


def case(name: str, folder: Path) -> Case:
    project = copy_project(folder, samples=False)
    home = project.content / "thu" / "2025"
    home.mkdir(parents=True)
    source = CASES / name
    for path in source.iterdir() if source.is_dir() else [source.with_suffix(".yaml")]:
        shutil.copy(path, home)
    return Case(project, check(project))


def _widths(of: Case) -> bool:
    """Narrow is what numbers and dates need; the column of tasks takes most of the page."""
    (table,) = [table for bo in of.checked.sets for van_ban in bo for table in tables(van_ban)]
    assert table.grid
    first, tasks, *others = (width.mm for width in table.grid.widths)
    return of.codes == [] and first < 20 and tasks > 2 * first and all(tasks > other for other in others)


def _tall(of: Case) -> bool:
    rows = re.findall(r"<w:tr[ >].*?</w:tr>", of.parts["word/document.xml"], re.DOTALL)
    (tall,) = [row for row in rows if "Dòng 046" in row]
    return of.codes == [] and "w:cantSplit" not in tall and "Dòng 047" in tall


def _leap(of: Case) -> bool:
    path = of.project.content / "thu" / "2025" / "so_nhay.yaml"
    before = path.read_bytes()
    tidy(of.project)
    return of.codes == ["11 C118"] and path.read_bytes() == before


def _question(of: Case) -> bool:
    found = issue(of.project, of.project.content / "thu" / "2025" / "xem_lai_trong_trich_yeu.yaml", "12", date(2025, 3, 5))
    return "còn 2 chỗ" in of.message and not found.sound and [f.code for f in found.findings if f.level == "error"] == ["C101"] * 2


def _address(of: Case) -> bool:
    """The address stands in the footer of the first page, the note at the foot of the text."""
    body, feet = of.parts["word/document.xml"], [text for name, text in of.parts.items() if "<w:ftr" in text]
    return of.codes == [] and "Ví Dụ" not in body and any("Ví Dụ" in text for text in feet) and "word/footnotes.xml" in of.parts


RIGHT: dict[str, Callable[[Case], bool]] = {
    "bang_khong_do_rong": _widths,
    "chu_giong_nhau": lambda of: of.codes == ["10 S114"] and "“việc”, “soạn”" in of.message,
    "chu_khong_co_trong_phong": lambda of: of.codes == ["10 F116"] and all(c in of.message for c in "🎉☐☑✓①Ⅳ"),
    "chu_thich_va_dia_chi": _address,
    "co_quan_nhieu_dong": lambda of: of.codes == [] and "ỦY BAN NHÂN DÂN" in of.words,
    "cong_van_can_cu": lambda of: of.codes == [] and "Căn cứ Nghị quyết số 76/NQ-CP" in of.words,
    "dan_chieu_go_tay": lambda of: of.codes == ["17 F112", "17 R114"] and "“đ”" in of.message,
    "dau_dau_dong_word": lambda of: of.codes == ["11 S304"],
    "dia_chi_mang_trong_bang": lambda of: of.codes == [] and "THUTUCHANHCHINH2025" in of.words,
    "dong_noi": lambda of: of.codes == ["11 S313"],
    "dong_xuong_giua_cau": lambda of: of.codes == ["11 S312"],
    "hang_cao": _tall,
    "kem_theo_bo_can_cu": lambda of: of.codes == ["10 F113"] and "Nguyễn Văn A ký" in of.message
    and "Căn cứ Nghị quyết số 05-NQ/TU" in of.words,
    "ket_thuc_hai_cham": lambda of: of.codes == ["10 C115"],
    "ky_hieu_khac_loai": lambda of: of.codes == ["7 F115"] and "“TB-”" in of.message,
    "quan_he_tren_so_dan": lambda of: of.codes == ["15 D104"] and "phải là 190" in of.message,
    "sao_trong_ngoac": lambda of: of.codes == []
    and "Đạt 95% (*), tăng 3% (*) so với năm 2024; 2 ** 3 ** 4" in of.words,
    "so_ky_hieu_bi_tach": lambda of: of.codes == [] and "Công văn số 3798/SNV-CCHC&VTLT" in of.words,
    "so_nhay": _leap,
    "ten_muc_nhieu_dong_ma": lambda of: of.codes == [] and "Nguyễn Văn A" in of.words,
    "thang_cat_chu": lambda of: of.codes == ["6 S112"],
    "tong_co_o_trong": lambda of: of.codes == ["16 D104"] and "được 5" in of.message,
    "tong_cong_go_dung": lambda of: of.codes == [] and "97,5" in of.words,
    "tong_cong_ty_le": lambda of: of.codes == [] and "97,5" in of.words and "190" not in of.words,
    "xem_lai_trong_trich_yeu": _question,
}


@pytest.mark.parametrize("name", RIGHT)
def it_does_what_is_right(name: str, tmp_path: Path) -> None:
    came = case(name, tmp_path)
    told = "\n".join(f"{f.file}:{f.line}:{f.column} {f.code} {f.level}: {f.message}" for f in came.checked.findings)
    assert RIGHT[name](came), told


def it_knows_every_case() -> None:
    assert {path.stem for path in CASES.iterdir() if path.name != "README.md"} == set(RIGHT)


# What needs more than one file, by words of its row in the README of the cases, and the tests that do it. Rows on pages,
# hostile input, converters and foreign Word files have theirs where these are tested.
TESTED = {
    "a damaged `.ban_hanh.json`": (
        "test_story.it_builds_nothing_beside_a_kept_record_that_is_broken",
        "test_kept_mutated.it_prints_the_words_as_issued_or_nothing_beside_a_damaged_record",
        "test_kept_mutated.it_prints_no_other_words_in_silence_beside_a_forged_record",
        "test_command_line.it_keeps_the_words_of_a_document_that_was_numbered_by_hand",
    ),
    "a draft restored by git after `issue`": ("test_cases.it_issues_a_draft_again_that_was_taken_back_and_edited",),
    "a DOCX edited in `outputs/`": (
        "test_outputs.it_keeps_a_copy_of_a_word_file_whose_words_were_changed",
        "test_outputs.it_cleans_what_it_wrote_and_keeps_what_was_changed",
    ),
    "new DOCX beside old PDF": (
        "test_outputs.it_takes_the_old_forms_away_before_the_new_docx_comes",
        "test_outputs.it_leaves_no_old_pdf_where_a_new_one_could_not_be_made",
        "test_outputs.it_tells_of_outputs_whose_source_is_gone",
    ),
    "one bad entry in any register": ("test_reach.it_stops_nobody_for_an_act_that_nobody_cites",),
    "`bo_qua: {C101: …}`": (
        "test_suppressions.it_still_gives_the_finding_that_may_not_be_silenced",
        "test_suppressions.it_tells_whoever_tries_to_silence_what_loses_or_falsifies",
        "test_story.it_refuses_while_a_question_is_open_and_writes_nothing",
    ),
    "any extra `*.schema.json`": ("test_adding.it_tells_of_a_schema_that_is_of_no_type",),
}


@pytest.mark.parametrize("row", TESTED)
def it_has_tests_for_a_case_of_several_files(row: str) -> None:
    assert row in (CASES / "README.md").read_text("utf-8")
    for test in TESTED[row]:
        module, _, name = test.partition(".")
        tree = ast.parse((HERE / f"{module}.py").read_text("utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, test


def it_issues_a_draft_again_that_was_taken_back_and_edited(tmp_path: Path) -> None:
    project = copy_project(tmp_path, samples=False)
    (project.content / "thu" / "2025").mkdir(parents=True)
    path = project.content / "thu" / "2025" / "thong_bao.yaml"
    draft = (CASES / "thang_cat_chu.yaml").read_text("utf-8").replace("#06", "06")
    path.write_text(draft, "utf-8")
    assert issue(project, path, "12", date(2025, 3, 5)).sound
    path.write_text(draft.replace("mo_dau: chữ", "mo_dau: lời khác"), "utf-8")  # as git checkout and a pen leave it
    issued = issue(project, path, "13", date(2025, 3, 6))
    assert [f.code for f in issued.findings if f.level != "info"] == []
    assert [f.code for f in check(project).findings if f.level != "info"] == []
