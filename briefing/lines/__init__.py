"""Sentences as they are compared: what two of them speak of, and how far they are of one thing.

The detectors of disagreement go by it, and so does what tells news from what was told before.
"""
