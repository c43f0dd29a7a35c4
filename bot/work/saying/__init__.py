"""Saying things: replies, news, names, what people see before the first word."""
