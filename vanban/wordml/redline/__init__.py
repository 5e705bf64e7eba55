"""Two Word files of ours → one with real tracked changes: accepting all of them gives the words of the new file,
rejecting all of them those of the old one (ECMA-376-1, 17.13.5).

revisions   who marks and when, and the marks themselves
atoms       a paragraph → words and signs, each with its look: what is compared and what is cut
alignment   which of two lists belong together, in order
paragraphs  two paragraphs → one
tables      two tables → one: row by row, cell by cell; or one out and one in
blocks      two lists of paragraphs and tables → one
bodies      the documents of a set, each a list of its own
notes       the footnotes of both
packages    the parts of both files → one file
proof       what accepting and rejecting leave, compared with the two files

Both files come from the same frames, so nothing is guessed about their build; what is not understood is refused.
"""
