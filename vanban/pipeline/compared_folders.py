"""A folder that is to be compared, as it was typed → the content folder whose registers its documents have, and what it
is called on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from vanban.errors import WrongUse
from vanban.readers.catalogue import SHARED


@dataclass(frozen=True, slots=True)
class ComparedFolder:
    """typed    the folder that was named
    content  the content folder with registers that it is, has or lies in
    below    which part of that is compared: "nghe_an/2025"; "" for all of it
    """

    typed: Path
    content: Path
    below: str


def compared_folder(name: str) -> ComparedFolder:
    """The folder of that name. Raises WrongUse where no registers go with it, since each document would be at fault."""
    typed = Path(name).resolve()
    inside = (typed / "content").resolve()
    if (inside / SHARED).is_dir():
        return ComparedFolder(typed, inside, "")
    for content in (typed, *typed.parents):
        if (content / SHARED).is_dir():
            return ComparedFolder(typed, content, "/".join(typed.relative_to(content).parts))
    raise WrongUse(f"{name} không nằm trong thư mục nào có {SHARED} (sổ cơ quan, sổ căn cứ …) nên không so sánh được; "
                   f"ghi thư mục nằm trong một content/ có {SHARED}")


def names_on_paper(root: Path, folders: Sequence[ComparedFolder]) -> list[str]:
    """What folders are called: from the project at `root`; of others the end of the path from the content folder on,
    and as much before that as tells them apart, since the rest is the machine's."""
    kinds = len({each.typed for each in folders})
    longest = max((len(each.typed.parts) for each in folders), default=0)
    tries = ([_name(root.resolve(), each, more) for each in folders] for more in count())
    return next(names for more, names in enumerate(tries) if len({*names}) == kinds or more > longest)


def _name(root: Path, folder: ComparedFolder, more: int) -> str:
    if root in folder.typed.parents:
        return folder.typed.relative_to(root).as_posix()
    own = 1 + (len(folder.below.split("/")) if folder.below else 0)
    return "/".join(folder.typed.parts[1:][-(own + more):]) or folder.typed.as_posix()
