"""Who reports, and what a body of today was before: dated members, bodies under a body, mergers."""

from datetime import date

import pytest

from tests.support.figures import SIX, body, regime, registers, roll_up, so_lieu, whole
from vanban.facts.predecessors import Predecessors
from vanban.facts.reporters import Reporters, Scope
from vanban.model.registers import CoQuan
from vanban.model.reporting import Ky, NhomCoQuan
from vanban.model.validity import HieuLuc

OLD, LAST, NEW = date(2025, 6, 14), date(2025, 6, 30), date(2025, 7, 1)
SIX_BEFORE, NINE_BEFORE = Ky("sau_thang", 2025), Ky("chin_thang", 2025)
BODIES = (
    CoQuan("huyen", "", truc_thuoc="tinh", cap_co_quan="huyen", hieu_luc=HieuLuc(None, LAST)), body("a", "huyen", last=LAST),
    body("b", "huyen", last=LAST), body("c", "tinh"), body("ab", "tinh", NEW, whole=("a", "b")), body("xa_khac", "tinh_khac"),
)
GROUPS = (
    NhomCoQuan("xa_trong_tinh", "", cap_co_quan="xa", truc_thuoc="tinh"), NhomCoQuan("hai", "", ("c", "xa_trong_tinh", "khong_co")),
    NhomCoQuan("vong", "", ("vong_2", "c")), NhomCoQuan("vong_2", "", ("vong", "ab")),
    NhomCoQuan("cu", "", ("a", "c"), hieu_luc=HieuLuc(None, LAST)),
)


@pytest.mark.parametrize(("ma", "day", "members"), [
    ("xa_trong_tinh", OLD, "a b c"), ("xa_trong_tinh", LAST, "a b c"), ("xa_trong_tinh", NEW, "c ab"), ("hai", NEW, "c ab"),
    ("vong", NEW, "c ab"), ("vong_2", OLD, "c"), ("cu", OLD, "a c"), ("cu", NEW, ""), ("ab", OLD, ""), ("ab", NEW, "ab"),
    ("khong_co", NEW, ""), ("tinh", OLD, "tinh"), ("cac_xa", NEW, "c ab xa_khac"),
])
def it_knows_the_members_of_a_day(ma: str, day: date, members: str) -> None:
    assert Reporters(registers(BODIES, groups=GROUPS)).members(ma, day) == tuple(members.split())


@pytest.mark.parametrize(("ma", "day", "through"), [
    ("tinh", OLD, "tinh huyen a b c"), ("tinh", NEW, "tinh c ab"), ("huyen", OLD, "huyen a b"), ("huyen", NEW, ""), ("c", NEW, "c"),
    ("xa_trong_tinh", NEW, "c ab"), ("khong_co", NEW, ""),
])
def it_knows_who_reports_through_a_body(ma: str, day: date, through: str) -> None:
    assert Reporters(registers(BODIES, groups=GROUPS)).through(ma, day) == tuple(through.split())


def it_ends_where_bodies_stand_under_each_other() -> None:
    known = Reporters(registers([body("a", "b"), body("b", "a"), body("c", "c")]))
    assert known.through("a", NEW) == ("a", "b")
    assert known.through("c", NEW) == ("c",)


def it_asks_those_who_exist_on_the_last_day() -> None:
    files = [so_lieu(ma, ky, {"moi": number}) for ma, ky, number in (
        ("a", SIX_BEFORE, "1"), ("b", SIX_BEFORE, "2"), ("c", SIX_BEFORE, "4"), ("a", NINE_BEFORE, "100"), ("c", NINE_BEFORE, "8"),
        ("ab", NINE_BEFORE, "16"))]
    rolled = roll_up(files, registers(BODIES))
    before, after = whole(rolled, "moi", SIX_BEFORE), whole(rolled, "moi", NINE_BEFORE)
    assert (before.amount.number, before.reporters) == (7, ("a", "b", "c"))
    assert (after.amount.number, after.reporters) == (24, ("c", "ab"))


MERGED = Scope("ab")


def base(files: dict[str, str], *bodies: CoQuan, of: Scope = MERGED, ma: str = "moi") -> str:
    """What `ma` of a body is compared with in the six months before the mergers."""
    written = [so_lieu(unit, SIX_BEFORE, {"moi": cell, "hang": cell, "dung_han": cell, "xong": cell}) for unit, cell in files.items()]
    found = roll_up(written, registers(bodies or BODIES)).base(ma, of, SIX_BEFORE)
    return "none" if found is None else found.amount.state if found.amount.number is None else f"{found.amount.printed}"


def it_compares_a_merged_commune_with_all_that_it_was() -> None:
    assert base({"a": "1", "b": "2"}) == "3"
    assert base({"a": "1", "b": "2"}, ma="ty_le") == "100.00"
    assert base({"a": "1", "b": "không phát sinh"}) == "1"
    assert base({"a": "1"}) == base({"a": "1", "b": "chưa có"}) == base({}) == "none"
    assert base({"a": "1", "b": "?"}) == "khong_doc_duoc"
    assert base({"a": "1", "b": "2"}, ma="hang") == "none"


def it_has_no_base_where_a_part_was_taken_over() -> None:
    bodies = (body("a", last=LAST), body("b", last=LAST), body("ab", first=NEW, whole=("a",), part=("b",)))
    assert base({"a": "1", "b": "2"}, *bodies) == "none"


def it_has_no_base_where_two_say_that_they_took_over_the_whole() -> None:
    bodies = (body("a", last=LAST), body("ab", first=NEW, whole=("a",)), body("ac", first=NEW, whole=("a",)))
    assert base({"a": "1"}, *bodies) == "none"


def it_goes_back_as_far_as_needed() -> None:
    between = date(2025, 7, 9)
    bodies = (body("a", last=LAST), body("b", last=LAST), body("c", last=between), body("ab1", first=NEW, last=between, whole=("a", "b")),
              body("ab", first=date(2025, 7, 10), whole=("ab1", "c")))
    assert base({"a": "1", "b": "2", "c": "4"}, *bodies) == "7"
    known = Predecessors({each.ma: each for each in bodies})
    assert known.on("ab1", LAST) == ("a", "b")
    assert (known.on("ab", NEW), known.on("ab", OLD), known.on("ab", date(2026, 1, 1))) == (("ab1", "c"), ("a", "b", "c"), ("ab",))


def it_adds_those_that_a_body_which_stayed_took_over_later() -> None:
    bodies = (body("ab"), body("a", last=LAST), body("cu", last=date(2020, 1, 1)), body("ab2", whole=("ab",)))
    stayed = (body("ab", whole=("a", "cu")), *bodies[1:3])
    assert base({"ab": "5", "a": "1", "cu": "100"}, *stayed) == "6"
    assert base({"ab": "5", "a": "1"}, *bodies) == "5"


def it_takes_what_a_new_body_has_declared() -> None:
    bodies = (body("b", last=LAST), body("ab", first=NEW, part=("b",)))
    assert base({"b": "2", "ab": "9"}, *bodies) == "9"
    assert base({"b": "2", "ab": "9"}, *bodies, of=Scope("tinh")) == "2"


def it_compares_a_province_with_all_who_reported_through_it() -> None:
    assert base({"a": "1", "b": "2", "c": "4"}, of=Scope("tinh")) == "7"
    assert base({"a": "1", "c": "4"}, of=Scope("tinh")) == "5"
    merged = (CoQuan("tinh_cu", "", cap_co_quan="tinh", hieu_luc=HieuLuc(None, LAST)), body("a", "tinh_cu", last=LAST), body("c", "tinh_moi"),
              body("d", "tinh_moi", NEW), body("tinh_moi", "", whole=("tinh_cu",)))
    assert base({"a": "1", "c": "4"}, *merged, of=Scope("tinh_moi")) == "none"
    level = (*merged[:-1], CoQuan("tinh_moi", "", cap_co_quan="tinh", tiep_nhan_tu=merged[-1].tiep_nhan_tu))
    assert base({"a": "1", "c": "4"}, *level, of=Scope("tinh_moi")) == "5"


def it_compares_a_group_with_what_each_of_it_was() -> None:
    files = [so_lieu(ma, SIX_BEFORE, {"moi": cell}) for ma, cell in (("a", "1"), ("b", "2"), ("c", "4"), ("xa_khac", "8"))]
    rolled = roll_up(files, registers(BODIES, groups=[*GROUPS, NhomCoQuan("ab_c", "", ("ab", "c"))]))
    assert [found.amount.number if (found := rolled.base("moi", Scope(group), SIX_BEFORE)) else None for group in ("ab_c", "xa_trong_tinh", "vong")] == [7, 7, 7]


def it_knows_nobody_of_a_period_that_is_not_there() -> None:
    rolled = roll_up([], registers(BODIES))
    assert rolled.base("moi", Scope("ab"), Ky("nam", 1999)) is None
    assert whole(rolled, "moi", Ky("nam", 1999)).reporters == ()
    assert regime(2026).period(SIX) is not None
