//! Invented facts for the tests of later stages.

use std::path::PathBuf;

use super::*;

impl Facts {
    /// A full case: every optional fact is told.
    pub(crate) fn sample() -> Self {
        let scan = |side, path: &str| CardScan {
            side,
            path: PathBuf::from(path),
            placement: Placement::Untold,
            cover: Vec::new(),
            show: Vec::new(),
            acceptance: None,
        };
        Self {
            store: Store {
                id: "1102345678".to_owned(),
                name: "Aurora Lighting Official Store".to_owned(),
                login: "shop@aurora-lighting.example".to_owned(),
                verified: true,
            },
            business: Business {
                region: Region::Cn,
                licence: "91330106MA2B12345X".to_owned(),
                company: "杭州极光照明有限公司".to_owned(),
            },
            representative: Representative {
                name: "沈立远".to_owned(),
                document: Document::CnResidentId,
                told: "002X".parse().ok(),
                scans: [scan(Side::Portrait, "scans/front.jpg"), scan(Side::Emblem, "scans/back.jpg")],
            },
            freeze: Freeze {
                notices: vec![PathBuf::from("notice.png")],
                covers: vec![Vec::new()],
                at: "2026-11-21T17:30:00-08:00[-08:00]".parse().unwrap(),
                kind: FreezeKind::Identity,
                reason: "Your account is frozen because the identity verification has expired.".to_owned(),
                number: "FN-20261122-0417".to_owned(),
                ticket: "T-88120934".to_owned(),
                ticket_at: "2026-11-22T10:05:00+08:00[+08:00]".parse().ok(),
                statement:
                    "本店营业执照于2026年10月换发，法定代表人未变更。\n店铺无违规记录，恳请核实后解冻。"
                        .to_owned(),
                orders: vec!["8190234455667788".to_owned(), "8190234455667799".to_owned()],
            },
            contact: Contact {
                name: "周敏".to_owned(),
                email: "ops@aurora-lighting.example".to_owned(),
                phone: "+8613800138000".to_owned(),
            },
            mail: Some(Mail {
                from: "ops@aurora-lighting.example".to_owned(),
                to: Recipient::Urgent,
                cc: Vec::new(),
                copy_to_self: true,
                brackets: Brackets::Ascii,
                cite: true,
            }),
            language: LetterLanguage::Both,
            redaction: Redaction {
                preset: Preset::Standard,
                style: Style::Fill,
                keep: Part::Last4,
                watermark: None,
            },
            agent: Some(Agent { name: "启航跨境服务".to_owned(), reference: "QH-0093".to_owned() }),
            warnings: Vec::new(),
        }
    }

    /// The same case with nothing told that may be left out.
    pub(crate) fn sparse_sample() -> Self {
        let full = Self::sample();
        Self {
            store: Store { login: String::new(), ..full.store },
            business: Business { company: String::new(), ..full.business },
            representative: Representative { name: String::new(), told: None, ..full.representative },
            freeze: Freeze {
                at: "2026-11-22T09:30:00+08:00[+08:00]".parse().unwrap(),
                kind: FreezeKind::Other,
                reason: String::new(),
                number: String::new(),
                ticket: String::new(),
                ticket_at: None,
                statement: String::new(),
                orders: Vec::new(),
                ..full.freeze
            },
            mail: full.mail.map(|mail| Mail { cite: false, ..mail }),
            agent: None,
            ..full
        }
    }
}

/// What a test may change in a sample.
impl Facts {
    pub(crate) fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    pub(crate) fn freeze_mut(&mut self) -> &mut Freeze {
        &mut self.freeze
    }

    pub(crate) fn mail_slot(&mut self) -> &mut Option<Mail> {
        &mut self.mail
    }

    pub(crate) fn mail_mut(&mut self) -> &mut Mail {
        self.mail.as_mut().unwrap()
    }
}
