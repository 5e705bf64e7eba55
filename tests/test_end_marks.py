"""The end mark "./." wherever hands type it: printed once, at the end, never by half, and told elsewhere."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked, project
from vanban.findings import Finding
from vanban.pipeline import tidying

LETTER = """\
loai_van_ban: cong_van
ma: cv
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: đôn đốc báo cáo
don_vi_soan_thao: CCHC
kinh_gui:
  - Sở Nội vụ
  - Sở Tư pháp
mo_dau: |
  Đề nghị báo cáo.

  Hạn cuối là ngày 30/7/2025.
noi_nhan:
  - Như trên
  - Bộ Nội vụ
luu: VT
nguoi_ky: nguyen_van_a
"""
MARKED = [("can_cu", "- Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"), ("kinh_gui", "- Sở Nội vụ"), ("kinh_gui", "- Sở Tư pháp"),
          ("noi_nhan", "- Bộ Nội vụ"), ("luu", "luu: VT"), ("mo_dau", "Đề nghị báo cáo")]
WITH_BASIS = LETTER.replace("kinh_gui:", "can_cu:\n  - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025\nkinh_gui:")


def told(folder: Path, text: str) -> list[Finding]:
    return [each for each in checked(folder, cv=text).findings if each.code != "R115"]


@pytest.mark.parametrize("mark", ["./.", " ./.", "/.", "./.;", "./. "])
@pytest.mark.parametrize(("key", "words"), MARKED)
def it_tells_of_an_end_mark_in_a_line_and_takes_it_away(key: str, words: str, mark: str, tmp_path: Path) -> None:
    text = WITH_BASIS.replace(f"{words}." if key == "mo_dau" else words, f"{words}{mark}", 1)
    (found,) = told(tmp_path, text)
    assert (found.code, key in found.path) == ("F146", True)
    if not mark.endswith((";", " ")):
        assert found.fix
        tidying.tidy(project(tmp_path, cv=text))
        assert "/." not in (tmp_path / "content/nghe_an/2025/cv.yaml").read_text("utf-8")


@pytest.mark.parametrize("mark", ["./.", "/.", " ./."])
def it_prints_no_half_of_an_end_mark_in_a_zone(mark: str, tmp_path: Path) -> None:
    for key, words in MARKED[:-1]:
        zones = checked(tmp_path, cv=WITH_BASIS.replace(words, f"{words}{mark}", 1)).sets[0].zones
        assert zones
        lines = [line.text for zone in (zones.can_cu, zones.kinh_gui, zones.noi_nhan) for line in zone.lines]
        assert [line for line in lines if "/" in line] == [], key


@pytest.mark.parametrize("typed", ["NVT", "NVT.", "NVT,", "NVT;", "NVT ."])
def it_ends_who_drafted_with_one_full_stop(typed: str, tmp_path: Path) -> None:
    zones = checked(tmp_path, cv=f"{LETTER}nguoi_soan_thao: {typed}\nso_ban_phat_hanh: 155\n").sets[0].zones
    assert zones
    assert zones.noi_nhan.lines[-1].text == "- Lưu: VT. NVT.(155)"


@pytest.mark.parametrize(("right", "typed", "code"), [
    ("30/7/2025.", "30/7/2025./.", []), ("30/7/2025.", "30/7/2025 ./.", []), ("báo cáo.", "báo cáo tại https://a.vn/.", []),
    ("báo cáo.", "báo cáo, ghi “hết./.”.", []), ("báo cáo.", "báo cáo./. Và gửi về Sở.", ["F146"]), ("- Bộ Nội vụ", "- Bộ Nội vụ./. (để biết)", ["F146"]),
    ("- Bộ Nội vụ", "- Bộ Nội vụ (km/h)", []),
])
def it_knows_the_end_of_the_text_and_what_is_no_mark(right: str, typed: str, code: list[str], tmp_path: Path) -> None:
    assert [each.code for each in told(tmp_path, LETTER.replace(right, typed, 1))] == code


def it_accepts_the_mark_at_the_end_of_each_document_of_a_set(tmp_path: Path) -> None:
    decision = DECISION.replace("này [[kh]].", "này [[kh]]./.")
    assert checked(tmp_path, qd=decision, kh=PLAN.replace("phân công.", "phân công./.")).findings == ()
    heading = PLAN.replace("tieu_de: Nhiệm vụ", "tieu_de: Nhiệm vụ./.")
    assert [each.code for each in checked(tmp_path, qd=decision, kh=heading).findings] == ["F146"]
