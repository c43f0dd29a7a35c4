"""Statements about days of training."""
