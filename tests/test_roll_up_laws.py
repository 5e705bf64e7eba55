"""What holds of every roll-up: order and partition, units without events, rates between their extremes, periods, days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.figures import (
    INDICATORS,
    Q1,
    Q2,
    SIX,
    body,
    of_units,
    registers,
    roll_up,
    so_lieu,
    whole,
)
from vanban.facts.as_of import as_of
from vanban.facts.reporters import Scope
from vanban.model.registers import Registers
from vanban.model.reporting import NhomCoQuan
from vanban.model.total import Total
from vanban.model.value import Amount

NUMBERS = st.integers(0, 10**6).map(str)
WORDS = st.sampled_from(["không phát sinh", "không thuộc thẩm quyền", "chưa có"])
REPORTED = ("ky_truoc", "moi", "xong", "dung_han", "con", "thu_tuc", "hai_long", "phieu", "kinh_phi")
CODES = [each.ma for each in INDICATORS]
Cells = Mapping[str, Mapping[str, str]]


def cells(*cell: st.SearchStrategy[str], least: int = 1) -> st.SearchStrategy[Cells]:
    """What up to six communes have said; without what they have not."""
    units = st.sampled_from("abcdef")
    return st.dictionaries(units, st.dictionaries(st.sampled_from(REPORTED), st.one_of(*cell)), min_size=least)


def outcome(total: Total) -> tuple[Amount, frozenset[str], int, int]:
    return total.amount, frozenset(total.missing), total.n, total.m


@given(cells(NUMBERS, WORDS, st.just("?")), st.randoms())
def it_does_not_matter_in_which_order_units_stand(said: Cells, chance: object) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = of_units(said), of_units({ma: said[ma] for ma in shuffled})
    assert [outcome(whole(one, ma)) for ma in CODES] == [outcome(whole(other, ma)) for ma in CODES]


@given(cells(NUMBERS, st.just("không phát sinh")), st.sets(st.sampled_from("abcdef")))
def it_is_the_sum_over_any_partition(said: Cells, some: set[str]) -> None:
    groups = [NhomCoQuan("mot", "", tuple(sorted(some))), NhomCoQuan("hai", "", tuple(sorted({*"abcdef"} - some)))]
    files = [so_lieu(ma, SIX, given) for ma, given in said.items()]
    rolled = roll_up(files, registers(map(body, said), groups=groups))
    for ma in ("moi", "con", "ky_truoc", "tiep_nhan"):
        total, parts = whole(rolled, ma), [rolled.total(ma, Scope(group), SIX) for group in ("mot", "hai")]
        assert sum(part.amount.number or 0 for part in parts) == (total.amount.number or 0)
        assert sum(part.n for part in parts) == total.n <= total.m == sum(part.m for part in parts)


@example({"a": {"hai_long": "0"}}, "không phát sinh")
@given(cells(NUMBERS, WORDS, st.just("?")), st.sampled_from(["không phát sinh", "không thuộc thẩm quyền"]))
def it_only_counts_a_unit_in_which_nothing_came_about(said: Cells, words: str) -> None:
    without, added = of_units(said), of_units({**said, "moi_lap": dict.fromkeys(REPORTED, words)})
    for ma in (*REPORTED, "tiep_nhan", "ty_le"):
        before, after = whole(without, ma), whole(added, ma)
        more = int(words == "không phát sinh")
        assert (after.n, after.m) == (before.n + more, before.m + more)
        assert after.missing == before.missing
        assert after.amount.number == before.amount.number
        if before.amount.number is not None:
            assert after.amount == before.amount


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.integers(0, 100), st.integers(1, 100)), min_size=1))
def it_has_a_rate_between_those_of_its_units(said: Mapping[str, tuple[int, int]]) -> None:
    rolled = of_units({ma: {"dung_han": f"{part}", "xong": f"{part + rest}"} for ma, (part, rest) in said.items()})
    rates = [Decimal(100 * part) / (part + rest) for part, rest in said.values()]
    total = whole(rolled, "ty_le").amount.number
    assert total is not None
    assert min(rates) - Decimal("1e-20") <= total <= max(rates) + Decimal("1e-20")


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1))
def it_gives_back_six_months_from_a_quarter_and_the_rest(said: Mapping[str, tuple[int, int]]) -> None:
    files = [so_lieu(ma, ky, {"moi": f"{number}"}) for ma, (first, second) in said.items()
             for ky, number in ((Q1, first), (SIX, first + second))]
    rolled = roll_up(files, registers(map(body, said)))
    first, second, both = (whole(rolled, "moi", ky).amount.number for ky in (Q1, Q2, SIX))
    assert first is not None
    assert second is not None
    assert first + second == both
    assert second == sum(second for _, second in said.values())


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.sampled_from(["5", ""]), st.sampled_from(["8", ""])), min_size=1))
def it_adds_periods_and_units_in_either_order_where_the_same_units_reported(said: Mapping[str, tuple[str, str]]) -> None:
    """And where they did not, those who did not are missing and not swallowed."""
    files = [so_lieu(ma, ky, {"moi": cell}) for ma, both in said.items() for ky, cell in zip((Q1, SIX), both, strict=True) if cell]
    rolled = roll_up(files, registers(map(body, said)))
    first, second, both = (whole(rolled, "moi", ky) for ky in (Q1, Q2, SIX))
    lacking = tuple(ma for ma, pair in said.items() if not all(pair))
    assert set(second.missing) == set(lacking)
    if not lacking:
        assert (first.amount.number, second.amount.number, both.amount.number) == (5 * len(said), 3 * len(said), 8 * len(said))
    elif len(lacking) < len(said):
        assert (second.amount.number, second.amount.state) == (3 * (len(said) - len(lacking)), "chua_du")


DAYS = st.integers(0, 40).map(lambda days: date(2026, 7, 1) + timedelta(days))
CORRECTIONS = st.lists(st.tuples(DAYS, st.dictionaries(st.sampled_from(["moi", "xong"]), NUMBERS, min_size=1)), max_size=6)


@given(CORRECTIONS, DAYS, DAYS)
def it_reads_more_corrections_the_later_the_day(corrections: list[tuple[date, dict[str, str]]], one: date, other: date) -> None:
    file = so_lieu("a", SIX, {"moi": "1"}, corrections)
    earlier, later = as_of(file, min(one, other)), as_of(file, max(one, other))
    assert set(earlier.corrected) <= set(later.corrected)
    assert all(each.ngay_dieu_chinh <= later.corrected[ma].ngay_dieu_chinh for ma, each in earlier.corrected.items())
    before = as_of(file, min((day for day, _ in corrections), default=one) - timedelta(1))
    assert (before.gia_tri, before.corrected) == (file.gia_tri, {})
    assert as_of(file, date.max).gia_tri == as_of(file, None).gia_tri


@given(CORRECTIONS, DAYS)
def it_is_what_the_last_correction_until_the_day_says(corrections: list[tuple[date, dict[str, str]]], day: date) -> None:
    file = so_lieu("a", SIX, {"moi": "1"}, corrections)
    said = {"moi": "1"}
    for ngay in sorted({ngay for ngay, _ in corrections if ngay <= day}):
        for when, given_then in corrections:
            if when == ngay:
                said |= given_then
    assert {ma: f"{each.number}" for ma, each in as_of(file, day).gia_tri.items()} == said


@given(cells(NUMBERS, WORDS), st.sampled_from("abcdef"), st.sampled_from(["moi", "ky_truoc", "xong", "dung_han", "con"]))
def it_has_no_total_above_what_was_refused(said: Cells, unit: str, ma: str) -> None:
    rolled = of_units({**said, unit: {**said.get(unit, {}), ma: "?"}})
    rests_on = {"moi": ["moi", "tiep_nhan"], "ky_truoc": ["ky_truoc", "tiep_nhan"], "xong": ["xong", "ty_le"],
                "dung_han": ["dung_han", "ty_le"], "con": ["con"]}[ma]
    for above in rests_on:
        total = whole(rolled, above)
        assert (total.amount.number, total.amount.state) == (None, "khong_doc_duoc")
        assert (unit, ma) in {(each.don_vi, each.ma) for each in total.refused}


@given(cells(NUMBERS, WORDS, st.just("?")), st.sets(st.sampled_from("abcdef")))
def it_knows_of_each_unit_what_became_of_it(said: Cells, accepted: set[str]) -> None:
    rolled = of_units(said, accepted={SIX: accepted})
    for ma in (*REPORTED, "tiep_nhan", "ty_le"):
        total = whole(rolled, ma)
        refused = dict.fromkeys(each.don_vi for each in total.refused)
        sorted_out = [*total.used, *total.missing, *total.outside, *total.accepted, *refused]
        assert sorted(sorted_out) == sorted(total.reporters) == sorted(said)
        assert 0 <= total.n <= total.m
        assert not accepted & {each.don_vi for each in total.all_inputs}


@given(cells(NUMBERS, WORDS, st.just("?")))
def it_changes_no_figure_and_gives_the_same_again(said: Cells) -> None:
    files = [so_lieu(ma, SIX, given) for ma, given in said.items()]
    copies = [replace(file, gia_tri=dict(file.gia_tri)) for file in files]
    known: Registers = registers(map(body, said))
    one, other = roll_up(files, known), roll_up(reversed(files), known)
    assert [whole(one, ma) for ma in CODES] == [whole(other, ma) for ma in CODES]
    assert files == copies
