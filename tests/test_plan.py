"""Next year's plan from this year's: what is made again, what moves, what is asked, what stands in the way."""

import json
import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import build
from tests.support.content import DECISION, PLAN, ROOT, project
from tests.support.planning import NEW, answer, asked, carried, change, faults, sample, texts
from vanban import bootstrap
from vanban.model.document import BoVanBan, VanBan
from vanban.pipeline.planning import Asked, Planned, plan
from vanban.pipeline.project import Project
from vanban.plan.documents import Rule, facts_of, fate_of, rules
from vanban.readers.source import read_source
from vanban.years.mention import Turn

TURN = Turn(2025, 2026)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Planned]:
    home = sample(tmp_path_factory.mktemp("plan"))
    return home, carried(home)


def new(done: tuple[Project, Planned], name: str) -> str:
    return (done[0].root / NEW / f"{name}.yaml").read_text("utf-8")


# Which documents

@pytest.mark.parametrize(("rule", "example"), [(rule, each) for rule in rules() for each in rule.examples],
                         ids=lambda given: str(given)[:60])
def it_decides_each_example_of_a_rule_by_that_rule(rule: Rule, example: dict[str, str]) -> None:
    van_ban = VanBan(example["loai"], "x", example["title"], cho_nam=2025 if example.get("cho_nam") == "old" else None)
    facts = facts_of(van_ban, TURN)
    assert next(each for each in rules() if each.fits(facts)) is rule
    assert fate_of(BoVanBan(van_ban), TURN) == (rule.fate, rule.why.format(old=2025, new=2026))


def it_shows_an_example_of_every_rule() -> None:
    assert all(rule.examples for rule in rules())


def it_makes_the_plan_with_its_annex_again_and_names_what_stays_behind(done: tuple[Project, Planned]) -> None:
    _, planned = done
    assert {each.vi_tri for each in planned.sets if each.so_phan == "chuyen"} == {"quyet_dinh_cchc"}
    assert {path.name for path in planned.written} == {
        "quyet_dinh_cchc.yaml", "ke_hoach_cchc.yaml", "phu_luc_nhiem_vu.yaml", "chuyen_nam.yaml", "chuyen_nam.md"}
    left = {each.vi_tri: each.ly_do for each in planned.sets if each.so_phan == "giu"}
    assert left["quyet_dinh_kien_toan"] == left["ke_hoach_so_ket"] == "Việc làm một lần"
    assert "thong_bao_ket_luan" in left


# What becomes of the sample

def it_says_nothing_but_what_it_asked(done: tuple[Project, Planned]) -> None:
    assert set(faults(done[0])) == {("C117", "info")}


def it_asks_in_the_draft_what_it_asks_in_the_file(done: tuple[Project, Planned]) -> None:
    _, planned = done
    written = "".join(new(done, name) for name in ("quyet_dinh_cchc", "ke_hoach_cchc", "phu_luc_nhiem_vu"))
    targets = [each for each in planned.decisions if each.is_open and "muc_tieu" in each.vi_tri]
    assert len(targets) == 7  # two of nine have their value for the year on the path of the programme
    assert planned.open == 29
    # Of targets one question stands in a clause, however many of them it speaks of.
    assert written.count("{XEM LẠI: ") == 26


def it_takes_a_target_from_the_path_of_the_programme(done: tuple[Project, Planned]) -> None:
    """content/nghe_an/2022/ke_hoach_cchc_2022_2030.yaml states what is to be reached in 2026."""
    plan = new(done, "ke_hoach_cchc")
    assert "{chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 97}" in plan
    assert "{chi_tieu: ty_le_ho_so_truc_tuyen, so_sanh: tu_tro_len, gia_tri: 70}" in plan
    assert [each.de_xuat for each in done[1].decisions if "lộ trình năm 2026" in each.ly_do] == ["từ 97%", "từ 70%"]


def it_empties_number_and_day_and_states_the_expected_one(done: tuple[Project, Planned]) -> None:
    decision = new(done, "quyet_dinh_cchc")
    assert "so_van_ban" not in decision
    assert "ngay_ban_hanh" not in decision
    assert "co_quan: ubnd_nghe_an\nngay_du_kien: 31/12/2025\n" in decision
    assert 'cho_nam: "2026"' in new(done, "ke_hoach_cchc")


def it_moves_titles_and_yearly_deadlines(done: tuple[Project, Planned]) -> None:
    assert "tỉnh Nghệ An năm 2026\n" in new(done, "quyet_dinh_cchc")
    annex = new(done, "phu_luc_nhiem_vu")
    assert "thoi_gian: Quý IV/2026\n        hang_nam: true" in annex
    assert "thoi_gian: Trước ngày 30/9/2026\n" in annex
    assert "trong năm 2026 vào nội dung giao ban" in new(done, "ke_hoach_cchc")


def it_leaves_what_stays_and_asks_once_a_clause(done: tuple[Project, Planned]) -> None:
    text = new(done, "ke_hoach_cchc")
    assert "lấy năm 2021 làm mốc so sánh {XEM LẠI: mục tiêu đến hạn trước năm mới; mục tiêu năm 2026" in text
    assert "hoàn thành **trước ngày 31/7/2025** {XEM LẠI: thời hạn 16 ngày sau khi ký (15/7/2025)}.\n" in text
    assert "giai đoạn 2020 - 2025 để sửa đổi" in text
    assert text.count("2027") == 0


def it_asks_about_a_task_that_was_to_be_done_once(done: tuple[Project, Planned]) -> None:
    annex = new(done, "phu_luc_nhiem_vu")
    assert 'thoi_gian: "Tháng 10/2025 {XEM LẠI: việc làm một lần, hạn trong năm 2025; năm 2026 còn làm không}"' in annex
    assert annex.count("việc làm một lần") == 13


def it_asks_for_letters_and_the_slogan_and_proposes_to_drop_what_was_replaced(done: tuple[Project, Planned]) -> None:
    decision = new(done, "quyet_dinh_cchc")
    assert "Sở Nội vụ tại {XEM LẠI: số, ngày văn bản đề nghị của năm 2026}" in decision
    assert "[[cv_4625_bnv_2025]] {XEM LẠI: công văn 4625/BNV-CCHC" in decision
    assert "  - nq_76_2021\n" in decision
    assert "thay thế [[qd_3667_2024]] {XEM LẠI: " in decision
    assert "Năm 2026, tỉnh Nghệ An" in new(done, "ke_hoach_cchc")
    assert "chủ đề năm 2026 là gì" in new(done, "ke_hoach_cchc")


def it_proposes_nothing_where_nobody_knows_what_would_be_right(done: tuple[Project, Planned]) -> None:
    """Of a period that has ended, of a plan of the old year: with the years moved they would be untrue."""
    for words in ("giai đoạn 2020 - 2025", "kế hoạch CCHC năm 2025 đã ban hành", "Năm 2025, tỉnh Nghệ An thực hiện"):
        (told,) = asked(done[1], words)
        assert told.de_xuat == ""


def it_keeps_every_comment(done: tuple[Project, Planned]) -> None:
    for name in ("quyet_dinh_cchc", "ke_hoach_cchc", "phu_luc_nhiem_vu"):
        old = (ROOT / "content/nghe_an/2025" / f"{name}.yaml").read_text("utf-8")
        comments = re.findall(r"(?m)^ *#.*$", old)
        assert [line for line in re.findall(r"(?m)^ *#.*$", new(done, name)) if line in comments] == comments


def it_writes_decisions_that_their_schema_takes(done: tuple[Project, Planned]) -> None:
    schema = json.loads((ROOT / "schemas" / "chuyen_nam.schema.json").read_text("utf-8"))
    source, found = read_source("x", new(done, "chuyen_nam").encode())
    assert not found
    assert {each["vi_tri"] for key in ("can_tra_loi", "may_da_quyet") for each in source.data[key]} == {
        each.vi_tri for each in (*done[1].sets, *done[1].decisions)}
    assert Draft202012Validator.check_schema(schema) is None


def it_gives_every_place_a_name_of_its_own(done: tuple[Project, Planned]) -> None:
    names = [each.vi_tri for each in (*done[1].sets, *done[1].decisions)]
    assert len(names) == len(set(names))


def it_writes_a_page_that_reads(done: tuple[Project, Planned]) -> None:
    page = (done[0].root / NEW / "chuyen_nam.md").read_text("utf-8")
    assert "còn **29 chỗ cần trả lời**" in page
    assert page.count("   - Trả lời: …") == 29
    assert "| Về việc kiện toàn Ban Chỉ đạo cải cách hành chính tỉnh Nghệ An (`quyet_dinh_kien_toan.yaml`) | không lập lại |" in page


def it_touches_nothing_of_the_old_year(done: tuple[Project, Planned]) -> None:
    assert texts(done[0].content / "nghe_an" / "2025") == texts(ROOT / "content" / "nghe_an" / "2025")


# What stands in the way

def written(home: Project) -> dict[str, bytes]:
    return texts(home.content)


@pytest.mark.parametrize(("asked_for", "said"), [
    (Asked("nghe_a", 2025, 2026), "Có: nghe_an"), (Asked("nghe_an", 2026, 2026), "không sau năm cũ 2026; chưa tệp nào được viết. Ghi --to 2027, hoặc --from 2025."),
    (Asked("nghe_an", 2019, 2020), "Không có kế hoạch năm 2019"), (Asked("dung_chung", 2025, 2026), "Không có thư mục"),
    *((Asked("nghe_an", year - 1, year), "không phải là năm từ 1900") for year in (-5, 0, 1, 1900, 2100, 10_000, 10**23)),
    *((Asked("nghe_an", 2025, 2026, date(year, 12, 31)), "không thuộc năm 2025 hay 2026") for year in (1, 1950, 2024, 2027, 9999)),
])
def it_refuses_what_cannot_be(tmp_path: Path, asked_for: Asked, said: str) -> None:
    home = sample(tmp_path)
    before = written(home)
    planned = plan(home, asked_for)
    assert [(each.code, each.level) for each in planned.findings] == [("C163", "error")]
    assert said in f"{planned.findings[0].message} {planned.findings[0].hint}"
    assert planned.findings[0].hint
    assert written(home) == before


def it_says_of_a_signed_word_file_what_can_be_done(tmp_path: Path) -> None:
    home = project(tmp_path)
    (home.content / "nghe_an" / "2025" / "ke_hoach.docx").write_bytes(b"x")
    (told,) = carried(home).findings
    assert re.search(r"Tệp Word ke_hoach\.docx .* lệnh nhập tệp Word", told.hint)


def it_writes_nothing_over_a_file_of_somebody(tmp_path: Path) -> None:
    home = sample(tmp_path)
    own = home.root / NEW / "ke_hoach_cchc.yaml"
    own.parent.mkdir()
    own.write_text("của tôi\n", "utf-8")
    before = written(home)
    planned = carried(home)
    assert [(each.code, each.file) for each in planned.findings] == [("C160", f"{NEW}/ke_hoach_cchc.yaml")]
    assert written(home) == before


def it_leaves_other_files_of_the_new_year_alone(tmp_path: Path) -> None:
    home = sample(tmp_path)
    other = home.root / NEW / "so_lieu" / "quy_1.yaml"
    other.parent.mkdir(parents=True)
    other.write_text("gi: do\n", "utf-8")
    assert carried(home).written
    assert other.read_text("utf-8") == "gi: do\n"


def it_names_the_fault_of_an_old_file_that_cannot_be_read(tmp_path: Path) -> None:
    home = sample(tmp_path)
    change(home.content / "nghe_an/2025/phu_luc_nhiem_vu.yaml", "kho_giay: ngang", "kho_giay: [ngang")
    before = written(home)
    planned = carried(home)
    assert {each.file for each in planned.findings} == {"content/nghe_an/2025/phu_luc_nhiem_vu.yaml"}
    assert written(home) == before


def it_refuses_a_turn_of_other_years(tmp_path: Path) -> None:
    home = sample(tmp_path)
    carried(home)
    before = written(home)
    planned = carried(home, old=2024)
    line = (home.root / NEW / "chuyen_nam.yaml").read_text("utf-8").splitlines().index("nam_cu: 2025") + 1
    assert [(each.code, each.line) for each in planned.findings] == [("C160", line)]
    assert written(home) == before


def it_writes_nothing_in_a_dry_run(tmp_path: Path) -> None:
    home = sample(tmp_path)
    before = written(home)
    planned = carried(home, dry_run=True)
    assert len(planned.written) == 5
    assert written(home) == before


def it_asks_about_a_document_whose_title_names_the_year_and_makes_it_when_told(tmp_path: Path) -> None:
    home = sample(tmp_path, "so_noi_vu_nghe_an")
    planned = carried(home, "so_noi_vu_nghe_an")
    assert [each.vi_tri for each in planned.sets if each.is_open] == ["huong_dan_bao_cao"]
    assert {path.name for path in planned.written} == {"chuyen_nam.yaml", "chuyen_nam.md"}
    answer(home, "huong_dan_bao_cao", "chuyển", "content/so_noi_vu_nghe_an/2026")
    again = carried(home, "so_noi_vu_nghe_an")
    assert "huong_dan_bao_cao.yaml" in {path.name for path in again.written}


# By the year that a plan says it is for, not by its folder

def it_finds_a_plan_by_the_year_that_it_is_for(tmp_path: Path) -> None:
    home = sample(tmp_path, "xa_yen_thanh")
    (told,) = carried(home, "xa_yen_thanh").findings
    assert told.message.startswith("Không có kế hoạch năm 2025")
    planned = carried(home, "xa_yen_thanh", 2026, 2027)
    made = home.content / "xa_yen_thanh" / "2027" / "ke_hoach_cchc_2027.yaml"
    assert made in planned.written
    text = made.read_text("utf-8")
    assert "\nma: ke_hoach_cchc_2027\n" in text
    assert 'cho_nam: "2027"' in text
    assert "ngay_du_kien: 31/12/2026" in text
    assert "du_thao" not in text
    assert "{XEM LẠI: bản năm 2026 còn để ngỏ: Phòng Kinh tế xác nhận" in text


# The command

def in_its_folder(home: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "ROOT", home.root)
    monkeypatch.setattr(bootstrap, "reexec", lambda root: None)
    monkeypatch.chdir(home.root)


def it_is_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    home = sample(tmp_path)
    in_its_folder(home, monkeypatch)
    assert build.main(["plan", "nghe_an", "--to", "2026", "--ngay-ky", "25/12/2025"]) == 0
    said = capsys.readouterr().out
    assert "Lập lại: quyet_dinh_cchc.yaml." in said
    assert "Còn 29 chỗ cần trả lời" in said
    assert "ngay_du_kien: 25/12/2025" in (home.root / NEW / "quyet_dinh_cchc.yaml").read_text("utf-8")
    assert build.main(["plan", "nghe_an", "--to", "2026"]) == 0
    assert "Không có gì thay đổi." in capsys.readouterr().out
    assert "ngay_du_kien: 25/12/2025" in (home.root / NEW / "quyet_dinh_cchc.yaml").read_text("utf-8")


def it_tells_faults_by_its_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = sample(tmp_path)
    (home.root / NEW).mkdir()
    (home.root / NEW / "ke_hoach_cchc.yaml").write_text("x: y\n", "utf-8")
    in_its_folder(home, monkeypatch)
    assert build.main(["plan", "nghe_an", "--to", "2026"]) == 1
    for wrong in (["nghe_xx", "--to", "2026"], ["nghe_an", "--to", "2025", "--from", "2026"], ["nghe_an", "--to", "2020"],
                  ["nghe_an", "--to", "2026", "--ngay-ky", "1/1/2020"], ["nghe_an", "--to", "20260"]):
        assert build.main(["plan", *wrong]) == 1
    for wrong in (["nghe_an", "--to", "abc"], ["nghe_an"], ["nghe_an", "--to", "2026", "--ngay-ky", "32/1/2026"]):
        with suppress(SystemExit):
            assert build.main(["plan", *wrong]) == 2


def it_takes_a_unit_as_a_shell_completes_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = sample(tmp_path)
    in_its_folder(home, monkeypatch)
    assert build.main(["plan", "content/nghe_an/", "--to", "2026", "--dry-run"]) == 0


# Small plans

def small(folder: Path, body: str, decision: str = DECISION) -> tuple[Project, Planned]:
    home = project(folder, qd=decision, kh=PLAN.replace("      Theo phân công.\n", body))
    return home, carried(home)


def it_lets_a_clause_that_is_asked_move_nothing(tmp_path: Path) -> None:
    home, planned = small(tmp_path, "      Trong năm 2025 làm xong trước ngày 31/7/2025; trong năm 2025 báo cáo kết quả.\n")
    text = (home.root / NEW / "kh.yaml").read_text("utf-8")
    assert "      Trong năm 2025 làm xong trước ngày 31/7/2025 {XEM LẠI: " in text
    assert "; trong năm 2026 báo cáo kết quả." in text
    assert len(asked(planned, "31/7/2025")) == 1


def it_asks_of_a_window_that_contradicts_itself(tmp_path: Path) -> None:
    _, planned = small(tmp_path, "      Kế hoạch 05 năm 2026 - 2028.\n")
    (told,) = asked(planned, "05 năm 2026 - 2028")
    assert "Tự mâu thuẫn" in told.ly_do


def it_says_that_a_moved_day_is_a_weekend(tmp_path: Path) -> None:
    _, planned = small(tmp_path, "      Báo cáo trước ngày 15/11/2025.\n")
    (moved,) = [each for each in planned.decisions if "15/11/2025" in each.cau_van]
    assert moved.so_phan == "chuyen"
    assert "Chủ nhật" in moved.ly_do


def it_asks_of_a_day_that_the_new_year_has_not(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION.replace("15/7/2025", "05/01/2028"),
                   kh=PLAN.replace("2025", "2028").replace("Theo phân công.", "Xong trước ngày 29/02/2028."))
    planned = carried(home, old=2028, new=2029)
    (told,) = asked(planned, "29/02/2028")
    assert "29/2" in told.ly_do


@pytest.mark.parametrize("form", [
    "ngày 15 tháng 9 năm 2025", "15/9/2025", "quý IV/2025", "tháng 9  năm 2025"])
def it_moves_however_a_day_is_written(tmp_path: Path, form: str) -> None:
    home, _ = small(tmp_path, f"      Hoàn thành trước {form}.\n")
    assert f"trước {form.replace('2025', '2026')}." in (home.root / NEW / "kh.yaml").read_text("utf-8")


def it_keeps_line_ends_of_windows(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION)
    old = home.content / "nghe_an/2025/kh.yaml"
    old.write_bytes(PLAN.replace("\n", "\r\n").encode())
    carried(home)
    made = (home.root / NEW / "kh.yaml").read_bytes()
    assert made.count(b"\r\n") == made.count(b"\n")
    assert b"2026" in made
    before = written(home)
    assert not carried(home).written
    assert written(home) == before


def it_exchanges_a_repealed_basis_by_the_register(tmp_path: Path) -> None:
    home, planned = small(tmp_path, "      Theo phân công.\n", DECISION.replace("nq_76_2021", "qd_1046_2023"))
    (told,) = [each for each in planned.decisions if "#can_cu/" in each.vi_tri]
    assert told.so_phan in ("tinh_lai", "hoi")
    assert "hết hiệu lực" in told.ly_do


def it_asks_who_signs_when_a_term_has_ended(tmp_path: Path) -> None:
    home, planned = small(tmp_path, "      Theo phân công.\n")
    (told,) = [each for each in planned.decisions if "#nguoi_ky/" in each.vi_tri]
    assert told.so_phan == "giu"
    register = home.content / "dung_chung" / "co_quan.yaml"
    text = register.read_text("utf-8")
    at = text.index("ma: nguyen_van_a")
    until = text.index("tu_ngay: 01/7/2021", at) + len("tu_ngay: 01/7/2021")
    register.write_text(text[:until] + "\n        den_ngay: 30/11/2025" + text[until:], "utf-8")
    again = carried(home)
    (told,) = [each for each in again.decisions if "#nguoi_ky/" in each.vi_tri]
    assert told.so_phan in ("hoi", "tinh_lai")
    assert "không còn giữ chức ngày 31/12/2025" in told.ly_do
