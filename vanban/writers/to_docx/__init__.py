"""A set as it is printed → DOCX, a file in this folder for each step of the way.

as_printed          a resolved set → the set as it is printed (model/printed); body, headings: its paragraphs and grids
pieces, runs        a paragraph → its pieces, bound → XML; table: a grid → XML; body_xml: the list → XML
context, measures   the zones → the variables of a frame, rules and stamps as long as the words want them
titles, signed      what needs the width of the page: where titles break, what goes to the page of the signature
footers             the foot of page 1
document            frames filled and put behind each other: the document part
package             the parts together: footnotes, pictures, properties
writing             all of it: a set as it is printed → one DOCX, or one for each document

Nothing is imported here: who asks only for the words that are printed loads no page frames.
"""
