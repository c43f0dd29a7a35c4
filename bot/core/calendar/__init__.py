"""Occasions, the rules that hang from them, working days and years."""
