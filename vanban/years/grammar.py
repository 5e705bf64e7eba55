"""How years and dates are written in Vietnamese documents: one pattern a kind, tried in this order at each place.

All are for folded text. Blanks may be several, and a line may end between the parts of one mention.
"""

import re

# Between two parts of a mention: blanks, or the end of a line with what the next one begins with.
_GAP = r"[ \t]*(?:\n\s*)?"
_SPACE = r"(?:[ \t]+(?:\n\s*)?|\n\s*)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
# The year of a whole date: that of a birthday may lie far back.
_ANY_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
_NO_DIGIT = r"(?<![\d.,/])"
_DASH = rf"{_GAP}-{_GAP}"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)", r"(?:0?[1-9]|1[0-2])(?!\d)"
_BLANK = r"(?:[.…_]+|\d{1,2})?"
_QUARTER = r"(?:IV|III|II|I|[1-4])(?![\w])"
_OF = rf"(?:{_GAP}/{_GAP}|{_SPACE}[Nn]ăm{_SPACE})"
_TO = rf"(?:{_DASH}|{_SPACE}(?:đến|tới)(?:{_SPACE}hết)?{_SPACE})"
_AND = rf"(?:{_GAP}[,+&-]{_GAP}|{_SPACE}và{_SPACE}|{_SPACE}đến{_SPACE})"
_SYMBOL = r"[A-ZĐƯ][\w&-]*"
_RHYTHM = "ngày|tuần|tháng|quý|năm"
_AGAIN = "hằng|hàng|mỗi|từng|Hằng|Hàng|Mỗi|Từng|HẰNG|HÀNG"

PATTERNS: tuple[tuple[str, str], ...] = (
    # The number of an act or of a standard that has a year in it, or looks like one.
    ("so_co_nam", rf"(?:TCVN|ISO|IEC|QCVN)[\w/ :-]{{0,20}}?\d{{2,6}}(?:-\d+)?{_GAP}:{_GAP}{_YEAR}"
                  rf"|{_NO_DIGIT}\d{{1,5}}[a-z]?/{_YEAR}/{_SYMBOL}"
                  rf"|{_NO_DIGIT}{_YEAR}/{_SYMBOL}|{_NO_DIGIT}{_YEAR}-[A-ZĐ]{{2,}}/{_SYMBOL}"),
    ("nam_hoc", rf"[Nn]ăm{_SPACE}học{_SPACE}{_YEAR}{_DASH}{_YEAR}"),
    # A window of years that says how many they are: “03 năm 2025 - 2027”, “05 năm (2021 - 2025)”.
    ("cua_so", rf"{_NO_DIGIT}(?:\d{{1,2}}|[Bb]a|[Bb]ốn|[Nn]ăm|[Mm]ười){_SPACE}năm{_SPACE}\(?(?:giai đoạn{_SPACE})?"
               rf"{_YEAR}{_TO}{_YEAR}\)?"),
    ("giai_doan", rf"(?:(?:[Gg]iai|GIAI){_SPACE}(?:đoạn|ĐOẠN){_SPACE}|(?:[Nn]hiệm|NHIỆM){_SPACE}(?:kỳ|KỲ){_SPACE}"
                  rf"|(?:[Tt]hời|THỜI){_SPACE}(?:kỳ|KỲ){_SPACE})?(?:[Tt]ừ{_SPACE})?(?:(?:[Nn]ăm|NĂM){_SPACE})?"
                  rf"{_NO_DIGIT}{_YEAR}{_TO}(?:[Nn]ăm{_SPACE})?{_YEAR}(?![/-]\w)"),
    ("ngay", rf"(?:(?:[Nn]gày|NGÀY){_GAP})?{_NO_DIGIT}{_DAY}{_GAP}[/.-]{_GAP}{_MONTH}"
             rf"(?:{_GAP}[/.-]{_GAP}{_ANY_YEAR}|{_SPACE}năm{_SPACE}{_YEAR})"
             rf"|(?:[Nn]gày|NGÀY){_GAP}{_BLANK}{_GAP}(?:tháng|THÁNG){_GAP}{_BLANK}{_GAP}(?:năm|NĂM){_GAP}{_ANY_YEAR}"
             rf"|(?:[Nn]gày){_GAP}{_BLANK}{_GAP}/{_GAP}{_BLANK}{_GAP}/{_GAP}{_YEAR}|(?<=\s)/{_GAP}/{_YEAR}"),
    ("quy", rf"(?:(?:[Qq]u[ýí]|QUÝ){_SPACE}|\bQ\.?(?=[IV1-4]{{1,3}}/)){_QUARTER}"
            rf"(?:{_AND}(?:[Qq]uý{_SPACE})?{_QUARTER})*(?:{_OF}{_YEAR})?"),
    ("nua_nam", rf"(?:0?6|[Ss]áu){_SPACE}tháng{_SPACE}(?:đầu|cuối){_SPACE}năm(?:{_SPACE}{_YEAR})?"
                rf"|[Nn]ửa{_SPACE}(?:đầu|cuối){_SPACE}năm{_SPACE}{_YEAR}"),
    ("thang", rf"(?:[Tt]háng|THÁNG){_SPACE}{_MONTH}(?:{_AND}(?:tháng{_SPACE})?{_MONTH})*(?:{_OF}|{_DASH}){_YEAR}(?!/)"
              rf"|(?:[Tt]háng|THÁNG){_SPACE}{_MONTH}(?:{_OF}{_YEAR})?(?:{_TO}(?:tháng{_SPACE})?{_MONTH}{_OF}{_YEAR})?"
              rf"|{_NO_DIGIT}(?!1/2000){_MONTH}/{_YEAR}(?!/)"),
    ("ngay", rf"(?:[Nn]gày{_SPACE}|(?<=đến )|(?<=trước )|(?<=từ )){_NO_DIGIT}{_DAY}{_GAP}/{_GAP}{_MONTH}(?![/\d%])"
             rf"(?!{_SPACE}(?:số|tổng|thành phần))"
             rf"|{_NO_DIGIT}{_DAY}/{_MONTH}(?={_TO}(?:ngày{_SPACE})?{_DAY}/{_MONTH}/{_YEAR})"),
    ("hang_nam", rf"(?:{_AGAIN}){_SPACE}(?:{_RHYTHM})(?!\w)|(?:HẰNG|HÀNG){_SPACE}NĂM"),
    ("so_thu_tu", rf"[Tt]hứ{_SPACE}năm(?!{_SPACE}\d|\w)"),
    ("nam", rf"(?:[Nn]ăm|NĂM){_SPACE}{_YEAR}"),
    # A year without its word: in a list of years, in brackets, alone in a cell, behind a word that takes no number.
    ("nam", r"(?:(?<=,)|(?<=, )|(?<=\()|(?<=^)|(?<=[\t|])|(?<=[\t|] )|(?<=[^\W\d_] ))"
            rf"(?P<bare>{_YEAR})"
            rf"(?![\d.,%]\d|\d|%|/|-)"),
)
MENTIONS = re.compile(
    "|".join(f"(?P<k{number}>{pattern})" for number, (_, pattern) in enumerate(PATTERNS)), re.MULTILINE
)
# A year in a list is one only where a year stands before it: “năm 2023, 2024 và 2025”.
LIST_BEFORE = re.compile(r"(?:năm|NĂM|các năm) (?:(?:19|20)\d\d(?:, | và |,| - ))+$", re.IGNORECASE)
COUNT = re.compile(r"(\d{1,2}|[Bb]a|[Bb]ốn|[Nn]ăm|[Mm]ười)\b")
COUNTED = {"ba": 3, "bốn": 4, "năm": 5, "mười": 10}
