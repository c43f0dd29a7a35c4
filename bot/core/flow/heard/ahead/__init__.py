"""What is said before it is asked, or beside the first question."""
