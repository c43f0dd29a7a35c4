"""Who holds which role where: invited, listed, handed over."""
