"""The Word files of a review, one for each set: redlines, comparison tables. What became of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vanban.errors import VanBanError, cannot
from vanban.model.document import VanBan
from vanban.model.review import Review
from vanban.pipeline.checking import Checked
from vanban.pipeline.outputs import Outputs

# The day of a file whose document has none.
LONG_AGO = date(1980, 1, 1)


@dataclass(slots=True)
class WordFiles:
    """The files that were written; a sentence for each set of which none could be; for each that needs none.

    kind      what they are, as a sentence says it: "bảng so sánh"
    at_fault  for each set that cannot be printed because of errors in its own files, which are told with them
    """

    kind: str
    written: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    at_fault: list[str] = field(default_factory=list)

    def put(self, outputs: Outputs, path: Path, data: bytes, source: str) -> bool:
        """Puts a file made from `source` where it belongs; whether that could be done, else it is told."""
        try:
            outputs.put(path, data, source)
        except OSError as error:
            self.failures.append(cannot("ghi được", path, error))
            return False
        except VanBanError as error:
            self.failures.append(f"{source}: không ghi được {self.kind}. {error}")
            return False
        self.written.append(path)
        return True


def name_of(checked: Checked, van_ban: VanBan) -> str:
    """Folder and id, as a comparison names documents."""
    folder, _, file = checked.content.file_of(van_ban).partition("/")[2].rpartition("/")
    return f"{folder}/{van_ban.ma or file.removesuffix('.yaml')}".lstrip("/")


def why_no_old(review: Review, files: Iterable[str]) -> str:
    """Why a set, made of these files, has no old side: it is new, or that could not be read, which is not the same."""
    paths = {file.partition("/")[2] for file in files}
    is_unread = any(f"{path}/".startswith(f"{each}/") for path in paths for each in review.left_out)
    return "chưa so sánh được với bản cũ nên không có gì" if is_unread else "văn bản mới, không có bản cũ"
