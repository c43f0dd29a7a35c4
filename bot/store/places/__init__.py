"""Statements about names of places."""
