"""Values of figures, and the words that the printer makes of them; what was not read is never 0."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked, resolved
from vanban import printer
from vanban.model.document import BoVanBan
from vanban.model.inline import Figure, Reference, Target
from vanban.model.value import Amount, added
from vanban.model.walk import inlines

TARGETS = "muc_tieu:\n  - {chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: "
UNREAD = Amount(None, state="khong_doc_duoc", inputs=(9,))


def amount(number: str, origin: int = 1) -> Amount:
    return Amount(Decimal(number), inputs=(origin,))


def plan(text: str, value: str = "95") -> str:
    """A plan with a target of that value and one paragraph."""
    head = PLAN[: PLAN.index("de_muc:")]
    return f'{head}{TARGETS}"{value}"}}\nde_muc:\n  - tieu_de: A\n    noi_dung: |\n      {text}\n'


def first(bo: BoVanBan, kind: type, document: int = 1) -> Figure | Reference:
    return next(inline for inline in inlines(list(bo)[document]) if isinstance(inline, kind))


# Sums


def it_adds_up_and_remembers_of_what() -> None:
    assert added([amount("1", 1), amount("2.5", 2)]) == Amount(Decimal("3.5"), inputs=(1, 2))


def it_says_of_a_sum_that_blanks_were_left_out() -> None:
    partial = added([amount("1"), None])
    assert partial == Amount(Decimal(1), state="chua_du", inputs=(1,))
    assert not partial.is_whole
    assert added([None, None]) is None


@pytest.mark.parametrize("others", [[], [amount("1")], [amount("1"), None]])
def it_has_no_number_where_one_was_not_read(others: list[Amount | None]) -> None:
    total = added([*others, UNREAD])
    assert total is not None
    assert (total.number, total.state) == (None, "khong_doc_duoc")
    assert not total.is_whole


def it_keeps_the_unit_that_all_have() -> None:
    hundred, half = Amount(Decimal(100), "%"), Amount(Decimal("0.5"), "%")
    assert added([hundred, half]) == Amount(Decimal("100.5"), "%")
    assert added([hundred, amount("1")]).unit == ""


# Words


@pytest.mark.parametrize(("value", "form", "words"), [
    (Amount(Decimal("95"), "%"), "", "95%"), (Amount(Decimal("95"), "%"), "so", "95"),
    (Amount(Decimal("1204"), "hồ sơ"), "", "1.204 hồ sơ"), (Amount(Decimal("98.625"), "%", 2), "", "98,63%"),
    (Amount(Decimal("95"), "%", 1), "day_du", "không quá 95,0%"),
])
def it_prints_a_target_with_its_unit_and_decimals(value: Amount, form: str, words: str) -> None:
    assert printer.target(value, "khong_qua", form) == words


def it_prints_nothing_where_there_is_no_number() -> None:
    assert printer.number(UNREAD) == ""


# What the tree holds


def it_gives_a_figure_the_value_of_its_target(tmp_path: Path) -> None:
    figure = first(resolved(tmp_path, qd=DECISION, kh=plan("Đạt {{ muc_tieu.ty_le_dung_han | so }}.")), Figure)
    assert (figure.nguon_so_lieu, figure.ma, figure.don_vi) == ("muc_tieu", "ty_le_dung_han", "")
    assert (figure.value.number, figure.value.unit, figure.value.state) == (Decimal(95), "%", "chinh_thuc")
    assert len(figure.value.inputs) == 1
    assert figure.shown == "95"


@pytest.mark.parametrize("value", ["1.000", "95%", "năm"])
def it_gives_a_figure_no_words_and_no_number_where_the_target_was_refused(value: str, tmp_path: Path) -> None:
    result = checked(tmp_path, qd=DECISION, kh=plan("Đạt {{ muc_tieu.ty_le_dung_han }}.", value))
    figure = first(result.sets[0], Figure)
    assert len(result.findings) == 1
    assert (figure.value.number, figure.value.state, figure.shown) == (None, "khong_doc_duoc", None)


@pytest.mark.parametrize(("typed", "target"), [
    ("[[qd]]", Target("van_ban", "qd", "qd")), ("[[kh]]", Target("van_ban", "kh", "kh")),
    ("[[so_noi_vu_nghe_an]]", Target("co_quan", "so_noi_vu_nghe_an")),
    ("Xem [[cho_nay]].\n      1. Đây {#cho_nay}", Target("dong", "cho_nay", "kh")),
])
def it_tells_what_a_reference_leads_to(typed: str, target: Target, tmp_path: Path) -> None:
    assert first(resolved(tmp_path, qd=DECISION, kh=plan(typed)), Reference).target == target


@pytest.mark.parametrize(("typed", "form"), [("[[qd_3667_2024]]", "lan_dau"), ("[[qd_3667_2024 | so_ngay]]", "so_ngay")])
def it_keeps_the_act_and_the_form_of_a_citation(typed: str, form: str, tmp_path: Path) -> None:
    target = first(resolved(tmp_path, qd=DECISION, kh=plan(typed)), Reference).target
    assert (target.kind, target.ma, target.form, target.van_ban) == ("can_cu", "qd_3667_2024", form, "")
    assert target.act.so_ky_hieu == "3667/QĐ-UBND"


def it_keeps_the_act_of_a_can_cu(tmp_path: Path) -> None:
    target = first(resolved(tmp_path, qd=DECISION, kh=PLAN), Reference, document=0).target
    assert (target.kind, target.act.so_ky_hieu, target.form) == ("can_cu", "76/NQ-CP", "can_cu")
