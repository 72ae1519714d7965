//! What is a name, so that nothing else stays visible with it.

/// Whether a text in the name's place is more than a name, such as a piece of an address or a date; `places` and `dates` are
/// characters that those have and names hardly ever have two or three of. A name has up to five
/// characters, or dots between its parts.
pub(super) fn is_more_than_a_name(text: &str, [places, dates]: [&str; 2]) -> bool {
    let count = |of: &dyn Fn(char) -> bool| text.chars().filter(|c| of(*c)).count();
    let chinese = count(&|c| c >= '\u{3400}');
    let dotted = text.contains(['·', '•', '．']);
    count(&|c| c.is_ascii_digit()) > 1
        || count(&|c| places.contains(c)) > 1
        || count(&|c| dates.contains(c)) > 2
        || !dotted && chinese > 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Layout;

    #[test]
    fn a_name_is_a_name() {
        let words = Layout::named("cn-resident-id").unwrap().of_no_name();
        for name in ["李四", "欧阳静艳", "提白玛·吉逊古卓", "王路", "区市长", "一丁"] {
            assert_eq!(is_more_than_a_name(name, words), name == "区市长", "{name}");
        }
        for more in ["李四北京市海淀区", "一九八九年三月", "王五19890312", "张三李四王五六"]
        {
            assert!(is_more_than_a_name(more, words), "{more}");
        }
    }
}
