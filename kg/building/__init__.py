"""The building of a graph from any number of documents: in bounded memory, by all cores, resumable.

A build works in a folder beside its result (``DIR/work``). Documents are read and placed by worker
processes, a batch at a time (:mod:`kg.building.tasks`); what each one gave is kept there, so that
a later build reads only what changed and one that was killed goes on where it stopped
(:mod:`kg.building.state`). When all are placed, the names of documents are settled over all of
them, the few that saw it otherwise are placed anew, and everything is merged in order of IRI,
bucket by bucket (:mod:`kg.building.merging`). The same documents give the same bytes, whatever the
order, the number of workers, or what was there before.
"""

from __future__ import annotations

from kg.building.extracting import extract

__all__ = ["extract"]
