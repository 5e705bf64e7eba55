"""Going through the tree by its fields: everything is reached, in the order of print, and what stays is not made anew."""

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

import pytest

from tests.support.sample import ROOT
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import NoteMark, Question, Reference, Run
from vanban.model.rebuild import LEFT_OUT, found, rebuilt
from vanban.model.running_text import Item, Paragraph, Text
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project


@dataclass(frozen=True, slots=True)
class Leaf:
    word: str


@dataclass(frozen=True, slots=True)
class Branch:
    first: Leaf | None = None
    more: tuple["Branch | Leaf", ...] = ()
    copy: Leaf | None = field(default=None, metadata=LEFT_OUT)


TREE = Branch(Leaf("a"), (Leaf("b"), Branch(Leaf("c"), (Branch(), Leaf("d")))), copy=Leaf("e"))


def it_finds_nodes_in_the_order_of_the_fields() -> None:
    assert [leaf.word for leaf in found(TREE, Leaf)] == ["a", "b", "c", "d"]
    assert [type(node).__name__ for node in found(TREE, Leaf, Branch)] == [
        "Branch", "Leaf", "Leaf", "Branch", "Leaf", "Branch", "Leaf"]


def it_changes_what_a_node_holds_before_the_node() -> None:
    seen: list[str] = []
    words = {Leaf: lambda leaf: seen.append(leaf.word) or leaf, Branch: lambda branch: seen.append("+") or branch}
    assert rebuilt(TREE, words) is TREE
    assert "".join(seen) == "abc+d++"


def it_leaves_alone_what_repeats_other_fields() -> None:
    assert rebuilt(TREE, {Leaf: lambda leaf: Leaf("x")}).copy == Leaf("e")


def it_keeps_a_node_in_which_nothing_changes_the_same_object() -> None:
    changed = rebuilt(TREE, {Leaf: lambda leaf: Leaf("C") if leaf.word == "c" else leaf})
    assert changed.first is TREE.first
    assert changed.more[0] is TREE.more[0]
    assert changed.more[1].more is TREE.more[1].more
    assert rebuilt(TREE, {Leaf: lambda leaf: leaf}) is TREE


@pytest.fixture(scope="module")
def documents() -> list[VanBan]:
    return [van_ban for bo in check(Project(ROOT)).sets for van_ban in bo]


def everything(node: Any, kind: type) -> list[Any]:
    """Nodes of a type by brute force: every field of every dataclass, but those that are left out."""
    if isinstance(node, tuple):
        return [inner for each in node for inner in everything(each, kind)]
    own = [node] if isinstance(node, kind) else []
    if not is_dataclass(node):
        return own
    return own + [inner for each in fields(node) if "left_out" not in each.metadata
                  for inner in everything(getattr(node, each.name), kind)]


@pytest.mark.parametrize("kind", [Run, Reference, NoteMark, Question, Paragraph, Item, Text, DeMuc])
def it_reaches_every_node_of_the_samples(documents: list[VanBan], kind: type) -> None:
    for van_ban in documents:
        assert list(found(van_ban, kind)) == everything(van_ban, kind)
        seen = []
        assert rebuilt(van_ban, {kind: lambda node, seen=seen: seen.append(node) or node}) is van_ban
        assert len(seen) == len(everything(van_ban, kind))
