# The record: states, events, deadlines, and the follow-up.
