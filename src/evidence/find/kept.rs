//! What is a name, so that nothing else stays visible with it.

/// Characters that places and dates have and names hardly ever have two of.
const PLACES: &str = "省市区县乡镇村路街道号栋室州旗盟局";
const DATES: &str = "〇零一二三四五六七八九十年月日";

/// Whether a text in the name's place is more than a name, such as a piece of an address or a date. A name has up to five
/// characters, or dots between its parts.
pub(super) fn is_more_than_a_name(text: &str) -> bool {
    let count = |of: &dyn Fn(char) -> bool| text.chars().filter(|c| of(*c)).count();
    let chinese = count(&|c| c >= '\u{3400}');
    let dotted = text.contains(['·', '•', '．']);
    count(&|c| c.is_ascii_digit()) > 1
        || count(&|c| PLACES.contains(c)) > 1
        || count(&|c| DATES.contains(c)) > 2
        || !dotted && chinese > 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name() {
        for name in ["李四", "欧阳静艳", "提白玛·吉逊古卓", "王路", "区市长", "一丁"] {
            assert_eq!(is_more_than_a_name(name), name == "区市长", "{name}");
        }
        for more in ["李四北京市海淀区", "一九八九年三月", "王五19890312", "张三李四王五六"]
        {
            assert!(is_more_than_a_name(more), "{more}");
        }
    }
}
