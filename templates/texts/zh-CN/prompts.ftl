# 填写向导、档案，以及“这是不是官方渠道”。

## 这是不是官方渠道

help-contact = 判断一个电话、邮箱或网址是不是官方渠道；什么都不写，则说明接到“客服”来电该怎么办
    .examples =
        unfreeze contact 400-123-4567
        unfreeze contact seller-support@aliexpress.com
        unfreeze contact
help-contact-text = 对方给的号码、地址、链接，或整条消息

contact-standing-published = 公布过的官方渠道
contact-standing-on-domain = 属于平台自己的域名，但不等于安全
contact-standing-not-official = 不是官方渠道
contact-standing-unknown = 无法判断

contact-phone-400 = 自称卖家客服的400、800号码都不是官方的：速卖通没有电话客服。
    .mend = 不要拨打，也不要为“人工客服”付钱。
contact-phone-hangzhou = 自称卖家客服的杭州号码（0571）不是官方的：速卖通没有电话客服。
    .mend = 不要回拨；请自己打开卖家后台。
contact-phone-mobile = 卖家客服没有手机号码。
    .mend = 不要拨打、不要回短信、不要加好友；请自己打开卖家后台。
contact-phone-abroad = 各地热线只服务当地注册的卖家，不服务中国大陆、香港、澳门和台湾的卖家。
    .mend = 请自己打开卖家后台。
contact-phone-other = 据公布，没有任何电话号码是卖家客服的渠道。
    .mend = 不要拨打；请自己打开卖家后台。
contact-messenger = 聊天软件不是卖家客服的渠道，不管对方自称是谁。
    .mend = 不要加好友，不要发验证码截图，不要共享屏幕。
contact-address-urgent = 这是公布的紧急邮件地址，可以往这里写信；但“来自”这个地址的邮件可能是伪造的。
    .mend = 不要点邮件里的链接，请自己打开卖家后台。
contact-address-dedicated = 它的格式像企业专属邮箱，但只有您自己的“联系我们”页面显示了它，才是您的。
    .mend = 请与卖家后台“联系我们”页面上的地址逐字核对。
contact-address-platform = 它属于平台的域名，但没有作为卖家客服渠道公布过。
    .mend = 请改用 seller-support@aliexpress.com，或从卖家后台提交。
contact-address-lookalike = 它模仿平台的域名 aliexpress.com，其实不是。
    .mend = 不要回复，也不要打开随它而来的任何东西。
contact-address-foreign = 它不属于平台的域名 aliexpress.com。
    .mend = 不要往那里发证件、验证码，也不要转账。
contact-site-platform = 它属于平台自己的域名。但链接显示的和实际打开的可能不同。
    .mend = 请自己在浏览器里输入 seller.aliexpress.com，不要点链接。
contact-site-store-front = 这是平台的店铺前台，不是卖家客服渠道。
    .mend = 请自己在浏览器里输入 seller.aliexpress.com。
contact-site-lookalike = 它模仿平台的域名 aliexpress.com，其实不是。
    .mend = 不要打开。如果已经在上面输过密码，请马上到卖家后台修改。
contact-site-foreign = 它不属于平台的域名 aliexpress.com。
    .mend = 不要在那里登录，也不要安装那里的任何东西。
contact-unknown = 这不是电话、邮箱，也不是网址。
    .mend = 不要凭一个名字就相信；请自己打开卖家后台。

contact-called = 有人打电话自称是速卖通的？
    .hang-up = 1. 挂断。不给验证码、密码和身份证号码；不付钱；不装软件，不共享屏幕。
    .done = 2. 如果已经照做了：到卖家后台改密码，联系银行，并报警（110 或 96110）。
    .reach = 3. 自己从卖家后台重新开始：seller.aliexpress.com → 帮助 → 联系我们。

contact-channels = 官方渠道都从卖家后台开始：seller.aliexpress.com → 帮助 → 联系我们；紧急邮件发到 seller-support@aliexpress.com。

## 填写向导

help-new = 一问一答，最后写出邮件草稿或交接文件夹；每答一题立即保存
    .examples =
        unfreeze new
        unfreeze new notice.png portrait.jpg emblem.jpg
        unfreeze new unfreeze-1102345678.toml      接着填
help-new-files = 要接着填的案件文件，或先给出图片

help-profile = 查看或清除向导在各案件之间记住的内容
    .examples =
        unfreeze profile show
        unfreeze profile forget
help-profile-show = 显示记住了什么、存在哪里
    .examples = unfreeze profile show
help-profile-forget = 清除记住的内容
    .examples = unfreeze profile forget

finding-new-no-terminal = 不在终端里，无法询问您
    .mend = 请照 examples/aurora 写一个案件文件，再用 `unfreeze check CASE`、`unfreeze accept CASE` 和 `unfreeze compose CASE`
finding-new-one-case = 一次只能填一个案件
    .mend = 请只写一个案件文件，图片可以多写

profile-none = 没有记住任何内容
profile-forgotten = 已清除
profile-at = 存于 { $file }；用 `unfreeze profile forget` 清除

window-close = 按回车键关闭窗口。

## 第一屏

new-welcome = 店铺被冻结了？请按这个顺序做：
    .ticket = 1. 现在就提交加急工单：{ $path }。公布的时限：{ $promise }。先写明店铺 ID 和冻结时间即可，几分钟后这里会给您更完整的文字。
    .mail = 2. 再发紧急邮件（店铺须已通过企业认证），由本向导写好。公布的时限：{ $promise }。
    .published = （{ $published }）
    .ready = 请准备好：冻结通知截图、身份证两面的图片、营业执照。每答一题立即保存；按 Ctrl-C 离开，按 Esc 返回。For English, type en
new-language-words = zh 中文
new-goes-on = 接着填 { $case }。
new-saved = 已存入 { $case }，以后每答一题都会保存。
new-kept = 您的回答都已保存。接着填请运行：unfreeze new { $case }
new-nothing-kept = 还没有回答任何问题，没有保存。重新开始请运行：unfreeze new
new-recalled = 已从档案填入：{ $labels }。最后都可以修改。
new-begun = 之前已经开始填 { $case }
new-begun-go-on = 接着填
new-begun-another = 另开一个案件
new-optional = { $label }（选填，直接回车跳过）
new-wrong = { $what }；{ $mend }
new-redacting = 正在给图片打码并检查……
new-open-yourself = 请自己打开这个文件：{ $file }

new-screen-line = 回车：下一题 · Esc：返回 · Ctrl-C：离开
new-screen-files = Tab 补全 · 可把文件拖进来 · Esc：返回
new-screen-choice = ↑↓ 选择，回车确定 · Esc：返回
new-lines-kept = 现在是：{ $value }。直接回车保留，输入 < 返回。
new-lines-example = 例如：{ $value }。输入 < 返回。
new-lines-number = 请输入序号，直接回车为 { $start }，输入 < 返回：
new-lines-wrong = 请输入上面的一个序号。

## 问题

ask-store-id = 店铺 ID
    .why = 指明是哪家店铺，会写进邮件主题。
    .where = 在卖家后台右上角，或店铺网址里的数字；也可以粘贴整个网址。
    .example = 1102345678
ask-store-verified = 企业认证
    .why = 紧急邮件只适用于已通过企业认证的店铺。没有通过的，会得到工单文字和打码后的图片；请尽快在后台完成认证。
    .where = 卖家后台：账号，认证。现在看不到的，先按记忆选，最后可以修改。
ask-store-name = 店铺名称
    .why = 买家看到的名称，是必需的五项之一。
    .where = 店铺首页左上角；或卖家后台：店铺，设置。
    .example = 极光灯饰旗舰店
ask-business-region = 企业注册地
    .why = 营业执照编号的规则由它决定。
ask-business-licence = 营业执照编号
    .why = 必需的五项之一。
    .where = 在营业执照上：18 位统一社会信用代码，或旧的 15 位注册号。
    .example = 91990000MA0DEM005D
ask-pictures = 图片
    .why = 可以一次给全：冻结通知截图、身份证两面。把文件拖进来，或粘贴、输入路径。
    .where = 图片不会离开这台电脑；身份证先在本机打码，才会作为附件。
    .example = 冻结通知.png 人像面.jpg 国徽面.jpg
ask-representative-portrait = 身份证人像面
    .why = 证件在图片的什么位置？遮盖的位置由它决定。最省事的办法：在手机上把图片裁到证件边缘，再给出新文件。
ask-representative-emblem = 身份证国徽面
    .why = 证件在图片的什么位置？遮盖的位置由它决定。最省事的办法：在手机上把图片裁到证件边缘，再给出新文件。
ask-freeze-at = 冻结时间
    .why = 审核人员凭它找到这次冻结，所以要注明时区：+08:00 是北京时间。
    .where = 在冻结页面上，或站内信的通知里。
    .example = { $today } 09:30 +08:00
ask-freeze-kind = 冻结类型
    .why = 页面说的是哪一类？工单类型由它决定，选错会转到别的团队。
ask-contact-phone = 手机号
    .why = 平台用短信把进度发到这个号码。
    .example = +86 138 0013 8000
ask-mail-from = 您的邮箱
    .why = 邮件从这里发出，最好是登录后台用的那个。
    .example = shop@example.com
ask-freeze-ticket = 加急工单编号
    .why = 让邮件和工单对得上。还没提交的，请先提交。
    .where = 卖家后台：帮助，我的工单。
    .example = UT2026112000083
ask-freeze-ticket-at = 加急工单提交时间
    .why = 说明已经等了多久，须注明时区。
    .example = { $today } 09:52 +08:00
ask-freeze-reason = 页面写明的原因
    .why = 请照原文抄写；含糊的工单要等更久。
    .example = 身份信息需重新核验
ask-freeze-number = 通知编号
    .why = 审核团队凭它找到通知。
    .where = 在冻结页面上，或站内信的通知里。
    .example = FN-20261120-000417
ask-freeze-orders = 涉及的订单
    .why = 完整的订单号，用空格隔开。
    .example = 8190234455667788 8190234455667799
ask-freeze-statement = 您自己的说明
    .why = 最多 500 字：写有用的事实，不必求情。
    .example = 法定代表人自开店以来未变更。
ask-store-login = 登录邮箱
    .why = 登录后台用的邮箱。
    .example = shop@example.com
ask-business-company = 公司名称
    .why = 营业执照上的名称。
    .example = 样本市极光照明有限公司
ask-representative-name = 法定代表人
    .why = 营业执照和身份证上的姓名。
    .example = 蒋明
ask-representative-last4 = 身份证号码后四位
    .why = 标注在遮盖处，方便审核人员核对。这里从不询问完整号码。
    .example = 002X
ask-contact-name = 联系人
    .why = 平台可以找谁。
    .example = 林小鹿
ask-contact-email = 联系邮箱
    .why = 与发信邮箱不同时才填。
    .example = ops@example.com
ask-mail-cc = 抄送
    .why = 自己人的邮箱，用空格隔开。
    .example = boss@example.com
ask-mail-language = 申诉信的语言
    .why = 中文在前、附三行英文，或只用一种语言。
ask-agent-name = 服务商
    .why = 代卖家办理时才填。
    .example = 启航跨境服务
ask-agent-reference = 服务商的编号
    .why = 您自己给这件事的编号。
    .example = QH-0093

option-store-verified-yes = 已通过
option-store-verified-no = 没有，或还在审核
option-business-region-cn = 中国大陆
option-business-region-hk = 香港
option-business-region-mo = 澳门
option-business-region-tw = 台湾
option-business-region-other = 其他地方
option-freeze-kind-identity = 身份或企业认证
option-freeze-kind-security = 账号安全：异常登录、被盗
option-freeze-kind-funds = 资金冻结
option-freeze-kind-ip = 知识产权投诉
option-freeze-kind-orders = 订单、纠纷、物流
option-freeze-kind-other = 其他，或没有说明
option-mail-language-both = 中文和英文
option-mail-language-zh = 中文
option-mail-language-en = 英文

## 图片

names-notice = 通知 冻结 截图 截屏 屏幕快照
names-portrait = 人像 头像
names-emblem = 国徽
new-pictures-none = 没有写文件
new-picture = { $file }，{ $format }，{ $width } × { $height } 像素
new-which-portrait = 哪张是身份证人像面？
new-which-emblem = 哪张是身份证国徽面？
new-which-both = { $picture }，两面都在这一张上
new-which-none = 都不是
new-which-rest = { $file } 是什么？
new-rest-leave = 不用这张
new-rest-notice = 冻结通知，上面没有身份证
new-rest-portrait = 身份证人像面
new-rest-emblem = 身份证国徽面
taken-notice = 冻结通知，原样附上
taken-notice-card = 冻结通知；程序看到上面有身份证，必须涂盖
taken-portrait-whole = 人像面，整张就是证件
taken-emblem-whole = 国徽面，整张就是证件
taken-portrait = 人像面，接下来问证件的位置
taken-emblem = 国徽面，接下来问证件的位置
taken-portrait-other = 按您说的当作人像面；程序看到的是国徽面，接下来问证件的位置
taken-emblem-other = 按您说的当作国徽面；程序看到的是人像面，接下来问证件的位置
taken-both = 身份证两面，接下来分别问位置
taken-portrait-found = 人像面；程序已找到证件的位置
taken-emblem-found = 国徽面；程序已找到证件的位置
taken-both-found = 证件的两面；程序已找到各自的位置
seen-side = { $file } 拍的是{ $side }，按这一面用吗？
seen-side-take = 是，按图里的这一面
seen-side-leave = 不，按原来的叫法
sides-both = 证件的两面
seen-no-card = 程序在 { $file } 里没有找到证件。
seen-other-side = 程序在 { $file } 里看到的是{ $other }，不是{ $side }。
seen-contradicts = 程序看到那里是{ $other }。按{ $side }遮盖会盖错栏目，该遮的会露出来，所以不能这样用。
seen-value = 截图上读到：{ $value }。可以直接用，也可以改。
seen-time = 截图上的时间是 { $value }，是哪个时区的？请写在时间后面：+08:00 是北京时间；-08:00、-07:00 是美国西部的冬令时和夏令时。
seen-parcels = 截图上读到的物流单号：{ $value }。有关系的话，可以写进去。
taken-nothing = 不用
new-retake = 请给出新文件；没写的保持不变。
new-place = { $file }：证件在哪里？
new-corners = 证件自身四角的像素坐标：左上、右上、右下、左下
place-whole = 占满整张图片，方向正
place-right = 占满整张图片，证件上边朝右
place-left = 占满整张图片，证件上边朝左
place-down = 占满整张图片，上下颠倒
place-retake = 只占一部分：我换一张裁好的
place-other = 图片拿错了：我换一张
place-open = 先打开图片看看
place-by-hand = 两张图片我都已经自己打过码
place-corners = 我来输入四个角的像素坐标
place-outlines = 画出几个可能的外框让我选
outline-title = 外框
outline-how = 每张图上画着一个可能的证件外框。请看哪一个与证件边缘重合，回到提问的窗口里选它的编号；箭头指的是程序当作上边的一侧。选好后这个页面会删除，图片内容不会复制到页面里。
outline-alt = 这个浏览器显示不了图片，请另外打开对照着看
outline-which = 哪个外框与证件边缘重合？
outline-number = { $number } 号外框
outline-none = 都不是
outline-top = 证件的上边在哪一侧？
outline-top-arrow = 箭头指的一侧
outline-top-other = 另一侧

vouch-look = 请逐张放大看（{ $sides }）：遮盖处什么也看不出来，遮的是该遮的栏目，两面没有弄反，通知截图上没有身份证。
vouch-question = 您确认吗？
vouch-again = 还没看完：再打开一次页面
vouch-yes = 确认，全部属实，作为附件
vouch-place = 不行：遮盖的位置不对
vouch-pictures = 不行：换图片
vouch-later = 以后再说

## 核对

review-title = 全部回答，存于 { $case }
review-question = 接下来做什么？
review-mend = 修改：{ $label }
review-cover = 把截图上不能外传的内容涂盖掉
review-look = 查看打码后的图片
review-folder = 写出文件夹：草稿、可粘贴的文字、图片
review-folder-ticket = 写出文件夹：工单文字和图片
review-draft = 只写邮件草稿（.eml）
review-send = 现在就发送邮件
ending-send = 从 { $from } 发到 { $to }，现在发送吗？
ending-send-no = 先不发
ending-send-yes = 发送
review-change = 修改回答，或补充内容
review-change-which = 哪一项？
review-change-none = 都不改，返回
review-letter = 看申诉信
review-ticket = 看工单文字
review-page = 打开审阅页
review-page-open = 继续后，这个页面会删除
review-page-done = 继续
review-leave = 离开，回答都会保留

ending-exists = { $output } 已存在，内容不同
ending-keep = 保持原样
ending-replace = 覆盖
ending-remembered = 已为下次记住店铺、企业、联系人和发信邮箱；不含图片和证件号码。查看：`unfreeze profile show`；清除：`unfreeze profile forget`。
ending-closing = 不会有人给您打电话：据公布，速卖通没有电话客服。自称速卖通来电的都不是；该怎么办，请运行 `unfreeze contact`。

after-how = Outlook 经典版和 Thunderbird 能直接打开草稿发送。QQ 邮箱、Foxmail、网易邮箱大师、苹果邮件和网页邮箱：新建邮件，从 letter.txt 粘贴，再添加 attachments 里的全部文件。都在 { $folder }。
after-question = 接下来？
after-ticket = 复制工单文字
after-open = 用邮件程序打开草稿
after-letter = 复制申诉信，连同收件人和主题
after-done = 完成
after-copied = 已复制。粘贴出来不对的话，请从文件里复制。
