"""Dates: seen, set, moved and cancelled; one's own calendar program."""
