"""Names of the parts of a .docx (ECMA-376-1, 11.3 and 15.2)."""

DOCUMENT, STYLES, FOOTNOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
THEME = "word/theme/theme1.xml"
CONTENT_TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
CORE = "docProps/core.xml"
