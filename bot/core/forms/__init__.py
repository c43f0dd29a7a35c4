"""The vocabulary of guided conversations: what is asked, heard, said and kept."""
