"""Whose voice an usulan is: several people at one telephone, a story brought for another, a name not to be said."""
