"""Titles that are too wide for their place: where they break, by themselves and on the page."""

from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.content import DECISION, PLAN, project
from tests.support.wordml import style_of, text_of
from vanban.metrics import text_width
from vanban.pipeline.checking import check
from vanban.pipeline.reporting import docx
from vanban.title_lines import title_breaks, whole_end, whole_words
from vanban.units import Length, Mm, Pt
from vanban.wordml.elements import Element, W, parse
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.parts import DOCUMENT

PAGE, CELL = Mm(165), Mm(65)


def _bold(text: str) -> Length:
    return text_width(text, Pt(14), bold=True)


def _lines(text: str, room: Length = PAGE) -> list[str]:
    return [text[start + 1:end] for start, end in pairwise([-1, *title_breaks(text, room, _bold), len(text)])]


@pytest.mark.parametrize(("text", "lines"), [
    ("Ban hành Kế hoạch cải cách hành chính nhà nước năm 2025", 1),
    ("Ban hành Kế hoạch cải cách hành chính nhà nước tỉnh Nghệ An năm 2025 và những năm tiếp theo", 2),
    ("DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC TỈNH NGHỆ AN NĂM 2025 VÀ PHÂN CÔNG CÁC SỞ, BAN, NGÀNH", 2),
    ("Phê duyệt Đề án đẩy mạnh cải cách hành chính, nâng cao hiệu lực, hiệu quả hoạt động của chính quyền các cấp "
     "tỉnh Hà Tĩnh giai đoạn 2022 - 2025, định hướng đến năm 2030", 3),
])
def it_takes_as_few_lines_as_hold_it_and_makes_them_equal(text: str, lines: int) -> None:
    found = _lines(text)
    widths = [_bold(line) for line in found]
    assert len(found) == lines
    assert max(widths) <= PAGE
    assert min(widths) > 0.7 * max(widths)


@pytest.mark.parametrize(("text", "room", "lines"), [
    ("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", CELL, ["ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN"]),
    ("Kết luận của Chủ tịch Ủy ban nhân dân tại cuộc họp đánh giá cải cách hành chính quý III", PAGE,
     ["Kết luận của Chủ tịch Ủy ban nhân dân", "tại cuộc họp đánh giá cải cách hành chính quý III"]),
    ("V/v đôn đốc chấm điểm Chỉ số cải cách hành chính", CELL, ["V/v đôn đốc chấm điểm", "Chỉ số cải cách hành chính"]),
    ("Kiện toàn Ban Chỉ đạo Cải cách hành chính tỉnh", Mm(80), ["Kiện toàn Ban Chỉ đạo", "Cải cách hành chính tỉnh"]),
    ("CHUYỂN VIỆC CỦA SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH", Mm(120),
     ["CHUYỂN VIỆC CỦA SỞ", "NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH"]),
    ("TM. BAN THƯỜNG TRỰC", Mm(48), ["TM. BAN", "THƯỜNG TRỰC"]),
    ("TM. BAN THƯỜNG TRỰC ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH NGHỆ AN", Mm(51),
     ["TM. BAN", "THƯỜNG TRỰC", "ỦY BAN MẶT TRẬN", "TỔ QUỐC VIỆT NAM", "TỈNH NGHỆ AN"]),
    ("T/M BAN THƯỜNG VỤ", Mm(44), ["T/M BAN", "THƯỜNG VỤ"]),
    ("KT. TRƯỞNG BAN TUYÊN GIÁO", Mm(55), ["KT. TRƯỞNG BAN", "TUYÊN GIÁO"]),
    ("Kết quả phiên họp tháng 11 năm 2025 của tỉnh", Mm(70), ["Kết quả phiên họp", "tháng 11 năm 2025 của tỉnh"]),
])
def it_breaks_before_words_that_join_and_in_no_word_or_name(text: str, room: Length, lines: list[str]) -> None:
    assert _lines(text, room) == lines


@pytest.mark.parametrize("text", [
    "Cải cách hành chính", "Nghệ An", "giai đoạn 2021 - 2025", "Ủy ban nhân dân", "Bà Rịa - Vũng Tàu", "năm 2025",
])
def it_leaves_alone_what_has_no_place_to_break(text: str) -> None:
    assert title_breaks(text, Mm(20), _bold) == []


WORDS = st.lists(st.sampled_from(
    ["cải", "cách", "hành", "chính", "nhà", "nước", "tỉnh", "Nghệ", "An", "năm", "2025", "-", "2030,", "và", "của", "Ban", "Chỉ", "đạo", "giai", "đoạn", "(CCHC)", "Sở", "Nội", "vụ"]
), min_size=1, max_size=40)


@given(WORDS)
def it_never_leaves_a_line_too_wide_nor_a_word_torn(words: list[str]) -> None:
    text = " ".join(words)
    lines = _lines(text)
    assert " ".join(lines) == text
    if len(lines) > 1:
        assert all(_bold(line) <= PAGE for line in lines)
        for line, below in pairwise(lines):
            assert f"{line.split()[-1]} {below.split()[0]}".lower() not in ("cải cách", "hành chính", "nhà nước", "nội vụ")
            assert not below.startswith("-")


# Titles of many fields, the words of two syllables in them marked.
MARKED = [
    "Ban_hành Danh_mục hồ_sơ, tài_liệu nộp_lưu vào Lưu_trữ lịch_sử của các cơ_quan kết_thúc hoạt_động khi sắp_xếp đơn_vị hành_chính",
    "Kế_hoạch kiểm_định, bảo_trì và nâng_cấp hồ_chứa nước, đê_điều trước mùa bão_lũ để giảm thiệt hại do sạt_lở, ngập lụt",
    "Về việc bàn_giao, tiếp_quản trụ_sở và thanh_lý vật_tư hư hỏng của các đơn_vị sự_nghiệp giải_thể trên địa_bàn tỉnh",
    "Quy_định mức thu học_phí, miễn giảm lệ_phí tuyển_sinh và hỗ_trợ học_bổng cho học_viên khuyết_tật, mồ_côi",
    "Phê_duyệt phương_án bồi_thường, tái_định cư và thu_hồi thửa_đất để mở_rộng đường_sắt qua thị_trấn",
    "Tổ_chức tuần_tra, phòng_cháy, chữa_cháy rừng và xử_lý hành_vi buôn_lậu lâm_sản tại khu_vực biên_giới",
    "Kết_quả tiêm_chủng, kiểm_dịch gia_súc, gia_cầm và giám_sát ngộ_độc thực_phẩm tại các chợ, siêu_thị",
    "Chương_trình khuyến_công, quảng_cáo thương_hiệu làng_nghề thủ_công và xuất_khẩu sản_phẩm mỹ_nghệ",
    "Thông_báo lịch tiếp_xúc cử_tri, chất_vấn và lấy_phiếu tín_nhiệm đại_biểu tại phiên_họp bế_mạc",
    "Xét_tặng huân_chương, bằng_khen cho cựu_chiến binh, thương_binh, gia_đình liệt_sĩ có thành_tích hiến_máu tình_nguyện",
    "Khởi_công, khánh_thành công_trình chiếu_sáng, thoát_nước, vỉa_hè và công_viên cây_xanh trong khu đô_thị",
    "Quy_chế bảo_mật, chia_sẻ số_liệu và tích_hợp máy_chủ, đường_truyền của cơ_quan báo_chí, xuất_bản, thư_viện",
    "Đề_án luân_chuyển, biệt_phái, miễn_nhiệm và nghỉ_hưu đối_với giảng_viên, điều_dưỡng, kiểm_lâm, thanh_tra",
    "Hướng_dẫn khai_sinh, kết_hôn, tạm_trú, hộ_chiếu và định_danh điện_tử cho công_dân vùng_sâu, vùng_xa, hải_đảo",
    "Công_tác phục_chế, tu_bổ di_sản, bảo_tàng và biểu_diễn nghệ_thuật dân_gian nhân dịp kỷ_niệm, tưởng_niệm",
    "Tăng_cường tiết_kiệm điện_năng, phát_triển năng_lượng tái_tạo, giảm khí_thải và thích_ứng biến_đổi khí_hậu",
]


@pytest.mark.parametrize("marked", MARKED)
@pytest.mark.parametrize("capitals", [False, True])
def it_breaks_titles_of_all_fields_in_no_word(marked: str, capitals: bool) -> None:
    marked = marked.upper() if capitals else marked
    for room in range(80, 171, 5):
        lines = _lines(marked.replace("_", " "), Mm(room))
        ends = list(accumulate(len(line) + 1 for line in lines))[:-1]
        torn = [marked[max(0, end - 12):end + 8] for end in ends if marked[end - 1] == "_"]
        assert torn == [], room


LONG = "Tiếp nhận, giải quyết thủ tục hành chính tại Trung tâm Phục vụ hành chính công các xã, phường tỉnh Nghệ An"


def it_breaks_titles_of_documents_and_of_parts_and_leaves_those_broken_by_hand(tmp_path: Path) -> None:
    plan = PLAN.replace("trich_yeu: Cải cách hành chính năm 2025", f"trich_yeu: {LONG}\ndanh_so: Phần thứ nhất / I. / 1.")
    plan = plan.replace("tieu_de: Nhiệm vụ", f"tieu_de: {LONG}")
    decision = DECISION.replace("trich_yeu: Ban hành Kế hoạch", "trich_yeu: Ban hành | Kế hoạch")
    home = project(tmp_path, qd=decision, kh=plan)
    checked = check(home)
    (bo,) = checked.sound
    root = parse(DOCUMENT, read_parts(docx(home, checked, bo), OF_DOCUMENTS)[DOCUMENT])
    titles = [_text(each) for each in root.iter(f"{W}p") if style_of(each) in ("VB_TrichYeu", "VB_PhanTieuDe")]
    assert titles[0] == "Ban hành\nKế hoạch"
    assert [each.replace("\n", " ") for each in titles[1:]] == [LONG, LONG.upper()]
    assert [each.count("\n") for each in titles[1:]] == [1, 1]


@pytest.mark.parametrize(("text", "words", "end"), [
    ("đội ngũ cán bộ, công chức, viên chức", "đội_ngũ cán_bộ, công_chức, viên_chức", "đội ngũ cán bộ, công chức, viên_chức"),
    ("Cải cách hành chính (CCHC)", "Cải_cách hành_chính (CCHC)", "Cải cách hành chính_(CCHC)"),
    ("Chủ tịch Ủy ban nhân dân xã", "Chủ_tịch Ủy_ban_nhân_dân xã", "Chủ tịch Ủy ban nhân dân_xã"),
    ("Giai đoạn 2016 - 2021", "Giai_đoạn 2016 - 2021", "Giai đoạn 2016 - 2021"),
    ("Biểu", "Biểu", "Biểu"),
])
def it_holds_the_words_of_heads_and_the_end_of_headings(text: str, words: str, end: str) -> None:
    assert [each.replace("\N{NO-BREAK SPACE}", "_") for each in (whole_words(text), whole_end(text))] == [words, end]


def _text(paragraph: Element) -> str:
    return text_of(paragraph).replace("\N{NO-BREAK SPACE}", " ")


# What names of schools, hospitals and other bodies are made of: none of it breaks where the name can break elsewhere.
KINDS = ["Trung học cơ sở", "Trung học phổ thông", "Tiểu học", "Mầm non", "Tiểu học và Trung học cơ sở",
         "Trung học cơ sở và Trung học phổ thông", "Phổ thông dân tộc nội trú Trung học cơ sở",
         "Phổ thông dân tộc bán trú Tiểu học", "Trung học phổ thông chuyên"]
CALLED = ["Lê Lợi", "Quỳnh Lưu", "Phan Bội Châu", "Nguyễn Thị Minh Khai", "Hoa Sen", "Huỳnh Thúc Kháng"]
BEHIND = ["", " xã Yên Thành", " phường Vinh Hưng"]
WHOLE = ["trung học cơ sở", "trung học phổ thông", "tiểu học", "mầm non", "dân tộc nội trú", "dân tộc bán trú"]


@pytest.mark.parametrize("room", [CELL, Mm(70)], ids=str)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("called", CALLED)
def it_breaks_the_name_of_a_school_in_no_kind_and_in_no_proper_name(called: str, kind: str, room: Length) -> None:
    for behind in BEHIND:
        name = f"Trường {kind} {called}{behind}".upper()
        lines = "\n".join(_lines_of_head(name, room)).lower()
        assert lines.replace("\n", " ") == name.lower()
        for whole in (*WHOLE, called.lower(), behind.strip().lower()):
            assert lines.count(whole) == name.lower().count(whole), lines


@pytest.mark.parametrize(("name", "lines"), [
    ("Trường Trung học cơ sở Lê Lợi", ["TRƯỜNG", "TRUNG HỌC CƠ SỞ LÊ LỢI"]),
    ("Bệnh viện Sản Nhi Nghệ An", ["BỆNH VIỆN", "SẢN NHI NGHỆ AN"]),
    ("Trường Đại học Sư phạm Kỹ thuật Vinh", ["TRƯỜNG ĐẠI HỌC", "SƯ PHẠM KỸ THUẬT VINH"]),
    ("Trung tâm Kiểm soát bệnh tật tỉnh Nghệ An", ["TRUNG TÂM KIỂM SOÁT", "BỆNH TẬT TỈNH NGHỆ AN"]),
    ("Đài Phát thanh - Truyền hình tỉnh Nghệ An", ["ĐÀI PHÁT THANH -", "TRUYỀN HÌNH", "TỈNH NGHỆ AN"]),
    ("Hội Liên hiệp Phụ nữ xã Yên Thành", ["HỘI LIÊN HIỆP PHỤ NỮ", "XÃ YÊN THÀNH"]),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Yên Thành",
     ["ĐOÀN THANH NIÊN", "CỘNG SẢN HỒ CHÍ MINH", "XÃ YÊN THÀNH"]),
    ("Sở Giáo dục và Đào tạo tỉnh Nghệ An", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TỈNH NGHỆ AN"]),
])
def it_breaks_names_of_bodies_between_their_parts(name: str, lines: list[str]) -> None:
    assert _lines_of_head(name.upper(), CELL) == lines


def _lines_of_head(text: str, room: Length) -> list[str]:
    """At the size of the header."""
    breaks = title_breaks(text, room, lambda words: text_width(words, Pt(13), bold=True))
    return [text[start + 1:end] for start, end in pairwise([-1, *breaks, len(text)])]
