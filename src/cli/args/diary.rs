//! What can be typed after the verbs that read and write the diary: `status`, `log`, `follow-up` and `record`.
