//! Which store was frozen when: what names a case, and all that is asked of one that is not finished yet.

use jiff::{Timestamp, Zoned};

use super::check::Sheet;
use super::{Facts, store_id};
use crate::case::{Case, Moment};
use crate::finding::{Finding, Problems};

impl Facts {
    /// Which store was frozen when, of a case that may be unfinished in everything else.
    ///
    /// # Errors
    /// What is wrong with `store.id` and `freeze.at`.
    pub fn frozen(case: &Case, now: Timestamp) -> Result<(String, Zoned), Problems> {
        let mut sheet = Sheet { findings: Vec::new() };
        let store = sheet.store_id(case.store.id.clone());
        let at = sheet.frozen_at(case.freeze.at.clone(), now);
        Problems::raise(sheet.findings)?;
        at.map(|at| (store, at)).ok_or_else(|| Finding::error("freeze.at", "time-missing").into())
    }
}

impl Sheet {
    pub(super) fn store_id(&mut self, typed: Option<String>) -> String {
        match typed.filter(|id| !id.trim().is_empty()) {
            Some(id) => self.take("store.id", store_id::check(&id)),
            None => {
                self.error("store.id", "store-id-missing");
                String::new()
            }
        }
    }

    pub(super) fn frozen_at(&mut self, typed: Option<Moment>, now: Timestamp) -> Option<Zoned> {
        if typed.is_none() {
            self.error("freeze.at", "time-missing");
        }
        self.time("freeze.at", typed, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case;

    fn named(text: &str) -> Result<String, Vec<(String, &'static str)>> {
        let now = "2026-11-22T02:00:00Z".parse().unwrap();
        let case = case::read(text.as_bytes()).unwrap_or_else(|_| panic!("not a case: {text}"));
        let told = |finding: &Finding| (finding.field.clone(), finding.code);
        Facts::frozen(&case, now)
            .map(|(store, at)| format!("{store} {at}"))
            .map_err(|problems| problems.findings().iter().map(told).collect())
    }

    #[test]
    fn an_unfinished_case_names_its_store_and_its_time() {
        let good = "[store]\nid = '1102345678'\n[freeze]\nat = 2026-11-22T09:30:00+08:00";
        assert_eq!(named(good).as_deref(), Ok("1102345678 2026-11-22T09:30:00+08:00[+08:00]"));
        let missing = |field: &str, code| (field.to_owned(), code);
        let both = vec![missing("store.id", "store-id-missing"), missing("freeze.at", "time-missing")];
        assert_eq!(named(""), Err(both));
        let bad = "[store]\nid = '12'\n[freeze]\nat = 2026-11-22T09:30:00";
        let both = vec![missing("store.id", "store-id-length"), missing("freeze.at", "time-no-zone")];
        assert_eq!(named(bad), Err(both));
    }
}
