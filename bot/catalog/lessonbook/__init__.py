"""Lessons as a workbook, which trainers edit in Excel or LibreOffice: out, in again, and back to an earlier text."""
