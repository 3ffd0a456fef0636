"""Meetings: an agenda over figures, what each item shows, the sentence that states it, and what was corrected since."""
