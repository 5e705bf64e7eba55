"""The Word files of a review, one for each set: redlines, comparison tables. What became of them."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vanban.errors import VanBanError, cannot
from vanban.model.document import VanBan
from vanban.pipeline.checking import Checked
from vanban.pipeline.outputs import Outputs

# The day of a file whose document has none.
LONG_AGO = date(1980, 1, 1)


@dataclass(slots=True)
class WordFiles:
    """The files that were written; a sentence for each set of which none could be; for each that needs none.

    kind  what they are, as a sentence says it: "bảng so sánh"
    """

    kind: str
    written: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

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
