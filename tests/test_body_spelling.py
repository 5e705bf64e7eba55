"""The name of a body as a newcomer types it at `new`, in abbreviations or in capitals: written out, and told."""

from pathlib import Path

import pytest

from tests.support.copies import copy_project
from vanban.body_names import Spelled, id_of, spelled
from vanban.pipeline.checking import check
from vanban.pipeline.starting import Asked, new

CERTAIN = {
    "UBND xã Tân Kỳ": "Ủy ban nhân dân xã Tân Kỳ", "ubnd xã tân kỳ": "Ủy ban nhân dân xã Tân Kỳ",
    "UBND XÃ TÂN KỲ": "Ủy ban nhân dân xã Tân Kỳ", "UBND  xã Tân Kỳ ": "Ủy ban nhân dân xã Tân Kỳ",
    "ỦY BAN NHÂN DÂN TỈNH THANH HÓA": "Ủy ban nhân dân tỉnh Thanh Hóa",
    "Uỷ Ban Nhân Dân tỉnh Thanh Hóa": "Ủy ban nhân dân tỉnh Thanh Hóa",
    "ỦY BAN NHÂN DÂN xã Tân Kỳ": "Ủy ban nhân dân xã Tân Kỳ", "HĐND phường 5": "Hội đồng nhân dân phường 5",
    "UBND TP. Vinh": "Ủy ban nhân dân thành phố Vinh", "TỈNH ỦY NGHỆ AN": "Tỉnh ủy Nghệ An",
    "Trường THCS Lê Lợi": "Trường Trung học cơ sở Lê Lợi", "Sở GD&ĐT tỉnh Nghệ An": "Sở Giáo dục và Đào tạo tỉnh Nghệ An",
    "BCĐ chuyển đổi số": "Ban Chỉ đạo chuyển đổi số",
}
AS_TYPED = ["Sở Nội vụ tỉnh Nghệ An", "Phòng Kinh tế xã Hoằng Hóa", "Công ty Cấp nước", "Đảng ủy xã Hoằng Hóa",
            "Trường Mầm non Hoa Mai", "Thường trực Hội đồng nhân dân xã Tân Kỳ", "Ban Tổ chức Tỉnh ủy Thanh Hóa"]
ASKED = {"TRƯỜNG THCS LÊ LỢI": "Trường Trung học cơ sở Lê Lợi", "CÔNG TY CẤP NƯỚC": "Công Ty Cấp Nước"}


@pytest.mark.parametrize(("typed", "written"), [*CERTAIN.items(), *((name, name) for name in AS_TYPED)])
def it_writes_a_name_out(typed: str, written: str) -> None:
    assert spelled(typed) == Spelled(written)
    assert spelled(written) == Spelled(written)


@pytest.mark.parametrize(("typed", "written"), ASKED.items())
def it_is_not_certain_of_capitals_that_nothing_shows(typed: str, written: str) -> None:
    assert spelled(typed) == Spelled(written, is_certain=False)


@pytest.mark.parametrize("typed", [*CERTAIN, *AS_TYPED, *ASKED])
def it_makes_the_entry_of_the_whole_name_and_tells_of_it(typed: str, tmp_path: Path) -> None:
    made = copy_project(tmp_path, samples=False)
    started = new(made, Asked("bao_cao", "don_vi_thu", "2027", ten=typed))
    written = spelled(typed)
    if " ".join(typed.split()) != written.name:
        assert written.name in started.told[0]
    text = "".join(path.read_text("utf-8") for path in started.written)
    if f"ma: {id_of(written.name)}" in text:  # else the registers have it
        asked = "" if written.is_certain else "{XEM LẠI: "
        assert f"ten_goi: {asked}{written.name}" in text.replace('"', "")
    assert not [found for found in check(made).findings if found.level == "error"]
