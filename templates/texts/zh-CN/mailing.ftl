# Accounts and sending: what the server said, what it means and what mends it.
