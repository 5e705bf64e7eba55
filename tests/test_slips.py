"""The name that was meant by one that was mistyped: never another that is right in its own way."""

import random
import re

import pytest

from tests.support.content import ROOT
from vanban.slips import Names, nearest

KNOWN = ("ubnd_nghe_an", "so_noi_vu", "so_tai_chinh", "Đề án")


@pytest.mark.parametrize(("typed", "meant"), [
    ("ubnd_nghe_am", "ubnd_nghe_an"), ("so_noi_vụ", "so_noi_vu"), ("SO_NOI_VU", "so_noi_vu"), ("de an", "Đề án"),
    ("so_tai_chnh", "so_tai_chinh"), ("so_noi_vu", "so_noi_vu"),
])
def it_names_what_was_most_likely_meant(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


OTHERS = ("nd_138_2020", "nq_76_2021", "ubnd_khanh_hoa", "cong_van", "ubnd_ha_tinh", "ubnd_quang_ninh", "nguyen_van_a")


@pytest.mark.parametrize("typed", [
    "nd_30_2020", "nd_61_2018", "nd_76_2021", "nq_67_2021", "nq_76_2012", "ubnd_thanh_hoa", "cong_dien", "ubnd_ha_tay",
    "ubnd_quang_nam", "ubnd_quang_binh", "nguyen_van_b", "ctr_76_2021",
])
def it_never_names_something_else_that_may_be_meant(typed: str) -> None:
    assert nearest(typed, OTHERS) is None


@pytest.mark.parametrize(("typed", "meant"), [
    ("nq76_2021", "nq_76_2021"), ("NQ-76-2021", "nq_76_2021"), ("ubnd_khanh_hao", "ubnd_khanh_hoa"), ("cogn_van", "cong_van"),
    ("ubnd_hatinh", "ubnd_ha_tinh"), ("ubnd_quang_nin", "ubnd_quang_ninh"), ("nguyn_van_a", "nguyen_van_a"),
])
def it_names_what_was_meant_beside_others_like_it(typed: str, meant: str) -> None:
    assert nearest(typed, OTHERS) == meant


@pytest.mark.parametrize("typed", ["", "x", "kho_bac_nha_nuoc", "12345"])
def it_names_nothing_where_nothing_comes_close(typed: str) -> None:
    assert nearest(typed, KNOWN) is None


def it_names_nothing_where_nothing_is_known() -> None:
    assert nearest("so_noi_vu", []) is None


def it_takes_the_closest_of_several() -> None:
    assert nearest("so_noi_vvu", ("so_noi_vuuu", "so_noi_vu", "so_nooi_vuu")) == "so_noi_vu"


def it_names_only_what_is_free() -> None:
    names = Names(("so_noi_vu", "so_noi_vuu"))
    assert names.nearest("so_noi_vvu") == "so_noi_vu"
    assert names.nearest("so_noi_vvu", lambda name: name != "so_noi_vu") == "so_noi_vuu"


# Many names

IDS = sorted({ma for file in (ROOT / "content").rglob("*.yaml") for ma in re.findall(r"\bma: ([a-z0-9_]+)", file.read_text("utf-8"))})


def mistyped(name: str, chance: random.Random) -> str:
    """A name with a letter that is lost, doubled, another one, or behind the next; or without a stroke."""
    at = chance.randrange(len(name))
    return chance.choice((
        name[:at] + name[at + 1:], name[:at] + name[at] + name[at:], name[:at] + chance.choice("aehinotu") + name[at + 1:],
        name[:at] + name[at + 1:at + 2] + name[at] + name[at + 2:], name.replace("_", "", 1),
    ))


def it_names_among_many_what_it_names_where_each_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    words = [mistyped(chance.choice(IDS), chance) for _ in range(300)]
    indexed = [Names(IDS).nearest(word) for word in words]
    monkeypatch.setattr("vanban.slips._FEW", len(IDS))
    each = Names(IDS)
    assert [each.nearest(word) for word in words] == indexed
    assert sum(name is not None for name in indexed) > 200
