"""Sends a graph to a triple store elsewhere: one named graph per source document.

By the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/) or by SPARQL Update.
What a graph held when it was sent is kept in a state file by its checksum: a run that was stopped
goes on where it was (one that was killed a little before that), and the next run sends only what
has changed. Each graph is replaced by its first batch, so that sending one again does no harm.
"""

from kg.publish.sending import Sent, publish
from kg.publish.store import Target

__all__ = ["Sent", "Target", "publish"]
