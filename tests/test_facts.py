"""The store of facts: filled when it is asked, remembering what it was asked for."""

from collections.abc import Iterator

import pytest

from vanban.facts import Fact, Facts, Key, Store
from vanban.findings import Place
from vanban.model.places import Places

FACTS = (Fact(Key("a"), 1, 0), Fact(Key("b", "xa", "quy_1"), 2, 1), Fact(Key("a"), 3, 2))


def it_loads_nothing_before_it_is_asked_and_then_once() -> None:
    loaded: list[str] = []

    def load() -> Iterator[Fact[int]]:
        loaded.append("once")
        yield from FACTS

    store = Store(load)
    assert loaded == []
    store.get(Key("a"))
    store.get(Key("b", "xa", "quy_1"))
    assert [fact.value for fact in store] == [1, 2]
    assert loaded == ["once"]


def it_remembers_what_was_asked_for_found_or_not_and_no_suggestion() -> None:
    store = Store(lambda: FACTS)
    assert list(store)
    assert store.asked == {}
    store.get(Key("khong_co"))
    store.get(Key("a"))
    assert store.asked == {Key("khong_co"): None, Key("a"): FACTS[0]}


@pytest.mark.parametrize("key", [Key("b"), Key("b", "xa"), Key("b", "", "quy_1"), Key("a", "xa")])
def it_takes_the_fact_of_no_other_unit_or_period(key: Key) -> None:
    assert Store(lambda: FACTS).get(key) is None


def it_keeps_the_first_of_two_facts_under_one_key_and_tells_of_both() -> None:
    store = Store(lambda: FACTS)
    assert store.get(Key("a")) == FACTS[0]
    assert list(store.twice) == [(FACTS[0], FACTS[2])]


def it_names_the_files_of_what_was_asked_for() -> None:
    places = Places([Place("content/a/2025/x.yaml"), Place("content/b/2025/y.yaml")])
    facts = Facts(Store(lambda: (Fact(Key("a"), None, 0), Fact(Key("b"), None, 1))))  # type: ignore[arg-type]
    assert facts.files(places) == set()
    facts.muc_tieu.get(Key("b"))
    facts.muc_tieu.get(Key("khong_co"))
    assert facts.files(places) == {"content/b/2025/y.yaml"}
