"""Saying things: keyboards, pages, files, letters, names, what people see before the first word."""
