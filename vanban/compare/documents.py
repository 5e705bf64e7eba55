"""The documents of two sides → which is which: by folder and id, by file, by id in another year, by type and title, by
their words."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from vanban.compare.likeness import alike, bag
from vanban.compare.outline import sheet
from vanban.compare.sheet import Document
from vanban.model.change import Deed
from vanban.order import heaviest

# How alike the words of two documents are that have neither id nor file in common.
_ALIKE = 0.5
_KEYS: tuple[Callable[[Document], Hashable], ...] = (
    lambda each: each.name, lambda each: each.path,
    lambda each: (each.unit, each.head.loai_van_ban, each.own_name),
    lambda each: (each.head.loai_van_ban, each.own_name),
    lambda each: (each.head.loai_van_ban, each.head.trich_yeu),
)


@dataclass(frozen=True, eq=False, slots=True)
class DocumentPair:
    """A document on both sides, or on one."""

    old: Document | None
    new: Document | None

    @property
    def there(self) -> Document:
        """The new one, else the old one."""
        document = self.new or self.old
        if document is None:
            raise ValueError("a document that is on no side")
        return document


def document_pairs(olds: Sequence[Document], news: Sequence[Document]) -> list[DocumentPair]:
    """All documents, in the order of the new side; what is gone behind what stood before it."""
    partners: dict[Document, Document] = {}

    def free(documents: Sequence[Document]) -> list[Document]:
        return [each for each in documents if each not in partners]

    def add(old: Document, new: Document) -> None:
        partners[old], partners[new] = new, old

    for key in _KEYS:
        before, after = (_once(free(documents), key) for documents in (olds, news))
        for own, old in before.items():
            if own in after:
                add(old, after[own])
    _by_words(free(olds), free(news), add)
    return _in_order(olds, news, partners)


def _in_order(
    olds: Sequence[Document], news: Sequence[Document], partners: dict[Document, Document]
) -> list[DocumentPair]:
    out = [DocumentPair(partners.get(new), new) for new in news]
    before: Document | None = None
    for old in olds:
        if old not in partners:
            at = next((at for at, pair in enumerate(out) if before and pair.old is before), -1)
            out.insert(at + 1, DocumentPair(old, None))
        before = old
    return out


def _by_words(olds: Sequence[Document], news: Sequence[Document], add: Callable[[Document, Document], None]) -> None:
    """Documents of one type whose words are most alike."""
    if not (olds and news):
        return
    before, after = ([bag(" ".join(sheet(each).words)) for each in documents] for documents in (olds, news))
    shares = alike(before, after, _ALIKE)
    taken: set[Document] = set()
    for one, other in sorted(shares, key=lambda places: (-shares[places], places)):
        old, new = olds[one], news[other]
        if old.head.loai_van_ban == new.head.loai_van_ban and not {old, new} & taken:
            taken |= {old, new}
            add(old, new)


def _once(documents: Sequence[Document], key: Callable[[Document], Hashable]) -> dict[Hashable, Document]:
    """The documents whose key no other has."""
    counts = Counter(map(key, documents))
    return {key(each): each for each in documents if counts[key(each)] == 1}


def deeds(pairs: Sequence[DocumentPair]) -> Iterator[tuple[DocumentPair, Deed]]:
    """The documents that are new, gone, or attached elsewhere, no longer, or in another order now."""
    names = {pair.old.name: pair.new.name for pair in pairs if pair.old and pair.new}
    there = {"", *(pair.new.name for pair in pairs if pair.new)}  # what it is attached to may not be compared
    staying: dict[tuple[str, str], list[tuple[int, DocumentPair]]] = {}
    for pair in pairs:
        old, new = pair.old, pair.new
        if old is None or new is None:
            yield pair, "added" if new else "removed"
            continue
        before = names.get(old.attached_to) if old.attached_to else ""
        if before is not None and before != new.attached_to and new.attached_to in there:
            yield pair, "moved"
        else:
            staying.setdefault((new.issuing, new.attached_to), []).append((old.number, pair))
    for together in staying.values():
        kept = heaviest([number for number, _ in together], [1.0] * len(together))
        yield from ((pair, "moved") for at, (_, pair) in enumerate(together) if at not in kept)


def titles(documents: Sequence[Document]) -> dict[str, str]:
    """What each document is called, by its name; nothing is called nothing."""
    return {"": "", **{each.name: each.title for each in documents}}
