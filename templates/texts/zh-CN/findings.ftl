### 案件里有什么问题、怎么改。句子接在字段名和冒号之后。

## 案件文件的格式

finding-case-utf16 = 文件保存成了 UTF-16 编码
    .mend = 另存为 UTF-8（记事本：文件 → 另存为 → 编码选 UTF-8）
finding-case-gbk = 第 { $line } 行不是 UTF-8，看起来是 GBK（记事本里叫 ANSI）
    .mend = 把文件另存为 UTF-8（记事本：文件 → 另存为 → 编码选 UTF-8）
finding-case-not-utf8 = 第 { $line } 行不是 UTF-8 文本
    .mend = 把文件另存为 UTF-8，并确认它确实是文本文件
finding-case-duplicate = 第 { $line } 行第 { $column } 列：这个键或小节写了两遍
    .mend = 只留一个
finding-case-backslash = 第 { $line } 行第 { $column } 列：双引号里的反斜杠会被当作转义
    .mend = Windows 路径请用单引号：'C:\scans\front.jpg'
finding-case-curly-quotes = 第 { $line } 行第 { $column } 列：用了中文引号
    .mend = 请改成英文引号 " 或 '
finding-case-datetime = 第 { $line } 行第 { $column } 列：这不是有效的日期时间
    .mend = 请写成 2026-11-22T09:30:00+08:00 的样子
finding-case-unquoted = 第 { $line } 行第 { $column } 列：文字要放在引号里
    .mend = 加上引号，例如 name = "极光灯饰"
finding-case-syntax = 第 { $line } 行第 { $column } 列：不符合 TOML 格式
    .mend = 对照示例检查这一行：键 = "值"，小节名放在 [方括号] 里
finding-case-unknown-key = 第 { $line } 行第 { $column } 列：不认识键 `{ $key }`
    .mend = 请删掉；程序不认识的内容不会写进邮件
finding-case-unknown-key-near = 第 { $line } 行第 { $column } 列：不认识键 `{ $key }`
    .mend = 您是想写 `{ $known }` 吗？
finding-case-type = 第 { $line } 行第 { $column } 列：这里应该是{ $expected }
    .mend = 请改正这个值
type-text = 引号里的文字
type-boolean = true 或 false（不加引号）
type-list = 列表，例如 ["a.png", "b.png"]
type-table = 一个小节，名字放在 [方括号] 里
type-time = 时间，例如 2026-11-22T09:30:00+08:00
type-other = 另一种类型的值

## 各类文字

finding-text-control = 文字里有换行或其他控制字符（{ $char }）
    .mend = 请写在一行里
finding-text-invisible = 文字里有看不见的字符（{ $char }）
    .mend = 请手工重新输入，不要粘贴
finding-text-length = 文字有 { $length } 个字符，最多 { $most } 个
    .mend = 请缩短
finding-identity-number = 文字里有身份证号码
    .mend = 请删掉；身份证号码不能随邮件发出，这里也用不到
finding-choice = 只能填其中之一：{ $words }
    .mend = 请填其中一个，例如 { $near }

## 店铺

finding-store-id-missing = 没有填店铺 ID
    .mend = 从卖家后台或店铺网址里复制：id = "1102345678"
finding-store-id-fullwidth = 店铺 ID 用了全角数字
    .mend = 请用半角数字：{ $ascii }
finding-store-id-url = 这不是速卖通的店铺网址
    .mend = 请粘贴店铺网址（…aliexpress.com/store/1102345678），或者只填数字
finding-store-id-form = 店铺 ID 里有不是数字的字符（{ $char }）
    .mend = 只填数字
finding-store-id-length = 店铺 ID 有 { $length } 位，应为 5 到 12 位
    .mend = 请从卖家后台重新复制
finding-store-name-missing = 没有填店铺名称
    .mend = 请填买家看到的店铺名称
finding-verified-missing = 没有说明店铺是否通过企业认证
    .mend = 通过了就写 verified = true；写 verified = false 时只生成工单文本，不生成邮件

## 企业

finding-licence-missing = 没有填营业执照编号
    .mend = 请照营业执照填统一社会信用代码
finding-licence-fullwidth = 编号用了全角字符
    .mend = 请用半角字母和数字：{ $ascii }
finding-licence-form = 编号里有执照上不会出现的字符（{ $char }）
    .mend = 统一社会信用代码是 18 位数字和大写字母，旧的注册号是 15 位数字
finding-licence-letter = 统一社会信用代码里不会出现字母 { $letter }
    .mend = 请再看一眼执照：I 多半是 1，O 是 0，S 是 5，Z 是 2
finding-licence-length = 编号有 { $length } 位；统一社会信用代码是 18 位，旧的注册号是 15 位
    .mend = 请与执照核对；不在中国大陆注册的企业请设置 region
    .ask = 请与执照核对；不在中国大陆注册的，请返回修改企业注册地
finding-licence-check = 校验位不对：有一位写错了，或者两位颠倒了
    .mend = 请与执照逐位核对

## 法定代表人与扫描件

finding-scan-missing-portrait = 没有人像面的扫描件
    .mend = 请填文件名：id_portrait = 'scans/portrait.jpg'
finding-scan-missing-emblem = 没有国徽面的扫描件
    .mend = 请填文件名：id_emblem = 'scans/emblem.jpg'
finding-last4-form = 后四位应为三位数字加一位数字或 X
    .mend = 写成 "002X" 的样子，或者不填
    .ask = 写成 "002X" 的样子，或者留空
finding-first1-form = 号码首位应为 1 到 9 的一个数字
    .mend = 写成 "3" 的样子，或者不填
finding-placement-twice = whole 和 corners 只能填一个
    .mend = 请只留一个
finding-corners-form = 这不是一张证件的四个角
    .mend = 按证件自身的左上、右上、右下、左下填整数像素："10,20 900,25 890,590 5,580"
finding-window-form = 这不是一个矩形
    .mend = 按左、上、宽、高填整数像素，例如 "120,80,400,60"
finding-cover-no-notice = `cover` 里的文件不是本案件的通知截图
    .mend = 文件名要与 `notice` 里写的完全一致
finding-show-missing = 这类证件没有说明哪些部分可以露出
    .mend = 请填审核人员可以看到的矩形：show = ["120,80,400,60"]，其余全部遮盖
finding-show-needs-other = 只有程序不认识的证件才能开窗
    .mend = 请删掉 show，或者写 document = "other"
finding-accepted-form = 这条确认记录已损坏
    .mend = 请删掉它，再确认一次图片
finding-accepted-twice = 这一面有两条确认记录
    .mend = 只留后一条，或者都删掉再确认一次
finding-sides-are-one = 两面指向同一张图片的同一位置
    .mend = 请换成国徽面的图片，或分别填写两面的四个角
finding-path-empty = 文件名是空的
    .mend = 请填文件名，相对于案件文件
finding-path-control = 文件名里有控制字符，多半是双引号里的反斜杠造成的
    .mend = Windows 路径请用单引号：'C:\new\front.jpg'

## 冻结

finding-notice-missing = 没有冻结通知截图
    .mend = 请在卖家后台截图并填文件名：notice = ["notice.png"]
finding-notice-is-scan = 这个文件同时又是身份证扫描件
    .mend = 请换成冻结通知的截图
finding-time-missing = 没有填冻结时间
    .mend = 请连同时区一起填：at = 2026-11-22T09:30:00+08:00
finding-time-no-zone = 时间没有注明时区
    .mend = 请补上页面显示的时区：北京时间是 +08:00，太平洋标准时间是 -08:00
finding-time-form = 这不是有效的日期时间
    .mend = 请写成 2026-11-22T09:30:00+08:00 的样子
    .ask = 请写成 2026-11-22 09:30 +08:00 的样子
finding-time-future = 时间在将来
    .mend = 请检查日期和时区
finding-time-old = 这个时间已过去 { $days } 天
    .mend = 如果没错就不用改；审核人员会想知道为什么隔了这么久
finding-kind-missing = 没有说明冻结类型
    .mend = 请填 kind = "identity"、"security"、"funds"、"ip" 或 "orders"，工单分类由它决定
finding-ticket-missing = 没有加急工单的编号
    .mend = 请先在卖家后台提交加急工单（更快），再填 ticket = "…"
finding-ticket-before-freeze = 工单时间早于冻结时间
    .mend = 请核对两个时间及其时区
finding-order-form = 订单号应为 6 到 24 位数字
    .mend = 请从订单列表复制

## 联系人

finding-phone-missing = 没有填手机号；平台用短信告知进度
    .mend = 请连同国家码一起填：phone = "+86 138 0013 8000"
finding-phone-form = 这不是电话号码
    .mend = 请连同国家码一起填：+86 138 0013 8000
finding-phone-impossible = 不存在这样的电话号码
    .mend = 请核对号码，多半是多了或少了一位
finding-phone-landline = 这像是固定电话，收不到短信
    .mend = 请填手机号

## 邮件

finding-from-missing = 没有填发件人地址
    .mend = 请填您用来发信的邮箱：from = "you@example.com"
finding-from-platform = 这是平台自己的地址
    .mend = 请填您发信用的邮箱
finding-cc-too-many = 抄送超过 20 个
    .mend = 只保留与本案有关的人
finding-address-second = 这里不止一个地址，或者夹带了别的内容
    .mend = 只填一个地址；其他收件人放到 cc 里
finding-address-ascii = 地址里有 ASCII 以外的字符，可能是冒充拉丁字母的字符
    .mend = 请手工输入地址
finding-address-form = 这不是电子邮件地址
    .mend = 请写成 name@example.com 的样子
finding-address-lookalike = 这个地址冒充平台的域名，其实不是
    .mend = 不要往这里发信；平台的域名是 aliexpress.com
finding-recipient-foreign = 这不是已知的卖家支持地址
    .mend = 不填 `to` 就发往 seller-support@aliexpress.com；也可以填后台联系页显示的专属邮箱 seller-support-…@aliexpress.com

## 打码与代办

finding-keep-number-preset = light 和 strict 两档不透露号码的任何一位
    .mend = 请填 keep_number = "none"，或者用 preset = "standard"
finding-agent-name-missing = 没有填服务商名称
    .mend = 请填上，或者删掉 [agent] 小节
