"""Announcements: whom they are for, what they say, and how far their sending has come."""
