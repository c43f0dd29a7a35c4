"""How many, how big, how much: from figures and words to people, sizes and rupiah."""
