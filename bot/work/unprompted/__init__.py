"""What people say to nobody's question: the beginning of an announcement, an answer to one, their work, or a story."""
