//! The verb `new` where nobody can be asked.

use crate::run::{Outcome, Run};

#[test]
fn without_a_terminal_it_names_the_verbs_to_use_instead() {
    for line in ["new", "new shop.toml", "new a.png --plain"] {
        assert_eq!(
            Run::line(line).run(),
            Outcome::failed(
                64,
                "error: new: there is nobody to ask: this is not a terminal [new-no-terminal]\n\
                 hint: write a case file, such as the one in examples/aurora, then use `unfreeze check CASE`, \
                 `unfreeze accept CASE` and `unfreeze compose CASE`\n"
            )
        );
    }
    let zh = Run::line("new").lang("zh").run();
    assert!(zh.status == 64 && zh.stderr.contains("不在终端里") && zh.stderr.contains("unfreeze check CASE"));
}

#[test]
fn without_a_verb_and_without_a_terminal_there_is_the_help() {
    let outcome = Run::new([""; 0]).run();
    assert_eq!(outcome.status, 0);
    assert!(outcome.stdout.contains("Usage: unfreeze"));
}
