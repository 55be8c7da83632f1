"""Measure what is found against documents read by hand."""

from kg.evaluate.gold import Gold, load
from kg.evaluate.measure import Found, Report, measure
from kg.evaluate.score import Score

__all__ = ["Found", "Gold", "Report", "Score", "load", "measure"]
