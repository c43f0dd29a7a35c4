"""An announcement that leaves: its ledger, its letters, and how it is held, hurried or ended."""
