"""Checks in the field."""
