"""Usulan for the office's own system."""
