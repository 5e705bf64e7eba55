"""A picture of the tree → an entry of `hinh`. What its file holds is not written: the file lies where it was."""

from vanban.model.picture import Hinh
from vanban.writers.to_yaml.emit import Entries
from vanban.writers.to_yaml.inline import inline_source
from vanban.writers.to_yaml.parts import filled, millimetres


def picture_entries(hinh: Hinh) -> Entries:
    """One entry of `hinh`."""
    return filled(
        ma=hinh.ma,
        tep=hinh.tep,
        tieu_de=inline_source(hinh.tieu_de),
        mo_ta=hinh.mo_ta,
        do_rong=millimetres(hinh.do_rong),
    )
