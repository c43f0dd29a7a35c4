"""What is to stand there no more, and comes back with a word."""
