"""Statements about what people ask, and what a facilitator answers."""
