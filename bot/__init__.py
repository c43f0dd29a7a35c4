"""Kawan Musrenbang: a Telegram bot that stands by facilitators and villagers before and after musrenbang."""
