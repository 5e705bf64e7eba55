"""YAML that officers keep in git → administrative documents (văn bản hành chính) that could be signed.

The stages, in their order; each is a folder:

1. read       readers/      content/*.yaml → data with a span for every key and value
2. validate   readers/      data against schemas/*.schema.json
3. build      readers/      data → one tree of frozen nodes (model/)
4. resolve    transforms/   marks counted, figures, citations and references given their words
5. check      lint/         rules over the resolved tree
6. write      writers/      tree → DOCX → PDF

A stage hands on values and findings; it never calls a later one. `pipeline/` alone knows them all. Which room may
import from which is held by `tests/test_layers.py`. docs/kien_truc.md tells the way of one document.
"""

__version__ = "0.3.0"
