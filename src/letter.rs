//! letter

pub mod template;
