"""Kabupaten, kecamatan, desa and dusun, and how people spell them."""
