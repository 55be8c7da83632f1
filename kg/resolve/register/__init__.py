"""The Tweede Kamer's register as an index: motions, amendments, letters and dossiers.

``load`` builds it from tables of the open data; ``Register`` asks it.
"""
