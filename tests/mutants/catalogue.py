"""The faults: where each is put in, what it changes, what a reader would hold in hand then, who has to see it.

A mutant is a slip that someone could make and a reviewer overlook: a bound, an end of a range, a sign, an order, a case
left out. What it changes stands exactly once in its file (`tests/test_mutants.py`), so code that moves is noticed.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault.

    file   from the root of the project
    old    stands there once
    new    stands there instead
    harm   what would be printed, told or lost
    tests  the files of tests/ that have to fail
    """

    file: str
    old: str
    new: str
    harm: str
    tests: tuple[str, ...]


_NUMERALS, _DATES, _TEXT, _STEPS = "vanban/numerals.py", "vanban/dates.py", "vanban/text.py", "vanban/model/steps.py"
_EXPRESSION, _REGISTERS = "vanban/model/expression.py", "vanban/model/registers.py"
_SUPPRESSIONS = "vanban/lint/suppressions.py"
_POINTERS, _METADATA, _BODY = "vanban/keys/pointers.py", "vanban/writers/to_metadata.py", "vanban/tables/_body.py"
_TOGETHER = "vanban/tables/_together.py"
_RELATIONS, _RULES = "vanban/lint/held_relations.py", "vanban/lint/rules"
_TOTALS, _ADDING, _VALUE = "vanban/transforms/totals.py", "vanban/model/adding.py", "vanban/model/value.py"

# Put in by hand once; six of them went unseen.
FIRST_EIGHT = (
    Mutant(_NUMERALS, "rounding=ROUND_HALF_UP", 'rounding="ROUND_HALF_EVEN"',
           "0,125 is printed as 0,12", ("test_numerals",)),
    Mutant(f"{_RULES}/body_of_issuer.py", "if day and not party.issuer.hieu_luc.holds(day):", "if day is None:",
           "a body that was dissolved issues without a word", ("test_issuer",)),
    Mutant(_POINTERS, "yield from named(each, key.part, here, own)", "yield from ()",
           "an issued list of acts is printed with the names of today", ("test_frozen",)),
    Mutant(f"{_RULES}/basis_younger_than_document.py", "act.ngay_ban_hanh > subject", "act.ngay_ban_hanh >= subject",
           "a basis of the same day is refused", ("test_citations",)),
    Mutant(_SUPPRESSIONS, "(scope.end_line, scope.end_column)", "(scope.end_line - 1, scope.end_column)",
           "bo_qua does not reach the last line of its node", ("test_suppressions",)),
    Mutant(_TOGETHER, "_WHOLE, _PART = 0.5, 0.33", "_WHOLE, _PART = 0.6, 0.33",
           "a merged cell is torn rather than said again", ("test_tables",)),
    Mutant(_RELATIONS, "Decimal(1).scaleb(-self.decimals) / 2", "Decimal(1).scaleb(-self.decimals)",
           "a share that is wrong by a whole unit holds", ("test_relations",)),
    Mutant(_METADATA, '"toi_mat": 5', '"toi_mat": 4',
           "the register takes tối mật for mật", ("test_metadata",)),
)

_MORE = (
    # Numbers
    Mutant(_NUMERALS, "sum(map(str.isdigit, text)) > LONGEST", "sum(map(str.isdigit, text)) >= LONGEST",
           "a number of 24 digits is refused", ("test_numerals",)),
    Mutant(_NUMERALS, "if number > 0 else", "if number >= 0 else",
           "the điểm before a) is called y)", ("test_numerals",)),
    Mutant(_NUMERALS, "if number <= len(_ORDINALS)", "if number < len(_ORDINALS)",
           "“thứ mười” is printed as “thứ 10”", ("test_numerals",)),
    Mutant(_NUMERALS, '(4, "IV")', '(4, "IIII")',
           "Phần IIII", ("test_numerals",)),
    Mutant(_NUMERALS, '(900, "CM"), ', "",
           "DCCCC for CM", ("test_numerals",)),
    Mutant(_NUMERALS, 'return f"{text}0" if', 'return f"{text}" if',
           "what the machine typed, 98,625, is refused when it is read again", ("test_numerals",)),
    Mutant(_NUMERALS, "rounding=ROUND_HALF_UP) + Decimal(0)", "rounding=ROUND_HALF_UP)",
           "-0 is printed", ("test_numerals",)),
    Mutant(_NUMERALS, "with localcontext(prec=_EXACT):", "with localcontext(prec=28):",
           "the last digits of a long total are lost", ("test_numerals",)),
    Mutant(_DATES, "day, month, year = map(int, match.groups())", "month, day, year = map(int, match.groups())",
           "5/1 becomes 1/5", ("test_dates",)),
    Mutant("vanban/units.py", "_EMU_PER_TWIP = 635", "_EMU_PER_TWIP = 634",
           "every margin is a little wrong", ("test_units",)),
    # Words
    Mutant(_TEXT, '.replace("Đ", "D")', "",
           "names of files keep Đ", ("test_text",)),
    Mutant(_TEXT, '_NBSP + dash[1:]', 'dash[:-1] + _NBSP',
           "a line begins with a dash and looks like an item", ("test_text",)),
    Mutant("vanban/slips.py", "_ALIKE, _BEST = 0.6, 5", "_ALIKE, _BEST = 0.96, 5",
           "a slip of one letter gets no suggestion", ("test_slips",)),
    Mutant(_TEXT, "return text[:1].lower() + text[1:]", "return text.lower()",
           "CCHC becomes cchc inside a sentence", ("test_text",)),
    Mutant(_STEPS, 'f"{outer}.{number}"', 'f"{number}.{outer}"',
           "3.1. is printed as 1.3.", ("test_steps",)),
    Mutant(_STEPS, 'Step("1.", "khoản", _digits, after=".")', 'Step("1.", "điểm", _digits, after=".")',
           "a khoản is cited as a điểm", ("test_steps",)),
    # Sums between columns
    Mutant(_EXPRESSION, "against = right and", "against = not right and",
           "a − (b − c) is shown as a − b − c", ("test_expression",)),
    Mutant(_EXPRESSION, "value < 10**LONGEST", "value <= 10**LONGEST",
           "a number of 25 digits is read", ("test_expression",)),
    Mutant(_EXPRESSION, "_MOST_SIGNS = 50", "_MOST_SIGNS = 49",
           "a relation of 51 columns is refused", ("test_expression",)),
    Mutant(_RELATIONS, "<= Decimal(1).scaleb(-self.decimals)", "< Decimal(1).scaleb(-self.decimals)",
           "12,5 typed as 13 does not hold", ("test_relations",)),
    Mutant(_RELATIONS, "max(0, -int(stated.as_tuple().exponent))", "max(0, int(stated.as_tuple().exponent))",
           "decimals that were typed are not looked at", ("test_relations",)),
    Mutant(_RELATIONS, "_EXACT = 3000", "_EXACT = 9",
           "long products hold whatever is typed", ("test_relations",)),
    # Days
    Mutant("vanban/model/validity.py", "self.tu_ngay <= day", "self.tu_ngay < day",
           "the first day of a term does not count", ("test_registers", "test_issuer")),
    Mutant("vanban/model/validity.py", "day <= self.den_ngay", "day < self.den_ngay",
           "the last day of a term does not count", ("test_registers", "test_citations")),
    Mutant(f"{_RULES}/basis_not_in_force.py", "'hết' if ended else 'chưa có'", "'chưa có' if ended else 'hết'",
           "an act that has ended is told not to have begun", ("test_citations",)),
    Mutant(f"{_RULES}/number_used_twice.py", "(ben.co_quan, year, symbol, ben.so_van_ban)", "(van_ban.co_quan, year, symbol, ben.so_van_ban)",
           "the number of a body beside counts as one of the first", ("test_joint",)),
    Mutant(f"{_RULES}/signer_not_in_office.py", "if day and not signer.nhiem_ky.holds(day):", "if day and False:",
           "one who has left office signs", ("test_issuer",)),
    Mutant(_REGISTERS, "if day and term.nhiem_ky.holds(day)", "if day",
           "one who came back signs with the title of the first term", ("test_issuer",)),
    Mutant(_REGISTERS, "terms[-1] if terms else None", "terms[0] if terms else None",
           "outside of every term the first title is told, not the last", ("test_issuer",)),
    # Suppressions
    Mutant(_SUPPRESSIONS, "start <= (found.line, found.column) < end", "start <= (found.line, found.column)",
           "bo_qua silences everything behind its node", ("test_suppressions",)),
    Mutant(_SUPPRESSIONS, "by_code.get(found.code, ())", "sum(by_code.values(), [])",
           "bo_qua silences every rule", ("test_suppressions",)),
    Mutant(_SUPPRESSIONS, "scope.file == found.file and ", "",
           "bo_qua silences the same lines of another document", ("test_suppressions",)),
    # What is kept at issue, and told to the register
    Mutant(_POINTERS, "named(entry, lists()[kind][0]) if kind in lists() else ()", "()",
           "the successor of a cited act is not kept", ("test_frozen",)),
    Mutant(_POINTERS, "for at, each in _leaves(value):", "for at, each in list(_leaves(value))[1:]:",
           "an issued target changes with its indicator", ("test_frozen",)),
    Mutant(_POINTERS, "for index, each in enumerate(value):", "for index, each in enumerate(value[1:]):",
           "who takes part in a task is printed under the name of today", ("test_frozen",)),
    Mutant("vanban/model/frozen.py", '.replace("\\r\\n", "\\n")', "",
           "an issued set is damaged on the next Windows machine", ("test_story",)),
    Mutant("vanban/pipeline/checking.py", "        if frozen and frozen.loi_van:\n            return frozen.loi_van\n", "",
           "an issued set is printed with the words of another engine", ("test_kept_words",)),
    Mutant("vanban/readers/kept_records.py", " or document in left_alone", "",
           "a draft that was restored cannot be issued", ("test_kept_words",)),
    Mutant("vanban/readers/from_frozen.py", "if SEAL in more and more[SEAL] != seal(data):", "if SEAL not in more:",
           "a record that was edited by hand is printed", ("test_story",)),
    Mutant("vanban/pipeline/supplementing.py", "_unlike_kept(project, checked, bo, resolved, name) if frozen else []", "[]",
           "words are kept that nobody has signed", ("test_kept_words",)),
    Mutant("vanban/pipeline/keeping.py", 'if "".join(before.split()) != "".join(now.split()):', "if not now:",
           "a frame puts other words into an issued document", ("test_kept_words",)),
    Mutant(f"{_RULES}/issued_edited.py", "today.keys() | frozen.keys()", "today.keys()",
           "an annex can be taken out of an issued set", ("test_frozen",)),
    Mutant(_METADATA, "_DO_MAT[van_ban.do_mat] if van_ban.do_mat else _DO_KHAN[van_ban.do_khan] if van_ban.do_khan else 0",
           "_DO_KHAN[van_ban.do_khan] if van_ban.do_khan else _DO_MAT[van_ban.do_mat] if van_ban.do_mat else 0",
           "an urgent secret document is registered as urgent only", ("test_metadata",)),
    Mutant(_METADATA, "zones.noi_nhan.texts[:-1]", "zones.noi_nhan.texts",
           "the archive is registered as a recipient", ("test_metadata",)),
    # What is printed
    Mutant("vanban/transforms/_zone_text.py", "ending.giua if count < last", "ending.giua if count <= last",
           "a list of recipients ends in a semicolon", ("test_zones", "test_transforms")),
    Mutant("vanban/model/print_order.py", "_unplaced(out, placed, node.noi_dung, node.noi_dung_cuoi)",
           "_unplaced(out, placed, node.noi_dung)", "a table is printed twice", ("test_printed_lines",)),
    Mutant("vanban/model/printed_lines.py", "if note.number]", "]",
           "the text of a footnote that no mark calls is read as printed", ("test_printed_lines",)),
    Mutant("vanban/model/printed_lines.py", 'cell.role == "nhom" and bool(table.written_from)', 'cell.role == "nhom"',
           "a false alarm on words in bold", ("test_printed_lines",)),
    Mutant("vanban/frames/breaks.py", "sum(map(value.count, (*AROUND, *_ASKED)))", "sum(map(value.count, _ASKED))",
           "a marked date is set like a longer one", ("test_zones",)),
    # Tables
    Mutant(_TOGETHER, "for row in part[:-1]", "for row in part",
           "what merged cells hold together is kept with the row behind it", ("test_tables",)),
    Mutant(_TOGETHER, "height <= most] or [1]", "height < most] or [1]",
           "a part that just fits is cut", ("test_tables",)),
    Mutant(_TOGETHER, "(torn[block.start + at], abs(edges[at - 1] - each))", "(0, abs(edges[at - 1] - each))",
           "a merged cell is cut that need not be", ("test_tables",)),
    Mutant(_TOGETHER, "((),) if cell.align == \"phai\" else", "((),) if cell.align == \"\" else",
           "a figure is repeated as if it were another", ("test_tables",)),
    Mutant(_TOGETHER, "if not isinstance(each, NoteMark)", "if each is not None",
           "a footnote is printed twice", ("test_tables",)),
    Mutant(_BODY, "if row.tong_cong and self._rows:", "if row.nhom and self._rows:",
           "a total stands alone on a page", ("test_tables",)),
    Mutant("vanban/tables/_widths.py", "math.sqrt(max(1, needs[column].volume))", "float(max(1, needs[column].volume))",
           "much text takes the room that little text needs", ("test_table_widths",)),
    Mutant("vanban/tables/_widths.py", "if sum(lines) <= room else", "if sum(lines) <= 0 else",
           "a short column is wider than its longest line", ("test_table_widths",)),
    Mutant("vanban/tables/_needs.py", "bold = bold or any(", "bold = bold and any(",
           "bold words of a row break", ("test_table_widths",)),
    Mutant("vanban/tables/_needs.py", "_share(found, columns, need, fixed)", "columns",
           "a head over columns breaks", ("test_table_widths",)),
    Mutant("vanban/tables/_fit.py", "need.bound <= widths[column]", "need.word <= widths[column]",
           "a number is bound to its word where it has no room", ("test_table_widths",)),
    Mutant("vanban/tables/_width_faults.py", "each.spare >= excess", "each.spare > 0",
           "a way out is told that does not lead out", ("test_table_widths",)),
    Mutant(_TOTALS, "or stated.printed == total.on_paper", "or stated.printed >= total.on_paper",
           "a total that is too large is printed", ("test_totals",)),
    Mutant(_TOTALS, "if total and total.on_paper != total.printed:", "if total and total.on_paper > total.printed:",
           "1 and 1 are printed above a total of 3 without a word", ("test_rounded_tables",)),
    Mutant(_VALUE, "decimals=max(amount.places for amount in there)", "decimals=min(amount.places for amount in there)",
           "a total prints fewer decimals than its rows", ("test_rounded_tables",)),
    Mutant(_TOTALS, "most = max(decimals, *(", "most = max(decimals, _DECIMALS, *(",
           "5,60 is printed beside the 3 that it is twice of", ("test_rounded_tables",)),
    Mutant(_RELATIONS, "column: value.on_paper for", "column: value.number for",
           "a relation that fails on paper is not told", ("test_rounded_tables",)),
    Mutant(_TOTALS, "all(value.number is None or value.is_whole", "all(value.number is None or value",
           "a share is worked out of sums that leave out different rows", ("test_totals",)),
    Mutant(_TOTALS, "return len(blanks) == 1 and all(", "return all(",
           "a share is worked out of sums of different rows", ("test_totals",)),
    Mutant(_ADDING, 'return Way("khong", guessed=True)', 'return Way("cong", guessed=True)',
           "a total of 190 % is printed", ("test_totals",)),
    Mutant(_VALUE, "if len(numbers) < len(there):", "if not numbers:",
           "what was not read counts as nothing", ("test_values", "test_totals")),
    Mutant(_EXPRESSION, "return adds_up(left) and _is_constant(right)", "return adds_up(left)",
           "a rate is taken for a sum", ("test_expression",)),
    # Edits
    Mutant("vanban/edits/applying.py", "if path.read_bytes() != source.raw:", "if False:",
           "what another has typed meanwhile is written over", ("test_edit",)),
    Mutant("vanban/edits/applying.py", "return source.mark + apply", "return b'' + apply",
           "an issued file loses its byte order mark", ("test_issue_bytes",)),
    Mutant("vanban/edits/applying.py", "if fix.start < end:", "if fix.start < end - 1:",
           "two edits of one character are both made", ("test_edit",)),
    Mutant("vanban/edits/layout.py", '- len(line.lstrip(" ")) > column', '- len(line.lstrip(" ")) > column + 9',
           "a comment inside an item goes with the item below", ("test_edit_entries",)),
    Mutant("vanban/edits/in_flow.py", "elif not self._tail and comma is not None:", "elif comma is None:",
           "a comma stays behind the last item", ("test_edit_entries",)),
    Mutant("vanban/edits/refusals.py", "or _plain(found.data) != _plain(_with(source.data, path, meant)):", "or False:",
           "a text is left that reads otherwise than it was meant", ("test_edit_lines",)),
    # Comparing
    Mutant("vanban/compare/order.py", "length = bisect_left(ends, pair[1])", "length = bisect_left(ends, pair[1] - 1)",
           "more is told to have moved than has", ("test_compare_scripts",)),
    Mutant("vanban/compare/pairing.py", "_HERE, _ELSEWHERE = 0.5, 0.85", "_HERE, _ELSEWHERE = 0.99, 0.85",
           "a reworded line between new ones stands as taken out and put in", ("test_compare",)),
    Mutant("vanban/compare/typed.py", "return words.text if _is_group(sign) else typed_line((sign,))", "return words.text",
           "a renamed body is told as an edit of every document", ("test_compare",)),
    Mutant("vanban/compare/typed.py", 'yield f"[[{ma}|{form}]]"', "yield inline.shown or ''",
           "a reference that follows a new number is told as an edit", ("test_compare",)),
    Mutant("vanban/compare/following.py", "if each[0] <= line]", "if each[0] >= line]",
           "new numbers stand below a change that did not make them", ("test_compare",)),
    Mutant("vanban/compare/listing.py", "yield from (node.above, node.under)", "yield node.above",
           "what stood below a line that was taken out is told line by line", ("test_compare",)),
    Mutant("vanban/compare/words.py", 'is_same = tag == "equal"', 'is_same = tag != "insert"',
           "words that were exchanged are shown as the same", ("test_compare",)),
    Mutant("vanban/compare/register_changes.py", 'frozenset({"hieu_luc", "nhiem_ky", "thay_the_boi"})', "frozenset()",
           "a basis that was repealed is not told where it is cited", ("test_compare",)),
    Mutant("vanban/pipeline/diffing.py", "has_errors(self.review.head)", "has_errors(self.review.base)",
           "a merge request fails for what stood there before", ("test_diff",)),
    Mutant("vanban/pipeline/redlining.py", "    if apart:\n", "    if apart and False:\n",
           "a redline is written that does not stand for both texts", ("test_redlining",)),
    # Files
    Mutant("vanban/files.py", "temporary.replace(target)", "target.write_bytes(data)",
           "half a file stands there when the disk is full", ("test_files",)),
    Mutant("vanban/files.py", "temporary.unlink(missing_ok=True)", "pass",
           "temporary files stay", ("test_files",)),
    Mutant("vanban/manifest.py", " and path.resolve().is_relative_to(home)", "",
           "clean deletes outside of outputs/", ("test_outputs",)),
    Mutant("vanban/manifest.py", "path.is_file() and ", "",
           "clean stops at a folder", ("test_outputs",)),
    Mutant("vanban/pipeline/outputs.py", "if data is None or self._is_ours(path, data):", "if data is None or True:",
           "what was written into a Word file in outputs/ is gone", ("test_outputs",)),
    Mutant("vanban/pipeline/outputs.py", "if is_new and path.suffix == _DOCX:", "if False:",
           "an old PDF stands beside a new DOCX", ("test_outputs",)),
)
MUTANTS = FIRST_EIGHT + _MORE
