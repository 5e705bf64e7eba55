"""The words for places and names that several parts of a comparison say."""

from vanban.glossary import names

# Of a long title so many letters tell which it is.
_LETTERS = 60


def zone_words(name: str, count: int = 0) -> str:
    """What a zone is called; with `count` a line of it: "căn cứ, dòng 3"."""
    label = names()[name].label
    label = label[:1].lower() + label[1:]
    return f"{label}, dòng {count}" if count else label


def quoted(title: str) -> str:
    """A title in quotation marks, the end of a long one left out."""
    words = " ".join(title.replace("|", " ").split())
    short = words if len(words) <= _LETTERS else f"{words[:_LETTERS].rpartition(' ')[0]} …"
    return f"“{short}”"
