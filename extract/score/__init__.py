"""How well records agree with gold written by hand: precision, recall, F1, and each field.

A section counts what was detected; of what was detected, each field counts how often it is right.
Text is compared without case, markup, double spaces and outer punctuation.
"""

from extract.score.sections import SECTIONS, Score, score_record

__all__ = ["SECTIONS", "Score", "score_record"]
