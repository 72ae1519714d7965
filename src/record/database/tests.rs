use super::*;

fn opened() -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open(folder.path()).unwrap();
    (folder, database)
}

fn pragma(database: &Database, name: &str) -> String {
    let value = |row: &rusqlite::Row<'_>| match row.get_ref(0)? {
        ValueRef::Integer(number) => Ok(number.to_string()),
        text => Ok(text.as_str().map(str::to_owned)?),
    };
    database.connection.pragma_query_value(None, name, value).unwrap()
}

fn remember(database: &mut Database) -> Result<(), RecordError> {
    let row = "INSERT INTO cases (reference, store, opened) VALUES (hex(randomblob(9000)), '1', '1')";
    database.write(|transaction| Ok(transaction.execute(row, []).map(drop)?))
}

#[test]
fn every_safety_is_on() {
    let (_folder, database) = opened();
    let found = [
        "journal_mode",
        "synchronous",
        "secure_delete",
        "foreign_keys",
        "temp_store",
        "trusted_schema",
        "busy_timeout",
        "application_id",
        "user_version",
    ]
    .map(|name| pragma(&database, name));
    let version = MIGRATIONS.len().to_string();
    assert_eq!(found, ["delete", "3", "1", "1", "2", "0", "5000", "1430671962", version.as_str()]);
}

#[test]
fn a_full_disk_changes_nothing_and_says_so() {
    let (_folder, mut database) = opened();
    remember(&mut database).unwrap();
    let pages = pragma(&database, "page_count");
    database.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    assert_eq!(remember(&mut database).unwrap_err().code(), "record-full");
    let count = "SELECT count(*) FROM cases";
    let count = database.read(|connection| Ok(connection.query_row(count, [], |row| row.get::<_, i64>(0))?));
    assert_eq!(count, Ok(1));
}

#[test]
fn what_can_only_be_read_says_so() {
    let (_folder, mut database) = opened();
    database.connection.pragma_update(None, "query_only", true).unwrap();
    assert_eq!(remember(&mut database).unwrap_err().code(), "record-read-only");
}

#[test]
fn a_value_that_we_never_wrote_is_damage() {
    let (_folder, database) = opened();
    for value in ["'soon'", "7", "x'00'"] {
        let query = format!("SELECT {value}");
        let read = database.read(|connection| {
            Ok(connection.query_row(&query, [], |row| row.get::<_, Word<jiff::Timestamp>>(0).map(|_| ()))?)
        });
        assert_eq!(read.unwrap_err().code(), "record-corrupt", "{value}");
    }
}

/// Also where nothing was read.
#[test]
fn damage_is_seen_at_the_opening_whatever_table_it_hits() {
    for table in CHECKED {
        let (folder, database) = opened();
        let page = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
        let page =
            |connection: &Connection| connection.query_row(page, [table], |row| row.get::<_, usize>(0));
        let page = database.read(|connection| Ok(page(connection)?)).unwrap();
        let path = database.path().to_owned();
        drop(database);
        let mut bytes = fs::read(&path).unwrap();
        bytes[(page - 1) * 4096..][..4096].fill(0xA5);
        fs::write(&path, bytes).unwrap();
        let error = Database::open(folder.path()).err().map(|error| error.code());
        assert_eq!(error, Some("record-corrupt"), "{table}");
    }
}

/// A diary as version 1 left it, made by hand.
#[test]
fn an_old_diary_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let old = Connection::open(folder.path().join(FILE)).unwrap();
    old.execute_batch(include_str!("../migrations/1.sql")).unwrap();
    old.execute_batch(
        "PRAGMA application_id = 0x5546525A; PRAGMA user_version = 1;
        INSERT INTO cases (reference, store, opened) VALUES ('UF-1', '1', '2026-11-22T01:30:00Z')",
    )
    .unwrap();
    let database = Database::open(folder.path()).unwrap();
    let stores = "SELECT store FROM cases";
    let stores =
        database.read(|connection| Ok(connection.query_row(stores, [], |row| row.get::<_, String>(0))?));
    assert_eq!(stores, Ok("1".to_owned()));
    assert_eq!(pragma(&database, "user_version"), MIGRATIONS.len().to_string());
}

#[test]
fn each_step_leads_on_and_a_failed_one_leaves_the_old_version() {
    let (_folder, mut database) = opened();
    let first = MIGRATIONS[0];
    database.migrate(&[first, "ALTER TABLE cases ADD COLUMN two TEXT"]).unwrap();
    assert_eq!(pragma(&database, "user_version"), "2");
    let steps = [first, "", "ALTER TABLE cases ADD COLUMN three TEXT", "ALTER TABLE none ADD COLUMN x TEXT"];
    assert_eq!(database.migrate(&steps).unwrap_err().code(), "record-failed");
    assert_eq!(pragma(&database, "user_version"), "2");
    let columns = "SELECT count(*) FROM pragma_table_info('cases') WHERE name IN ('two', 'three')";
    let columns =
        database.read(|connection| Ok(connection.query_row(columns, [], |row| row.get::<_, i64>(0))?));
    assert_eq!(columns, Ok(1));
    assert_eq!(database.migrate(&[first]).unwrap_err().code(), "record-newer");
}
