"""The benchmark: this bot beside a stock echo bot, on one stand-in for Telegram, in alternation (`make bench`)."""
