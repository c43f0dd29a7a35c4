"""Statements about occasions, tasks and what happens in the hall."""
