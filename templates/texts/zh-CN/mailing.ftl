# Accounts and sending: what the server said, what it means and what mends it.

# The mail

mail-trial-subject = 【试发】
mail-trial = 这是一封试发邮件，只发给了发件人自己，没有发给其他任何人。

finding-reread-not-mail = 这不是一封邮件
    .mend = 请使用 `compose` 生成的或邮件客户端保存的 `.eml` 文件
finding-reread-nul = 邮件里有 NUL 字节，邮件不允许这样
    .mend = 请在邮件客户端里重新保存；文件损坏或存成 UTF-16 时会出现这种情况
finding-reread-bare-cr = 有单独的回车符；各家服务器对这一行在哪里结束看法不一
    .mend = 请用普通换行重新保存
finding-reread-line-length = 第 {$line} 行超过 998 字节，邮件不允许这么长的行
    .mend = 请断行，或在邮件客户端里重新保存
finding-reread-header-line = 第 {$line} 行不是邮件头字段
    .mend = 请写成 `Name: value`，续行要缩进；第一个空行表示邮件头结束
finding-reread-header-8bit = 邮件头字段里有 ASCII 以外的字符或控制字符
    .mend = 请在邮件客户端里重新保存，由它完成编码
finding-reread-header-twice = 这个邮件头字段出现了两次
    .mend = 只保留其中一个
finding-reread-from =
    { $count ->
        [0] 没有发件人
       *[other] 有 {$count} 个发件人，只能有一个
    }
    .mend = 请填您发信用的那一个邮箱
finding-reread-sender = `Sender` 里的发件人与 `From` 不同
    .mend = 请删掉 `Sender`，或改用那个邮箱发送
finding-reread-reply-to = 对方的回复会寄到另一个邮箱，而不是您的发信邮箱
    .mend = 如果不是有意这样设置，请删掉 `Reply-To`
finding-reread-subject-missing = 没有邮件主题
    .mend = 请只写 `[URGENT-ACCOUNT FROZEN-<店铺ID>]`，不要加别的内容
finding-reread-subject = 邮件主题与平台分拣所用的格式不完全一致
    .mend = 请只写 `[URGENT-ACCOUNT FROZEN-<店铺ID>]`，不要加别的内容
finding-reread-subject-answer = 主题以 `Re:` 开头，但这封邮件并没有回复任何邮件
    .mend = 请删掉 `Re:`，或直接回复之前那封邮件
finding-reread-to-missing = 没有收件人
    .mend = 请发往 seller-support@aliexpress.com 或您的专属邮箱 seller-support-…@aliexpress.com
finding-reread-to-several = 有 {$count} 个收件人，只能有一个
    .mend = 收件人只留平台的地址，其他人放到 `Cc` 里
finding-reread-to-foreign = 这不是已知的卖家支持地址
    .mend = 请发往 seller-support@aliexpress.com，或后台联系页显示的专属邮箱 seller-support-…@aliexpress.com
finding-reread-to-twice = 收件人又出现在抄送里
    .mend = 平台的地址只放在 `To` 里
finding-reread-address-list = 地址的写法不够直白：不允许分组、注释和路由
    .mend = 请写成 `name@example.com`，多个地址之间用逗号隔开
finding-reread-ambiguous = 不同的邮件程序对这里会有不同的理解
    .mend = 请在邮件客户端里重新保存，或重新生成邮件
finding-reread-structure = 邮件各部分的结构不对
    .mend = 请在邮件客户端里重新保存，或重新生成邮件
finding-reread-nested = 附件里有另一封邮件，无法检查
    .mend = 请去掉它，把要紧的内容写进正文
finding-reread-around = 邮件各部分之外还有文字，收件人看不到
    .mend = 请在邮件客户端里重新保存，或重新生成邮件
finding-reread-encoding = 邮件的某一部分已损坏，或者编码方式不明
    .mend = 请在邮件客户端里重新保存；损坏的附件请重新添加
finding-reread-charset = 文字的字符集无法识别
    .mend = 请用 UTF-8 重新保存邮件
finding-reread-travelled = 这封邮件已经投递过；再发一次会像是转发
    .mend = 请打开草稿，或重新生成邮件
finding-reread-no-text = 邮件没有正文
    .mend = 请把申诉信放回正文；没有它，对方不知道要做什么
finding-reread-uuencoded = 正文里夹着一个用旧式编码写的文件
    .mend = 请删掉它；确需发送的文件请作为附件添加
finding-reread-store = 主题写的是店铺 {$subject}，正文写的是店铺 {$text}
    .mend = 请确认邮件只涉及一家店铺，并附上这家店铺的图片
finding-reread-html-active = HTML 正文里有脚本、表单或框架，会被邮件过滤系统拦下
    .mend = 请去掉；`compose` 生成的申诉信里没有这些
finding-reread-html-remote = 显示 HTML 正文时会从网络上加载内容
    .mend = 请去掉远程图片和样式，或改为附上图片
