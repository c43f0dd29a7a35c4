"""Announcements: composed, agreed to, sent, put right, and what came of them."""
