//! Nobody: invented holders of cards, in places that do not exist.

use crate::dice::Dice;

/// What is printed on a card.
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) sex: &'static str,
    pub(crate) ethnicity: &'static str,
    /// Year, month and day.
    pub(crate) birth: [u64; 3],
    pub(crate) address: String,
    pub(crate) number: String,
    pub(crate) authority: String,
    pub(crate) validity: String,
}

const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱江尹薛闫段雷侯龙史陶黎贺毛郝顾龚邵万覃武钱戴严莫孔向汤";
const GIVEN: &str = "伟芳娜敏静秀丽强磊洋艳勇杰涛明超霞平刚桂英华玉兰萍红玲芬燕云洁雪琳晶欣怡佳慧颖婷梅倩建军国庆志辉鹏飞宇浩然子轩梓涵雨泽思远嘉懿睿哲博文俊熙晨曦岚峰海波林森鑫淼焱垚";
const FOREIGN: &str =
    "阿迪力古丽买买提艾合热木江吐尔逊帕提曼赛努尔白克扎西卓玛次仁旺姆德吉格桑巴特额日图雅呼和其其";
const ETHNICITIES: [&str; 24] = [
    "汉",
    "汉",
    "汉",
    "汉",
    "汉",
    "汉",
    "满",
    "回",
    "壮",
    "苗",
    "藏",
    "彝",
    "土家",
    "维吾尔",
    "蒙古",
    "朝鲜",
    "侗",
    "瑶",
    "白",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "柯尔克孜",
];
const PLACE: &str = "云泉石松梅柳枫橡竹溪河湖山林川原岭桥关塘坪坝浦洲渡滩峰谷青白清明安宁永兴和泰丰瑞祥福长大小新东西南北上下沙金银玉龙凤鹤鹿雁";
const ROADS: [&str; 8] = ["路", "街", "大道", "巷", "胡同", "村", "镇", "乡"];
const WEIGHTS: [u64; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

impl Person {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let birth = [dice.whole(1938, 2019), dice.whole(1, 12), dice.whole(1, 28)];
        let sex = *dice.of(&["男", "女"]);
        let issued = dice.whole(2005, 2025);
        let [month, day] = [dice.whole(1, 12), dice.whole(1, 28)];
        let validity = match dice.whole(0, 3) {
            0 => format!("{issued}.{month:02}.{day:02}-长期"),
            many => {
                let until = issued + [5, 10, 20][many as usize - 1];
                format!("{issued}.{month:02}.{day:02}-{until}.{month:02}.{day:02}")
            }
        };
        let authority = authority(dice);
        Self {
            name: name(dice),
            sex,
            ethnicity: *dice.of(&ETHNICITIES),
            birth,
            address: address(dice),
            number: number(dice, birth, sex == "男"),
            authority,
            validity,
        }
    }

    /// The number with a check character that is not its own.
    pub(crate) fn with_wrong_check(mut self, dice: &mut Dice) -> Self {
        let own = self.number.pop();
        let others: Vec<char> = "0123456789X".chars().filter(|other| Some(*other) != own).collect();
        self.number.push(*dice.of(&others));
        self
    }

    /// The number as it was before 1999: 15 digits, without the century and a check character.
    pub(crate) fn with_old_number(mut self) -> Self {
        self.number = format!("{}{}", &self.number[..6], &self.number[8..17]);
        self
    }
}

fn word(dice: &mut Dice, from: &str, count: u64) -> String {
    (0..count).map(|_| dice.letter(from)).collect()
}

pub(crate) fn name(dice: &mut Dice) -> String {
    match dice.whole(0, 11) {
        0 => {
            let [first, second] = [dice.whole(2, 4), dice.whole(3, 5)];
            format!("{}·{}", word(dice, FOREIGN, first), word(dice, FOREIGN, second))
        }
        1 => format!("{}{}", dice.of(&["欧阳", "司马", "上官", "诸葛", "皇甫"]), word(dice, GIVEN, 2)),
        many => {
            let count = if many < 5 { 1 } else { 2 };
            format!("{}{}", dice.letter(SURNAMES), word(dice, GIVEN, count))
        }
    }
}

pub(crate) fn address(dice: &mut Dice) -> String {
    let mut address = match dice.whole(0, 3) {
        0 => format!("{}自治区", word(dice, PLACE, 2)),
        1 => String::new(),
        _ => format!("{}省", word(dice, PLACE, 2)),
    };
    let parts = dice.whole(0, 3);
    if parts > 0 {
        address += &format!("{}市", word(dice, PLACE, 2));
    }
    let kind = dice.of(&["区", "县", "旗"]);
    address += &format!("{}{kind}", word(dice, PLACE, 2));
    if parts > 1 {
        address += &format!("{}{}", word(dice, PLACE, 2), dice.of(&["镇", "乡", "街道"]));
    }
    address += &format!("{}{}{}号", word(dice, PLACE, 2), dice.of(&ROADS), dice.whole(1, 998));
    if parts > 0 && dice.chance(0.6) {
        address += &format!("{}栋", dice.whole(1, 40));
    }
    if parts > 1 && dice.chance(0.6) {
        address += &format!("{}单元{}室", dice.whole(1, 6), dice.whole(101, 3202));
    }
    address
}

fn authority(dice: &mut Dice) -> String {
    let town = format!("{}{}", word(dice, PLACE, 2), dice.of(&["市", "县"]));
    match dice.whole(0, 3) {
        0 => format!("{town}公安局"),
        1 => format!("{}自治州{town}公安局", word(dice, PLACE, 2)),
        2 => format!("{town}公安局{}派出所", word(dice, PLACE, 2)),
        _ => format!("{town}公安局{}分局", word(dice, PLACE, 2)),
    }
}

/// An identity number of a region that is none (99), or of a permit (81 to 83), with its check character
/// (GB 11643-1999).
pub(crate) fn number(dice: &mut Dice, [year, month, day]: [u64; 3], is_man: bool) -> String {
    let region = match dice.whole(0, 9) {
        0 => format!("8{}99", dice.whole(1, 3)) + &dice.digits(2),
        _ => format!("99{}", dice.digits(4)),
    };
    let order = dice.whole(0, 499) * 2 + u64::from(is_man);
    let mut number = format!("{region}{year:04}{month:02}{day:02}{order:03}");
    let sum: u64 = number.bytes().zip(WEIGHTS).map(|(digit, weight)| u64::from(digit - b'0') * weight).sum();
    number.push(char::from(b"10X98765432"[(sum % 11) as usize]));
    number
}
