"""Answers to what people ask in their own words: true ones, with what is known now; what we cannot answer goes to a
facilitator."""
