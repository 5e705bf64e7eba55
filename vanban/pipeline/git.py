"""What git keeps of content/: revisions, the files of one, what differs between two. Objects are read, nothing is
checked out, and nothing of a person's settings (hooks, pagers, colours, filters) takes part."""

import os
import re
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vanban.errors import MachineError, WrongUse
from vanban.invisible import printable
from vanban.model.review import Version

_FOLDERS = "diff THƯ_MỤC_CŨ THƯ_MỤC_MỚI"
DEEPEN = "lấy đủ bằng git fetch --unshallow rồi làm lại"
_NO_GIT = f"Máy chưa có git nên chưa so sánh được các bản; cài git, hoặc so sánh hai thư mục: {_FOLDERS}."
# How differences are asked for: changed lines alone, renames followed, nothing of a person's settings.
_BARE = ("-p", "-U0", "--inter-hunk-context=0", "-M", "--no-relative", "--no-ext-diff", "--no-textconv", "--no-color",
         "--src-prefix=a/", "--dst-prefix=b/")
# All that git still holds: branches, tags, what is set aside, what was left by going back; merged sides too.
_EVERYWHERE = ("--all", "--reflog", "--full-history")
_COMMIT = re.compile("[0-9a-f]{40,64}")
_FILE, _LINK = b"blob", b"120000"
# Paths that git is asked about are from the folder that it runs in, those that it answers with from the top.
_CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its path from content/, its object, whether it is a link."""

    path: str
    object: str
    is_link: bool


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a project lies in. `prefix` leads from its top to the project: "" or "van_ban/". `until` is
    when whoever asks it stops waiting, on the clock that runs evenly."""

    root: Path
    prefix: str
    until: float | None = None

    def version(self, name: str) -> Version:
        """The revision that `name` stands for. Raises WrongUse where there is none."""
        commit = self._commit(name)
        if not commit:
            raise WrongUse(f"không có bản “{name}” trong git{self._why_not(name)}")
        return Version("revision", name, commit, *self._said_of(commit))

    def knows(self, name: str) -> bool:
        """Whether a revision has that name."""
        return bool(self._commit(name))

    def _commit(self, name: str) -> str:
        """The one commit that `name` stands for; "" for none, and for what stands for several or excludes some."""
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", check=False)
        found = done.stdout.decode("ascii", "replace").strip()
        return found if not done.returncode and _COMMIT.fullmatch(found) else ""

    def merge_base(self, one: str, other: str) -> str:
        """The last commit that two revisions have both grown from. Raises WrongUse where one of them is none, and where
        there is no such commit."""
        commits = [self.version(each).commit for each in (one, other)]
        done = self._run("merge-base", *commits, check=False)
        if done.returncode:
            why = f"bản sao này của kho chỉ có phần lịch sử mới nhất; {DEEPEN}" if self.is_shallow else \
                "hai bản không cùng lịch sử; ghi hai bản cách nhau bằng dấu cách thì so thẳng hai bản"
            raise WrongUse(f"không tìm được chỗ “{other}” tách khỏi “{one}”: {why}")
        return done.stdout.decode("ascii").strip()

    def grows_from(self, new: str, old: str) -> bool:
        """Whether one commit has all that another one has."""
        return self._run("merge-base", "--is-ancestor", old, new, check=False).returncode == 0

    def between(self, old: str, new: str) -> tuple[tuple[str, ...], date | None]:
        """Who made the commits that `new` has and `old` has not, the last one first; the day of the last."""
        lines = self._lines("log", "-z", "--format=%an%x09%cs", f"{old}..{new}", "--", _CONTENT)
        names = tuple(dict.fromkeys(printable(line.rpartition("\t")[0]) for line in lines))
        return names, date.fromisoformat(lines[0].rpartition("\t")[2]) if lines else None

    def messages(self, old: str, new: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """The commits that `new` has and `old` has not, each before those that it was made from: its name, these, its
        message."""
        out = self._run("log", "-z", "--topo-order", "--no-show-signature", "--encoding=UTF-8",
                        "--format=%H%x09%P%x09%B", f"{old}..{new}")
        for entry in filter(None, out.stdout.decode("utf-8", "replace").split("\0")):
            name, parents, message = entry.split("\t", 2)
            yield name.strip(), tuple(parents.split()), message

    def differences(self, pairs: Sequence[tuple[str, str]], paths: Sequence[str]) -> list[bytes]:
        """What differs in some files, from the project, for each commit and another one before it."""
        if not pairs:
            return []
        asked = "".join(f"{name} {before}\n" for name, before in pairs)
        out = self._run("-c", "core.quotePath=false", "diff-tree", "--stdin", "--always", "-r", *_BARE, "--",
                        *paths, given=asked).stdout
        starts = [match.start() for match in re.finditer(rb"(?m)^[0-9a-f]{40,64}$", out)]
        return [out[start:end] for start, end in zip(starts, [*starts[1:], len(out)], strict=True)]

    def unsaved(self, paths: Sequence[str]) -> list[bytes]:
        """The same of the working tree and HEAD: one difference."""
        return [b"\n" + self._run("-c", "core.quotePath=false", "diff", *_BARE, "HEAD", "--", *paths).stdout]

    def files(self, commit: str) -> list[Blob]:
        """The files of content/ in a revision."""
        out = self._run("ls-tree", "-r", "-z", "--full-tree", commit, "--", f"{self.prefix}content/").stdout
        found: list[Blob] = []
        for entry in filter(None, out.split(b"\0")):
            about, _, path = entry.partition(b"\t")
            mode, kind, name = about.split()
            if kind == _FILE:  # a submodule is another repository's
                inside = os.fsdecode(path).removeprefix(f"{self.prefix}content/")
                found.append(Blob(inside, name.decode("ascii"), mode == _LINK))
        return found

    def read(self, blobs: Iterable[Blob]) -> Iterator[tuple[Blob, bytes]]:
        """What these files hold. Raises MachineError where an object is not there (a partial clone, damage)."""
        asked = list(blobs)
        if not asked:
            return
        data = self._run("cat-file", "--batch", given="".join(f"{blob.object}\n" for blob in asked)).stdout
        at = 0
        for blob in asked:
            end = data.index(b"\n", at)
            head = data[at:end].split()
            if head[-1] == b"missing":
                raise MachineError(f"Kho git thiếu nội dung của content/{blob.path}; chạy git fetch rồi làm lại.")
            start = end + 1
            at = start + int(head[2]) + 1
            yield blob, data[start:at - 1]

    def commits(self, path: str, until: str = "") -> Iterator[str]:
        """The commits that changed a file, from content/, the last one first; up to the one named `until`."""
        return iter(self._lines("log", "-z", "--format=%H", until or "HEAD", "--", f"{_CONTENT}/{path}"))

    def renamed(self, commit: str) -> tuple[dict[str, str], list[str]]:
        """Of the files of content/ that a commit, or where it is "" the working tree, has under another name than the
        one before it: the old name by the new one, as git sees it; and what files went away, under whatever name."""
        if commit and self._run("rev-parse", "--verify", "--quiet", f"{commit}^", check=False).returncode:
            return {}, []  # the first one, or the last that a shallow clone has
        sides = [f"{commit}^", commit] if commit else ["HEAD"]
        found = self._lines("diff", "-z", "--name-status", "-M", "--diff-filter=DR", "--no-relative", "--no-ext-diff",
                            "--ignore-submodules", *sides, "--", _CONTENT)
        renamed: dict[str, str] = {}
        gone: list[str] = []
        names = iter(found)
        for status in names:
            gone.append(next(names).removeprefix(f"{self.prefix}{_CONTENT}/"))
            if status.startswith("R"):
                renamed[next(names).removeprefix(f"{self.prefix}{_CONTENT}/")] = gone[-1]
        return renamed, gone

    def unsaved_text(self, path: str) -> bytes | None:
        """What a file, from content/, holds in the working tree; None where it is not there."""
        file = self.root / _CONTENT / path
        return file.read_bytes() if file.is_file() else None

    def every_version(self, ending: str) -> list[Blob]:
        """What every file of content/ of such a name has ever held, in whatever branch, and what is staged of it; the
        latest first. Commits that only the log of a branch still knows count."""
        out = self._run("rev-list", "--objects", *_EVERYWHERE, "--", _CONTENT).stdout
        held = (line.partition(b" ") for line in out.splitlines())
        staged = (entry.partition(b"\t") for entry in
                  self._run("ls-files", "--stage", "-z", "--full-name", "--", _CONTENT).stdout.split(b"\0"))
        found = [(path, object) for object, _, path in held]
        found += ((path, about.split()[1]) for about, _, path in staged if about)
        return [Blob(os.fsdecode(path).removeprefix(f"{self.prefix}content/"), object.decode("ascii"), False)
                for path, object in dict.fromkeys(found) if path.endswith(ending.encode())]

    def commit_of(self, blob: Blob) -> str:
        """A commit in which a file holds this; "" where it is only staged."""
        path = f"{_CONTENT}/{blob.path}"
        changes = f"--find-object={blob.object}"
        commits = self._lines("log", "-z", "--format=%H", "-m", *_EVERYWHERE, changes, "--", path)
        whole = f"{self.prefix}{path}"
        return next((commit for commit in commits if self._object(commit, whole) == blob.object), "")

    def _object(self, commit: str, path: str) -> str:
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{path}", check=False)
        return done.stdout.decode("ascii").strip()

    def text(self, commit: str, path: str) -> bytes | None:
        """What a file, from content/, held in a revision; None where it was not there."""
        done = self._run("cat-file", "blob", f"{commit}:{self.prefix}content/{path}", check=False)
        return None if done.returncode else done.stdout

    def changed(self, old: str, new: str) -> set[str]:
        """The paths, from content/, that are other in another revision, or in the working tree where `new` is ""."""
        sides = [old, new] if new else [old]
        paths = self._lines("diff", "-z", "--name-only", "--no-relative", "--no-renames", "--no-ext-diff",
                            "--ignore-submodules", *sides, "--", _CONTENT)
        if not new:
            paths += self._lines("ls-files", "-z", "--others", "--full-name", "--", _CONTENT)
        return {path.removeprefix(f"{self.prefix}{_CONTENT}/") for path in paths}

    def saying(self, words: str, commit: str) -> Iterator[tuple[str, str]]:
        """The lines with these words in content/ of a revision, of the working tree where `commit` is "": the path of
        the file, from content/, and the line."""
        there = [commit] if commit else ["--untracked"]
        done = self._run("grep", "-z", "-F", "--full-name", "--no-color", "--no-line-number", "-e", words, *there, "--",
                         _CONTENT, check=False)
        if done.returncode > 1:  # 1: no such line
            said = done.stderr.decode("utf-8", "replace").strip()
            raise MachineError(f"Không tìm được trong kho git: {said}")
        for line in done.stdout.splitlines():
            path, _, text = line.partition(b"\0")
            name = os.fsdecode(path).removeprefix(f"{commit}:" if commit else "")
            yield name.removeprefix(f"{self.prefix}{_CONTENT}/"), text.decode("utf-8", "replace")

    def _said_of(self, commit: str) -> tuple[tuple[str, ...], date]:
        name, _, day = self._lines("log", "-1", "-z", "--format=%an%x09%cs", commit)[0].rpartition("\t")
        return (printable(name),), date.fromisoformat(day)

    @property
    def is_shallow(self) -> bool:
        """Whether the clone was made without the older commits."""
        return self._run("rev-parse", "--is-shallow-repository", check=False).stdout.strip() == b"true"

    def _why_not(self, name: str) -> str:
        if self.is_shallow:
            return f": bản sao này của kho chỉ có phần lịch sử mới nhất; {DEEPEN}"
        if name == "HEAD":
            return ": kho chưa có lần lưu (commit) nào"
        return "; xem các bản bằng git log --oneline, các nhánh bằng git branch -a"

    def _lines(self, *words: str) -> list[str]:
        return [os.fsdecode(each) for each in self._run(*words).stdout.split(b"\0") if each.strip()]

    def _run(self, *words: str, check: bool = True, given: str = "") -> "subprocess.CompletedProcess[bytes]":
        return _git(self.root, *words, check=check, given=given, until=self.until)


def lies_in_git(root: Path) -> bool:
    """Whether a repository is seen around a folder, without asking git."""
    return any((folder / ".git").exists() for folder in (root, *root.parents))


def repository(root: Path, seconds: float | None = None) -> Repository:
    """The repository of a project; after so many `seconds` it answers with a MachineError. Raises WrongUse where the
    project lies in none."""
    until = None if seconds is None else time.monotonic() + seconds
    done = _git(root, "rev-parse", "--show-prefix", check=False, until=until)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        if "dubious ownership" in said:
            raise WrongUse(f"git không đọc kho {root} vì thư mục thuộc người dùng khác; cho phép bằng "
                           f"git config --global --add safe.directory {root}")
        raise WrongUse(f"thư mục {root} không nằm trong kho git nào; không có git thì so sánh hai thư mục: {_FOLDERS}")
    return Repository(root, os.fsdecode(done.stdout).removesuffix("\n"), until)


def _git(
    root: Path, *words: str, check: bool, given: str = "", until: float | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Runs git in `root`. Raises MachineError where there is none, where it takes too long, or where it fails and must
    not."""
    left = None if until is None else max(0.0, until - time.monotonic())
    own = {"LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "--no-replace-objects", "--literal-pathspecs", "-C", str(root), *words]
    try:
        done = subprocess.run(command, input=given.encode(), capture_output=True, timeout=left, env=os.environ | own)
    except FileNotFoundError as error:
        raise MachineError(_NO_GIT) from error
    except subprocess.TimeoutExpired as error:
        raise MachineError("git chưa trả lời xong trong thời gian cho phép.") from error
    if check and done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise MachineError(f"git không làm được ({words[0]}): {said[-1] if said else done.returncode}.")
    return done
