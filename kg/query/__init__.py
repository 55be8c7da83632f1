"""Asks the graph: SPARQL with known prefixes, checked, limited in time, in many formats."""

from kg.query.ask import ask, ask_saved
from kg.query.dataset import Dataset, dataset_of
from kg.query.result import Result
from kg.query.saved import Param, SavedQuery, saved_queries, saved_query

__all__ = [
    "Dataset",
    "Param",
    "Result",
    "SavedQuery",
    "ask",
    "ask_saved",
    "dataset_of",
    "saved_queries",
    "saved_query",
]
