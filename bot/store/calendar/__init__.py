"""Statements about occasions and whom they concern."""
