"""To whom a task of a superior's plan is given, by an id or in words, as an officer types them."""

from datetime import date

import pytest

from vanban.model.registers import CoQuan, Registers
from vanban.plan.addressed import meant
from vanban.plan.context import Carrying
from vanban.years.mention import Turn

BODIES = (
    CoQuan("xa", "Ủy ban nhân dân xã Yên Thành", ten_ngan="UBND xã Yên Thành", ky_hieu="UBND"),
    CoQuan("xa_khac", "Ủy ban nhân dân xã Vân Du", ky_hieu="UBND"),
    CoQuan("phuong", "Ủy ban nhân dân phường Vinh Hưng", ky_hieu="UBND"),
    CoQuan("so", "Sở Nội vụ tỉnh Nghệ An", ten_ngan="Sở Nội vụ", ky_hieu="SNV"),
    CoQuan("cap_xa", "Ủy ban nhân dân các xã, phường"), CoQuan("thi_xa", "Ủy ban nhân dân các huyện, thành phố, thị xã"),
    CoQuan("lien_quan", "các cơ quan, đơn vị có liên quan"), CoQuan("so_nganh", "các sở, ban, ngành cấp tỉnh"),
)


def of(body: str) -> Carrying:
    registers = Registers({"co_quan": {each.ma: each for each in BODIES}, "nhom_co_quan": {}})
    return Carrying(Turn(2025, 2026, date(2025, 7, 15)), date(2025, 12, 31), registers, body)


GIVEN = (
    "xa", "cap_xa", "Ủy ban nhân dân các xã, phường", "UBND các xã, phường", "ubnd các xã, phường", "UBND CÁC XÃ, PHƯỜNG",
    "Uỷ ban nhân dân các xã, phường", "Các xã", "các xã", "Ủy ban nhân dân các xã", "UBND các xã", "Các xã, phường",
    "UBND cấp xã", "Ủy ban nhân dân cấp huyện, cấp xã", "UBND các xã, phường, đặc khu", "UBND các phường, xã", "UBND xã, phường",
    "Chủ tịch Ủy ban nhân dân các xã, phường", "UBND các xã, phường trên địa bàn tỉnh", "Các xã, phường trong toàn tỉnh",
    "Các sở, ban, ngành; UBND các xã, phường", "Các sở, ban, ngành cấp tỉnh, UBND các xã, phường",
    "Sở Nội vụ và Ủy ban nhân dân các xã", "Các sở, ngành, xã, phường", "Tất cả các xã", "Ủy ban nhân dân xã Yên Thành",
    "UBND xã Yên Thành", "UBND XÃ YÊN THÀNH", "UBND các xã Vân Du, Yên Thành",
)
OTHER = (
    "so", "so_nganh", "thi_xa", "xa_khac", "khong_co", "Sở Nội vụ", "Các sở, ban, ngành", "UBND xã Vân Du", "Công an tỉnh",
    "UBND các xã Vân Du, Quỳnh Anh", "UBND các huyện, thành phố, thị xã", "Văn phòng UBND tỉnh", "Các hội, đoàn thể",
)
UNKNOWN = ("lien_quan", "Các địa phương", "Chính quyền địa phương", "Các cơ quan, đơn vị", "các ngành, các cấp", "UBND các phường")
LIKELY = ("UBND các xã vùng núi", "Các xã được chọn thí điểm")


@pytest.mark.parametrize(("typed", "expected"), [
    *((each, "given") for each in GIVEN), *((each, "other") for each in OTHER), *((each, "unknown") for each in UNKNOWN),
    *((each, "likely") for each in LIKELY)])
def it_knows_whether_a_commune_is_meant(typed: str, expected: str) -> None:
    assert meant(typed, of("xa")) == expected


@pytest.mark.parametrize(("typed", "expected"), [
    ("UBND các xã, phường", "given"), ("UBND cấp xã", "given"), ("Các xã", "unknown"), ("UBND các phường", "given")])
def it_knows_whether_a_ward_is_meant(typed: str, expected: str) -> None:
    assert meant(typed, of("phuong")) == expected


@pytest.mark.parametrize("typed", ["UBND các xã, phường", "Các sở, ban, ngành"])
def it_never_decides_by_a_group_for_what_is_no_commune(typed: str) -> None:
    assert meant(typed, of("so")) == "unknown"
