//! What can happen to the folder, the file and the clock.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use unfreeze::record::StorageError;

use super::*;

fn database(folder: &Path) -> PathBuf {
    folder.join("unfreeze.db")
}

fn why(folder: &Path) -> StorageError {
    match stopped(Record::open(folder, at(9))) {
        RecordError::Storage { why, .. } => why,
        other => panic!("{other:?}"),
    }
}

/// A diary with one accepted mail of 40 kB, so that its body fills pages of its own.
fn diary() -> (tempfile::TempDir, MailId) {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let body = [b"X: y\r\n\r\n".to_vec(), b"body ".repeat(8_000)].concat();
    let id = record.compose(&NewMail { bytes: body, ..mail("first") }, at(0)).unwrap();
    assert_eq!(send(&mut record, id, at(1)), State::Accepted);
    (folder, id)
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_closed_to_others() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("state/unfreeze");
    let mut record = open(&folder, at(0));
    let id = record.compose(&mail("first"), at(0)).unwrap();
    let attempt = enter(&mut record, id, None, at(1));
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!([mode(&folder), mode(&folder.join("locks"))], [0o700; 2]);
    assert_eq!([mode(&database(&folder)), mode(&folder.join("locks/1.lock"))], [0o600; 2]);
    drop(attempt);
    // One that was opened to others is closed again.
    fs::set_permissions(database(&folder), fs::Permissions::from_mode(0o644)).unwrap();
    open(&folder, at(2));
    assert_eq!(mode(&database(&folder)), 0o600);
}

/// SQLite gives its journal the mode of the file.
#[cfg(unix)]
#[test]
fn the_journal_is_closed_to_others() {
    use std::os::unix::fs::MetadataExt;
    let (folder, _) = diary();
    let connection = Connection::open(database(folder.path())).unwrap();
    connection.execute_batch("BEGIN IMMEDIATE; DELETE FROM attempts; PRAGMA cache_spill = 1;").unwrap();
    let journal = folder.path().join("unfreeze.db-journal");
    assert_eq!(fs::metadata(journal).unwrap().mode() & 0o777, 0o600);
}

#[test]
fn what_stands_in_the_way_is_told_apart() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("file");
    fs::write(&file, b"").unwrap();
    assert_eq!(why(&file), StorageError::NotFolder);
    assert_eq!(why(&file.join("below")), StorageError::NotFolder);
    let occupied = home.path().join("occupied");
    fs::create_dir_all(database(&occupied)).unwrap();
    assert_eq!(why(&occupied), StorageError::NotFile);
    let locks = home.path().join("locks");
    let mut record = open(&locks, at(0));
    let id = record.compose(&mail("first"), at(0)).unwrap();
    fs::write(locks.join("locks"), b"").unwrap();
    assert_eq!(stopped(record.begin(id, "shop", SERVER, Resend::Refuse, at(1))).code(), "record-not-folder");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_not_followed() {
    let (folder, _) = diary();
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(database(folder.path()), database(elsewhere.path())).unwrap();
    assert_eq!(why(elsewhere.path()), StorageError::Symlink);
}

#[test]
fn an_error_names_the_file_and_nothing_of_what_it_holds() {
    let (folder, id) = diary();
    let mut record = open(folder.path(), at(2));
    let error = stopped(record.begin(id, "shop", SERVER, Resend::Refuse, at(3)));
    assert_eq!(
        (format!("{error}"), format!("{error:?}")),
        ("record-accepted".into(), "record-accepted".into())
    );
    fs::write(
        database(folder.path()),
        b"no database at all, but longer than a header of one hundred bytes".repeat(9),
    )
    .unwrap();
    let error = stopped(Record::open(folder.path(), at(3)));
    assert_eq!((error.path(), error.code()), (Some(&*database(folder.path())), "record-corrupt"));
}

#[test]
fn a_truncated_file_is_damage_wherever_it_ends() {
    let (folder, _) = diary();
    let whole = fs::read(database(folder.path())).unwrap();
    for end in [0, 1, 99, 100, 4096, 4097, whole.len() / 2, whole.len() - 4096] {
        fs::write(database(folder.path()), &whole[..end]).unwrap();
        let code = Record::open(folder.path(), at(9)).map_or_else(|error| error.code(), |_| "ok");
        assert_eq!(code, "record-corrupt", "{end} of {} bytes", whole.len());
        assert_eq!(
            fs::read(database(folder.path())).unwrap(),
            &whole[..end],
            "a damaged file is left as it is"
        );
    }
}

/// A page of zeros or of noise anywhere is either damage at opening, or damage once those bytes are read; or the page
/// was free. Nothing wrong is ever given out.
#[test]
fn a_spoilt_page_never_gives_out_something_wrong() {
    let (folder, id) = diary();
    let whole = fs::read(database(folder.path())).unwrap();
    let (case, bytes) = {
        let record = open(folder.path(), at(2));
        (record.export(CASE).unwrap(), record.bytes(id).unwrap().unwrap())
    };
    let mut seen = 0;
    for page in 0..whole.len() / 4096 {
        for noise in [0x00, 0xA5] {
            let mut spoilt = whole.clone();
            spoilt[page * 4096..][..4096].fill(noise);
            if spoilt == whole {
                continue;
            }
            fs::write(database(folder.path()), &spoilt).unwrap();
            let looked = Record::open(folder.path(), at(3))
                .and_then(|record| Ok((record.export(CASE)?, record.bytes(id)?)));
            match looked {
                Ok(found) => assert!(found == (case.clone(), Some(bytes.clone())), "page {page}"),
                Err(error) => {
                    assert_eq!(error.code(), "record-corrupt", "page {page}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "only {seen} spoilt pages were seen");
}

#[test]
fn a_changed_body_is_not_sent() {
    let (folder, _) = diary();
    let mut record = open(folder.path(), at(2));
    let id = record.compose(&NewMail { reference: format!("{CASE}-2"), ..mail("second") }, at(2)).unwrap();
    let connection = Connection::open(database(folder.path())).unwrap();
    connection.execute("UPDATE bodies SET bytes = CAST('x' AS BLOB) WHERE mail = ?1", [2]).unwrap();
    assert_eq!(stopped(record.begin(id, "shop", SERVER, Resend::Refuse, at(3))).code(), "record-corrupt");
    assert_eq!(record.mail_of(id).unwrap().state, State::Composed);
}

#[test]
fn a_foreign_database_and_a_later_version_are_left_alone() {
    for (change, expected) in [
        ("PRAGMA application_id = 7", StorageError::Foreign),
        ("PRAGMA application_id = 0", StorageError::Foreign),
        ("PRAGMA user_version = 1000", StorageError::Newer),
        ("PRAGMA user_version = -1", StorageError::Newer),
    ] {
        let (folder, _) = diary();
        Connection::open(database(folder.path())).unwrap().execute_batch(change).unwrap();
        let before = fs::read(database(folder.path())).unwrap();
        assert_eq!(why(folder.path()), expected, "{change}");
        assert_eq!(fs::read(database(folder.path())).unwrap(), before);
    }
}

/// A reader elsewhere keeps us from committing; nothing has changed then.
#[test]
fn a_database_that_another_process_holds_is_locked() {
    let (folder, _) = diary();
    let mut record = open(folder.path(), at(2));
    let other = Connection::open(database(folder.path())).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let error = stopped(record.compose(&NewMail { reference: format!("{CASE}-2"), ..mail("second") }, at(2)));
    assert_eq!(error.code(), "record-locked");
    other.execute_batch("ROLLBACK").unwrap();
    assert!(record.mail(&format!("{CASE}-2")).unwrap().is_none());
}

#[test]
fn a_clock_set_back_breaks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let first = record.compose(&mail("first"), at(0)).unwrap();
    let long_ago: Timestamp = "1970-01-01T00:00:00Z".parse().unwrap();
    let second = record.compose(&mail("second"), long_ago).unwrap();
    assert!(first < second);
    assert_eq!(latest(&record).message_id, "<second@example.com>");
    assert_eq!(
        fail(&mut record, second, &failed(Phase::Rcpt, Why::Later, 451), None, at(-9)),
        State::Deferred
    );
    assert_eq!(send(&mut record, second, long_ago), State::Accepted);
    let attempts = latest(&record).attempts;
    assert_eq!(attempts.iter().map(|attempt| attempt.started).collect::<Vec<_>>(), [at(-9), long_ago]);
    record.log(CASE, &event(EventKind::Unfrozen, "2026-11-22T09:30:00+08:00[+08:00]"), long_ago).unwrap();
    // Closed no earlier than the last thing that is known.
    assert_eq!(record.case(CASE).unwrap().unwrap().closed, Some(at(0)));
    open(folder.path(), Timestamp::MIN);
    open(folder.path(), Timestamp::MAX);
}
