"""Statements about invitations, lists and handing over."""
