"""A review for a program, in the form of docs/thay_doi.schema.json."""

import json
from dataclasses import asdict
from typing import Any

from vanban.findings import Place
from vanban.model.change import Change, DocumentChanges, Spot
from vanban.model.review import Review, Version
from vanban.reviews._sentences import sentence

SUFFIX, IN_FILE = "json", False
FORM = 1


def told(review: Review, colour: bool) -> str:
    """The documents in which something changed; lists are empty where all is the same."""
    data = {
        "form": FORM,
        "old": _version(review.old),
        "new": _version(review.new),
        "authors": list(review.authors),
        "made_on": review.made_on and review.made_on.isoformat(),
        "notes": list(review.notes),
        "documents": [_document(each, review.issued.get(each.issuing)) for each in review.comparison],
        "findings": {"old": [asdict(found) for found in review.base], "new": [asdict(found) for found in review.head]},
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _version(side: Version) -> dict[str, Any]:
    return {"kind": side.kind, "name": side.name, "commit": side.commit, "authors": list(side.authors),
            "made_on": side.made_on and side.made_on.isoformat()}


def _document(document: DocumentChanges, issued: str | None) -> dict[str, Any]:
    return {
        "name": document.name, "unit": document.unit, "title": document.title,
        "old_file": document.old and document.old.file, "new_file": document.new and document.new.file,
        "issuing": document.issuing, "issued": issued,
        "changes": [_change(change) for change in document.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    cause = change.cause
    return {
        "subject": change.subject, "deed": change.deed, "sentence": sentence(change),
        "cause": {"kind": cause.kind, "name": cause.name, "old": cause.old, "new": cause.new,
                  "source": _place(cause.source)},
        "old": _spot(change.old), "new": _spot(change.new),
        "pieces": [asdict(piece) for piece in change.pieces],
        "figures": [asdict(figure) for figure in change.figures],
        "consequences": [
            {"effect": each.effect, "old": _spot(each.old), "new": _spot(each.new),
             "pieces": [asdict(piece) for piece in each.pieces]} for each in change.consequences
        ],
    }


def _spot(spot: Spot | None) -> dict[str, Any] | None:
    if spot is None:
        return None
    return {"document": spot.document, "address": spot.address, "place": spot.place, "lines": list(spot.lines),
            "texts": list(spot.texts), "source": _place(spot.source)}


def _place(place: Place | None) -> dict[str, Any] | None:
    return None if place is None else {"file": place.file, "line": place.line, "column": place.column}
