"""The ear: what somebody wants by their words, what their words tell, and what is left of them."""
