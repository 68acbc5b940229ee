"""Measurements as the user runs them: worked examples of the language packs, gold facts and gold spans, speed."""
