"""Figures of units in a document: totals in text and cells, what is missing, refused, accepted; nothing stands for it."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.content import ROOT, project
from tests.test_so_lieu import of, put
from vanban.findings import Finding
from vanban.model.inline import Figure
from vanban.model.walk import inlines
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project

WHOSE = "so_lieu_theo: {che_do_bao_cao: cchc_dinh_ky, ky_bao_cao: sau_thang, cho_nam: 2026, don_vi: xa_bao_cao_mau}\n"
HEAD = """loai_van_ban: bao_cao
ma: bc
co_quan: so_noi_vu_nghe_an
ngay_du_kien: 24/6/2026
trich_yeu: Kết quả cải cách hành chính
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: hoang_thi_e
de_muc: [{tieu_de: Kết quả, noi_dung: Theo phụ lục.}]
"""
COMMUNES = {
    "ubnd_phuong_thanh_vinh": (10, 700, 30), "ubnd_phuong_truong_vinh": (5, 500, 20), "ubnd_phuong_cua_lo": (4, 300, 10),
    "ubnd_xa_dien_chau": (3, 200, 8), "ubnd_xa_do_luong": (2, 100, 6), "ubnd_xa_hung_nguyen": (1, 90, 4), "ubnd_xa_yen_thanh": (0, 10, 2),
}


def figures(ky_truoc: object, truc_tuyen: object, qua_han: object) -> str:
    return f"gia_tri:\n  hs_ky_truoc: {ky_truoc}\n  hs_truc_tuyen: {truc_tuyen}\n  hs_qua_han: {qua_han}\n  hs_truc_tiep: 100\n"


def home(folder: Path, text: str, whose: str = WHOSE, more: str = "") -> Project:
    """A report that says `text`, and what seven communes have reported."""
    made = project(folder)
    for ma, said in COMMUNES.items():
        put(made, of(ma, figures=figures(*said)), ma.removeprefix("ubnd_"))
        put(made, of(ma, "quy_1", figures(said[0], said[1] // 2, 1)), ma.removeprefix("ubnd_"), "quy_1")
    report = made.content / "so_noi_vu_nghe_an/2026/bc.yaml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(HEAD + whose + more + (f"mo_dau: |\n  {text}\n" if text else ""), "utf-8")
    return made


def report_of(made: Project) -> Path:
    return made.content / "so_noi_vu_nghe_an/2026/bc.yaml"


def shown(made: Project) -> list[str | None]:
    (bo,) = check(made, [report_of(made)]).sets
    return [each.shown for each in inlines(bo.van_ban) if isinstance(each, Figure)]


def told(made: Project) -> list[Finding]:
    return list(check(made, [report_of(made)]).findings)


def codes(made: Project) -> list[tuple[str, str]]:
    return [(found.code, found.level) for found in told(made)]


@pytest.mark.parametrize(("typed", "printed"), [
    ("Có {{ hs_truc_tuyen }}", "1.900 hồ sơ"), ("Có {{ hs_truc_tuyen | so }} hồ sơ", "1.900"), ("Có {{ hs_qua_han.ubnd_xa_yen_thanh }}", "02 hồ sơ"),
    ("Có {{ hs_qua_han@quy_1 }}", "07 hồ sơ"), ("Có {{ hs_truc_tuyen@quy_2 }}", "950 hồ sơ"), ("Có {{ hs_tiep_nhan }}", "2.625 hồ sơ"),
    ("Có {{ hs_truc_tuyen | so_sanh quy_1 }}", "tăng 950 hồ sơ so với quý I năm 2026"), ("Tỷ lệ {{ ty_le_nop_truc_tuyen | dat }}", "đạt 73,08%"),
    ("Riêng {{ hs_truc_tuyen | ty_trong hs_tiep_nhan }}", "72,4%"), ("Có {{ hs_truc_tuyen | da_bao_cao }}", "7/7 đơn vị"),
    ("{{ hs_truc_tuyen | tang_giam quy_1 }}", "Tăng 950 hồ sơ"), ("Có việc. {{ hs_truc_tuyen | tang_giam quy_1 }}", "Tăng 950 hồ sơ"),
])
def it_prints_a_total_in_the_way_that_is_asked_for(typed: str, printed: str, tmp_path: Path) -> None:
    made = home(tmp_path, f"{typed}.")
    assert shown(made) == [printed]
    assert told(made) == []


def it_prints_another_figure_when_one_unit_changes_its_own(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}.")
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, 11, 2)))
    assert shown(made) == ["1.901 hồ sơ"]


def it_reckons_with_a_figure_in_a_cell_and_prints_it_without_its_unit(tmp_path: Path) -> None:
    table = ("bang_bieu:\n  - ma: b\n    cot: [{ma: ten, tieu_de: A}, {ma: so_ho_so, tieu_de: Hồ sơ, kieu_o: so}]\n    hang:\n"
             "      - {ten: Thành Vinh, so_ho_so: '{{ hs_truc_tuyen.ubnd_phuong_thanh_vinh }}'}\n"
             "      - {ten: Yên Thành, so_ho_so: '{{ hs_qua_han.ubnd_xa_yen_thanh }}'}\n      - {tong_cong: true, ten: Cộng}\n")
    made = home(tmp_path, "", more=table)
    (bo,) = check(made, [report_of(made)]).sets
    assert shown(made) == ["700", "2"]
    (row,) = [row for row in bo.van_ban.bang_bieu[0].hang if row.tong_cong]
    assert row.totals[0].value is not None
    assert row.totals[0].value.number == 702
    assert told(made) == []


def it_reads_figures_as_of_the_day_of_the_document(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_qua_han }}.")
    correction = "dieu_chinh:\n  - ngay_dieu_chinh: 25/6/2026\n    ly_do: Nhập thiếu\n    gia_tri:\n      hs_qua_han: 12\n"
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, 10, 2) + correction))
    assert shown(made) == ["80 hồ sơ"]
    report_of(made).write_text(report_of(made).read_text("utf-8").replace("24/6/2026", "25/6/2026"), "utf-8")
    assert shown(made) == ["90 hồ sơ"]


# What is missing


def without_yen_thanh(folder: Path, text: str = "Có {{ hs_truc_tuyen }}, trễ {{ hs_qua_han }}.", more: str = "") -> Project:
    made = home(folder, text, more=more)
    for name in ("sau_thang", "quy_1"):
        (made.content / f"xa_yen_thanh/2026/so_lieu/{name}.yaml").unlink()
    return made


def it_says_of_a_total_how_many_have_reported_and_in_a_draft_who_has_not(tmp_path: Path) -> None:
    made = without_yen_thanh(tmp_path)
    assert shown(made) == ["1.890 hồ sơ (6/7 đơn vị)", "78 hồ sơ"]
    (found,) = told(made)
    assert (found.code, found.level) == ("D211", "warning")
    assert "UBND xã Yên Thành" in found.message
    assert "chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}]" in found.hint


def it_issues_no_total_that_lacks_a_report_unless_that_was_accepted(tmp_path: Path) -> None:
    made = without_yen_thanh(tmp_path / "a")
    refused = issue(made, report_of(made), "12", date(2026, 6, 24))
    assert [(found.code, found.level) for found in refused.findings] == [("D211", "error")]
    assert "so_van_ban" not in report_of(made).read_text("utf-8")
    named = without_yen_thanh(tmp_path / "b", more="chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Mất điện}]\n")
    assert not issue(named, report_of(named), "12", date(2026, 6, 24)).has_errors
    assert shown(named) == ["1.890 hồ sơ (6/7 đơn vị)", "78 hồ sơ"]
    whoever = without_yen_thanh(tmp_path / "c", more="chap_nhan_thieu: [{ly_do: Mất điện}]\n")
    assert not issue(whoever, report_of(whoever), "12", date(2026, 6, 24)).has_errors


def none_but(folder: Path, text: str, more: str = "") -> Project:
    """Six communes in which nothing came about; the seventh has not reported."""
    made = without_yen_thanh(folder, text, more)
    for ma in COMMUNES.keys() - {"ubnd_xa_yen_thanh"}:
        for ky in ("sau_thang", "quy_1"):
            said = "gia_tri:\n  hs_truc_tuyen: không phát sinh\n  hs_truc_tiep: 100\n"
            put(made, of(ma, ky, said), ma.removeprefix("ubnd_"), ky)
    return made


def it_says_of_how_many_units_nothing_has_come_about(tmp_path: Path) -> None:
    made = none_but(tmp_path / "a", "Có {{ hs_truc_tuyen }}.")
    assert shown(made) == ["không phát sinh (6/7 đơn vị)"]
    assert codes(made) == [("D211", "warning")]
    assert [found.code for found in issue(made, report_of(made), "12", date(2026, 6, 24)).findings] == ["D211"]
    accepted = "chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Mất điện}]\n"
    assert shown(none_but(tmp_path / "b", "Có {{ hs_truc_tuyen }}.", accepted)) == ["không phát sinh (6/7 đơn vị)"]


def it_writes_who_is_missing_and_why_when_that_is_accepted_at_issue(tmp_path: Path) -> None:
    made = without_yen_thanh(tmp_path, "Có {{ hs_truc_tuyen }}, quý I {{ hs_truc_tuyen@quy_1 }}.")
    assert not issue(made, report_of(made), "12", date(2026, 6, 24), without="Mất điện sau bão").has_errors
    text = report_of(made).read_text("utf-8")
    assert "so_van_ban: '12'" in text or 'so_van_ban: "12"' in text
    assert text.count("don_vi_thieu") == 2
    assert "ky_thieu: quy_1" in text
    assert text.count("Mất điện sau bão") == 2
    assert shown(made) == ["1.890 hồ sơ (6/7 đơn vị)", "945 hồ sơ (6/7 đơn vị)"]
    assert [found.level for found in told(made)] in ([], ["info"])


def it_adds_to_what_a_document_accepts_already_and_nothing_where_nobody_is_missing(tmp_path: Path) -> None:
    own = "chap_nhan_thieu:\n  - don_vi_thieu: [ubnd_xa_do_luong]\n    ly_do: Cũ\n"
    made = without_yen_thanh(tmp_path / "a", more=own)
    assert not issue(made, report_of(made), "12", date(2026, 6, 24), without="Mới").has_errors
    text = report_of(made).read_text("utf-8")
    assert "ly_do: Cũ" in text
    assert "ly_do: Mới" in text
    whole = home(tmp_path / "b", "Có {{ hs_truc_tuyen }}.")
    assert not issue(whole, report_of(whole), "12", date(2026, 6, 24), without="Mới").has_errors
    text = report_of(whole).read_text("utf-8")
    assert ("chap_nhan_thieu" in text, "so_van_ban" in text) == (False, True)


def it_tells_at_issue_of_what_else_stands_in_the_way_where_missing_reports_are_accepted(tmp_path: Path) -> None:
    made = without_yen_thanh(tmp_path)
    typed = report_of(made).read_text("utf-8").replace("Theo phụ lục.", '"Theo {XEM LẠI: phụ lục nào}."')
    report_of(made).write_text(typed, "utf-8")
    refused = issue(made, report_of(made), "12", date(2026, 6, 24), without="Mất điện")
    (error,) = [found for found in refused.findings if found.level == "error"]
    assert (error.code, error.line) == ("C101", typed[:typed.index("{XEM")].count("\n") + 1)
    assert report_of(made).read_text("utf-8") == typed


def it_takes_the_figure_of_a_unit_that_is_named_out_of_the_total(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}.", more="chap_nhan_thieu: [{don_vi_thieu: [ubnd_phuong_thanh_vinh], ly_do: Số sai}]\n")
    assert shown(made) == ["1.200 hồ sơ (6/7 đơn vị)"]


# What was refused


def it_prints_a_draft_with_the_place_of_what_was_refused_and_issues_nothing(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}, trễ {{ hs_qua_han }}.")
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, "1.204", 2)))
    assert shown(made) == ["[chưa tính được: UBND xã Yên Thành, content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml:8]", "80 hồ sơ"]
    checked = check(made, [report_of(made)])
    assert [(found.code, found.level) for found in checked.findings] == [("D212", "warning"), ("D204", "error")]
    assert len(checked.sound) == 1
    assert ("D212", "error") in [(each.code, each.level) for each in issue(made, report_of(made), "12", date(2026, 6, 24)).findings]
    assert "so_van_ban" not in report_of(made).read_text("utf-8")


def it_prints_what_nobody_knows_yet_as_that(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen.ubnd_xa_yen_thanh }}.")
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, "chưa có", 2)))
    assert shown(made) == ["[chưa có số liệu]"]
    assert codes(made) == [("D211", "warning")]


def it_takes_a_body_alone_or_with_all_that_report_through_it(tmp_path: Path) -> None:
    """Through the province three departments should have reported; itself it reports nothing."""
    assert shown(home(tmp_path / "1", "Có {{ hs_truc_tuyen.ubnd_xa_yen_thanh.rieng }}.")) == ["10 hồ sơ"]
    through = codes(home(tmp_path / "2", "Có {{ hs_truc_tuyen.ubnd_nghe_an }}."))
    alone = codes(home(tmp_path / "3", "Có {{ hs_truc_tuyen.ubnd_nghe_an.rieng }}."))
    assert ([code for code, _ in through], [code for code, _ in alone]) == (["D211"], ["D205"])


def it_says_of_a_unit_whose_figures_do_not_agree_before_its_total_is_signed(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}.")
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, 10, 2) + "  hs_truoc_han: 1\n  hs_dung_han: 1\n  hs_dang_giai_quyet: 5\n"))
    (found,) = told(made)
    assert (found.code, found.file) == ("D225", "content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml")
    assert "110 và 9, lệch 101" in found.message


# What cannot be found


@pytest.mark.parametrize(("typed", "code", "words"), [
    ("{{ hs_truc_tuyenn }}", "D101", "Có phải “hs_truc_tuyen”?"), ("{{ hs_truc_tuyen@quy_5 }}", "D202", "quy_1 2026, sau_thang 2026, quy_2 2026"),
    ("{{ hs_truc_tuyen.ubnd_xa_yenn_thanh }}", "R103", "Có phải “ubnd_xa_yen_thanh”?"), ("{{ hs_truc_tuyen | so_sanh cung_ky }}", "D208", "Chọn kỳ gốc khác"),
    ("{{ hs_truc_tuyen | so_sanh }}", "D102", "so với gì"), ("{{ hs_truc_tuyen | nhanh }}", "D102", "nhanh"), ("{{ hs_truc_tuyen | danh_gia }}", "D208", "Thêm mục tiêu"),
    ("{{ hs_truc_tuyen | nhanh }}", "D102", "so; dat; theo_dau; tang_giam <kỳ gốc>"), ("{{ hs_truc_tuyen | so ky_truoc }}", "D102", "không đi kèm “ky_truoc”"),
    ("{{ hs_truc_tuyen | ty_trong hs_x }}", "D208", "Ghi mã của chỉ tiêu"), ("{{ ty_le_ky_so }}", "D205", "muc_tieu.ty_le_ky_so"),
])
def it_tells_of_what_there_is_not_with_a_way_out(typed: str, code: str, words: str, tmp_path: Path) -> None:
    found = told(home(tmp_path, f"Có {typed}."))
    assert [each.code for each in found] == [code]
    assert words in f"{found[0].message} {found[0].hint}"
    assert (found[0].line, found[0].column) == (12, 6)


def it_asks_whose_figures_a_document_means(tmp_path: Path) -> None:
    (found,) = told(home(tmp_path, "Có {{ hs_truc_tuyen }}.", whose=""))
    assert found.code == "D210"
    assert "so_lieu_theo:" in found.hint


@pytest.mark.parametrize(("change", "code"), [
    (("sau_thang", "quy_4"), "D202"), (("cho_nam: 2026", "cho_nam: 2031"), "D202"), (("cchc_dinh_ky", "cchc_khac"), "D201"),
    (("xa_bao_cao_mau", "xa_khac"), "R103"),
])
def it_tells_of_a_regime_a_period_and_a_body_that_there_are_not_once(change: tuple[str, str], code: str, tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}, {{ hs_qua_han }}.", whose=WHOSE.replace(*change))
    assert {each.code for each in told(made)} == {code}


def it_lets_an_annex_speak_of_what_its_report_speaks_of(tmp_path: Path) -> None:
    made = home(tmp_path, "Theo [[pl]].", more="kem_theo: [pl]\n")
    report_of(made).with_name("pl.yaml").write_text(
        "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Hồ sơ\nmo_dau: Có {{ hs_truc_tuyen }}.\n", "utf-8")
    (bo,) = check(made, [report_of(made)]).sets
    assert [each.shown for van_ban in bo for each in inlines(van_ban) if isinstance(each, Figure)] == ["1.900 hồ sơ"]


def it_warns_of_an_estimate_that_is_printed_as_if_it_were_sure(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen.ubnd_xa_yen_thanh | so }} hồ sơ.")
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, "ước 12", 2)))
    assert shown(made) == ["12"]
    assert codes(made) == [("D209", "warning")]


def it_prints_the_sample_of_six_months() -> None:
    checked = check(Project(ROOT), [ROOT / "content/so_noi_vu_nghe_an/2026/bao_cao_sau_thang.yaml"])
    (bo,) = checked.sets
    words = [each.shown for each in inlines(bo.van_ban) if isinstance(each, Figure)]
    assert "73.182 hồ sơ" in words
    assert "đạt 99,29%" in words
    assert "ước đạt 926,5 triệu đồng" in words
    assert checked.findings == ()


def it_says_that_a_total_is_estimated_and_that_reports_are_missing(tmp_path: Path) -> None:
    made = without_yen_thanh(tmp_path, "Có {{ hs_truc_tuyen }}.")
    put(made, of("ubnd_xa_do_luong", figures=figures(2, "ước 100", 6)), "xa_do_luong")
    assert shown(made) == ["1.890 hồ sơ (ước) (6/7 đơn vị)"]


def it_waits_for_a_report_that_is_signed_after_the_document(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}.")
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, 10, 2)).replace("gia_tri:", "ngay_bao_cao: 30/6/2026\ngia_tri:"))
    assert shown(made) == ["1.890 hồ sơ (6/7 đơn vị)"]
    assert codes(made) == [("D211", "warning")]


def it_leaves_a_unit_out_of_what_follows_from_a_period_that_is_left_out(tmp_path: Path) -> None:
    own = "chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Số sai}]\n"
    assert shown(home(tmp_path, "Có {{ hs_truc_tuyen@quy_2 }}.", more=own)) == ["945 hồ sơ (6/7 đơn vị)"]


def it_names_who_says_otherwise_of_what_is_the_same_everywhere(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ tthc_cap_xa }}.")
    for number, ma in enumerate(COMMUNES):
        put(made, of(ma, figures=figures(*COMMUNES[ma]) + f"  tthc_cap_xa: {471 if number == 6 else 472}\n"), ma.removeprefix("ubnd_"))
    assert shown(made) == ["472 thủ tục"]
    (found,) = told(made)
    assert found.code == "D209"
    assert "UBND xã Yên Thành" in found.message


def it_leaves_the_members_of_a_group_out(tmp_path: Path) -> None:
    own = "chap_nhan_thieu: [{don_vi_thieu: [xa_bao_cao_mau], ly_do: Mất điện}]\n"
    assert shown(home(tmp_path, "Có {{ hs_truc_tuyen }}.", more=own)) == ["chưa báo cáo"]


def it_compares_what_merged_communes_report_with_all_that_they_took_over() -> None:
    """The sample of quý III of 2025, across 1/7: 1,155 files of four old communes in quý II, 1,432 of two new ones."""
    report = ROOT / "content/so_noi_vu_nghe_an/2025/bao_cao_xa_moi_quy_3.yaml"
    checked = check(Project(ROOT), [report])
    assert checked.findings == ()
    said = [each.shown for each in inlines(checked.sets[0].van_ban) if isinstance(each, Figure)]
    assert "tăng 277 hồ sơ so với quý II năm 2025" in said
    assert [words for words in said if words and words.startswith("tăng 1") or words == "tăng 277 hồ sơ"] == ["tăng 135 hồ sơ", "tăng 142 hồ sơ", "tăng 277 hồ sơ"]


# Where a unit stands among others


@pytest.mark.parametrize(("typed", "printed"), [
    ("ubnd_phuong_thanh_vinh", "1/7"), ("ubnd_xa_do_luong", "5/7"), ("ubnd_xa_yen_thanh", "7/7"),
])
def it_says_where_a_unit_stands_among_those_of_the_document(typed: str, printed: str, tmp_path: Path) -> None:
    made = home(tmp_path, f"Đứng thứ {{{{ ty_le_nop_truc_tuyen.{typed} | thu_hang }}}} đơn vị.")
    assert shown(made) == [printed]
    assert told(made) == []


def it_gives_units_with_one_printed_figure_one_place_and_follows_a_change(tmp_path: Path) -> None:
    made = home(tmp_path, "Thứ {{ hs_truc_tuyen.ubnd_xa_do_luong | thu_hang }}, {{ hs_truc_tuyen.ubnd_xa_hung_nguyen | thu_hang }}, "
                "{{ hs_truc_tuyen.ubnd_xa_yen_thanh | thu_hang }}.")
    assert shown(made) == ["5/7", "6/7", "7/7"]
    put(made, of("ubnd_xa_hung_nguyen", figures=figures(1, 100, 4)), "xa_hung_nguyen")
    assert shown(made) == ["5/7", "5/7", "7/7"]


def it_ranks_nobody_while_a_figure_of_one_cannot_be_read_or_is_missing_unsaid(tmp_path: Path) -> None:
    text = "Thứ {{ hs_truc_tuyen.ubnd_xa_do_luong | thu_hang }}."
    made = home(tmp_path / "a", text)
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, "1.204", 2)))
    assert shown(made) == ["[chưa tính được: UBND xã Yên Thành, content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml:8]"]
    lacking = without_yen_thanh(tmp_path / "b", text)
    assert shown(lacking) == ["5/6"]
    assert codes(lacking) == [("D211", "warning")]
    group = home(tmp_path / "c", "Thứ {{ hs_truc_tuyen | thu_hang }}.")
    assert codes(group) == [("D102", "error")]
