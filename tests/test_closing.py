"""Closing a period, what is changed after it, opening it anew."""

import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from tests.support.content import project
from tests.test_so_lieu import of, put, told
from vanban.errors import WrongUse
from vanban.findings import Finding
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import ChotSo, Ky, KyBaoCao, MoLai
from vanban.model.so_lieu import Reported
from vanban.model.value import State
from vanban.numerals import rounded
from vanban.pipeline.checking import check
from vanban.pipeline.closing import Asked, Closed, close, reopen
from vanban.pipeline.project import Project
from vanban.readers.reported_cell import parse_cell, typed_cell

Q2 = Ky("quy_2", 2026)
DAY = date(2026, 7, 10)
REGIME = "content/dung_chung/che_do_bao_cao.yaml"
RECORD = "content/dung_chung/chot/cchc_dinh_ky_2026_quy_2.json"
OTHER = "ubnd_xa_do_luong"
BOTH = "gia_tri:\n  hs_ky_truoc: 21\n  hs_truc_tuyen: 1204\n"


@pytest.fixture
def home(tmp_path: Path) -> Project:
    """Two communes have reported for quý II, which is open."""
    made = project(tmp_path)
    put(made, of(ky="quy_2", figures=BOTH), name="quy_2")
    put(made, of(OTHER, "quy_2", BOTH), "xa_do_luong", "quy_2")
    return made


def closed(home: Project, day: date = DAY, nguoi: str = "") -> Closed:
    return close(home, Asked("cchc_dinh_ky", Q2, day, nguoi))


def change(home: Project, old: str, new: str) -> None:
    path = home.content / "xa_yen_thanh/2026/so_lieu/quy_2.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def faults(home: Project) -> list[tuple[str, int, str]]:
    return [(found.code, found.line, found.message) for found in told(home) if found.code != "S194"]


def it_writes_the_day_into_the_regime_and_keeps_the_figures(home: Project) -> None:
    before = (home.root / REGIME).read_text("utf-8")
    done = closed(home, nguoi="Hồ Văn K")
    assert (done.findings, done.files, [str(path.relative_to(home.root)) for path in done.written]) == ((), 2, [RECORD, REGIME])
    assert (home.root / REGIME).read_text("utf-8") == before.replace(
        "den_ngay: 14/6/2026}", "den_ngay: 14/6/2026, chot_so: {ngay_chot: 10/7/2026, nguoi_chot: Hồ Văn K}}")
    assert (home.root / RECORD).read_text("utf-8") == (
        '{\n "content/xa_do_luong/2026/so_lieu/quy_2.yaml": {"gia_tri": {"hs_ky_truoc": "21", "hs_truc_tuyen": "1204"}, "dieu_chinh": {}},\n'
        ' "content/xa_yen_thanh/2026/so_lieu/quy_2.yaml": {"gia_tri": {"hs_ky_truoc": "21", "hs_truc_tuyen": "1204"}, "dieu_chinh": {}}\n}\n'
    )
    assert faults(home) == []


@pytest.mark.parametrize(("old", "new", "message"), [
    ("hs_ky_truoc: 21", "hs_ky_truoc: 22", "“Hồ sơ từ kỳ trước chuyển sang” lúc chốt là “21”, nay là “22”."),
    ("hs_ky_truoc: 21", "hs_ky_truoc: ước 21", "“Hồ sơ từ kỳ trước chuyển sang” lúc chốt là “21”, nay là “ước 21”."),
    ("hs_truc_tuyen: 1204", "hs_truc_tuyen: chưa có", "“Hồ sơ mới nộp trực tuyến” lúc chốt là “1204”, nay là “chưa có”."),
    ("  hs_ky_truoc: 21\n", "", "“Hồ sơ từ kỳ trước chuyển sang” lúc chốt là “21”, nay là “(không có)”."),
    ("hs_ky_truoc: 21", "hs_ky_truoc: 21\n  hs_qua_han: 0", "“Hồ sơ giải quyết quá hạn” lúc chốt là “(không có)”, nay là “0”."),
])
def it_tells_of_a_figure_that_was_changed_after_the_closing(home: Project, old: str, new: str, message: str) -> None:
    change(home, old, new)
    assert faults(home) == []
    change(home, new, old) if new else put(home, of(ky="quy_2", figures=BOTH), name="quy_2")
    closed(home)
    change(home, old, new)
    ((code, _, told_),) = faults(home)
    assert (code, told_) == ("D220", f"Kỳ quý II năm 2026 đã chốt ngày 10/7/2026 mà số liệu bị sửa: {message}")


def it_names_the_line_of_the_figure(home: Project) -> None:
    closed(home)
    change(home, "hs_truc_tuyen: 1204", "hs_truc_tuyen: 1205")
    ((_, line, _),) = faults(home)
    assert line == 8


def it_lets_pass_what_changes_no_figure_and_what_corrects_one(home: Project) -> None:
    closed(home)
    put(home, "# Đã soát\n" + of(ky="quy_2", figures=(
        "gia_tri:\n  hs_truc_tuyen: 1204\n\n  # Đầu kỳ\n  hs_ky_truoc: 21\nghi_chu:\n  hs_ky_truoc: Đất đai\n"
        "dieu_chinh:\n  - ngay_dieu_chinh: 20/7/2026\n    so_bao_cao: 5/BC-UBND\n    ly_do: Nhầm\n    gia_tri:\n      hs_ky_truoc: 22\n"
    )), name="quy_2")
    assert faults(home) == []


CORRECTED = BOTH + ("dieu_chinh:\n  - ngay_dieu_chinh: {day}\n    so_bao_cao: 5/BC-UBND\n    ly_do: Nhầm\n    gia_tri:\n      hs_ky_truoc: {now}\n")


def correct(home: Project, day: str, now: str) -> None:
    put(home, of(ky="quy_2", figures=CORRECTED.format(day=day, now=now)), name="quy_2")


@pytest.mark.parametrize(("before", "after", "words"), [
    (("08/7/2026", "22"), ("08/7/2026", "23"), "điều chỉnh ngày 8/7/2026 của “Hồ sơ từ kỳ trước chuyển sang” bị sửa: lúc chốt là “22”, nay là “23”."),
    (("08/7/2026", "22"), None, "điều chỉnh ngày 8/7/2026 của “Hồ sơ từ kỳ trước chuyển sang” bị sửa: lúc chốt là “22”, nay là “(không có)”."),
    (None, ("08/7/2026", "22"), "mà lúc chốt chưa có điều chỉnh ngày 8/7/2026 của “Hồ sơ từ kỳ trước chuyển sang”."),
    (None, ("10/7/2026", "22"), ""), (("10/7/2026", "22"), ("10/7/2026", "22"), ""),
    (("10/7/2026", "22"), ("10/7/2026", "23"), "điều chỉnh ngày 10/7/2026 của “Hồ sơ từ kỳ trước chuyển sang” bị sửa: lúc chốt là “22”, nay là “23”."),
    (("10/7/2026", "22"), None, "điều chỉnh ngày 10/7/2026 của “Hồ sơ từ kỳ trước chuyển sang” bị sửa: lúc chốt là “22”, nay là “(không có)”."),
    (("08/7/2026", "22"), ("12/7/2026", "22"), "điều chỉnh ngày 8/7/2026 của “Hồ sơ từ kỳ trước chuyển sang” bị sửa: lúc chốt là “22”, nay là “(không có)”."),
    (("08/7/2026", "22"), ("08/7/2026", "22"), ""), (None, ("12/7/2026", "22"), ""), (("12/7/2026", "22"), ("12/7/2026", "23"), ""),
])
def it_keeps_the_corrections_made_before_the_closing(
    home: Project, before: tuple[str, str] | None, after: tuple[str, str] | None, words: str
) -> None:
    """A later one is added and may be put right; one of before stands, and none is put there afterwards."""
    plain = of(ky="quy_2", figures=BOTH)
    correct(home, *before) if before else put(home, plain, name="quy_2")
    assert closed(home).findings == ()
    assert faults(home) == []
    correct(home, *after) if after else put(home, plain, name="quy_2")
    found = faults(home)
    assert [(code, words in told_) for code, _, told_ in found] == ([("D220", True)] if words else [])
    if after and words and after[0] != "12/7/2026":
        assert found[0][1] == 10


def it_takes_another_correction_of_the_day_of_the_closing_beside_the_one_that_was_kept(home: Project) -> None:
    """In the morning one, at noon the closing, in the afternoon the next one: nothing of before was touched."""
    correct(home, "10/7/2026", "22")
    closed(home)
    change(home, "      hs_ky_truoc: 22\n", "      hs_ky_truoc: 22\n  - ngay_dieu_chinh: 10/7/2026\n    so_bao_cao: 6/BC-UBND\n    ly_do: Nhầm nữa\n"
           "    gia_tri:\n      hs_ky_truoc: 23\n")
    assert faults(home) == []
    change(home, "hs_ky_truoc: 22\n", "hs_ky_truoc: 20\n")
    assert [code for code, _, _ in faults(home)] == ["D220"]


def it_says_nothing_of_corrections_that_an_old_record_did_not_keep(home: Project) -> None:
    closed(home)
    record = home.root / RECORD
    record.write_text(record.read_text("utf-8").replace('{"gia_tri": ', "").replace(', "dieu_chinh": {}}', ""), "utf-8")
    correct(home, "08/7/2026", "22")
    assert faults(home) == []
    change(home, "hs_truc_tuyen: 1204", "hs_truc_tuyen: 1205")
    assert [code for code, _, _ in faults(home)] == ["D220"]


def it_tells_of_a_first_report_that_comes_after_the_closing(home: Project) -> None:
    closed(home)
    put(home, of("ubnd_phuong_cua_lo", "quy_2", BOTH), "phuong_cua_lo", "quy_2")
    ((code, _, words),) = faults(home)
    assert (code, words) == ("D237", "Tệp này có số liệu sau khi kỳ quý II năm 2026 đã chốt ngày 10/7/2026, số đã chốt không có đơn vị này.")


def it_tells_of_a_period_that_is_closed_in_words_alone(home: Project) -> None:
    text = (home.root / REGIME).read_text("utf-8")
    (home.root / REGIME).write_text(text.replace("den_ngay: 14/6/2026}", "den_ngay: 14/6/2026, chot_so: {ngay_chot: 10/7/2026}}"), "utf-8")
    (found,) = check(home).findings
    assert (found.code, found.file, found.hint) == ("D236", REGIME, "Chạy: build.py close cchc_dinh_ky --ky quy_2 --nam 2026")
    assert "Kỳ quý II năm 2026" in found.message
    closed(home)
    assert check(home).findings == ()


BLANK = "gia_tri:\n  hs_ky_truoc:\n  hs_truc_tuyen:\n"
PROPOSED = "gia_tri:\n  hs_ky_truoc: 21\n  hs_truc_tuyen:\n"


@pytest.mark.parametrize("figures", [BLANK, PROPOSED])
def it_takes_a_file_without_a_figure_for_no_report(home: Project, figures: str) -> None:
    """A new one has at most the opening stocks that the machine has proposed."""
    put(home, of(OTHER, "quy_2", figures), "xa_do_luong", "quy_2")
    done = closed(home)
    assert (done.findings, done.files, "UBND xã Đô Lương" in done.missing) == ((), 1, True)
    assert "xa_do_luong" not in (home.root / RECORD).read_text("utf-8")
    assert faults(home) == []
    put(home, of(OTHER, "quy_2", BOTH), "xa_do_luong", "quy_2")
    assert [code for code, _, _ in faults(home)] == ["D237"]


def it_takes_what_an_old_record_kept_of_a_blank_file_for_no_report(home: Project) -> None:
    closed(home)
    record = json.loads((home.root / RECORD).read_text("utf-8"))
    (home.root / RECORD).write_text(json.dumps({file: {"gia_tri": {}, "dieu_chinh": {}} for file in record}), "utf-8")
    assert {code for code, _, _ in faults(home)} == {"D237"}


def it_names_those_who_have_not_reported(home: Project) -> None:
    missing = closed(home).missing
    assert len(missing) == 8
    assert "UBND phường Cửa Lò" in missing
    assert "UBND xã Yên Thành" not in missing


def it_tells_of_a_file_that_has_gone_and_of_a_record_that_cannot_be_read(home: Project) -> None:
    closed(home)
    shutil.rmtree(home.content / "xa_do_luong")
    from_record = {(found.code, found.file) for found in _all(home)}
    assert from_record == {("D220", RECORD)}
    for broken in ("{", "[]", '{"a": 1}', ""):
        (home.root / RECORD).write_text(broken, "utf-8")
        assert {(found.code, found.file) for found in _all(home)} == {("D221", RECORD)}


def _all(home: Project) -> list[Finding]:
    return [found for found in check(home).findings if found.code in ("D220", "D221")]


def it_closes_nothing_while_a_figure_cannot_be_read(home: Project) -> None:
    change(home, "hs_ky_truoc: 21", "hs_ky_truoc: 1.204")
    before = (home.root / REGIME).read_bytes()
    done = closed(home)
    assert ([found.code for found in done.findings], done.written) == (["D204"], ())
    assert (home.root / REGIME).read_bytes() == before
    assert not (home.root / RECORD).exists()


def it_opens_a_period_anew_and_closes_it_again(home: Project) -> None:
    closed(home)
    with pytest.raises(WrongUse, match="^kỳ này đã chốt ngày 10/7/2026; "):
        closed(home)
    reopen(home, Asked("cchc_dinh_ky", Q2, date(2026, 7, 12), "Hồ Văn K"), "Ba xã  gửi nhầm kỳ")
    assert "mo_lai: [{ngay_mo: 12/7/2026, nguoi_mo: Hồ Văn K, ly_do: Ba xã gửi nhầm kỳ}]" in (home.root / REGIME).read_text("utf-8")
    change(home, "hs_ky_truoc: 21", "hs_ky_truoc: 22")
    assert faults(home) == []
    with pytest.raises(WrongUse, match="^kỳ này đang mở"):
        reopen(home, Asked("cchc_dinh_ky", Q2, date(2026, 7, 12)), "Lần nữa")
    with pytest.raises(WrongUse, match="^kỳ này được mở lại ngày 12/7/2026; "):
        closed(home, date(2026, 7, 11))
    closed(home, date(2026, 7, 15))
    assert faults(home) == []
    reopen(home, Asked("cchc_dinh_ky", Q2, date(2026, 7, 20), "Hồ Văn K"), "Lần nữa")
    assert (home.root / REGIME).read_text("utf-8").count("ngay_mo") == 2


def it_opens_and_closes_a_period_on_one_day_as_often_as_that_is_needed(home: Project) -> None:
    for count in (1, 2, 3):
        closed(home)
        assert faults(home) == []
        change(home, f"hs_ky_truoc: {20 + count}", f"hs_ky_truoc: {21 + count}")
        assert [code for code, _, _ in faults(home)] == ["D220"]
        reopen(home, Asked("cchc_dinh_ky", Q2, DAY, "Hồ Văn K"), "Nhầm")
        assert faults(home) == []
    text = (home.root / REGIME).read_text("utf-8")
    assert (text.count("ngay_mo: 10/7/2026"), text.count("lan_thu: 3")) == (3, 1)


def it_says_what_it_does_not_open_and_close(home: Project) -> None:
    with pytest.raises(WrongUse, match="^sổ không có kỳ quy_9 năm 2026 của chế độ “cchc_dinh_ky”; hiện có: cchc_dinh_ky quy_1 2026, "):
        close(home, Asked("cchc_dinh_ky", Ky("quy_9", 2026), DAY))
    with pytest.raises(WrongUse, match="^kỳ này đang mở"):
        reopen(home, Asked("cchc_dinh_ky", Q2, DAY), "Nhầm")
    closed(home)
    with pytest.raises(WrongUse, match="ngày mở lại phải từ ngày đó$"):
        reopen(home, Asked("cchc_dinh_ky", Q2, date(2026, 7, 9)), "Nhầm")
    with pytest.raises(WrongUse, match="thiếu lý do$"):
        reopen(home, Asked("cchc_dinh_ky", Q2, DAY), " ")


def it_keeps_the_figures_of_a_period_that_was_closed_by_hand(home: Project) -> None:
    text = (home.root / REGIME).read_text("utf-8")
    (home.root / REGIME).write_text(text.replace("gom_ky: [quy_1, quy_2]\n", "gom_ky: [quy_1, quy_2]\n        chot_so: {ngay_chot: 20/6/2026}\n"), "utf-8")
    before = (home.root / REGIME).read_bytes()
    done = close(home, Asked("cchc_dinh_ky", Ky("sau_thang", 2026), DAY))
    assert [path.name for path in done.written] == ["cchc_dinh_ky_2026_sau_thang.json"]
    assert (home.root / REGIME).read_bytes() == before


@pytest.mark.parametrize(("closed_on", "opened_on", "is_closed"), [
    (None, (), False), (10, (), True), (10, (12,), False), (10, (10,), False), (15, (12,), True), (15, (12, 16), False),
])
def it_is_closed_when_it_was_not_opened_since(closed_on: int | None, opened_on: tuple[int, ...], is_closed: bool) -> None:
    chot = ChotSo(date(2026, 7, closed_on)) if closed_on else None
    period = KyBaoCao("quy_2", 2026, None, None, chot_so=chot, mo_lai=tuple(MoLai(date(2026, 7, day)) for day in opened_on))
    assert period.is_closed == is_closed


NUMBERS = st.decimals(0, 10**9, allow_nan=False, places=2).map(lambda number: rounded(Decimal(number), 2))
STATES: st.SearchStrategy[State] = st.sampled_from(["chinh_thuc", "uoc", "so_bo"])


@given(NUMBERS, STATES)
def it_types_a_number_as_it_is_read(number: Decimal, state: State) -> None:
    indicator = ChiTieu("a", "", "%", 2, tinh_chat="phat_sinh")
    assert parse_cell(typed_cell(Reported(number, state)), indicator, 2026) == Reported(number, state)


@pytest.mark.parametrize("words", ["không phát sinh", "chưa có", "không thuộc thẩm quyền"])
def it_types_words_as_they_are_read(words: str) -> None:
    assert typed_cell(parse_cell(words, ChiTieu("a", "", "", tinh_chat="phat_sinh"), 2026)) == words
    assert typed_cell(parse_cell("x", ChiTieu("a", "", "", tinh_chat="danh_dau"), 2026)) == "x"
    assert typed_cell(Reported(None, "khong_doc_duoc")) == "?"


def it_is_a_command(home: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(build, "ROOT", home.root)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    monkeypatch.chdir(home.root)

    def run(*words: str) -> tuple[int, str]:
        code = build.main(["close", "cchc_dinh_ky", "--ky", "quy_2", "--nam", "2026", *words])
        told = capsys.readouterr()
        return code, told.out + told.err

    assert run("--ngay", "10/7/2026") == (
        0, f"Đã chốt kỳ quý II năm 2026 với số liệu của 2 đơn vị. Đưa vào git:\n  {RECORD}\n  {REGIME}\n"
        "Còn 8 đơn vị chưa báo cáo kỳ này: Sở Nội vụ, Sở Tư pháp, Sở Tài chính, UBND phường Thành Vinh, UBND phường Trường Vinh, "
        "UBND phường Cửa Lò, UBND xã Diễn Châu, UBND xã Hưng Nguyên.\n")
    assert run("--ngay", "10/7/2026")[0] == 2
    assert run("--ngay", "11/7/2026", "--mo-lai", "Nhầm", "--nguoi", "Hồ Văn K") == (0, f"Đã mở lại kỳ quý II năm 2026 trong {REGIME}; sửa xong thì chốt lần nữa.\n")
    change(home, "hs_ky_truoc: 21", "hs_ky_truoc: 1.204")
    code, words = run("--ngay", "12/7/2026")
    assert (code, words.splitlines()[-1]) == (1, "Chưa chốt: sửa các lỗi trên rồi làm lại. Chưa tệp nào bị thay đổi.")


@pytest.mark.parametrize("nguoi", ["", "  "])
def it_refuses_a_name_that_is_blank(
    home: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], nguoi: str
) -> None:
    monkeypatch.setattr(build, "ROOT", home.root)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["close", "cchc_dinh_ky", "--ky", "quy_2", "--nam", "2026", "--nguoi", nguoi]) == 2
    assert "sau --nguoi còn thiếu họ và tên" in capsys.readouterr().err
    assert not (home.root / RECORD).exists()
