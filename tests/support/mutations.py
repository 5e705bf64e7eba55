"""What hands, editors and merges do to a text by mistake, put into it by chance: letters, lines, keys, signs.

`mutated(text, random.Random(seed), others)` is one to three such changes; the same seed makes the same ones.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

# What stands on a key beside the right one, and letters that look like others, are not seen, or come from elsewhere.
_ODD = (
    "\N{ZERO WIDTH SPACE}", "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{HANGUL FILLER}",
    "\N{COMBINING ACUTE ACCENT}", "\N{CYRILLIC SMALL LETTER A}", "\N{LATIN SMALL LETTER ETH}", "\N{BULLET}", "\uf0b7",
    "\N{FULLWIDTH COLON}", "\N{FULLWIDTH DIGIT THREE}", "\N{LINE SEPARATOR}", "\N{NEXT LINE}", "\x0c", "\x00", "\x08",
    "\N{GRINNING FACE}", "\N{BALLOT BOX}", "\N{EN DASH}", "\N{HORIZONTAL ELLIPSIS}", "\N{ROMAN NUMERAL FOUR}", "½", "²",
    "\N{ZERO WIDTH NO-BREAK SPACE}", "\N{KELVIN SIGN}", "ß", "ﬁ", "字", "\U0001d7d9", "\ue000", "\ufffd", "\N{TAG SPACE}",
)
_SIGNS = (
    '"', "'", "“", "”", ":", ": ", " :", "#", " #", " # ", "{", "}", "[", "]", "{{", "}}", "[[", "]]", "**", "*", "***",
    "|", " | ", ">", "&", "&a ", "*a ", "!", "!!str ", "%", "@", "`", "\\", "\\\\", "<", "</w:t>", "&amp;", "~", "_",
    "[^a]", "[^", "{#a}", "{#", "{XEM LẠI: ", "{XEM LẠI: hỏi lại}", "[XEM LẠI: hỏi]", "{{ muc_tieu.", "{% if %}", "@chen ",
    "[[khong_co]]", ", ", ";", "- ", "? ", "…", "...", "---", ".", "./.", "/.", "=", "==", "(", ")", "\t", "  ",
)
_MARKS = ("1. ", "7. ", "12) ", "a) ", "đ) ", "z) ", "- ", "+ ", "* ", "• ", "(1) ", "(a) ", "I. ", "1.1. ", "– ", "# ",
          "> ", "Điều 1. ", "@chen ", "[^a]: ", "1/ ", "B) ", "  ", "    ")
_KEY = re.compile(r"(?P<before>\s*(?:- )*)(?P<key>[a-z_]+):(?P<value>.*)", re.DOTALL)
_VALUES = ("", " ", " |", " >", " []", " {}", " ~", " null", " true", " 0", " '", ' "', " x: y", " [a, b]", " {a: b}",
           " 31/6/2025", " 1.000", " 012", " -", " &x", " *x", " |2", " >-", " |+", " # trống")


@dataclass(slots=True)
class Spoiled:
    """A text that is being spoiled, its lines without their ends; others: texts that something may come from."""

    lines: list[str]
    chance: random.Random
    others: Sequence[str] = field(default=())

    def at(self) -> int:
        """One line that says something, by chance."""
        said = [number for number, line in enumerate(self.lines) if line.strip()]
        return self.chance.choice(said) if said else 0

    def keys(self) -> list[int]:
        """The lines on which a key stands."""
        return [number for number, line in enumerate(self.lines) if _KEY.fullmatch(line)]

    def piece(self, most: int = 6) -> tuple[int, int]:
        """Some lines behind one another: the first, and the one behind the last."""
        start = self.at()
        return start, min(len(self.lines), start + self.chance.randint(1, most))


Mutation = Callable[[Spoiled], None]


def mutated(text: str, chance: random.Random, others: Sequence[str] = ()) -> str:
    """`text` with one change, seldom with two or three."""
    spoiled = Spoiled(text.split("\n"), chance, others)
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3))):
        if any(line.strip() for line in spoiled.lines):
            chance.choice(chance.choice(KINDS))(spoiled)
    return "\n".join(spoiled.lines)


def _in_line(change: Callable[[str, int, random.Random], str]) -> Mutation:
    """A change at one character of one line, not in its indent."""
    def mutation(spoiled: Spoiled) -> None:
        at = spoiled.at()
        line = spoiled.lines[at]
        start = len(line) - len(line.lstrip())
        spoiled.lines[at] = change(line, spoiled.chance.randrange(start, len(line)), spoiled.chance)
    return mutation


def _in_word(change: Callable[[str, random.Random], str]) -> Mutation:
    """A change of one word."""
    def mutation(spoiled: Spoiled) -> None:
        at = spoiled.at()
        if words := list(re.finditer(r"\w+", spoiled.lines[at])):
            word = spoiled.chance.choice(words)
            new = change(word[0], spoiled.chance)
            spoiled.lines[at] = spoiled.lines[at][:word.start()] + new + spoiled.lines[at][word.end():]
    return mutation


def _plain(word: str) -> str:
    """A word typed without its marks."""
    return "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))


LETTERS: tuple[Mutation, ...] = (
    _in_line(lambda line, at, _: line[:at] + line[at + 1:]),
    _in_line(lambda line, at, _: line[:at] + line[at] + line[at:]),
    _in_line(lambda line, at, _: line[:at] + line[at + 1:at + 2] + line[at] + line[at + 2:]),
    _in_line(lambda line, at, chance: line[:at] + chance.choice("aeiounhtcđ0123456789 ") + line[at + 1:]),
    _in_line(lambda line, at, _: line[:at] + line[at].swapcase() + line[at + 1:]),
    _in_line(lambda line, at, chance: line[:at] + chance.choice(_ODD) + line[at:]),
)
WORDS: tuple[Mutation, ...] = (
    _in_word(lambda word, _: ""),
    _in_word(lambda word, _: f"{word} {word}"),
    _in_word(lambda word, _: word.upper()),
    _in_word(lambda word, _: unicodedata.normalize("NFD", word)),
    _in_word(lambda word, _: _plain(word)),
    _in_word(lambda word, chance: f"“{word}”" if chance.random() < 0.5 else f"**{word}**"),
    _in_word(lambda word, chance: chance.choice(("0", "00", "1.000", "31/2/2025", "9" * 30, "-1", "IV", "1e5", "0x1F", "12:30"))),
    _in_line(lambda line, at, _: line[:at].rstrip() + line[at:].lstrip()),
)
SIGNS: tuple[Mutation, ...] = (
    _in_line(lambda line, at, chance: line[:at] + chance.choice(_SIGNS) + line[at:]),
    _in_line(lambda line, at, chance: line + chance.choice(_SIGNS)),
    _in_line(lambda line, at, chance: re.sub(r"[{}\[\]*^\\#:\"'|]+", chance.choice(("", " ")), line, count=1)),
    _in_line(lambda line, at, chance: re.sub(r"^(\s*)(?:[-+]|\w{1,2}[.)]|\(\w\))?\s*", rf"\g<1>{chance.choice(_MARKS)}", line)),
    _in_line(lambda line, at, chance: re.sub(r"(?<=: )(\S.*)$", lambda found: _quoted(found[1], chance), line)),
)


def _quoted(value: str, chance: random.Random) -> str:
    mark = chance.choice(("'", '"'))
    return chance.choice((f"{mark}{value}{mark}", f"{mark}{value}", f"{value}{mark}", f"[{value}]", f"{{{value}}}"))


def _delete(spoiled: Spoiled) -> None:
    start, end = spoiled.piece(3)
    del spoiled.lines[start:end]


def _repeat(spoiled: Spoiled) -> None:
    start, end = spoiled.piece()
    spoiled.lines[end:end] = spoiled.lines[start:end]


def _move(spoiled: Spoiled) -> None:
    start, end = spoiled.piece()
    moved = spoiled.lines[start:end]
    del spoiled.lines[start:end]
    to = spoiled.chance.randint(0, len(spoiled.lines))
    spoiled.lines[to:to] = moved


def _indent(spoiled: Spoiled) -> None:
    start, end = spoiled.piece()
    by = spoiled.chance.choice((-4, -2, -1, 1, 2, 4))
    for at in range(start, end):
        line = spoiled.lines[at]
        spoiled.lines[at] = " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip())):]


def _indent_by_tab(spoiled: Spoiled) -> None:
    at = spoiled.at()
    spoiled.lines[at] = "\t" + spoiled.lines[at].lstrip()


def _glue(spoiled: Spoiled) -> None:
    at = spoiled.at()
    spoiled.lines[at:at + 2] = [spoiled.chance.choice(("", " ")).join(line.strip() if number else line for number, line
                                                                     in enumerate(spoiled.lines[at:at + 2]))]


def _break(spoiled: Spoiled) -> None:
    at = spoiled.at()
    line = spoiled.lines[at]
    column = spoiled.chance.randint(0, len(line))
    indent = " " * spoiled.chance.choice((0, 2, len(line) - len(line.lstrip()), 6))
    spoiled.lines[at:at + 1] = [line[:column], indent + line[column:].lstrip()]


def _blank(spoiled: Spoiled) -> None:
    spoiled.lines.insert(spoiled.at(), spoiled.chance.choice(("", " ", "\t", "      ", "#")))


def _turn_off(spoiled: Spoiled) -> None:
    start, end = spoiled.piece(3)
    mark = spoiled.chance.choice(("# ", "#"))
    spoiled.lines[start:end] = [mark + line for line in spoiled.lines[start:end]]


LINES: tuple[Mutation, ...] = (_delete, _repeat, _move, _indent, _indent_by_tab, _glue, _break, _blank, _turn_off)


def _of_key(change: Callable[[re.Match[str], Spoiled], str]) -> Mutation:
    """A change of one line that a key stands on."""
    def mutation(spoiled: Spoiled) -> None:
        if keys := spoiled.keys():
            at = spoiled.chance.choice(keys)
            if found := _KEY.fullmatch(spoiled.lines[at]):
                spoiled.lines[at] = change(found, spoiled)
    return mutation


def _misspelt(found: re.Match[str], spoiled: Spoiled) -> str:
    key = found["key"]
    at = spoiled.chance.randrange(len(key))
    new = spoiled.chance.choice((key[:at] + key[at + 1:], key[:at] + key[at] + key[at:], key.upper(), key.replace("_", " "),
                                 key.replace("_", "-"), f"{key}_x", f'"{key}"', key[:at] + "đ" + key[at + 1:]))
    return f"{found['before']}{new}:{found['value']}"


def _of_another(found: re.Match[str], spoiled: Spoiled) -> str:
    """The key of another line here or in another file."""
    lines = spoiled.lines + [line for other in spoiled.others for line in other.split("\n")]
    keys = [other["key"] for line in lines if (other := _KEY.fullmatch(line))]
    return f"{found['before']}{spoiled.chance.choice(keys)}:{found['value']}"


def _value_of_another(found: re.Match[str], spoiled: Spoiled) -> str:
    lines = spoiled.lines + [line for other in spoiled.others for line in other.split("\n")]
    values = [other["value"] for line in lines if (other := _KEY.fullmatch(line))]
    return f"{found['before']}{found['key']}:{spoiled.chance.choice(values)}"


def _swap_values(spoiled: Spoiled) -> None:
    if len(keys := spoiled.keys()) > 1:
        one, other = spoiled.chance.sample(keys, 2)
        first, second = (_KEY.fullmatch(spoiled.lines[at]) for at in (one, other))
        if first and second:
            spoiled.lines[one] = f"{first['before']}{first['key']}:{second['value']}"
            spoiled.lines[other] = f"{second['before']}{second['key']}:{first['value']}"


KEYS: tuple[Mutation, ...] = (
    _of_key(_misspelt), _of_key(_of_another), _of_key(_value_of_another), _swap_values,
    _of_key(lambda found, _: f"{found['before']}{found['key']}{found['value']}"),
    _of_key(lambda found, _: f"{found['before']}{found['key']}:{found['value'].lstrip()}"),
    _of_key(lambda found, _: f"{found['before']}{found['key']} :{found['value']}"),
    _of_key(lambda found, spoiled: f"{found['before']}{found['key']}:{spoiled.chance.choice(_VALUES)}"),
    _of_key(lambda found, _: f"{found['before']}{found['value'].strip()}"),
)


def _merge(spoiled: Spoiled) -> None:
    """A conflict that nobody has solved; one of its marks may have been taken out."""
    start, end = spoiled.piece()
    ours = spoiled.lines[start:end]
    theirs = [line.replace("ă", "â").replace("2025", "2026") for line in ours]
    marked = ["<<<<<<< HEAD", *ours, "=======", *theirs, ">>>>>>> nhanh-khac"]
    if spoiled.chance.random() < 0.3:
        marked.remove(spoiled.chance.choice(("<<<<<<< HEAD", "=======", ">>>>>>> nhanh-khac")))
    spoiled.lines[start:end] = marked


def _truncate(spoiled: Spoiled) -> None:
    at = spoiled.at()
    line = spoiled.lines[at]
    spoiled.lines[at:] = [line[:spoiled.chance.randint(0, len(line))]]


def _lose_beginning(spoiled: Spoiled) -> None:
    del spoiled.lines[:spoiled.chance.randint(1, 6)]


def _paste(spoiled: Spoiled) -> None:
    """Lines of another file."""
    if spoiled.others:
        lines = spoiled.chance.choice(spoiled.others).split("\n")
        start = spoiled.chance.randrange(len(lines))
        at = spoiled.at()
        spoiled.lines[at:at] = lines[start:start + spoiled.chance.randint(1, 8)]


def _line_ends(spoiled: Spoiled) -> None:
    """Line ends of Windows, in the whole file or in a piece of it; seldom those of an old Macintosh."""
    start, end = spoiled.chance.choice(((0, len(spoiled.lines)), spoiled.piece()))
    ending = spoiled.chance.choice(("\r", "\r", "\r\r"))
    spoiled.lines[start:end] = [line + ending for line in spoiled.lines[start:end]]


def _mark_of_order(spoiled: Spoiled) -> None:
    spoiled.lines[0] = "\N{ZERO WIDTH NO-BREAK SPACE}" + spoiled.lines[0]


def _block_head(spoiled: Spoiled) -> None:
    heads = [number for number, line in enumerate(spoiled.lines) if line.endswith(": |")]
    if heads:
        at = spoiled.chance.choice(heads)
        spoiled.lines[at] = spoiled.lines[at][:-1] + spoiled.chance.choice((">", ">-", "|-", "|+", "|2", "|6", "", "'", '"', "| x"))


FILES: tuple[Mutation, ...] = (_merge, _truncate, _lose_beginning, _paste, _paste, _line_ends, _mark_of_order, _block_head,
                               _block_head)
KINDS = (LETTERS, LETTERS, WORDS, WORDS, SIGNS, SIGNS, LINES, KEYS, FILES)
