"""What a review says reads as a colleague tells it, in the words of the paper, and says enough to find the place."""

import re
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN
from tests.support.review_page import data, review_of
from tests.support.reviewing import compared
from tests.test_pictures import picture
from vanban.model.review import Review
from vanban.reviews import as_read, review_forms
from vanban.reviews._sentences import sentence

LIST = PLAN.replace("      Theo phân công.\n", "      1. Rà soát thủ tục.\n      1. Trụ sở rộng 40 m^2^, cách 1.200 m.\n      1. Công khai kết quả.\n")
CHAPTERS = """\
loai_van_ban: quy_che
ma: kh
trich_yeu: Làm việc
de_muc:
  - tieu_de: Quy định chung
    de_muc:
      - tieu_de: Phạm vi
        noi_dung: Quy chế này quy định cách làm việc.
      - tieu_de: Phí, lệ phí
        noi_dung: Mức thu được niêm yết tại quầy của từng xã.
  - tieu_de: Phản ánh, kiến nghị, | kiểm tra và đánh giá
    de_muc:
      - tieu_de: Kiểm tra
        noi_dung: Việc kiểm tra được tiến hành hằng năm.
"""
FEE = "      - tieu_de: Phí, lệ phí\n        noi_dung: Mức thu được niêm yết tại quầy của từng xã.\n"
TABLE = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Phân công
bang_bieu:
  - ma: viec
    danh_so_cot: true
    cot:
      - {ma: so_thu_tu, tieu_de: STT}
      - {ma: ten, tieu_de: Việc}
      - {ma: han, tieu_de: Thời hạn}
      - {ma: noi, tieu_de: Cơ quan}
    hang:
      - {ten: Rà soát thủ tục, han: Quý I, noi: Sở Nội vụ}
      - {ten: Công khai kết quả, han: Quý II, noi: Sở Tài chính}
      - {ten: Tập huấn cán bộ, han: Quý III, noi: Sở Tư pháp}
"""
WITH_ANNEX = PLAN.replace("de_muc:", "kem_theo:\n  - pl\nde_muc:").replace("Theo phân công.", "Theo phân công tại [[pl]].")


def told(folder: Path, old: str, new: str, decision: tuple[str, str] = (DECISION, DECISION),
         registers: tuple[tuple[str, str, str], ...] = ()) -> Review:
    sides = [{"qd": one, "kh": other} for one, other in zip(decision, (old, new), strict=True)]
    return review_of(as_read(compared(folder, *sides, registers)))


def of_annex(folder: Path, old: str, new: str) -> Review:
    return review_of(as_read(compared(folder, *({"qd": DECISION, "kh": WITH_ANNEX, "pl": each} for each in (old, new)))))


def sentences(review: Review) -> list[str]:
    return [sentence(change) for change in review.comparison.changes]


def text(review: Review) -> str:
    return review_forms()["text"].told(review, False)


# Pictures


def it_says_that_another_picture_stands_there(tmp_path: Path) -> None:
    shown = PLAN + "    hinh:\n      - {ma: so_do, tep: so_do.png, mo_ta: Năm ô nối nhau, tieu_de: Các bước}\n"
    sides = []
    for name, size in (("old", (300, 150)), ("new", (300, 180))):
        home = tmp_path / name / "content/nghe_an/2025"
        home.mkdir(parents=True)
        (home / "so_do.png").write_bytes(picture(*size))
        sides.append({"qd": DECISION, "kh": shown})
    review = review_of(as_read(compared(tmp_path, *sides)))
    assert sentences(review) == ["Thay Hình 1 bằng hình khác"]
    for form in ("text", "md"):
        assert "Năm ô nối nhau" not in review_forms()[form].told(review, False)
    assert "[-(hình cũ)-]{+(hình mới)+}" in text(review)
    blocks = [block for doc in data(review)["documents"] for part in doc["parts"] for block in part["blocks"]]
    assert [block["words"] for block in blocks if block["kind"] == "picture"] == [[["-", "(hình cũ)"], ["+", "(hình mới)"]]]


def it_says_nothing_of_a_picture_whose_caption_alone_changed(tmp_path: Path) -> None:
    sides = []
    for name, title in (("old", "Các bước"), ("new", "Năm bước")):
        home = tmp_path / name / "content/nghe_an/2025"
        home.mkdir(parents=True)
        (home / "so_do.png").write_bytes(picture(300, 150))
        sides.append({"qd": DECISION,
                      "kh": PLAN + f"    hinh:\n      - {{ma: so_do, tep: so_do.png, mo_ta: Năm ô, tieu_de: {title}}}\n"})
    assert sentences(review_of(as_read(compared(tmp_path, *sides)))) == ["Sửa Hình 1"]


# Registers


def it_says_where_the_words_of_a_register_stand_and_which_they_are(tmp_path: Path) -> None:
    title = "cải cách hành chính nhà nước giai đoạn 2021 - 2030"
    review = told(tmp_path, PLAN, PLAN, registers=(("can_cu", f"Chương trình tổng thể {title}", f"Chương trình {title}"),))
    (change,) = [each for each in review.comparison.changes if each.old and each.old.lines]
    assert sentence(change) == "Sổ căn cứ đổi trích yếu, căn cứ, dòng 1"
    assert "nq_76_2021" not in text(review) + review_forms()["md"].told(review, False)
    assert re.search(r"\[- ?tổng thể ?-\]", text(review))


def it_calls_a_body_by_its_names(tmp_path: Path) -> None:
    new = "tên: Sở Nội vụ"
    plan = PLAN.replace("Theo phân công.", "Giao [[so_noi_vu_nghe_an]] theo dõi.")
    review = told(tmp_path, plan, plan, registers=(("co_quan", "ten_goi: Sở Nội vụ tỉnh Nghệ An", "ten_goi: Sở Nội vụ, Lao động tỉnh Nghệ An"),))
    assert new not in text(review)
    assert any("“Sở Nội vụ tỉnh Nghệ An” nay là “Sở Nội vụ, Lao động tỉnh Nghệ An” (sổ cơ quan), " in said
               for said in sentences(review))
    assert not any("so_noi_vu" in said or "tên dòng" in said for said in sentences(review))


# Moved


def it_says_what_moved_and_both_of_its_places(tmp_path: Path) -> None:
    moved = CHAPTERS.replace(FEE, "") + FEE
    review = told(tmp_path, CHAPTERS, moved)
    assert "Chuyển “Phí, lệ phí”: từ Điều 2 Chương I đến Điều 3 Chương II" in sentences(review)


def it_says_what_row_what_column_what_recipient_moved(tmp_path: Path) -> None:
    rows = TABLE.split("      - {ten: ")
    swapped = "      - {ten: ".join([rows[0], rows[2], rows[1], rows[3]])
    (said,) = sentences(of_annex(tmp_path / "hang", TABLE, swapped))
    assert said in ("Chuyển “Công khai kết quả”: từ hàng 2 đến hàng 1, bảng", "Chuyển “Rà soát thủ tục”: từ hàng 1 đến hàng 2, bảng")
    head, other = "      - {ma: han, tieu_de: Thời hạn}\n", "      - {ma: noi, tieu_de: Cơ quan}\n"
    said = sentences(of_annex(tmp_path / "cot", TABLE, TABLE.replace(head + other, other + head)))[0]
    assert said in ("Chuyển “Thời hạn”: từ cột thứ 3 đến cột thứ 4, bảng", "Chuyển “Cơ quan”: từ cột thứ 4 đến cột thứ 3, bảng")
    three = DECISION.replace("  - Bộ Nội vụ\n", "  - Bộ Nội vụ\n  - Bộ Tài chính\n  - Bộ Tư pháp\n")
    (said,) = sentences(told(tmp_path / "nhan", PLAN, PLAN, (three, three.replace(
        "  - Bộ Nội vụ\n  - Bộ Tài chính\n", "  - Bộ Tài chính\n  - Bộ Nội vụ\n"))))
    assert said.startswith("Chuyển “Bộ ")
    assert " đến nơi nhận, dòng " in said


# Letters


def it_prints_no_break_of_a_title_in_any_form(tmp_path: Path) -> None:
    review = told(tmp_path, CHAPTERS, CHAPTERS.replace("nghị, | kiểm tra và đánh giá", "nghị | và kiểm tra"))
    assert "Phản ánh, kiến nghị" in text(review)
    for name, form in review_forms().items():
        said = form.told(review, False)
        assert "| kiểm" not in said.replace("\\", "")
        assert "| và" not in said.replace("\\", ""), name
    assert "nghị |" not in str(data(review)["documents"])


def it_reads_raised_figures_as_they_stand(tmp_path: Path) -> None:
    said = text(told(tmp_path, LIST, LIST.replace("1.200 m.", "1.300 m.")))
    assert "40 m²" in said
    assert "40 m2" not in said


def it_replaces_names_and_acts_whole(tmp_path: Path) -> None:
    other = DECISION.replace("nguyen_van_a", "tran_van_b").replace("nq_76_2021", "qd_5158_2021")
    said = text(told(tmp_path, PLAN, PLAN, (DECISION, other)))
    assert "Nguyễn Văn A" in said
    assert "Trần Văn B" in said
    assert "{+Căn cứ Quyết định số 5158/QĐ-UBND" in said
    assert "[-Căn cứ Nghị quyết số 76/NQ-CP" in said


# Small things


def it_calls_an_annex_by_number_and_name_and_counts_no_columns(tmp_path: Path) -> None:
    added = TABLE.replace("      - {ma: noi,", "      - {ma: ghi, tieu_de: Ghi chú, de_trong: true}\n      - {ma: noi,")
    review = of_annex(tmp_path, TABLE, added)
    (document,) = review.comparison
    assert document.title.casefold() in ("phụ lục. phân công", "phụ lục phân công")
    assert "{+Ghi chú+}" in text(review)


def it_says_which_look_is_another_one(tmp_path: Path) -> None:
    bold = sentences(told(tmp_path / "dam", LIST, LIST.replace("Công khai kết quả", "**Công khai** kết quả")))
    assert bold == ["Đổi kiểu chữ ở khoản 3 Mục I: chữ đứng → chữ đậm một phần"]


@pytest.mark.parametrize("form", ["text", "md"])
def it_prints_a_sentence_with_two_figures_once(tmp_path: Path, form: str) -> None:
    plan = PLAN.replace("de_muc:", "muc_tieu:\n  - {chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 95}\n"
                        "  - {chi_tieu: hai_long_tthc, so_sanh: tren, gia_tri: 87}\nde_muc:")
    plan = plan.replace("Theo phân công.", "Đạt {{ muc_tieu.ty_le_dung_han }}, riêng lúa đạt {{ muc_tieu.hai_long_tthc }}.")
    review = told(tmp_path, plan, plan.replace("gia_tri: 95", "gia_tri: 97").replace("gia_tri: 87", "gia_tri: 88"))
    assert len(review.comparison.changes) == 2
    assert review_forms()[form].told(review, False).count("riêng lúa") == 1


def it_draws_a_column_that_moved_in_both_of_its_places_and_no_row_twice(tmp_path: Path) -> None:
    head, other = "      - {ma: han, tieu_de: Thời hạn}\n", "      - {ma: noi, tieu_de: Cơ quan}\n"
    drawn = data(of_annex(tmp_path, TABLE, TABLE.replace(head + other, other + head)))
    (document,) = (doc for doc in drawn["documents"] if doc["tables"])
    (table,) = document["tables"]
    rows = [block for part in document["parts"] for block in part["blocks"] if block["kind"] == "row"]
    assert len(rows) == 5  # its heads, their numbers, three rows
    assert [state for _, state in table["columns"]].count("") == 3
    assert sorted(state for _, state in table["columns"] if state) == ["+", "-"]
    for row in rows:
        columns = [cell[0] for cell in row["cells"]]
        assert columns == [*dict.fromkeys(columns)], "two cells in one place"
        assert len(columns) == 5
