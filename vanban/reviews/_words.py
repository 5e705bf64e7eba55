"""The words that a form prints below a change: which they are, and whether they stand there already."""

from vanban.model.change import Change, DocumentChanges


def has_other_words(change: Change) -> bool:
    """Whether a change has other words on the two sides."""
    return any(piece.of != "both" for piece in change.pieces)


def is_said(change: Change, before: Change | None) -> bool:
    """Whether the change told right before has the same words: two figures of one sentence."""
    return bool(before and before.new and change.new and change.pieces and before.pieces == change.pieces
                and before.new.lines == change.new.lines)


def whole_words(change: Change, document: DocumentChanges) -> list[str]:
    """The lines that were put in or taken out; the numbers of columns are none."""
    spot, side = (change.new, document.new) if change.new else (change.old, document.old)
    if spot is None:
        return []
    cells = [side.lines[at].cell if side and side.name == spot.document else None for at in spot.lines]
    roles = [cell.role if cell else "" for cell in cells] or [""] * len(spot.texts)
    return [text for text, role in zip(spot.texts, roles, strict=True) if text.strip() and role != "so_cot"]
