"""A unit's file of figures: every way to type one, every fault at its place; nothing is guessed and nothing is 0."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from tests.support.content import project
from vanban.findings import Finding
from vanban.model.indicators import ChiTieu, GioiHan, ThangDo
from vanban.model.reporting import Ky
from vanban.model.so_lieu import Reported, SoLieu
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.readers.figure_files import FigureFiles
from vanban.readers.reported_cell import parse_cell

_T = TypeVar("_T")
HEAD = """loai_du_lieu: so_lieu
co_quan: {co_quan}
che_do_bao_cao: cchc_dinh_ky
ky_bao_cao: {ky}
cho_nam: 2026
"""
FIGURES = "gia_tri:\n  hs_ky_truoc: 21\n  hs_truc_tuyen: 1204\n"
HO_SO = ChiTieu("hs", "Hồ sơ mới", "hồ sơ", tinh_chat="phat_sinh")
KINH_PHI = ChiTieu("kp", "Kinh phí", "triệu đồng", 1, tinh_chat="phat_sinh")
TY_LE = ChiTieu("tl", "Tỷ lệ", "%", 2, tinh_chat="thoi_diem", gioi_han=GioiHan(Decimal(0), Decimal(100)))
HANG = ChiTieu("h", "Thứ hạng", "bậc", tinh_chat="thu_hang", thang_do=(ThangDo(63, den_nam=2024), ThangDo(34, tu_nam=2025)))
DAU = ChiTieu("d", "Cuộc thi", "cuộc", tinh_chat="danh_dau")


def put(home: Project, text: str, unit: str = "xa_yen_thanh", name: str = "sau_thang", year: str = "2026") -> Path:
    path = home.content / unit / year / "so_lieu" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def told(home: Project, *targets: Path) -> list[Finding]:
    return [found for found in check(home, targets).findings if "/so_lieu/" in found.file]


def of(co_quan: str = "ubnd_xa_yen_thanh", ky: str = "sau_thang", figures: str = FIGURES) -> str:
    return HEAD.format(co_quan=co_quan, ky=ky) + figures


def read(home: Project, ky: str = "sau_thang") -> tuple[SoLieu, ...]:
    return check(home).content.figures.of("cchc_dinh_ky", Ky(ky, 2026))


@pytest.mark.parametrize(("chi_tieu", "typed", "number", "state"), [
    (HO_SO, "1204", "1204", "chinh_thuc"), (HO_SO, "0", "0", "chinh_thuc"), (HO_SO, "ước 1204", "1204", "uoc"),
    (HO_SO, "Ước  1204", "1204", "uoc"), (HO_SO, "sơ bộ 12", "12", "so_bo"), (KINH_PHI, "150,5", "150.5", "chinh_thuc"),
    (KINH_PHI, "ước 150,5", "150.5", "uoc"), (HO_SO, "không phát sinh", None, "khong_phat_sinh"),
    (HO_SO, "Không phát sinh", None, "khong_phat_sinh"), (HO_SO, "chưa có", None, "chua_co"),
    (HO_SO, "không thuộc thẩm quyền", None, "khong_thuoc_tham_quyen"), (TY_LE, "100", "100", "chinh_thuc"),
    (HANG, "34", "34", "chinh_thuc"), (KINH_PHI, "150,50", "150.50", "chinh_thuc"),
])
def it_reads_a_figure(chi_tieu: ChiTieu, typed: str, number: str | None, state: str) -> None:
    assert parse_cell(typed, chi_tieu, 2026) == Reported(None if number is None else Decimal(number), state)  # type: ignore[arg-type]


def it_reads_a_sign_as_a_sign() -> None:
    assert parse_cell("x", DAU, 2026) == Reported(None, sign="x")
    assert parse_cell("0", DAU, 2026) == Reported(None, sign="0")


@pytest.mark.parametrize(("chi_tieu", "typed", "words"), [
    (HO_SO, "1.204", "dấu phân cách hàng nghìn; viết 1204"), (HO_SO, "1,204", "viết 1204"), (KINH_PHI, "1.204", "có thể hiểu là 1204 hoặc 1,204"), (HO_SO, "98.5", "phần thập phân sau dấu phẩy"),
    (HO_SO, "12,5", "chỉ tiêu này là số nguyên"), (KINH_PHI, "150,55", "có 2 số lẻ mà sổ khai chỉ tiêu này in 1; ghi 1 số lẻ"), (TY_LE, "ước 98,6371", "khai so_le: 4"), (HO_SO, "-3", "nhỏ hơn 0"), (TY_LE, "100,01", "lớn hơn 100"),
    (TY_LE, "98,5%", "có kèm đơn vị tính; chỉ ghi 98,5"), (HO_SO, "12 hồ sơ", "chỉ ghi 12"), (HO_SO, "-", "ghi “không phát sinh” nếu đúng"),
    (HO_SO, "KPS", "ghi “không phát sinh” nếu đúng"), (HO_SO, "khoảng 12", "“khoảng 12” không phải là số"), (HO_SO, "nhiều", "không phải là số liệu; ghi con số"),
    (HO_SO, "x", "không phải là số liệu"), (HO_SO, "ước", "không phải là số liệu"), (HO_SO, "ước không phát sinh", "không phải là số liệu"),
    (HO_SO, "1" + "0" * 40, "dài quá 24 chữ số"), (HO_SO, "1e5", "không phải là số"), (HO_SO, "٣", "không phải là số"),
    (HO_SO, "129O", "“129O”"), (HO_SO, "1295,5", "“1295,5” có số lẻ"), (HO_SO, "ước -1295", "“-1295” nhỏ hơn"), (HO_SO, "12 Hồ sơ", "“12 Hồ sơ” có kèm"),
    (HANG, "35", "hạng 35 không có trên 34"), (HANG, "0", "hạng 0 không có"), (DAU, "5", "chỉ tiêu này ghi x (có) hoặc 0 (không)"),
])
def it_refuses_what_is_no_figure_of_that_indicator_with_a_way_out(chi_tieu: ChiTieu, typed: str, words: str) -> None:
    with pytest.raises(ValueError, match="; ") as refused:
        parse_cell(typed, chi_tieu, 2026)
    assert words in str(refused.value)


def it_takes_the_ranks_of_a_year_from_the_scale_of_that_year() -> None:
    assert parse_cell("60", HANG, 2024).number == 60


def it_says_that_a_blank_was_forgotten_behind_the_colon_of_an_indicator(tmp_path: Path) -> None:
    home = project(tmp_path)
    (found,) = told(home, put(home, of(figures="gia_tri:\n  hs_ky_truoc: 21\n  th_hs_dung_han:1295\n  hs_truc_tuyen: 5\n")))
    assert (found.code, found.line) == ("S101", 8)
    assert "Thiếu dấu cách sau dấu hai chấm của “th_hs_dung_han:”" in found.message


def it_knows_what_each_unit_has_reported_for_a_period(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of())
    put(home, of("so_noi_vu_nghe_an"), "so_noi_vu")
    put(home, of("so_noi_vu_nghe_an", "quy_1"), "so_noi_vu", "quy_1")
    assert [(each.co_quan, each.gia_tri["hs_truc_tuyen"].number) for each in read(home)] == [
        ("so_noi_vu_nghe_an", 1204), ("ubnd_xa_yen_thanh", 1204)]
    assert [each.co_quan for each in read(home, "quy_1")] == ["so_noi_vu_nghe_an"]
    assert told(home) == []


def it_leaves_out_what_is_blank_and_keeps_what_was_refused_as_not_read(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(figures="gia_tri:\n  hs_ky_truoc:\n  hs_truc_tuyen: 1.204\n"))
    ((only,), (found,)) = read(home), told(home)
    assert {ma: each.state for ma, each in only.gia_tri.items()} == {"hs_truc_tuyen": "khong_doc_duoc"}
    assert (found.code, found.line, found.column) == ("D204", 8, 18)
    assert "Hồ sơ mới nộp trực tuyến" in found.message


@pytest.mark.parametrize(("figures", "code", "line", "words"), [
    ("gia_tri: {hs_ky_truoc: 98,63}\n", "D207", 6, "dấu phẩy của số lẻ"),
    ("gia_tri:\n  hs_ky_truoccc: 5\n", "D205", 7, "Có phải “hs_ky_truoc”?"),
    ("gia_tri:\n  hs_tiep_nhan: 5\n", "D205", 7, "do máy tính"),
    ("gia_tri:\n  ty_le_ky_so: 5\n", "D205", 7, "chưa khai tinh_chat"),
    ("gia_tri:\n  hs_ky_truoc: [1]\n", "S203", 7, ""),
    ("gia_tri:\n  - hs_ky_truoc: 1\n", "S203", 7, ""),
    ("gia_tri:\n  hs_ky_truoc: 1\n  hs_ky_truoc: 2\n", "S104", 8, ""),
])
def it_tells_of_each_fault_at_its_line(figures: str, code: str, line: int, words: str, tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(figures=figures))
    found = next(each for each in told(home) if each.code == code)
    assert found.line == line
    assert words in f"{found.message} {found.hint}"


def it_tells_of_a_body_a_regime_a_period_that_there_are_not(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of("ubnd_xa_yen_than").replace("cchc_dinh_ky", "cchc_dinh_kyy"))
    assert [(found.code, found.line) for found in told(home)] == [("R103", 2), ("D201", 3)]


@pytest.mark.parametrize(("name", "year", "unit"), [("quy_1", "2026", "xa_yen_thanh"), ("sau_thang", "2025", "xa_yen_thanh")])
def it_tells_of_a_file_where_nobody_would_look_for_it(name: str, year: str, unit: str, tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(), unit, name, year)
    (found,) = told(home)
    assert found.code == "D203"
    assert "content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml" in found.hint
    assert read(home) == ()


def it_finds_the_file_of_a_second_regime_beside_the_first(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(), name="sau_thang_cchc")
    assert len(read(home)) == 1
    assert told(home) == []


def it_believes_neither_of_two_files_of_one_unit(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of())
    put(home, of(), "xa_khac")
    (found,) = told(home)
    assert (found.code, found.file) == ("D203", "content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml")
    assert "content/xa_khac/2026/so_lieu/sau_thang.yaml" in found.message
    (only,) = read(home)
    assert {each.state for each in only.gia_tri.values()} == {"khong_doc_duoc"}


def it_tells_of_a_document_among_the_figures(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, "loai_van_ban: bao_cao\nma: bc\n")
    assert "D203" in [found.code for found in told(home)]


def it_reads_only_the_files_of_the_period_that_is_asked_for(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of())
    put(home, ": not yaml", name="quy_1")
    known, read = check(home, [home.content / "dung_chung"]).content.figures, list[str]()

    def guard(file: str, work: Callable[[], _T]) -> _T | None:
        read.append(file)
        return work()

    assert len(FigureFiles(known.library, known.registers, guard).of("cchc_dinh_ky", Ky("sau_thang", 2026))) == 1
    assert [name.rpartition("/")[2] for name in read] == ["sau_thang.yaml"]


def it_keeps_corrections_apart_from_what_they_correct(tmp_path: Path) -> None:
    home = project(tmp_path)
    correction = "dieu_chinh:\n  - {ngay_dieu_chinh: 12/8/2026, ly_do: Nhập thiếu, gia_tri: {hs_truc_tuyen: 1300}}\n"
    block = "dieu_chinh:\n  - ngay_dieu_chinh: 12/8/2026\n    ly_do: Nhập thiếu\n    gia_tri:\n      hs_truc_tuyen: 1300\n"
    put(home, of(figures=FIGURES + block))
    (only,) = read(home)
    assert only.gia_tri["hs_truc_tuyen"].number == 1204
    (one,) = only.dieu_chinh
    assert (one.gia_tri["hs_truc_tuyen"].number, one.line) == (1300, 10)
    put(home, of(figures=FIGURES + correction))
    assert [found.code for found in told(home)] == ["D207"]


@pytest.mark.parametrize(("entry", "words"), [
    ("  - {ma: tl, ten_goi: A, don_vi_tinh: '%', tinh_chat: tinh, cong_thuc: 100 * hs_truoc_hann / hs_da_giai_quyet}", "hs_truoc_hann"),
    ("  - {ma: tl, ten_goi: A, don_vi_tinh: '%', tinh_chat: tinh, cong_thuc: 100 * (hs_truoc_han}", "không đọc được"),
    ("  - {ma: tl, ten_goi: A, don_vi_tinh: '%', tinh_chat: tinh}", "công thức"),
    ("  - {ma: tl, ten_goi: A, don_vi_tinh: '%', tinh_chat: tinh, cong_thuc: tl + hs_truoc_han}", "vòng"),
    ("  - {ma: tl, ten_goi: A, don_vi_tinh: hồ sơ, tinh_chat: thoi_diem, cong_don: binh_quan, che_do_bao_cao: [cchc_dinh_ky]}", "trọng số"),
    ("quan_he_chi_tieu:\n  - {ma: tl, dang_thuc: hs_truoc_han = hs_dung_hann}", "Có phải “hs_dung_han”?"),
    ("quan_he_chi_tieu:\n  - {ma: tl, dang_thuc: hs_truoc_han + 1}", "không đọc được"),
])
def it_tells_of_a_formula_or_a_relation_that_cannot_be_worked_with(entry: str, words: str, tmp_path: Path) -> None:
    home = project(tmp_path)
    more = entry if entry.startswith("quan_he") else f"chi_tieu:\n{entry}"
    own = f"loai_du_lieu: chi_tieu\n{more}\n" + ("" if "chi_tieu:\n  - {ma: tl, ten" in more else
                                                 "chi_tieu: [{ma: khac_ca, ten_goi: A, don_vi_tinh: '%'}]\n")
    (home.content / "dung_chung/them.yaml").write_text(own, "utf-8")
    found = [each for each in check(home).findings if each.file.endswith("them.yaml")]
    assert [each.code for each in found] == ["D215"]
    assert words.casefold() in f"{found[0].message} {found[0].hint}".casefold()


def it_tells_of_figures_that_nobody_asked_of_a_unit(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(figures=FIGURES + "  co_quan_kiem_tra: 5\n"))
    (found,) = told(home)
    assert (found.code, found.line) == ("D206", 9)
    put(home, of())
    put(home, of("so_y_te_nghe_an"), "so_y_te")
    (found,) = told(home)
    assert (found.code, found.line, found.column) == ("D206", 2, 10)
    assert "không phải là đơn vị báo cáo" in found.message


def it_tells_of_a_period_that_the_regime_does_not_have(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(ky="quy_4"), name="quy_4")
    (found,) = told(home)
    assert (found.code, found.line) == ("D202", 4)
    assert "sau_thang 2026" in found.hint


def it_tells_of_a_correction_that_nobody_asked_of_a_unit(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(figures=FIGURES + "dieu_chinh:\n  - ngay_dieu_chinh: 12/8/2026\n    ly_do: A\n    gia_tri:\n      co_quan_kiem_tra: 7\n"))
    assert [found.code for found in told(home)] == ["D206"]
