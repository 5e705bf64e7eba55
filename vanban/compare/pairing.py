"""Two sheets of one document → which node of the old one is which of the new one.

By ids; by equal content, where that stands once on both sides wherever that is, else in order; by likeness, in order,
between what stands firm around it; elsewhere in the document where two are nearly equal; and last by place. Columns,
rows and cells are paired inside of their tables, which `table_pairing` does.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from vanban.compare.likeness import Bag, alike, bag
from vanban.compare.sheet import Node, Sheet
from vanban.compare.table_pairing import column_ids, of_kind, pair_cells, pair_columns, pair_row_ids, row_words
from vanban.order import common, rising

# How alike two are that stand between the same neighbours, and two that do not.
_HERE, _ELSEWHERE = 0.5, 0.85
# What two blank cells count of two that say the same.
_BLANK = 0.25
# Of so many pairs of what is left each is tried.
_MOST = 100
# Fewer words may stand anywhere by chance.
_WORDS = 4
# What may be one node said otherwise: a signed line may lose its sign, a table never becomes a picture.
_FAMILIES = {"zone_line": "zone_line", "heading": "heading", "text": "text", "table": "table", "picture": "picture",
             "note": "note", "row": "row", "below": "below", "column": "column", "cell": "cell", "head": "head"}
_Match = tuple[Node, Node]


@dataclass(eq=False, slots=True)
class Pairing:
    """Partners of nodes, by the node, both ways."""

    old: Sheet
    new: Sheet
    _partners: dict[Node, Node] = field(default_factory=dict)
    _bags: dict[Node, Bag] = field(default_factory=dict)

    def of(self, node: Node) -> Node | None:
        """The same node on the other side; None where it is not there."""
        return self._partners.get(node)

    def pairs(self) -> Iterator[_Match]:
        """All pairs, in the order of the old document."""
        return ((node, partner) for node in self.old.root.walk() if (partner := self._partners.get(node)))

    def add(self, old: Node, new: Node) -> None:
        self._partners[old], self._partners[new] = new, old

    def free(self, nodes: Sequence[Node]) -> list[Node]:
        return [node for node in nodes if node not in self._partners]

    def whole(self, node: Node) -> Bag:
        """The words of a node and of all below it."""
        return self._bag(node, node.all_lines())

    def bag(self, node: Node) -> Bag:
        """The words of a node; of one that has none of its own those below it."""
        if node not in self._bags:
            self._bags[node] = self._bag(node, node.lines if node.lines and node.kind != "row" else node.all_lines())
        return self._bags[node]

    def _bag(self, node: Node, lines: Sequence[int]) -> Bag:
        sheet = self.old if _root(node) is self.old.root else self.new
        return bag(" ".join(sheet.words[line] for line in lines))


def pair(old: Sheet, new: Sheet) -> Pairing:
    """The pairing of two sheets of one document."""
    pairing = Pairing(old, new)
    pairing.add(old.root, new.root)
    _by_id(pairing)
    _by_content(pairing)
    _in_strangers(pairing, by_place=False)  # first: by what stands in them headings are known that are called otherwise
    _below(pairing, old.root, new.root, by_place=False)
    _elsewhere(pairing)
    _below(pairing, old.root, new.root, by_place=True)
    _in_strangers(pairing, by_place=True)
    return pairing


def _root(node: Node) -> Node:
    while node.above:
        node = node.above
    return node


# Over the whole document


def _by_id(pairing: Pairing) -> None:
    """Zones by their names, nodes by ids that stand once on both sides."""
    sides = [_once(sheet, lambda node: (_family(node), node.ma) if node.ma and node.kind not in _OF_TABLES else None)
             for sheet in (pairing.old, pairing.new)]
    for key, node in sides[0].items():
        if key in sides[1]:
            pairing.add(node, sides[1][key])


def _by_content(pairing: Pairing) -> None:
    """What is the same, and stands once on both sides, wherever that is; and all that stands in it."""
    sides = [_once(sheet, lambda node: (_family(node), node.key) if _is_told_by_words(node) else None)
             for sheet in (pairing.old, pairing.new)]
    for key, node in sides[0].items():
        other = sides[1].get(key)
        if other and node not in pairing._partners and other not in pairing._partners:
            _wholly(pairing, node, other)


def _wholly(pairing: Pairing, old: Node, new: Node) -> None:
    """Pairs two equal nodes and what stands in them, but for what has an id of its own elsewhere."""
    for one, other in zip(old.walk(), new.walk(), strict=True):
        if pairing.of(one) is None and pairing.of(other) is None:
            pairing.add(one, other)


def _is_told_by_words(node: Node) -> bool:
    if node.kind in _OF_TABLES or node.kind in ("zone", "body", "notes", "document"):
        return False
    return node.kind in ("table", "picture") or len(node.typed.split()) >= _WORDS


def _elsewhere(pairing: Pairing) -> None:
    """Lines and headings that have no partner yet, with the most alike one anywhere in the document."""
    _holding_the_same(pairing)
    left = [[node for node in pairing.free([*sheet.root.walk()]) if node.kind in ("text", "heading")
             and pairing.bag(node).total() >= _WORDS] for sheet in (pairing.old, pairing.new)]
    shares = alike([pairing.bag(node) for node in left[0]], [pairing.bag(node) for node in left[1]], _ELSEWHERE)
    for one, other in sorted(shares, key=lambda places: (-shares[places], places)):
        old, new = left[0][one], left[1][other]
        if _family(old) == _family(new) and not {old, new} & pairing._partners.keys():
            pairing.add(old, new)


def _holding_the_same(pairing: Pairing) -> None:
    """Headings and tables in which the same stands, whatever they are called and wherever they are."""
    for node in pairing.free([*pairing.old.root.walk()]):
        if node.kind in ("heading", "table"):
            inside = [*node.walk()][1:]
            holders = Counter(level for each in inside if (partner := pairing.of(each)) for level in _above(partner)
                              if level.kind == node.kind and pairing.of(level) is None)
            for holder, count in holders.most_common(1):
                if 2 * count >= len(inside):
                    pairing.add(node, holder)


def _above(node: Node) -> Iterator[Node]:
    """What a node stands in, innermost first."""
    while node.above:
        node = node.above
        yield node


def _once(sheet: Sheet, key: Callable[[Node], object]) -> dict[object, Node]:
    """The nodes whose key no other has."""
    found = [(own, node) for node in sheet.root.walk() if (own := key(node)) is not None]
    counts = Counter(own for own, _ in found)
    return {own: node for own, node in found if counts[own] == 1}


# Below matched parents


def _in_strangers(pairing: Pairing, *, by_place: bool) -> None:
    """Pairs what stands in nodes that are the same one though what they stand in is not, or is not known yet."""
    for old, new in [*pairing.pairs()]:
        if old.above and pairing.of(old.above) is None and old.kind == new.kind and old.children:
            _below(pairing, old, new, by_place=by_place)


def _below(pairing: Pairing, old: Node, new: Node, *, by_place: bool) -> None:
    """Pairs what stands in two nodes that are the same one; again, for what is left then, also by place."""
    if old.kind == "table":
        _table(pairing, old, new, by_place)
        return
    _children(pairing, old.children, new.children, by_place)
    for child in old.children:
        partner = pairing.of(child)
        if partner and child.kind == partner.kind and child.children:
            _below(pairing, child, partner, by_place=by_place)


def _table(pairing: Pairing, old: Node, new: Node, by_place: bool) -> None:
    """Rows are compared in the columns that both tables have. Two tables that share none have no row in common."""
    def add(one: Node, other: Node) -> None:
        if pairing.of(one) is None and pairing.of(other) is None:
            pairing.add(one, other)

    def pair_lists(olds: Sequence[Node], news: Sequence[Node]) -> None:
        _children(pairing, olds, news, by_place)

    pair_columns(old, new, add, pair_lists)
    pair_row_ids(old, new, add)
    columns = column_ids(old, pairing.of)
    known = [columns, {other: other for other in columns.values()}]
    rows, others = of_kind(old, "row"), of_kind(new, "row")
    signs = {row: row_words(row, known[side]) for side, nodes in enumerate((rows, others)) for row in nodes}
    _children(pairing, rows, others, by_place, (lambda node: signs[node],))
    for row in rows:
        if partner := pairing.of(row):
            pair_cells(row, partner, columns, add)
    pair_lists(of_kind(old, "below"), of_kind(new, "below"))


_Sign = Callable[[Node], object]
_SIGNS: tuple[_Sign, ...] = (lambda node: node.key if node.typed.strip() or node.children else None,
                             lambda node: (node.kind, node.typed) if node.typed.strip() else None)


def _children(
    pairing: Pairing, old: Sequence[Node], new: Sequence[Node], by_place: bool, signs: Sequence[_Sign] = _SIGNS
) -> None:
    for sign in signs:
        for one, other in common(_firm(pairing, old, sign), _firm(pairing, new, sign)):
            if pairing.of(old[one]) is None:
                pairing.add(old[one], new[other])
        _equal(pairing, old, new, sign)
    for olds, news in (*_gaps(pairing, old, new), *_under(pairing, old, new)):
        _by_likeness(pairing, olds, news)
    if by_place:
        for olds, news in (*_gaps(pairing, old, new), *_under(pairing, old, new)):
            _by_place(pairing, pairing.free(olds), pairing.free(news))
        _where_they_fit(pairing, old, new)


def _equal(pairing: Pairing, old: Sequence[Node], new: Sequence[Node], sign: _Sign) -> None:
    """What is the same in another order."""
    waiting: dict[object, list[Node]] = defaultdict(list)
    for node in pairing.free(new):
        waiting[_family(node), sign(node)].append(node)
    for node in pairing.free(old):
        known = waiting[_family(node), sign(node)]
        if known and sign(node) is not None:
            pairing.add(node, known.pop(0))


def _firm(pairing: Pairing, nodes: Sequence[Node], sign: _Sign) -> list[object]:
    """What each is known by: a pair that there is already, else what was typed."""
    found: list[object] = []
    for node in nodes:
        if partner := pairing.of(node):
            found.append(("pair", min(id(node), id(partner))))
        else:
            said = sign(node)
            found.append(("nothing", id(node)) if said is None else ("typed", _family(node), said))
    return found


def _gaps(pairing: Pairing, old: Sequence[Node], new: Sequence[Node]) -> list[tuple[list[Node], list[Node]]]:
    """What has no partner yet between what stands firm, on both sides. Where one of two has moved past the other, that
    one stands firm beside which more can be paired."""
    before, after = (_firm(pairing, nodes, id) for nodes in (old, new))
    found = [_between(pairing, old, new, firm) for firm in _rows_of_pairs(before, after)]
    return max(found, key=lambda gaps: sum(min(len(olds), len(news)) for olds, news in gaps))


def _rows_of_pairs(old: Sequence[object], new: Sequence[object]) -> Iterator[Sequence[tuple[int, int]]]:
    """The longest common rows, from the front and, where that is another one, from the back."""
    front = common(old, new)
    back = [(len(old) - 1 - one, len(new) - 1 - other) for one, other in reversed(common(old[::-1], new[::-1]))]
    yield front
    if back != front:
        yield back


def _between(
    pairing: Pairing, old: Sequence[Node], new: Sequence[Node], firm: Sequence[tuple[int, int]]
) -> list[tuple[list[Node], list[Node]]]:
    gaps: list[tuple[list[Node], list[Node]]] = []
    start = new_start = 0
    for end, new_end in [*firm, (len(old), len(new))]:
        olds, news = pairing.free(old[start:end]), pairing.free(new[new_start:new_end])
        if olds and news:
            gaps.append((olds, news))
        start, new_start = end + 1, new_end + 1
    return gaps


def _under(pairing: Pairing, old: Sequence[Node], new: Sequence[Node]) -> Iterator[tuple[list[Node], list[Node]]]:
    """What has no partner yet below signed lines that are the same one, wherever they stand now."""
    groups: dict[Node, tuple[list[Node], list[Node]]] = {}
    for side, nodes in enumerate((old, new)):
        for node in pairing.free(nodes):
            if node.under and (partner := pairing.of(node.under)):
                groups.setdefault(partner if side == 0 else node.under, ([], []))[side].append(node)
    return (group for group in groups.values() if all(group))


def _by_likeness(pairing: Pairing, olds: Sequence[Node], news: Sequence[Node]) -> None:
    """The pairs, in order, that have most in common together."""
    shares = alike([pairing.bag(node) for node in olds], [pairing.bag(node) for node in news], _HERE)
    for more in (_by_what_is_in(pairing, olds, news), _by_cells(olds, news)):
        shares |= {places: share for places, share in more.items() if share > shares.get(places, 0)}
    for places, share in _by_whole_sections(pairing, olds, news).items():
        shares[places] = shares.get(places, 0) + share
    shares = {(one, other): share for (one, other), share in shares.items()
              if _family(olds[one]) == _family(news[other])}
    for one, other in _best(shares, len(olds), len(news)):
        pairing.add(olds[one], news[other])


def _by_whole_sections(pairing: Pairing, olds: Sequence[Node], news: Sequence[Node]) -> dict[tuple[int, int], float]:
    """Where several headings may be one: how alike they are with all that stands below them. A title of a few words is
    soon like another one."""
    among = [[at for at, node in enumerate(nodes) if node.kind == "heading" and node.lines and node.children]
             for nodes in (olds, news)]
    if not all(among) or len(among[0]) == len(among[1]) == 1:
        return {}
    old, new = ([pairing.whole(nodes[at]) for at in own] for nodes, own in zip((olds, news), among, strict=True))
    return {(among[0][one], among[1][other]): share for (one, other), share in alike(old, new, _HERE).items()}


def _by_what_is_in(
    pairing: Pairing, olds: Sequence[Node], news: Sequence[Node]
) -> dict[tuple[int, int], float]:
    """Of headings and tables: the share of what stands in both that is paired already."""
    places = {node: at for at, node in enumerate(news) if node.children}
    found: dict[tuple[int, int], float] = {}
    for at, node in enumerate(olds):
        inside = [*node.walk()][1:]
        partners = [_child_of(partner, places) for each in inside if (partner := pairing.of(each))]
        for partner, count in Counter(filter(None, partners)).items():
            if 2 * count >= len(inside):
                found[at, places[partner]] = count / len(inside)
    return found


def _by_cells(olds: Sequence[Node], news: Sequence[Node]) -> dict[tuple[int, int], float]:
    """Of rows: the share of cells that say the same."""
    cells = [[{cell.ma: cell.typed.strip() for cell in node.children} if node.kind == "row" else {} for node in nodes]
             for nodes in (olds, news)]
    found: dict[tuple[int, int], float] = {}
    for at, own in enumerate(cells[0]):
        for other, theirs in enumerate(cells[1] if own else ()):
            pairs = [(own.get(ma, ""), theirs.get(ma, "")) for ma in own.keys() | theirs.keys()]
            weights = [1.0 if any(pair) else _BLANK for pair in pairs]
            same = sum(weight for weight, (one, another) in zip(weights, pairs, strict=True) if one == another)
            if theirs and same >= _HERE * sum(weights):
                found[at, other] = same / sum(weights)
    return found


def _child_of(node: Node, among: dict[Node, int]) -> Node | None:
    """The one of `among` that `node` stands in."""
    while node.above and node not in among:
        node = node.above
    return node if node in among else None


def _best(shares: dict[tuple[int, int], float], rows: int, columns: int) -> list[tuple[int, int]]:
    """The row of pairs, both places rising, with the highest sum."""
    if len(shares) == 1:
        return [*shares]
    by_row: dict[int, list[int]] = defaultdict(list)
    for one, other in shares:
        by_row[one].append(other)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for one in range(rows):
        above, here, known = best[one], best[one + 1], by_row.get(one, ())
        for other in range(columns):
            here[other + 1] = max(above[other + 1], here[other])
            if other in known:
                here[other + 1] = max(here[other + 1], above[other] + shares[one, other])
    found: list[tuple[int, int]] = []
    one, other = rows, columns
    while one and other:
        if best[one][other] == best[one - 1][other]:
            one -= 1
        elif best[one][other] == best[one][other - 1]:
            other -= 1
        else:
            one, other = one - 1, other - 1
            found.append((one, other))
    return found[::-1]


def _by_place(pairing: Pairing, olds: Sequence[Node], news: Sequence[Node]) -> None:
    """One behind the other, of each family; what holds others and is like nothing is another thing."""
    for family in dict.fromkeys(map(_family, olds)):
        own, others = ([node for node in nodes if _family(node) == family and _stands_for_itself(node, nodes)]
                       for nodes in (olds, news))
        for one, other in zip(own, others, strict=False):
            pairing.add(one, other)


def _where_they_fit(pairing: Pairing, old: Sequence[Node], new: Sequence[Node]) -> None:
    """What is left: the most alike, then by place two between which nothing stays that would part them. What has moved
    parts nothing."""
    olds, news = pairing.free(old), pairing.free(new)
    if not 0 < len(olds) * len(news) <= _MOST:
        return
    shares = alike([pairing.bag(node) for node in olds], [pairing.bag(node) for node in news], _HERE)
    for one, other in sorted(((one, other) for one in range(len(olds)) for other in range(len(news))),
                             key=lambda places: (-shares.get(places, 0), places)):
        before, after = olds[one], news[other]
        is_free = pairing.of(before) is None and pairing.of(after) is None and _family(before) == _family(after)
        if is_free and ((one, other) in shares or _stands_for_itself(before, olds) and _stands_for_itself(after, news)
                        and _fits(pairing, old, new, before, after)):
            pairing.add(before, after)


def _fits(pairing: Pairing, old: Sequence[Node], new: Sequence[Node], before: Node, after: Node) -> bool:
    """Whether a pair more keeps its order with as many of the others as keep it among themselves."""
    places = {node: at for at, node in enumerate(new)}
    pairs = [(at, places[partner]) for at, node in enumerate(old)
             if (partner := pairing.of(node)) is not None and partner in places]
    more = sorted([*pairs, (next(at for at, node in enumerate(old) if node is before), places[after])])
    return len(rising(more)) > len(rising(pairs))


def _stands_for_itself(node: Node, among: Sequence[Node]) -> bool:
    """Whether it holds nothing, or only the line that runs on behind its mark, or only one cell that says something."""
    if any(each.under is node for each in among):
        return False
    if node.kind == "row":
        return sum(bool(cell.typed.strip()) for cell in node.children) < 2
    return not node.children or not node.lines and len(node.children) == 1


def _family(node: Node) -> str:
    return _FAMILIES.get(node.kind, node.kind)


# What is paired inside of its table only.
_OF_TABLES = ("head", "column", "row", "cell")
