"""Formulas and equations as they are typed; relations held to figures; ranks."""

from decimal import Decimal

import pytest

from tests.support.figures import INDICATORS, Q1, Q2, SIX, body, of_units, registers, roll_up, so_lieu
from vanban.facts.ranks import ranking
from vanban.facts.relations import Broken, broken, read_relations
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.model.formula import Term, parse_equation, parse_formula
from vanban.model.indicators import ChiTieu, QuanHeChiTieu
from vanban.model.reporting import Ky


@pytest.mark.parametrize(("text", "terms", "written"), [
    ("100 * (a+b) / c", ["a", "b", "c"], "100 * (a + b) / c"), ("a - b@ky_truoc", ["a", "b@ky_truoc"], "a - b@ky_truoc"),
    ("a @quy_1_2024 * 2 + a", ["a@quy_1_2024", "a"], "a@quy_1_2024 * 2 + a"), ("a", ["a"], "a"),
    ("2 * a@cung_ky / b", ["a@cung_ky", "b"], "2 * a@cung_ky / b"),
])
def it_reads_formulas(text: str, terms: list[str], written: str) -> None:
    formula = parse_formula(text)
    assert [term.written for term in formula.terms] == terms
    assert formula.written == written
    assert parse_formula(formula.written) == formula


def it_works_formulas_out() -> None:
    formula = parse_formula("a@ky_truoc + 2 * a / b")
    assert formula.terms == (Term("a", "ky_truoc"), Term("a"), Term("b"))
    assert formula.value([Decimal(1), Decimal(3), Decimal(2)]) == 4
    assert formula.shown(lambda term: f"[{term.written}]") == "[a@ky_truoc] + 2 × [a] : [b]"


@pytest.mark.parametrize("text", ["", "1 +", "a.b", "a = b", "a@", "@a", "a@b@c", "a b", "0x10 + a", "1_000", "a@2", "a" + " + a" * 60])
def it_says_what_it_cannot_read(text: str) -> None:
    with pytest.raises(ValueError, match="^“.*” không đọc được; viết như 100 "):
        parse_formula(text)


def it_wants_an_indicator_in_a_formula_and_in_an_equation() -> None:
    with pytest.raises(ValueError, match="^“100” không có chỉ tiêu nào; viết như "):
        parse_formula("100")
    with pytest.raises(ValueError, match="^“1 = 1” không có chỉ tiêu nào; viết như "):
        parse_equation("1 = 1")


@pytest.mark.parametrize(("text", "sign"), [("a = b + c", "="), ("a<=b", "<="), ("a + b >= 2 * c@ky_truoc", ">="), ("a >= 0", ">=")])
def it_reads_equations(text: str, sign: str) -> None:
    assert parse_equation(text).comparison == sign


@pytest.mark.parametrize("text", ["a", "a == b", "a < b", "a =", "= b", "a = b = c", "a <= b <= c", "a => b", "a = b; c"])
def it_says_which_equations_it_cannot_read(text: str) -> None:
    with pytest.raises(ValueError, match="^“.*” không đọc được; viết như hs_tiep_nhan = "):
        parse_equation(text)


PROVINCE = Scope("tinh")


def failing(rolled: RollUp, text: str, con_lai: str = "", scope: Scope = PROVINCE, ky: Ky = SIX) -> Broken | None:
    """How the relation that `text` states fails."""
    (held,) = read_relations({"q": QuanHeChiTieu("q", text, con_lai)}, rolled.directory.chi_tieu)
    return broken(rolled, held, scope, ky)


def it_tells_both_numbers_and_what_lies_between() -> None:
    rolled = of_units({"a": {"tiep": "9", "ky_truoc": "100", "moi": "30", "xong": "100", "con": "20"}})
    found = failing(rolled, "tiep_nhan = xong + con")
    assert found is not None
    assert (found.left, found.right, found.difference, found.don_vi) == (130, 120, 10, "tinh")
    assert [term.ma for term, _ in found.parts] == ["tiep_nhan", "xong", "con"]


@pytest.mark.parametrize(("rut", "difference"), [("10", None), ("9", 1), ("không phát sinh", 10), ("chưa có", None)])
def it_counts_what_may_be_left_over(rut: str, difference: int | None) -> None:
    rolled = of_units({"a": {"ky_truoc": "100", "moi": "30", "xong": "100", "con": "20", "rut": rut}})
    found = failing(rolled, "tiep_nhan = xong + con", "rut")
    assert (found.difference if found else None) == difference


def it_leaves_out_a_remainder_that_nobody_is_asked_for() -> None:
    asked_elsewhere = ChiTieu("du", "", "hồ sơ", tinh_chat="phat_sinh", nguoi_bao_cao=("b",))
    rolled = roll_up([so_lieu("a", SIX, {"xong": "3", "con": "2"})], registers(map(body, "ab"), (*INDICATORS, asked_elsewhere)))
    found = failing(rolled, "xong = con", "du", Scope("a"))
    assert found is not None
    assert found.difference == 1


@pytest.mark.parametrize(("text", "holds"), [
    ("moi <= xong", True), ("moi >= xong", False), ("xong >= moi", True), ("xong <= moi", False), ("moi + 1 = xong", True),
    ("moi = xong", False), ("xong <= con", True), ("moi / 0 = xong", True), ("moi = vang", True), ("moi", True),
])
def it_holds_each_comparison(text: str, holds: bool) -> None:
    rolled = of_units({"a": {"moi": "2", "xong": "3", "con": "không phát sinh"}, "b": {}})
    if text in ("moi", "moi = vang"):
        assert read_relations({"q": QuanHeChiTieu("q", text)}, rolled.directory.chi_tieu) == ()
    elif text != "xong <= con":
        assert (failing(rolled, text, scope=Scope("a")) is None) == holds
    else:
        assert failing(rolled, text, scope=Scope("a")) is not None


@pytest.mark.parametrize("cell", ["chưa có", "?", ""])
def it_judges_only_what_is_known(cell: str) -> None:
    cells = {"a": {"moi": "2", "xong": "3"}, "b": {"moi": cell, "xong": "9"} if cell else {"xong": "9"}}
    assert failing(of_units(cells), "moi = xong") is None
    assert failing(of_units(cells), "moi = xong", scope=Scope("b")) is None
    assert failing(of_units(cells), "moi = xong", scope=Scope("a")) is not None


def it_holds_a_stock_to_the_closing_before() -> None:
    closed, open_ = so_lieu("a", Ky("nam", 2025), {"con": "7"}), so_lieu("a", SIX, {"ky_truoc": "8"})
    found = failing(roll_up([closed, open_], registers([body("a")])), "ky_truoc = con@ky_truoc")
    assert found is not None
    assert (found.left, found.right) == (8, 7)
    files = [so_lieu("a", Q1, {"con": "7"}), so_lieu("a", Q2, {"ky_truoc": "7"})]
    assert failing(roll_up(files, registers([body("a")])), "ky_truoc = con@ky_truoc", ky=Q2) is None


MONEY = (ChiTieu("tong_chi", "", "tỷ đồng", 0, tinh_chat="phat_sinh"), ChiTieu("chi_1", "", "tỷ đồng", 1, tinh_chat="phat_sinh"),
         ChiTieu("chi_2", "", "tỷ đồng", 1, tinh_chat="phat_sinh"), ChiTieu("bao_cao_ty_le", "", "%", 2, tinh_chat="phat_sinh"))


@pytest.mark.parametrize(("tong_chi", "fails"), [("10", False), ("9", True), ("11", True)])
def it_allows_for_rounding_of_money(tong_chi: str, fails: bool) -> None:
    """9.94 + 0.14 = 10.08, reported as 9.9 + 0.1 = 10.0."""
    known = registers([body("a"), body("b")], (*INDICATORS, *MONEY))
    rolled = roll_up([so_lieu("a", SIX, {"tong_chi": tong_chi, "chi_1": "9,9", "chi_2": "0,1"})], known)
    assert (failing(rolled, "tong_chi = chi_1 + chi_2", scope=Scope("a")) is not None) == fails


def it_allows_for_rounding_of_what_is_worked_out_and_taken_away() -> None:
    both = ChiTieu("ca_hai", "", "tỷ đồng", 1, tinh_chat="tinh", cong_thuc="chi_1 + chi_2")
    known = registers([body("a"), body("b")], (*INDICATORS, *MONEY, both))
    rolled = roll_up([so_lieu("a", SIX, {"tong_chi": "10", "chi_1": "9,9", "chi_2": "0,7"})], known)
    assert failing(rolled, "tong_chi = ca_hai", scope=Scope("a")) is None
    assert failing(rolled, "tong_chi - chi_1 = chi_2", scope=Scope("a")) is None
    assert failing(rolled, "chi_1 - tong_chi + chi_2 = 0", scope=Scope("a")) is None
    assert failing(rolled, "tong_chi - chi_1 - chi_2 = 0", scope=Scope("a")) is None
    assert failing(rolled, "chi_1 - chi_2 = 9", scope=Scope("a")) is not None


def it_allows_for_rounding_once_for_each_report() -> None:
    known = registers(map(body, "abcd"), (*INDICATORS, *MONEY))
    files = [so_lieu(ma, SIX, {"chi_1": "0,3", "chi_2": "0,2"}) for ma in "abcd"]
    rolled = roll_up(files, known)
    assert failing(rolled, "chi_1 = chi_2") is None
    assert failing(rolled, "chi_1 = chi_2 + chi_2") is None
    assert failing(rolled, "2 * chi_1 = chi_2") is not None


def it_is_exact_for_what_is_counted() -> None:
    rolled = of_units({ma: {"moi": "1000", "xong": "1000"} for ma in "abc"} | {"d": {"moi": "1001", "xong": "1000"}})
    found = failing(rolled, "moi = xong")
    assert found is not None
    assert (found.left, found.right) == (4001, 4000)


def it_holds_a_reported_rate_to_the_one_that_is_worked_out() -> None:
    known = registers([body("a")], (*INDICATORS, *MONEY))
    def rolled(rate: str) -> RollUp:
        return roll_up([so_lieu("a", SIX, {"dung_han": "2", "xong": "3", "bao_cao_ty_le": rate})], known)
    assert failing(rolled("66,67"), "bao_cao_ty_le = ty_le") is None
    assert failing(rolled("66,66"), "bao_cao_ty_le = ty_le") is not None


@pytest.mark.parametrize(("dung_han", "xong"), [("2", "3"), ("3", "19"), ("3", "31")])
def it_is_not_misled_by_the_last_digit_of_a_division(dung_han: str, xong: str) -> None:
    rolled = of_units({"a": {"dung_han": dung_han, "xong": xong}})
    for text in ("ty_le = dung_han / xong * 100", "100 / (xong / dung_han) = ty_le", "ty_le <= 100 / (xong / dung_han)"):
        assert failing(rolled, text) is None


def it_ranks_the_highest_first_and_lets_equals_share_a_place() -> None:
    cells = {"a": {"dung_han": "9", "xong": "10"}, "b": {"dung_han": "99", "xong": "100"}, "c": {"dung_han": "18", "xong": "20"},
             "d": {"dung_han": "1", "xong": "10"}, "e": {"dung_han": "0", "xong": "0"}, "f": {}}
    found = ranking(of_units(cells), "ty_le", "tinh", SIX)
    assert (dict(found.places), found.of) == ({"a": 2, "b": 1, "c": 2, "d": 4}, 4)
    assert (found.totals["f"].missing, found.refused) == (("f",), ())


def it_ranks_the_lowest_rank_first() -> None:
    found = ranking(of_units({"a": {"hang": "16"}, "b": {"hang": "3"}, "c": {"hang": "?"}}), "hang", "cac_xa", SIX)
    assert dict(found.places) == {"a": 2, "b": 1}
    assert [each.don_vi for each in found.refused] == ["c"]


def it_ranks_by_what_is_printed() -> None:
    cells = {"a": {"dung_han": "100000", "xong": "300000"}, "b": {"dung_han": "100001", "xong": "300000"}}
    assert set(ranking(of_units(cells), "ty_le", "tinh", SIX).places.values()) == {1}
