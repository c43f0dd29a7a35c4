"""Who is invited to a meeting and who came, by name."""
