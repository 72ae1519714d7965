# The fill-in prompts, the profile, and the question whether a contact is official.
