"""Announcements and their ledger."""
