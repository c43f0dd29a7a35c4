"""Statements about usulan, their files and their codes."""
