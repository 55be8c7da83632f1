"""Asks the graph: SPARQL with known prefixes, checked, limited in time, in many formats."""

from kg.query.ask import ask, ask_saved
from kg.query.result import Result
from kg.query.saved import Param, SavedQuery, saved_queries, saved_query

__all__ = ["Param", "Result", "SavedQuery", "ask", "ask_saved", "saved_queries", "saved_query"]
