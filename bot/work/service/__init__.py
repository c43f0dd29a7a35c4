"""A facilitator's year of service, on one page."""
