"""The body of a document: headings (đề mục), and what stands below them.

Khoản, điểm and dashes typed in running text are Items; what has a heading line of its own in YAML is a
DeMuc. Its mark ("II.") is empty until the numbering transform has counted.
"""

from dataclasses import dataclass, field

from vanban.model.inline import Line
from vanban.model.picture import Hinh
from vanban.model.places import NOWHERE
from vanban.model.running_text import Text
from vanban.model.table import BangBieu


@dataclass(frozen=True, slots=True)
class DeMuc:
    """A heading and all below it, printed in the order of the fields.

    Without `tieu_de` the first paragraph of `noi_dung` runs on behind the mark. `danh_so` numbers the
    headings below, in the words of `steps.py`; empty: the next step of the scheme above. With `khong_danh_so` the
    heading itself has the looks of its step without a mark, and is not counted.
    """

    tieu_de: Line = ()
    noi_dung: Text = Text()
    de_muc: tuple["DeMuc", ...] = ()
    bang_bieu: tuple[BangBieu, ...] = ()
    hinh: tuple[Hinh, ...] = ()
    noi_dung_cuoi: Text = Text()
    danh_so: str = ""
    khong_danh_so: bool = False
    ma: str = ""
    step: str = ""
    mark: str = ""
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands below the heading."""
        return not (self.noi_dung.blocks or self.de_muc or self.bang_bieu or self.hinh or self.noi_dung_cuoi.blocks)
