"""Statements about what readers see and write down."""
