"""What was told is put right: a word, a number, a part, several at once, before sending and after."""
