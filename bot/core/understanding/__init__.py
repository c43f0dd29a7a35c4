"""Understanding numbers, sizes, money, places and dates as people type them. Pure, total, and it never guesses."""
