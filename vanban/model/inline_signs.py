"""What the signs inside a line look like when a bracket was forgotten: shared by those who read lines and who look for
signs in text that has none."""

import re

from vanban.ids import MA

# An id that no word of a sentence looks like.
_SURE = "[a-z][a-z0-9]*(?:_[a-z0-9]+)+"
# How a figure is printed, and what it is held against.
_FORM = rf"(?:[ ]*\|[ ]*{MA}(?:[ ]+{MA})?)?"
# [ma]], {ma}}: the second bracket is missing in front; [ma_van_ban], {muc_tieu.ma}, {ma_so_lieu}: at both ends; {95%}.
HALF_REFERENCE = rf"\[[ ]*{MA}(?:\.{MA})?(?:[ ]*\|[ ]*{MA})?[ ]*\]\](?!\])"
HALF_FIGURE = rf"\{{[ ]*{MA}(?:\.{MA}){{0,3}}(?:@[0-9a-z_/-]+)?{_FORM}[ ]*\}}\}}"
SINGLE_REFERENCE = rf"\[[ ]*{_SURE}[ ]*\](?!\])"
SINGLE_FIGURE = (rf"\{{[ ]*(?:{MA}[.@][a-z0-9][a-z0-9_@./-]*|{_SURE}){_FORM}[ ]*"
                 r"(?:\}(?!\})|(?![a-z0-9 }]))")
NUMBER = r"\{[ ]*[0-9][0-9.,]*[ ]*%?[ ]*\}(?!\})"
# Any of them, where signs have no meaning.
HALF_SIGN = re.compile("|".join((HALF_REFERENCE, HALF_FIGURE, SINGLE_REFERENCE, SINGLE_FIGURE, NUMBER)))
