"""YAML that officers keep in git → administrative documents (văn bản hành chính) that could be signed.

The stages, in the order in which `build.py -v` names them; each is a folder:

1. read       readers/      content/*.yaml → data with a span for every key and value
2. validate   readers/      data against schemas/*.schema.json
3. build      readers/      data → one tree of frozen nodes (model/)
4. resolve    transforms/   marks counted, figures, citations and references given their words
5. check      lint/         rules over the resolved tree
6. write      writers/      tree → DOCX → PDF

A stage hands on values and findings; it never calls a later one. `pipeline/` alone knows them all.
Imports flow one way: ground (findings, errors, units, …) ← the_thuc ← wordml, model ← doctypes, setting ← frames ←
stages ← edits ← pipeline ← build.py.
"""

__version__ = "0.3.0"
