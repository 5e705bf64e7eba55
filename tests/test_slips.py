"""The name that was meant by one that was mistyped: never another that is right in its own way."""

import random
import re

import pytest

from tests.support.content import ROOT
from vanban.datatypes import datatypes
from vanban.doctypes import doctypes
from vanban.findings import Place
from vanban.slips import Names, nearest

KNOWN = ("ubnd_nghe_an", "so_noi_vu", "so_tai_chinh", "Đề án")


@pytest.mark.parametrize(("typed", "meant"), [
    ("ubnd_nghe_ann", "ubnd_nghe_an"), ("so_noi_vụ", "so_noi_vu"), ("SO_NOI_VU", "so_noi_vu"), ("de an", "Đề án"),
    ("so_tai_chnh", "so_tai_chinh"), ("so_noi_vu", "so_noi_vu"),
])
def it_names_what_was_most_likely_meant(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


OTHERS = ("nd_138_2020", "nq_76_2021", "ubnd_khanh_hoa", "cong_van", "ubnd_ha_tinh", "ubnd_quang_ninh", "nguyen_van_a")


@pytest.mark.parametrize("typed", [
    "nd_30_2020", "nd_61_2018", "nd_76_2021", "nq_67_2021", "nq_76_2012", "ubnd_thanh_hoa", "cong_dien", "ubnd_ha_tay",
    "ubnd_quang_nam", "ubnd_quang_binh", "nguyen_van_b", "ctr_76_2021", "ubnd_quang_nin", "ubnd_khanh_hoi",
])
def it_never_names_something_else_that_may_be_meant(typed: str) -> None:
    assert nearest(typed, OTHERS) is None


@pytest.mark.parametrize(("typed", "meant"), [
    ("nq76_2021", "nq_76_2021"), ("NQ-76-2021", "nq_76_2021"), ("ubnd_khanh_hao", "ubnd_khanh_hoa"), ("cogn_van", "cong_van"),
    ("ubnd_hatinh", "ubnd_ha_tinh"), ("ubnd_quang_nihn", "ubnd_quang_ninh"), ("nguyn_van_a", "nguyen_van_a"),
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
    # The others became another syllable, which may be the name of something else.
    assert sum(name is not None for name in indexed) > len(indexed) / 2


# Every pair of names that are both right

PROVINCES = re.findall("[a-z_]+", (
    "ha_giang yen_bai bac_kan vinh_phuc hoa_binh bac_giang thai_binh hai_duong ha_nam nam_dinh quang_binh quang_nam soc_trang hau_giang "
    "binh_duong ba_ria_vung_tau kon_tum binh_dinh phu_yen ninh_thuan dak_nong binh_thuan binh_phuoc long_an ben_tre tra_vinh tien_giang "
    "bac_lieu kien_giang thua_thien_hue ha_noi hue hai_phong da_nang can_tho ho_chi_minh tuyen_quang lao_cai lai_chau dien_bien son_la "
    "cao_bang lang_son quang_ninh thai_nguyen phu_tho bac_ninh hung_yen ninh_binh thanh_hoa nghe_an ha_tinh quang_tri quang_ngai gia_lai "
    "khanh_hoa lam_dong dak_lak dong_nai tay_ninh vinh_long dong_thap ca_mau an_giang"))
FAMILIES, MIDDLES = re.findall("[a-z]+", "nguyen tran le pham hoang vu vo dang bui do"), ("van", "thi", "duc")
GIVEN = re.findall(
    "[a-z]+", "an anh binh cuong dung duong ha hai hang hanh hien hoa hung huong lan linh long mai minh nam nga quan quang tam thanh thu thuy")
PEOPLE = random.Random(2).sample([f"{one}_{two}_{three}" for one in FAMILIES for two in MIDDLES for three in GIVEN], 90)
OF_LAW = [f"{kind}_{number}_{year}" for kind in ("nd", "nq", "qd", "kh", "ct", "tt") for number in (3, 30, 31, 76, 130) for year in (2020, 2021)]
RIGHT = {
    "provinces": PROVINCES, "bodies of provinces": [f"so_noi_vu_{each}" for each in PROVINCES], "people": PEOPLE, "acts": OF_LAW,
    "types": sorted(doctypes()), "names of types": sorted(each.ten_loai for each in doctypes().values()), "ids of the samples": IDS,
}


@pytest.mark.parametrize("kind", RIGHT)
def it_never_leads_from_one_right_name_to_another(kind: str) -> None:
    """But to a name that goes on where the other ends, and no other does: the whole id of what was shortened."""
    names = RIGHT[kind]
    led = [(name, other) for name in names if (other := Names([each for each in names if each != name]).nearest(name))]
    assert [(name, other) for name, other in led if not other.startswith(f"{name}_")] == []


def it_names_nothing_where_a_short_name_goes_on_in_several_ways() -> None:
    known = Names(("so_noi_vu_nghe_an", "so_noi_vu_ha_tinh", "so_y_te_nghe_an"))
    assert known.nearest("so_noi_vu") is None
    assert known.longer("so_noi_vu") == ["so_noi_vu_ha_tinh", "so_noi_vu_nghe_an"]
    assert known.nearest("so_y_te") == "so_y_te_nghe_an"


def it_tells_all_ways_in_which_a_short_name_goes_on() -> None:
    hint = datatypes()["co_quan"].not_there("so_noi_vu", Place("a", 1, 1), Names(("so_noi_vu_nghe_an", "so_noi_vu_ha_tinh"))).hint
    assert hint.startswith("Trong sổ có “so_noi_vu_ha_tinh”, “so_noi_vu_nghe_an”: đúng nơi nào thì ghi đủ mã nơi ấy.")
