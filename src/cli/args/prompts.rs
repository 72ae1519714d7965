//! What can be typed after the verbs that ask and answer: `new`, `profile` and `contact`.
