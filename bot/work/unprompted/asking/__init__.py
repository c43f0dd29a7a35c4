"""What somebody with work asks about it in plain words: who is late, how many came, what is not done."""
