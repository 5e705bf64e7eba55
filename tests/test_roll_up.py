"""Totals over units: what adds up and what does not, who is counted, what is missing, what was refused."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.support.figures import INDICATORS, SIX, body, of_units, regime, registers, roll_up, so_lieu, whole
from vanban.facts.directory import directory_of
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.unit_figures import UnitFigures, files_of
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import NhomCoQuan
from vanban.model.total import Total


def said(total: Total) -> tuple[str, str]:
    """Number and state."""
    return "" if total.amount.number is None else f"{total.amount.printed}", total.amount.state


def it_adds_what_units_have_reported() -> None:
    total = whole(of_units({"a": {"moi": "10"}, "b": {"moi": "32"}}), "moi")
    assert said(total) == ("42", "chinh_thuc")
    assert (total.amount.unit, total.amount.decimals, total.n, total.m, total.used) == ("hồ sơ", 0, 2, 2, ("a", "b"))


def it_names_file_line_and_day_of_all_that_went_in() -> None:
    total = whole(of_units({"a": {"xong": "1", "moi": "10"}, "b": {"moi": "32"}}), "moi")
    assert [(each.tep, each.reported.line, each.version and each.version.day) for each in total.inputs] == [
        ("a/2026/so_lieu/sau_thang.yaml", 8, 16), ("b/2026/so_lieu/sau_thang.yaml", 7, 16),
    ]


def it_has_no_zero_in_place_of_what_is_missing() -> None:
    total = whole(of_units({"a": {"moi": "10"}, "b": {}, "c": {"xong": "1"}, "d": {"moi": "chưa có"}}), "moi")
    assert said(total) == ("10", "chua_du")
    assert (total.missing, total.n, total.m) == (("b", "c", "d"), 1, 4)
    assert said(whole(of_units({"a": {}, "b": {"moi": "chưa có"}}), "moi")) == ("", "chua_co")


def it_counts_nothing_for_what_has_not_come_about_unless_nothing_has_anywhere() -> None:
    none = "không phát sinh"
    assert said(whole(of_units({"a": {"moi": "10"}, "b": {"moi": none}}), "moi")) == ("10", "chinh_thuc")
    assert said(whole(of_units({"a": {"moi": none}, "b": {"moi": none}}), "moi")) == ("", "khong_phat_sinh")


@pytest.mark.parametrize("ma", ["moi", "con", "kinh_phi", "hai_long", "tiep_nhan", "ty_le"])
def it_says_that_nothing_has_come_about_where_all_that_have_reported_say_so(ma: str) -> None:
    """Of how many that is stands beside it, whoever is still missing."""
    nothing = dict.fromkeys(("moi", "con", "kinh_phi", "hai_long", "phieu", "ky_truoc", "dung_han", "xong"), "không phát sinh")
    total = whole(of_units({"a": nothing, "b": nothing, "c": {}}), ma)
    assert (said(total), total.missing, total.n, total.m) == (("", "khong_phat_sinh"), ("c",), 2, 3)
    assert said(whole(of_units({"c": {}, "d": dict.fromkeys(nothing, "chưa có")}), ma)) == ("", "chua_co")
    assert said(whole(of_units({"c": {}, "d": dict.fromkeys(nothing, "không thuộc thẩm quyền")}), ma)) == ("", "chua_co")


def it_leaves_out_of_n_and_m_whose_business_it_is_not() -> None:
    total = whole(of_units({"a": {"moi": "10"}, "b": {"moi": "không thuộc thẩm quyền"}}), "moi")
    assert (said(total), total.n, total.m, total.outside) == (("10", "chinh_thuc"), 1, 1, ("b",))
    nobodys = whole(of_units({"b": {"moi": "không thuộc thẩm quyền"}}), "moi")
    assert (said(nobodys), nobodys.n, nobodys.m) == (("", "khong_thuoc_tham_quyen"), 0, 0)


def it_is_as_sure_as_the_least_sure_of_its_numbers() -> None:
    assert said(whole(of_units({"a": {"moi": "ước 10"}, "b": {"moi": "1"}}), "moi")) == ("11", "uoc")
    assert said(whole(of_units({"a": {"moi": "1"}, "b": {"moi": "không phát sinh"}}), "moi")) == ("1", "chinh_thuc")


@pytest.mark.parametrize("ma", ["moi", "tiep_nhan"])
def it_gives_no_number_above_one_that_was_refused_and_names_its_line(ma: str) -> None:
    total = whole(of_units({"a": {"ky_truoc": "1", "moi": "10"}, "b": {"ky_truoc": "2", "moi": "?"}, "c": {}}), ma)
    assert said(total) == ("", "khong_doc_duoc")
    assert [(each.don_vi, each.tep, each.reported.line) for each in total.refused] == [("b", "b/2026/so_lieu/sau_thang.yaml", 8)]
    assert (total.n, total.m) == (1, 3)


@pytest.mark.parametrize("ma", ["moi", "ty_le"])
@pytest.mark.parametrize("cell", ["?", "chưa có", "4"])
def it_takes_an_accepted_unit_out_of_total_and_n(ma: str, cell: str) -> None:
    cells = {"a": {"moi": "10", "dung_han": "1", "xong": "2"}, "b": dict.fromkeys(("moi", "dung_han", "xong"), cell)}
    total = whole(of_units(cells, accepted={SIX: ["b"]}), ma)
    assert said(total) == ({"moi": "10", "ty_le": "50.00"}[ma], "chinh_thuc")
    assert (total.n, total.m, total.accepted, total.missing) == (1, 2, ("b",), ())


def it_gives_what_is_the_same_everywhere_and_who_says_otherwise() -> None:
    total = whole(of_units({"a": {"thu_tuc": "118"}, "b": {"thu_tuc": "117"}, "c": {"thu_tuc": "118"}}), "thu_tuc")
    assert (said(total), total.differing) == (("118", "chinh_thuc"), ("b",))
    tied = whole(of_units({"a": {"thu_tuc": "118"}, "b": {"thu_tuc": "117"}}), "thu_tuc")
    assert (said(tied), tied.differing) == (("", "chua_co"), ("a", "b"))


def it_weighs_a_mean_by_what_the_register_says() -> None:
    cells = {"a": {"hai_long": "90", "phieu": "300"}, "b": {"hai_long": "80", "phieu": "100"}, "c": {"hai_long": "không phát sinh"}}
    total = whole(of_units(cells), "hai_long")
    assert (said(total), total.n, total.m) == (("87.50", "chinh_thuc"), 3, 3)
    assert [(term.ma, part.amount.number) for term, part in total.parts] == [("phieu", 400)]


@pytest.mark.parametrize(("phieu", "number", "state", "missing"), [
    ("chưa có", "90.00", "chua_du", ("b",)), ("?", "", "khong_doc_duoc", ()), ("0", "90.00", "chinh_thuc", ()),
])
def it_misses_who_has_no_weight(phieu: str, number: str, state: str, missing: tuple[str, ...]) -> None:
    total = whole(of_units({"a": {"hai_long": "90", "phieu": "300"}, "b": {"hai_long": "80", "phieu": phieu}}), "hai_long")
    assert (said(total), total.missing) == ((number, state), missing)


def it_has_no_mean_where_nothing_weighs() -> None:
    cells = {ma: {"hai_long": "90", "phieu": "0"} for ma in "ab"}
    assert said(whole(of_units(cells), "hai_long")) == ("", "khong_phat_sinh")


@pytest.mark.parametrize("ma", ["hang", "thi"])
def it_adds_no_ranks_and_signs_and_gives_the_one_of_a_unit(ma: str) -> None:
    cell = "16" if ma == "hang" else "x"
    rolled = of_units({"a": {ma: cell}, "b": {ma: cell}})
    assert whole(rolled, ma).is_blank
    assert whole(rolled, ma).amount.number is None
    own = rolled.total(ma, Scope("a"), SIX)
    assert not own.is_blank
    assert (own.amount.state, own.inputs[0].reported.sign or f"{own.amount.number}") == ("chinh_thuc", cell)


def it_gives_a_body_that_reports_itself_its_own_rank() -> None:
    known = registers(map(body, "ab"), groups=[NhomCoQuan("ca_tinh", "", ("tinh", "cac_xa"))])
    figures = UnitFigures(replace(regime(2026), nguoi_bao_cao=("ca_tinh",)), files_of("cchc", (
        so_lieu(ma, SIX, {"hang": rank}) for ma, rank in (("tinh", "16"), ("a", "1"), ("b", "2")))), None)
    total = whole(RollUp(directory_of(known), figures), "hang")
    assert (said(total), total.reporters, total.is_blank) == (("16", "chinh_thuc"), ("tinh",), False)


def it_works_a_rate_out_from_sums_over_the_units_that_have_both() -> None:
    cells = {"a": {"dung_han": "1", "xong": "2"}, "b": {"dung_han": "8", "xong": "8"}, "c": {"dung_han": "90"}}
    total = whole(of_units(cells), "ty_le")
    assert (said(total), total.missing, total.n, total.m) == (("90.00", "chua_du"), ("c",), 2, 3)
    assert [(term.ma, part.amount.number) for term, part in total.parts] == [("dung_han", 9), ("xong", 10)]
    assert total.formula is not None
    assert total.formula.shown(lambda term: term.ma) == "100 × dung_han : xong"
    assert [each.don_vi for each in total.all_inputs] == ["a", "b", "a", "b"]


@pytest.mark.parametrize(("dung_han", "xong", "outcome"), [
    ("0", "0", ("", "khong_phat_sinh")), ("không phát sinh", "không phát sinh", ("", "khong_phat_sinh")),
    ("không phát sinh", "8", ("0.00", "chinh_thuc")), ("ước 4", "8", ("50.00", "uoc")),
    ("không thuộc thẩm quyền", "8", ("", "khong_thuoc_tham_quyen")), ("4", "chưa có", ("", "chua_co")),
])
def it_never_takes_the_rate_of_nothing_for_all(dung_han: str, xong: str, outcome: tuple[str, str]) -> None:
    rolled = of_units({"a": {"dung_han": dung_han, "xong": xong}})
    assert said(whole(rolled, "ty_le")) == said(rolled.total("ty_le", Scope("a"), SIX)) == outcome


def it_has_no_rate_where_none_has_or_nobody_has_said() -> None:
    nothing, nobodys = (dict.fromkeys(("dung_han", "xong"), cell) for cell in ("không phát sinh", "không thuộc thẩm quyền"))
    assert said(whole(of_units({"a": nothing, "b": nothing}), "ty_le")) == ("", "khong_phat_sinh")
    assert said(whole(of_units({"a": nobodys, "b": {}}), "ty_le")) == ("", "chua_co")
    assert said(whole(of_units({"a": nobodys, "b": nobodys}), "ty_le")) == ("", "khong_thuoc_tham_quyen")
    assert said(whole(of_units({"a": nobodys, "b": {}}), "ty_le")) == ("", "chua_co")


def it_takes_nothing_away_for_what_is_nobodys_business() -> None:
    rest = ChiTieu("con_nua", "", "hồ sơ", tinh_chat="tinh", cong_thuc="moi - rut")
    less = ChiTieu("am", "", "hồ sơ", tinh_chat="tinh", cong_thuc="rut - moi")
    cells = {"moi": "5", "rut": "không thuộc thẩm quyền"}
    rolled = roll_up([so_lieu("a", SIX, cells)], registers([body("a")], (*INDICATORS, rest, less)))
    assert (whole(rolled, "con_nua").amount.number, whole(rolled, "am").amount.number) == (5, -5)


def it_leaves_out_of_a_rate_whose_business_it_is_not_and_not_out_of_a_sum() -> None:
    none = "không thuộc thẩm quyền"
    rolled = of_units({"a": {"dung_han": "1", "xong": "2", "ky_truoc": "5", "moi": "1"},
                       "b": {"dung_han": none, "xong": "6", "ky_truoc": none, "moi": "7"}})
    rate, added = whole(rolled, "ty_le"), whole(rolled, "tiep_nhan")
    assert (said(rate), rate.outside, rate.n, rate.m) == (("50.00", "chinh_thuc"), ("b",), 1, 1)
    assert (said(added), added.outside, added.n) == (("13", "chinh_thuc"), (), 2)


def it_rests_one_derived_figure_on_another() -> None:
    of_both = ChiTieu("ti_le_xong", "", "%", 2, tinh_chat="tinh", cong_thuc="100 * xong / tiep_nhan")
    cells = {"a": {"ky_truoc": "2", "moi": "2", "xong": "1"}, "b": {"ky_truoc": "6", "xong": "3"}}
    files = [so_lieu(ma, SIX, given) for ma, given in cells.items()]
    total = whole(roll_up(files, registers(map(body, "ab"), (*INDICATORS, of_both))), "ti_le_xong")
    assert (said(total), total.missing) == (("25.00", "chua_du"), ("b",))


def it_refuses_formulas_that_go_round_and_what_rests_on_them() -> None:
    def derived(ma: str, text: str) -> ChiTieu:
        return ChiTieu(ma, "", "", tinh_chat="tinh", cong_thuc=text)

    mean = ChiTieu("m", "", "", tinh_chat="thoi_diem", cong_don="binh_quan", trong_so="m")
    wrong = [derived("a", "b + moi"), derived("b", "2 * a@ky_truoc"), derived("c", "a - xong"), derived("d", "dung_hann + xong"), derived("e", "1 +"), mean]
    known = registers([body("x")], (*INDICATORS, *wrong))
    faults = directory_of(known).formulas.faults
    assert faults == {
        "a": "Công thức đi vòng: a ← b ← a; bỏ một chỉ tiêu trong vòng này khỏi công thức",
        "b": "Công thức đi vòng: b ← a ← b; bỏ một chỉ tiêu trong vòng này khỏi công thức",
        "c": "Công thức dùng chỉ tiêu có công thức đi vòng; sửa công thức đó trước",
        "d": "Công thức dùng chỉ tiêu “dung_hann” không có trong sổ; sửa mã, hoặc khai báo chỉ tiêu này trong sổ",
        "e": "“1 +” không đọc được; viết như 100 * (hs_truoc_han + hs_dung_han) / hs_da_giai_quyet",
        "m": "Công thức đi vòng: m ← m; bỏ một chỉ tiêu trong vòng này khỏi công thức",
    }
    rolled = roll_up([so_lieu("x", SIX, {"moi": "1", "xong": "1", "m": "2"})], known)
    assert {said(whole(rolled, ma)) for ma in "abcde"} == {("", "khong_doc_duoc")}
    assert said(whole(rolled, "m")) == ("2", "chinh_thuc")


def it_counts_a_group_and_a_body_alone() -> None:
    files = [so_lieu(ma, SIX, {"moi": number}) for ma, number in (("a", "1"), ("b", "2"), ("c", "4"), ("a1", "8"))]
    bodies = [body("a"), body("b"), body("c"), body("a1", "a")]
    rolled = roll_up(files, registers(bodies, groups=[NhomCoQuan("hai_xa", "", ("a", "c"))]))
    numbers = [rolled.total("moi", scope, SIX).amount.number for scope in (Scope("hai_xa"), Scope("a"), Scope("a", True), Scope("tinh"))]
    assert numbers == [5, 9, 1, 15]


def it_asks_only_who_reports_an_indicator() -> None:
    only = ChiTieu("rieng_a", "", "", tinh_chat="phat_sinh", nguoi_bao_cao=("a",))
    share = ChiTieu("ti_trong", "", "%", tinh_chat="tinh", cong_thuc="100 * rieng_a / moi", nguoi_bao_cao=("a",))
    files = [so_lieu(ma, SIX, {"rieng_a": "5", "moi": "10"}) for ma in "ab"]
    rolled = roll_up(files, registers(map(body, "ab"), (*INDICATORS, only, share)))
    assert (whole(rolled, "rieng_a").amount.number, whole(rolled, "rieng_a").m) == (5, 1)
    assert (whole(rolled, "ti_trong").amount.number, whole(rolled, "ti_trong").reporters) == (50, ("a",))
    nobody = rolled.total("rieng_a", Scope("b"), SIX)
    assert (said(nobody), nobody.n, nobody.m) == (("", "chua_co"), 0, 0)


def it_sums_exactly_however_long_the_numbers() -> None:
    cells = {"a": {"moi": "999999999999999999999999"}, "b": {"moi": "0,000000000000000000000001"}}
    assert whole(of_units(cells), "moi").amount.number == Decimal("999999999999999999999999.000000000000000000000001")
