"""Statements about how ready villages are."""
