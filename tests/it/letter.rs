//! The template language: what it prints, and what it refuses.

use serde::Serialize;
use unfreeze::letter::template::{Escape, Problem, Schema, Template, TemplateError};

#[derive(Serialize)]
struct Context {
    name: String,
    cited: bool,
    store: Store,
    orders: Vec<String>,
    files: Vec<File>,
}

#[derive(Serialize)]
struct Store {
    id: String,
}

#[derive(Serialize)]
struct File {
    label: String,
    masked: Vec<String>,
}

fn context(name: &str) -> Context {
    Context {
        name: name.to_owned(),
        cited: true,
        store: Store { id: "1102345678".to_owned() },
        orders: vec!["81".to_owned(), "82".to_owned()],
        files: vec![File {
            label: "portrait".to_owned(),
            masked: vec!["birth".to_owned(), "number".to_owned()],
        }],
    }
}

fn parse(source: &str, escape: Escape) -> Result<Template<Context>, TemplateError> {
    Template::parse("letter", source, escape, &Schema::of(&context("sample")))
}

fn rendered(source: &str, name: &str, escape: Escape) -> String {
    parse(source, escape).unwrap().render(&context(name)).unwrap()
}

fn refused(source: &str) -> (usize, Problem) {
    let error = parse(source, Escape::Html).err().unwrap_or_else(|| panic!("{source} passes"));
    assert_eq!(error.template, "letter");
    (error.line, error.problem)
}

#[test]
fn the_whole_language_prints() {
    let source = "{{! a (\"note\") }}{{!-- {{x}} --}}\
        {{name}} {{this.name}} {{store.id}} {{#with store}}{{id}}/{{../name}}{{/with}}\n\
        {{#if cited}}yes{{else}}no{{/if}} {{#unless cited}}no{{else if orders}}orders{{/unless}}\n\
        {{#each orders}}{{@index}}:{{this}}{{#unless @last}}, {{/unless}}{{/each}}\n\
        {{#each files}}\n{{label}} of {{../store.id}}: {{#each masked}}{{this}} in {{../label}} of {{../../name}};{{/each}}\n{{/each}}\n\
        end \\{{name}}";
    assert_eq!(
        rendered(source, "Li", Escape::None),
        "Li Li 1102345678 1102345678/Li\nyes orders\n0:81, 1:82\n\
         portrait of 1102345678: birth in portrait of Li;number in portrait of Li;\nend {{name}}"
    );
}

#[test]
fn a_value_is_data() {
    let name = "{{store.id}} <script>\n{{#if O'Brien}} & \"x\" \\{{{";
    assert_eq!(rendered("{{name}}", name, Escape::None), name);
    assert_eq!(
        rendered("{{name}}", name, Escape::Html),
        "{{store.id}} &lt;script&gt;\n{{#if O&#39;Brien}} &amp; &quot;x&quot; \\{{{"
    );
}

#[test]
fn windows_line_ends_and_a_mark_are_read() {
    assert_eq!(rendered("\u{feff}{{#if cited}}\r\nyes\r\n{{/if}}\r\n", "", Escape::None), "yes\n");
}

#[test]
fn an_unknown_name_is_refused_wherever_it_stands() {
    for (source, name, near) in [
        ("{{nam}}", "nam", "name"),
        ("{{this.nam}}", "this.nam", "this.name"),
        ("{{quite_another}}", "quite_another", ""),
        ("{{store.idd}}", "store.idd", "store.id"),
        ("{{store.id.x}}", "store.id.x", ""),
        ("{{name.length}}", "name.length", ""),
        ("{{orders.0}}", "orders.0", "orders"),
        ("{{#if citde}}{{/if}}", "citde", "cited"),
        ("{{#unless citde}}{{/unless}}", "citde", "cited"),
        ("{{#each order}}{{/each}}", "order", "orders"),
        ("{{#with stor}}{{/with}}", "stor", "store"),
        ("{{#if cited}}{{nam}}{{/if}}", "nam", "name"),
        ("{{#if cited}}{{else}}{{nam}}{{/if}}", "nam", "name"),
        ("{{#if cited}}{{else if citde}}{{/if}}", "citde", "cited"),
        ("{{#if cited}}{{else if name}}{{else}}{{nam}}{{/if}}", "nam", "name"),
        ("{{#unless cited}}{{^}}{{nam}}{{/unless}}", "nam", "name"),
        ("{{#each files}}{{name}}{{/each}}", "name", "../name"),
        ("{{#each files}}{{lable}}{{/each}}", "lable", "label"),
        ("{{#each files}}{{#each masked}}{{../nam}}{{/each}}{{/each}}", "../nam", "../../name"),
        ("{{#each files}}{{else}}{{label}}{{/each}}", "label", ""),
        ("{{#with store}}{{name}}{{/with}}", "name", "../name"),
        ("{{#with store}}{{else}}{{id}}{{/with}}", "id", ""),
        ("{{../name}}", "../name", "name"),
        ("{{#if cited}}{{../name}}{{/if}}", "../name", "name"),
        ("{{@index}}", "@index", ""),
        ("{{#each orders}}{{@key}}{{/each}}", "@key", ""),
        ("{{#each orders}}{{else}}{{@index}}{{/each}}", "@index", ""),
        ("{{#if @last}}{{/if}}", "@last", ""),
        ("{{@root.name}}", "@root.name", ""),
        ("{{store/id}}", "store/id", ""),
        ("{{./name}}", "./name", "name"),
        ("{{log}}", "log", ""),
    ] {
        let (line, problem) = refused(&format!("first\n{source}"));
        assert_eq!(line, 2, "{source}");
        let Problem::UnknownName { name: said, near: suggested } = problem else {
            panic!("{source}: {problem:?}")
        };
        assert_eq!((said.as_str(), suggested.as_str()), (name, near), "{source}");
    }
}

#[test]
fn a_slip_in_use_is_told_apart() {
    let name = |name: &str| name.to_owned();
    for (source, problem) in [
        ("{{store}}", Problem::NotAValue { name: name("store") }),
        ("{{orders}}", Problem::NotAValue { name: name("orders") }),
        ("{{this}}", Problem::NotAValue { name: name("this") }),
        ("{{#each name}}{{/each}}", Problem::NotAList { name: name("name") }),
        ("{{#each store}}{{/each}}", Problem::NotAList { name: name("store") }),
        ("{{#with name}}{{/with}}", Problem::NotAGroup { name: name("name") }),
        ("{{upper name}}", Problem::UnknownHelper { name: name("upper") }),
        ("{{len orders}}", Problem::UnknownHelper { name: name("len") }),
        ("{{#upper name}}{{/upper}}", Problem::UnknownHelper { name: name("upper") }),
        ("{{#name}}{{/name}}", Problem::UnknownHelper { name: name("name") }),
        ("{{#if}}{{/if}}", Problem::UnknownHelper { name: name("if") }),
        ("{{#if cited name}}{{/if}}", Problem::UnknownHelper { name: name("if") }),
        ("{{#if true}}{{/if}}", Problem::UnknownHelper { name: name("if") }),
    ] {
        assert_eq!(refused(source), (1, problem), "{source}");
    }
}

#[test]
fn what_is_not_part_of_the_language_is_refused() {
    for source in [
        "{{{name}}}",
        "{{&name}}",
        "{{~{name}~}}",
        "{{> header}}",
        "{{#> header}}{{/header}}",
        "{{*inline \"x\"}}",
        "{{#*inline \"x\"}}{{/inline}}",
        "{{{{raw}}}}{{name}}{{{{/raw}}}}",
        "{{lookup store \"id\"}}",
        "{{#if (eq name \"x\")}}{{/if}}",
        "{{#if cited includeZero=true}}{{/if}}",
        "{{#each orders as |order|}}{{order}}{{/each}}",
        "{{store.[id]}}",
    ] {
        assert_eq!(refused(source), (1, Problem::NotAllowed), "{source}");
    }
    for source in ["{{name", "{{#if cited}}", "{{/if}}", "{{#if cited}}{{/each}}", "{{}}", "{{!-- open"] {
        assert_eq!(refused(source).1, Problem::Syntax, "{source}");
    }
}

#[test]
fn a_hostile_template_is_refused_before_it_is_read() {
    assert_eq!(refused(&"{{#if cited}}".repeat(4000)).1, Problem::TooDeep);
    assert_eq!(refused(&format!("{{{{a {}", "(".repeat(60_000))).1, Problem::Syntax);
    assert_eq!(refused(&format!("{{{{a {}}}}}", "(".repeat(60_000))).1, Problem::NotAllowed);
    assert_eq!(refused(&"x".repeat(70_000)).1, Problem::TooLong);
}

#[test]
#[should_panic(expected = "no shape: this.orders")]
fn a_sample_with_an_empty_list_has_no_shape() {
    let _ = Schema::of(&Context { orders: Vec::new(), ..context("") });
}
