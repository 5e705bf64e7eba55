"""One line of running text → inline nodes.

The signs: `**đậm**` `*nghiêng*` `[^ma]` `{{ … }}` `[[ma]]` `{#ma}` `{XEM LẠI: …}`, and `\\` to take the next
sign literally. Nothing else has a meaning. A sign that opens closes on the same line. Stars that no letters stand
between are stars (vanban/model/stars.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, get_args

from vanban.findings import Finding, Place, finding
from vanban.model.inline import Figure, Inline, Line, NguonSoLieu, NoteMark, Question, Reference, Run
from vanban.model.places import Places, Spot, place_of
from vanban.model.stars import ESCAPABLE, closes, is_set_apart, opens
from vanban.text import nfc

# Where `length` characters at `column` (from 0) of the line stand.
Locate = Callable[[int, int], Spot | Place]

_MA = "[a-z][a-z0-9_]*"
_SIGN = re.compile(
    # a backslash before punctuation, or in front of a line whose first letters look like a mark
    rf"\\(?P<escaped>{ESCAPABLE}|(?<=\A\\).)"
    rf"|(?P<figure>\{{\{{)|(?P<reference>\[\[)|\[\^(?P<note>{_MA})\]|\{{#(?P<ma>{_MA})\}}"
    r"|\{XEM L(?:ẠI|A\u0323I):(?P<question>[^{}]*[^{}\s][^{}]*)\}"
    r"|\[XEM L(?:ẠI|A\u0323I):(?P<printed>[^\[\]]*[^\[\]\s][^\[\]]*)\]"
    r"|(?P<broken>\{%|\[\^|\{#|\{\s*(?i:xem\s+l)|\}\}|\]\]|\{[ \t]+\{(?!#)|\{[a-z][a-z0-9_]*[.@][a-z0-9_])"
    r"|(?P<bold>\*\*)|(?P<italic>\*)"
)
# What every sign begins with; most lines have none.
_ANY_SIGN = re.compile(r"[\\{}\[\]*]")
# What looks like a sign and is none: a question that nobody sees would be printed in an issued document.
_BROKEN = {
    "{%": "Trong bài không viết câu điều kiện; viết hẳn câu cần in.",
    "[^": "Chú thích viết [^ma], mã gồm chữ thường không dấu, chữ số và dấu gạch dưới.",
    "{#": "Mã của dòng viết {#ma} ở cuối dòng, gồm chữ thường không dấu, chữ số và dấu gạch dưới.",
    "}}": "Dấu này đóng một chỗ gọi số liệu mà phía trước không mở: viết {{ ma_chi_tieu }}.",
    "]]": "Dấu này đóng một dẫn chiếu mà phía trước không mở: viết [[ma_van_ban]].",
    "{{": "Số liệu gọi bằng hai dấu ngoặc nhọn viết liền: {{ ma_chi_tieu }}.",
    "{x": "Chỗ cần xem lại viết {XEM LẠI: lý do} trên một dòng, trong lý do không có dấu ngoặc nhọn.",
}
_FIGURE = re.compile(
    rf"\s*(?:(?P<nguon_so_lieu>{'|'.join(get_args(NguonSoLieu))})\.)?(?P<ma>{_MA})(?:\.(?P<don_vi>{_MA}))?"
    rf"(?:@(?P<ky>[0-9a-z_/-]+))?(?:\s*\|\s*(?P<cach_in>{_MA})(?:\s+(?P<co_so>{_MA}))?)?\s*"
)
_REFERENCE = re.compile(rf"\s*(?P<ma>{_MA}(?:\.{_MA})?)(?:\s*\|\s*(?P<cach_in>{_MA}))?\s*")


@dataclass(slots=True)
class InlineText:
    """What a line holds: its inline nodes, the id that `{#ma}` gave it, its faults."""

    inlines: list[Inline] = field(default_factory=list)
    ma: str = ""
    findings: list[Finding] = field(default_factory=list)


def parse_inline(text: str, locate: Locate, places: Places) -> InlineText:
    """The inline nodes of one line; where a sign is faulty it stands as text and a finding says so."""
    if not _ANY_SIGN.search(text):
        return InlineText([Run(nfc(text))] if text else [])
    return _Parser(text, locate, places).parse()


def traced_inline(text: str) -> list[tuple[Inline, int, int]]:
    """The inline nodes of one line as they are read, each with the columns between which it is typed."""
    parser = _TracingParser(text, lambda column, length: Place(""), Places())
    parser.parse()
    return parser.typed


def add_line(inlines: list[Inline], more: list[Inline]) -> None:
    """Puts a further line behind `inlines`, a space between; they are to be merged when the last has come."""
    inlines += [Run(" "), *more] if inlines else more


def merged(inlines: list[Inline]) -> list[Inline]:
    """`inlines` with neighbouring runs of one face made one, and empty ones dropped."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Run) and only.text:
        return inlines
    out: list[Inline] = []
    for face, group in groupby((inline for inline in inlines if not isinstance(inline, Run) or inline.text), _face):
        if face is None:
            out += group
        else:
            out.append(Run("".join(run.text for run in group if isinstance(run, Run)), *face))
    return out


def _face(inline: Inline) -> tuple[bool, bool] | None:
    """Of a run; None for everything else."""
    return (inline.bold, inline.italic) if isinstance(inline, Run) else None


def trimmed(inlines: list[Inline]) -> Line:
    """The line without the space at its ends that a removed `{#ma}` leaves."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Run):
        text = only.text.strip(" ")
        return ((only if text == only.text else Run(text, only.bold, only.italic)),) if text else ()
    if inlines and isinstance(first := inlines[0], Run):
        inlines = [Run(first.text.lstrip(" "), first.bold, first.italic), *inlines[1:]]
    if inlines and isinstance(last := inlines[-1], Run):
        inlines = [*inlines[:-1], Run(last.text.rstrip(" "), last.bold, last.italic)]
    return tuple(merged(inlines))


class _Parser:
    def __init__(self, text: str, locate: Locate, places: Places) -> None:
        self._text, self._locate, self._places = text, locate, places
        self._out = InlineText()
        self._opened: dict[str, tuple[int, int]] = {}  # by star sign: its column, and what was printed before it
        self._printed = 0  # how often something was printed that a face can be seen on
        self._behind_literal = (-1, "")  # where stars that are text end, and what stands before them
        self._escaped_end = -1
        self._closed = ("", -1)  # the sign that closed last and where it ends: nothing opens again right there
        self._row_end = 0  # of the row of stars that is being read
        self._loose: list[tuple[int, bool]] = []  # pairs of stars that are text: where, and whether a word is at them
        self._bold_signs = 0
        self._literal = ""  # the first characters of pairs, [[ and {{, that a backslash has made text

    def parse(self) -> InlineText:
        text, position = self._text, 0
        while match := _SIGN.search(text, position):
            self._run(text[position:match.start()], position, match.start())
            position = self._take(match)
        self._run(text[position:], position, len(text))
        for sign, (column, _) in self._opened.items():
            self._fault("S301", column, len(sign), f"Dấu {sign} mở ra mà không đóng lại trong dòng.",
                        f"Thêm {sign} ở cuối phần chữ, hoặc viết \\{sign[0]} nếu là dấu sao thường.")
        self._tell_of_loose_stars()
        self._out.inlines = merged(self._out.inlines)
        return self._out

    def _take(self, match: re.Match[str]) -> int:
        """Handle one sign; the position to go on from."""
        kind, start, end = match.lastgroup, match.start(), match.end()
        match kind:
            case "escaped":
                if self._text[end : end + 1] == match["escaped"]:
                    self._literal += match["escaped"]
                self._run(match["escaped"], start, end)
                self._escaped_end = end
            case "figure":
                return self._bracket(start, "}}", _FIGURE, "số liệu", "{{ ma_chi_tieu }}", Figure)
            case "reference":
                return self._bracket(start, "]]", _REFERENCE, "dẫn chiếu", "[[ma_van_ban]]", Reference)
            case "note":
                self._put(NoteMark(match["note"], origin=self._origin(start, end)), start, end)
            case "ma":
                if self._out.ma:
                    self._fault("S302", start, end - start, "Dòng này đã có mã.", "Mỗi dòng một mã {#ma}.")
                self._out.ma = match["ma"]
            case "question" | "printed":  # in brackets as it is printed, when it was copied back from a page
                self._put(Question(nfc(match[kind].strip()), self._origin(start, end)), start, end)
                self._printed += 1
            case "broken" if self._closes_literal(match["broken"]):
                self._run(match["broken"], start, end)
            case "broken":
                sign = match["broken"]
                hint = _BROKEN.get(sign) or _BROKEN["{x" if "x" in sign.lower() and "L" in sign.upper() else "{{"]
                self._fault("S302", start, end - start, f"“{sign}” viết chưa đúng.",
                            f"{hint} Nếu là chữ thường, đặt dấu \\ ở trước.")
                self._run(sign, start, end)
            case "bold" | "italic":
                self._star(match[0], start, end)
        return end

    def _closes_literal(self, sign: str) -> bool:
        """Whether `sign` closes one that a backslash has made text, which it does once."""
        opening = {"]]": "[", "}}": "{"}.get(sign, "")
        if not opening or opening not in self._literal:
            return False
        self._literal = self._literal.replace(opening, "", 1)
        return True

    def _star(self, sign: str, start: int, end: int) -> None:
        """Stars open, close, or are text; what they stand between decides. A face has something printed in it."""
        before, after = self._before(start), self._after(end)
        opened = self._opened.get(sign)
        if opened is None and (sign, start) != self._closed and opens(sign, before, after):
            self._opened[sign] = (start, self._printed)
        elif opened is not None and self._printed > opened[1] and closes(sign, before, after):
            del self._opened[sign]
            self._closed = (sign, end)
        else:
            self._put(self._faced(sign), start, end)
            self._behind_literal = (end, before)
            if sign == "**" and not is_set_apart(before, after):
                self._loose.append((start, bool(before.strip() or after.strip())))
            return
        self._bold_signs += sign == "**"

    def _before(self, start: int) -> str:
        """What stands before the stars at `start`, past stars that are text; a bracket behind a backslash is none."""
        end, before = self._behind_literal
        if start == end:
            return before
        before = self._text[max(start - 1, 0) : start]
        return "\\" if start == self._escaped_end and not before.isalnum() else before

    def _after(self, end: int) -> str:
        """What stands behind the row of stars."""
        if end > self._row_end:
            self._row_end = end + len(self._text[end:]) - len(self._text[end:].lstrip("*"))
        return self._text[self._row_end : self._row_end + 1]

    def _tell_of_loose_stars(self) -> None:
        """A pair of stars that takes no effect is told where it may have been meant as a sign: beside another."""
        is_meant = len(self._loose) > 1 and any(touches for _, touches in self._loose)
        for start, _ in self._loose if is_meant or self._bold_signs else ():
            self._fault("S301", start, 2, "Dấu ** ở đây không làm đậm chữ nào, sẽ in nguyên ra giấy.",
                        "Dấu ** mở viết liền trước chữ, dấu ** đóng viết liền sau chữ; dấu sao thường viết \\*\\*.")

    def _bracket(self, start: int, closing: str, form: re.Pattern[str], what: str, sample: str,
                 make: type[Figure] | type[Reference]) -> int:
        end = self._text.find(closing, start + 2)
        if end < 0:
            self._fault("S301", start, 2, f"Dấu {self._text[start:start + 2]} mở ra mà thiếu {closing}.",
                        f"Viết đủ {sample}.")
            self._run(self._text[start:], start, len(self._text))
            return len(self._text)
        inner, end = self._text[start + 2 : end], end + 2
        if found := form.fullmatch(inner):
            parts: dict[str, Any] = {name: value or "" for name, value in found.groupdict().items()}
            parts |= {"bold": "**" in self._opened, "italic": "*" in self._opened}
            self._put(make(**parts, origin=self._origin(start, end)), start, end)
            self._printed += 1
        else:
            self._fault("S302", start, end - start, f"“{inner.strip()}” không phải là mã {what}.",
                        f"Viết {sample}; mã gồm chữ thường không dấu, chữ số và dấu gạch dưới.")
            self._run(self._text[start:end], start, end)
        return end

    def _run(self, text: str, start: int, end: int) -> None:
        if text:
            self._put(self._faced(text), start, end)
            self._printed += bool(text.strip())

    def _faced(self, text: str) -> Run:
        return Run(nfc(text), "**" in self._opened, "*" in self._opened)

    def _put(self, inline: Inline, start: int, end: int) -> None:
        """Takes what is typed between the columns `start` and `end`."""
        self._out.inlines.append(inline)

    def _origin(self, start: int, end: int) -> int:
        return self._places.add(self._locate(start, end - start))

    def _fault(self, code: str, column: int, length: int, message: str, hint: str) -> None:
        self._out.findings.append(finding(code, place_of(self._locate(column, length)), message, hint))


class _TracingParser(_Parser):
    """Remembers besides where each node is typed."""

    def __init__(self, text: str, locate: Locate, places: Places) -> None:
        super().__init__(text, locate, places)
        self.typed: list[tuple[Inline, int, int]] = []

    def _put(self, inline: Inline, start: int, end: int) -> None:
        super()._put(inline, start, end)
        self.typed.append((inline, start, end))
