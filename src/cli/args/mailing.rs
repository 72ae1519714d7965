//! What can be typed after the verbs that mail: `send` and `account`.
