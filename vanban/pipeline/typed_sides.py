"""What is compared, as it was typed: a range of git, a name that is none of its revisions; and whether of the two
revisions one has grown from the other."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from vanban.errors import WrongUse
from vanban.model.review import Version
from vanban.pipeline.git import Repository, lies_in_git, repository
from vanban.pipeline.project import Project

# No name of a revision holds two dots, and none begins or ends as the path of a folder above does.
_RANGE = re.compile(r"(|[^\s/.]|\S*?[^\s/.])(\.{2,3})((?![./])\S*)")


def ends_of_range(project: Project, base: str, head: str) -> tuple[str, ...]:
    """Base and head of "A..B" and "A...B", and for the latter a sentence that says what is compared; what was typed,
    where it is no range. An end that is left out is HEAD, as in git.

    Raises WrongUse for a range beside another side, and where two revisions have not grown from one.
    """
    found = [_RANGE.fullmatch(name) if name and not Path(name).exists() else None for name in (base, head)]
    if found[1] or found[0] and head:
        raise WrongUse(f"“{head if found[1] else base}” đã nói so hai bản nào; không ghi thêm bản khác")
    if found[0] is None:
        return base, head
    old, dots, new = (each or "HEAD" for each in found[0].groups())
    if dots == "..":
        return old, new
    start = repository(project.root).merge_base(old, new)
    return start, new, f"So từ chỗ {new} tách khỏi {old}: chỉ những gì {new} đã sửa từ đó."


def refuse_path(project: Project, name: str) -> None:
    """Raises WrongUse for the path of a file, and of what is not there, that is no revision either."""
    path = Path(name)
    if not name or path.is_dir() or not (path.exists() or _looks_like_path(path)):
        return
    if lies_in_git(project.root) and repository(project.root).knows(name):
        return
    if path.exists():
        raise WrongUse(f"{name} là tệp; diff so hai bản trong git hoặc hai thư mục. So dự thảo với lần dự thảo trước: "
                       f"diff --du-thao {name}; so văn bản đã ban hành với lời văn đã lưu: diff --ban-hanh {name}")
    raise WrongUse(f"không có thư mục {name}; xem lại tên thư mục, hoặc ghi một bản trong git")


def _looks_like_path(path: Path) -> bool:
    """Whether what is not there was meant as a file or folder, by where it would lie."""
    above = (path.parent, Path(*path.parts[:1]))
    return path.is_absolute() or len(path.parts) > 1 and any(each.is_dir() for each in above)


def order_notes(git: Repository | None, versions: Sequence[Version]) -> Iterator[str]:
    """Says of a base that the head has not grown from that its own changes are shown as undone."""
    if git is None or versions[0].kind != "revision" or versions[1].kind == "folder":
        return
    old, new = versions
    named = new.name if new.commit else "HEAD"
    after = new.commit or git.version("HEAD").commit
    if git.grows_from(after, old.commit):
        return
    if git.is_shallow:
        yield (f"Bản sao này của kho chỉ có phần lịch sử mới nhất nên không biết {new.name} có từ {old.name} mà ra "
               "không.")
    elif git.grows_from(old.commit, after):
        yield f"Bản cũ {old.name} được ghi sau bản mới {new.name}: thay đổi được nêu theo chiều ngược lại."
    else:
        yield (f"{old.name} có những lần ghi mà {new.name} chưa có; những gì sửa ở đó hiện ra như bị bỏ. Chỉ xem phần "
               f"{named} đã sửa: diff {old.name}...{named}")
