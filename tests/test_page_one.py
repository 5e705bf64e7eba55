"""Page 1 of a document with footnotes: it begins as high as any other, and what stands at its foot stays legible."""

from collections.abc import Mapping

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.pages import Page, read_pages, split_documents
from vanban.pipeline.reporting import report
from vanban.units import Mm, Pt
from vanban.writers.to_pdf import is_ready

pytestmark = [
    pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine"),
    pytest.mark.xdist_group("page_one"),  # set once, by one worker
]

LETTER = """\
loai_van_ban: cong_van
ma: {ma}
co_quan: so_noi_vu_nghe_an
don_vi_soan_thao: CCHC
in_dia_chi: true
ngay_du_kien: 15/7/2025
trich_yeu: Đôn đốc báo cáo
kinh_gui: [Sở Tài chính]
mo_dau: |
  Đến nay còn 12 cơ quan chưa gửi báo cáo{marks}, chi tiết tại [[{ma}_pl]].
{notes}{lines}
noi_nhan: [Như trên]
luu: VT, CCHC
nguoi_ky: pham_van_d
kem_theo: [{ma}_pl]
"""
ANNEX = """\
loai_van_ban: phu_luc
ma: {ma}_pl
trich_yeu: Danh sách cơ quan chưa gửi
mo_dau: |
  Mười hai cơ quan.
"""
LONG = "Theo phần mềm theo dõi nhiệm vụ của Ủy ban nhân dân tỉnh, tính đến hết ngày làm việc trước ngày ký. " * 3


def _letter(ma: str, notes: int, lines: int) -> dict[str, str]:
    marks = "".join(f"[^n{number}]" for number in range(notes))
    text = LETTER.format(
        ma=ma, marks=marks, notes="".join(f"  [^n{number}]: {LONG}\n" for number in range(notes)),
        lines="".join(f"  Đoạn {number} có đủ hai dòng chữ để lấp đầy trang thứ nhất, và đến dòng thứ hai thì hết.\n"
                      for number in range(lines)),
    )
    return {ma: text, f"{ma}_pl": ANNEX.format(ma=ma)}


LETTERS = {"khong_chu_thich": (0, 0), "mot_chu_thich": (1, 0), "nhieu_chu_thich": (5, 0), "day_trang": (3, 30)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Page]]:
    """The pages of each set, by the name of its file."""
    folder = tmp_path_factory.mktemp("page_one")
    with_note = DECISION.replace("[[kh]].", "[[kh]][^o_dieu].\n      [^o_dieu]: Thay kế hoạch cũ.")
    files = {"qd": DECISION, "kh": PLAN, "qd_co": with_note.replace("ma: qd", "ma: qd_co").replace("[[kh]]", "[[kh_co]]")
             .replace("- kh\n", "- kh_co\n").replace('"2228"', '"2229"'), "kh_co": PLAN.replace("ma: kh", "ma: kh_co")}
    for name, (notes, lines) in LETTERS.items():
        files |= _letter(name, notes, lines)
    made = report(project(folder, **files), [], ["docx", "pdf"], folder / "out")
    assert made.failures == []
    return {path.stem: read_pages(path) for path in made.written if path.suffix == ".pdf"}


@pytest.mark.parametrize(("without", "having"), [("qd", "qd_co"), ("khong_chu_thich", "mot_chu_thich")])
def it_begins_each_document_as_high_with_footnotes_as_without(
    built: Mapping[str, list[Page]], without: str, having: str
) -> None:
    heads = [[document[0].lines()[:4] for document in split_documents(built[name])] for name in (without, having)]
    assert len(heads[0]) == len(heads[1]) == 2
    for plain, noted in zip(*heads, strict=True):
        assert [line.text for line in plain][:2] == [line.text for line in noted][:2]
        assert all(abs(one.baseline - other.baseline) < Mm(0.1) for one, other in zip(plain, noted, strict=True))


@pytest.mark.parametrize("name", LETTERS)
def it_keeps_the_address_apart_from_footnotes_and_text(built: Mapping[str, list[Page]], name: str) -> None:
    first, *others = built[name]
    notes, _ = LETTERS[name]
    address = [line for line in first.lines("Artifact") if "Ví Dụ" in line.text or "Điện thoại" in line.text]
    assert len(address) == 2
    assert not [line for page in others for line in page.lines() if "Điện thoại" in line.text]
    noted = first.lines("VB_ChuThich")
    assert bool(noted) == bool(notes)
    (rule,) = {stroke for stroke in first.strokes() if stroke[1] == stroke[3] and stroke[2] - stroke[0] > Mm(160)}
    above = [line for line in first.lines() if line not in address]
    assert above[-1].baseline < rule[1] - Pt(5)
    assert address[0].baseline > rule[1] + Pt(8)
