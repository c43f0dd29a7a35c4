"""Statements about a year of service."""
