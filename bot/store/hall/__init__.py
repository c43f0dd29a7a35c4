"""Statements about what happens in the hall."""
