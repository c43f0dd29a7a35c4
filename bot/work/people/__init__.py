"""People and what is theirs: consent, first words, one's own data, being forgotten."""
