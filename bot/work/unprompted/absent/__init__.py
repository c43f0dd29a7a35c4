"""Somebody with work here is away, or cannot come."""
