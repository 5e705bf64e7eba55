"""Any DOCX → what it says: every word read, or counted as not read. One reading for `build.py text`, and for what is to
come: Word files that become YAML, Word files whose form is judged.

stories    the bytes → Reading; blocks: what that is
inline     the inside of a paragraph; inline_fields (a field is in fields), inline_drawings, formulas, symbols
drawings   charts and diagrams; alternatives: which branch of several Word shows; noted: the notes that were met
numbering  the marks that Word counts, in the forms of number_forms; paragraph_styles: headings, hidden words
"""
