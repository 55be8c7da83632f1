"""A made-up corpus of Dutch parliamentary papers: what stands in it, by number, the same anywhere.

``chance`` decides, ``words`` writes sentences, ``world`` knows every paper by its number,
``references`` cites them, ``sheets`` composes a document of each kind, ``formats`` writes it.
"""
