"""A review → the plain data that the page draws: what its script reads, and the one place that knows their form.

Numbers of changes, of documents and of the blocks of a document are their places in the lists that hold them.
"""

from collections.abc import Sequence

from vanban.dates import short_date
from vanban.findings import Finding, Place
from vanban.model.change import Change, Consequence, DocumentChanges, Spot
from vanban.model.review import Review
from vanban.reviews._page._document import document_data
from vanban.reviews._page._drawing import Drawn, drawn
from vanban.reviews._page._kinds import KINDS, kinds_of, weight_of
from vanban.reviews._page._marked import Index, marked, shortened
from vanban.reviews._sentences import counted, files, following, place_of, renamed, sentence, version

Data = dict[str, object]
# Where a line of the new side is drawn: by the name of its document and its number, the document and the block.
_Where = dict[tuple[str, int], tuple[int, int]]
# More letters than this make a page slow to open: lines that did not change are then left out, and the page says so.
_MOST_LETTERS = 20_000_000
# Of faults in files so many are told.
_MOST_FAULTS = 100


def data_of(review: Review) -> Data:
    """All that the page draws, the documents with most to look at first."""
    documents = sorted(review.comparison, key=lambda each: -_weight(each))
    changes = [(at, change) for at, document in enumerate(documents) for change in document.changes]
    index = Index()
    for number, (_, change) in enumerate(changes):
        index.take(number, change)
    is_whole = sum(map(_letters, documents)) <= _MOST_LETTERS
    pages = [drawn(each, index) for each in documents]
    where = {(each.name, line): (at, block) for at, (each, page) in enumerate(zip(documents, pages, strict=True))
             for line, block in page.places()}
    titles = {each.name: each.title for each in review.comparison.documents}
    return {
        "old": version(review.old), "new": version(review.new), "authors": list(review.authors),
        "day": short_date(review.made_on) if review.made_on else "", "notes": [*renamed(review), *review.notes],
        "said": counted(review), "whole": is_whole,
        "faults": [_faults("bản cũ", review.base), _faults("bản mới", review.head)],
        "kinds": [list(kind) for kind in KINDS],
        "documents": [{**_document(each, page, titles, is_whole), "issued": review.issued.get(each.issuing, "")}
                      for each, page in zip(documents, pages, strict=True)],
        "changes": [_change(change, at, documents[at], titles, where) for at, change in changes],
    }


def _weight(document: DocumentChanges) -> int:
    return sum(map(weight_of, document.changes))


def _letters(document: DocumentChanges) -> int:
    return sum(len(line.text) for side in (document.old, document.new) if side for line in side.lines)


def _faults(side: str, found: Sequence[Finding]) -> Data:
    """The errors of a side, as far as a page tells them; where: the rest is for `check`."""
    errors = sorted((each for each in found if each.level == "error"), key=lambda each: each.order)
    said = [f"{each.file}:{each.line}:{each.column} {each.code} {each.message}" for each in errors[:_MOST_FAULTS]]
    return {"side": side, "errors": said, "more": len(errors) - len(said)}


def _document(document: DocumentChanges, page: Drawn, titles: dict[str, str], is_whole: bool) -> Data:
    issuing = document.issuing if document.issuing != document.name else ""
    return {
        "name": document.name, "title": document.title, "unit": document.unit, "file": files(document),
        "issuing": titles.get(issuing, issuing), "weight": _weight(document), **document_data(page, is_whole),
    }


# Changes


def _change(change: Change, at: int, document: DocumentChanges, titles: dict[str, str], where: _Where) -> Data:
    return {
        "document": at, "kinds": kinds_of(change), "said": sentence(change), "place": change.place,
        "before": _before(change), "source": _source(_typed_at(change)), "words": _words(change, document),
        "figures": [[each.old, each.new, each.difference] for each in change.figures],
        "code": change.cause.name if change.cause.kind == "figure" else "", "following": following(change),
        "consequences": [_consequence(each, document, titles, where) for each in change.consequences],
    }


def _before(change: Change) -> str:
    """The place on the old side, where it is called otherwise there and the sentence does not say so."""
    if change.old is None or change.new is None or change.deed == "moved" or change.old.place == change.new.place:
        return ""
    return change.old.place


def _typed_at(change: Change) -> Place | None:
    """Where a change is made: what caused it, else its words."""
    spots = (spot.source for spot in (change.new, change.old) if spot)
    return change.cause.source or next(filter(None, spots), None)


def _source(place: Place | None) -> str:
    return f"{place.file}:{place.line}" if place else ""


def _words(change: Change, document: DocumentChanges) -> str:
    """Of a change that is drawn on no line its words; of others "", they are drawn."""
    spot = change.new or change.old
    return " / ".join(spot.texts) if spot and not _is_drawn(spot, document) else ""


def _is_drawn(spot: Spot, document: DocumentChanges) -> bool:
    return bool(spot.lines) and spot.document in {side.name for side in (document.old, document.new) if side}


def _consequence(each: Consequence, document: DocumentChanges, titles: dict[str, str], where: _Where) -> Data:
    name = each.new.document
    whole = [("-", " ".join(each.old.texts)), ("+", " ".join(each.new.texts))]
    return {
        "place": place_of(each), "words": shortened(marked(each.pieces)) if each.pieces else whole,
        "at": next((where[name, line] for line in each.new.lines if (name, line) in where), None),
        "document": "" if name == document.name else titles.get(name, name),
    }
