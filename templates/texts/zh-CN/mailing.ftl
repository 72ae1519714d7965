# Accounts and sending: what the server said, what it means and what mends it.

# 写好的邮件，以及从文件重新读取的邮件

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
finding-reread-html-data = HTML 正文里直接嵌入了图片或文件，无法检查
    .mend = 请删掉；确需发送的请作为附件添加，有证件的要先遮盖
finding-reread-html-active = HTML 正文里有脚本、表单或框架，会被邮件过滤系统拦下
    .mend = 请去掉；`compose` 生成的申诉信里没有这些
finding-reread-html-remote = 显示 HTML 正文时会从网络上加载内容
    .mend = 请去掉远程图片和样式，或改为附上图片
help-follow-up = 公布的时限已过仍无结果时，写一封催办信的草稿；不发送
    .examples =
        unfreeze follow-up shop.toml
        unfreeze send URGENT-ACCOUNT-FROZEN-1102345678-2.eml
help-follow-up-case = 案件文件
help-follow-up-output = 把草稿写到这个文件，不写在案件文件旁边；`-` 为标准输出
follow-up-next = 下一步：`unfreeze send {$output}`，或用邮件客户端打开后发送
finding-follow-up-closed = 案件已结束：店铺已恢复
    .mend = 如果再次被冻结，请用新的冻结时间另建案件
finding-follow-up-nothing-sent = 按记录，本案还没有发出过邮件
    .mend = 请先发第一封；如果已用邮件客户端发出，请用 `log CASE mailed` 记下
finding-follow-up-unknown = 不清楚上一封邮件是否已经发出
    .mend = 请查看“已发送”文件夹：有就用 `log CASE mailed` 记下，没有就用 `send CASE --resend` 重发
finding-follow-up-bounced = 上一封邮件被退回，平台没有收到
    .mend = 请看退信原因，核对地址后重发那封邮件
finding-follow-up-early = 公布的时限还没有过
    .mend = 请等到 {$when}；提前催办不会更快

# 与邮件服务器的对话

## 与邮件服务器对话的各个步骤，例如“在登录这一步”

smtp-phase-connect = 连接
smtp-phase-tls = TLS 握手
smtp-phase-greeting = 服务器问候
smtp-phase-ehlo = `EHLO`
smtp-phase-starttls = `STARTTLS`
smtp-phase-auth = 登录
smtp-phase-mail = 发件人
smtp-phase-rcpt = 收件人
smtp-phase-data = `DATA`
smtp-phase-body = 传送正文
smtp-phase-dot = 邮件结束
smtp-phase-quit = 告别

## 服务器地址和收发件人

finding-smtp-server-scheme = 邮件服务器地址应以 `smtps://` 或 `smtp://` 开头
    .mend = 465 端口写成 `smtps://smtp.example.com`；587 端口（STARTTLS）写成 `smtp://smtp.example.com`
finding-smtp-server-secret = 服务器地址里写了用户名或密码
    .mend = 请删掉，写在那里别人也能看到；用户名用 `--user` 给出，密码程序会询问
finding-smtp-server-extra = 服务器地址里，主机名后面还有别的内容
    .mend = 只写主机和端口，例如 `smtps://smtp.example.com:465`
finding-smtp-server-host = 这不是主机名或 IP 地址
    .mend = 请从邮箱的帮助页面复制，例如 `smtp.qq.com`
finding-smtp-server-port = 这不是端口号
    .mend = 请填 1 到 65535 之间的数字，或者不填，使用默认端口
finding-smtp-server-not-loopback = 不加密的连接只能用于本机的邮件服务器
    .mend = 请改用 `smtps://` 或 `smtp://`，或者把主机写成 `localhost`
finding-smtp-address = 这不是由英文字母、数字组成的邮箱地址
    .mend = 请改正，例如 `shop@example.com`
finding-smtp-no-recipient = 没有收件人
    .mend = 请填写收件人

## 连接

finding-smtp-dns = 找不到服务器 `{ $host }`
    .mend = 请检查服务器名称和网络；邮件没有发出
finding-smtp-not-listening = `{ $host }` 的 { $port } 端口没有响应
    .mend = 请检查端口：`smtps://` 用 465，`smtp://` 用 587；也可能被防火墙拦截；邮件没有发出
finding-smtp-network = 网络不通（步骤：{ $phase }）
    .mend = 请检查网络后重试；邮件没有送出
finding-smtp-timeout-connect = { $seconds } 秒内没能连上 `{ $host }` 的 { $port } 端口
    .mend = 请检查网络、端口和防火墙，有的网络会封锁发信端口；邮件没有发出
finding-smtp-timeout-greeting = 连上后 { $seconds } 秒内服务器没有任何回应
    .mend = 请检查端口：465 要用 `smtps://`，587 要用 `smtp://`；端口没错就稍后再试；邮件没有发出
finding-smtp-timeout = { $seconds } 秒内没有收到完整的回应（步骤：{ $phase }）
    .mend = 邮件没有送出，请重试；网络慢的话，把 `--timeout` 调大
finding-smtp-dropped = 连接中断（步骤：{ $phase }）
    .mend = 邮件没有送出，请过几分钟再试

## TLS

finding-smtp-certificate-name = 服务器的证书不是发给 `{ $host }` 的
    .mend = 请检查服务器名称；名称没错的话，这个网络可能有人窃听，请换一个网络
finding-smtp-certificate-expired = 服务器的证书已经过期
    .mend = 请检查本机的日期和时间；时间没错的话，要等服务器那边更新证书
finding-smtp-certificate-early = 服务器的证书还没有生效
    .mend = 请校准本机的日期和时间，很可能是慢了
finding-smtp-certificate-issuer = 服务器的证书不是由本机信任的机构签发的
    .mend = 如果是本公司的服务器，请用 `--ca-file` 给出它的证书；否则这个网络可能有人窃听，请换一个网络
finding-smtp-certificate-invalid = 服务器的证书不能证明它就是 `{ $host }`
    .mend = 请检查服务器名称、本机的日期和时间以及网络；如果是本公司的服务器，请用 `--ca-file` 给出它的证书
finding-smtp-not-tls = 服务器在 { $port } 端口上不使用 TLS
    .mend = 请检查端口：`smtps://` 用 465，`smtp://` 用 587；邮件没有发出
finding-smtp-tls-failed = 与服务器协商 TLS 失败
    .mend = 服务器可能太旧（至少要支持 TLS 1.2），或者中间有代理；邮件没有发出
finding-smtp-no-roots = 本机没有可信任的根证书
    .mend = 请安装 `ca-certificates` 软件包，或者用 `--ca-file` 给出证书文件
finding-smtp-ca-file = 文件里读不到 PEM 格式的证书
    .mend = 请换成含有 `-----BEGIN CERTIFICATE-----` 的文件
finding-smtp-starttls-missing = 服务器在 { $port } 端口上不提供 TLS，或者途中有人把它隐藏了
    .mend = 邮箱支持的话请改用 `smtps://` 和 465 端口，或者换一个网络；密码和邮件都没有发出
finding-smtp-injected = TLS 开始之前，连接里被插入了内容
    .mend = 这个网络可能有人窃听，请换一个网络，或改用 `smtps://` 和 465 端口；密码和邮件都没有发出

## 服务器的回应

finding-smtp-out-of-turn = 没有问它，服务器就先说话了（步骤：{ $phase }）
    .mend = 邮件没有送出；请检查服务器名称和端口
finding-smtp-garbage = 收到的不是邮件服务器的回应（步骤：{ $phase }）
    .mend = 邮件没有送出；请检查服务器名称和端口
finding-smtp-reply-too-long = 服务器的回应长得不正常（步骤：{ $phase }）
    .mend = 邮件没有送出；请检查服务器名称和端口
finding-smtp-unexpected = 服务器的回应与这一步对不上（步骤：{ $phase }）：{ $reply }
    .mend = 邮件没有送出；请重试，或者联系服务器的管理员
finding-smtp-later = 服务器暂时不接收（步骤：{ $phase }）：{ $reply }
    .mend = 邮件没有送出，请半小时后再试
finding-smtp-refused = 服务器拒绝（步骤：{ $phase }）：{ $reply }
    .mend = 邮件没有送出；请看服务器给出的原因，或者用邮箱客户端发送草稿
finding-smtp-refused-sender = 服务器不接受这个发件人：{ $reply }
    .mend = 邮件没有送出；发件人必须就是登录的那个邮箱
finding-smtp-refused-recipient = 服务器不接受收件人：{ $reply }
    .mend = 邮件没有送出；请核对收件人地址
finding-smtp-refused-mail = 服务器拒收这封邮件：{ $reply }
    .mend = 邮件没有送出；请看服务器给出的原因；如果被当成垃圾邮件，请用邮箱客户端发送草稿
finding-smtp-login-refused = 服务器拒绝登录：{ $reply }
    .mend = 多数邮箱在这里要用授权码或客户端专用密码，不是网页登录密码；请在邮箱设置里生成
finding-smtp-token-refused = 服务器拒绝了访问令牌：{ $reply }
    .mend = 令牌已过期，或没有发信权限；请重新获取
finding-smtp-no-mechanism = 服务器没有提供可用的登录方式
    .mend = 请检查端口；只接受访问令牌的邮箱要用 `--token-command`，或者用邮箱客户端发送草稿
finding-smtp-plain-login = 这样登录，密码会不加密地传送
    .mend = 请改用 `smtps://` 或 `smtp://`，或者不登录
finding-smtp-too-large = 邮件有 { $size } kB，服务器最多接收 { $limit } kB
    .mend = 请去掉不必要的图片，或换小一些的
finding-smtp-eight-bit = 邮件里的文字没有编码，这台服务器不接收
    .mend = 请用 `unfreeze compose` 重新生成邮件
finding-smtp-malformed = 邮件的行太长，或者行尾不合规范
    .mend = 请用 `unfreeze compose` 重新生成邮件
finding-smtp-journal = 记录写不进去，因此没有开始这一步：{ $phase }
    .mend = 邮件没有送出；请腾出磁盘空间，并确认文件夹可以写入

## 不知道是否送达

finding-smtp-unknown-timeout = 邮件已全部交给服务器，但 { $seconds } 秒内没有等到答复
    .mend = 邮件可能已经送达：再次发送之前，请先查看邮箱的“已发送”
finding-smtp-unknown-dropped = 邮件已全部交给服务器，但还没等到答复，连接就断了
    .mend = 邮件可能已经送达：再次发送之前，请先查看邮箱的“已发送”
finding-smtp-unknown-reply = 邮件已全部交给服务器，但看不懂它的答复
    .mend = 邮件可能已经送达：再次发送之前，请先查看邮箱的“已发送”

# 账号和密码

finding-folder-no-home = 系统没有告知您的个人文件夹在哪里
    .mend = 请设置 HOME，或把这个环境变量设为您自己的文件夹

## Help

help-account = 管理用来发信的邮箱；从不保存密码
    .examples =
        unfreeze account add shop@qq.com
        unfreeze account check
help-account-add = 添加邮箱：输入地址，自动配好服务器，并告诉您怎么取得登录用的授权码
    .examples =
        unfreeze account add shop@qq.com
        unfreeze account add shop@example.com --provider exmail
        unfreeze account add shop@example.com --server smtps://mail.example.com \
            --password-command "pass show mail/shop"
help-account-add-address = 邮箱地址
help-account-add-name = 给它起的名字；不写则用邮箱地址
help-account-add-provider = 企业自有域名的邮箱在哪家服务商
help-account-add-server = 直接写服务器：smtps://HOST 为全程 TLS，smtp://HOST 为 STARTTLS（必须支持）；smtp+plain://localhost 只用于本机，且不登录
help-account-add-user = 登录用户名；不写则为邮箱地址
help-account-add-password-command = 输出密码或授权码的命令，每次发信时运行
help-account-add-token-command = 输出 OAuth2 访问令牌的命令，每次发信时运行
help-account-add-keyring = 由系统钥匙串保存密码
help-account-add-force = 覆盖同名的账号
help-account-list = 列出已添加的邮箱
    .examples = unfreeze account list --json
help-account-check = 试登录邮箱，转述服务器的答复，不发送任何邮件
    .examples =
        unfreeze account check
        unfreeze account check shop@qq.com --timeout 20
help-account-check-name = 账号名；只有一个账号时可以不写
help-account-check-password-command = 这一次改用此命令输出的密码
help-account-check-ca-file = 除系统证书外，还信任此 PEM 文件里的证书
help-account-check-timeout = 等待连接和每次答复的秒数
help-account-remove = 删除邮箱，连同系统钥匙串里的密码
    .examples = unfreeze account remove shop@qq.com
help-account-remove-name = 账号名

## What is said

account-how = { $provider }：登录时要用{ $wanted }。取得方法：
account-how-token = { $provider }：登录时要用{ $wanted }：
account-step = { $number }. { $step }
account-published = 以上据 { $date } 公开的资料，以服务商页面为准。
account-unverified = 未经核实（{ $date }），以服务商页面为准；请用 `unfreeze account check` 试登录。
account-or = ；
account-added = 已添加账号：{ $name }（{ $file }，不含密码）
account-same = 已有这个账号，没有变化：{ $name }
account-replaced = 已覆盖账号：{ $name }（{ $file }，不含密码）
account-next = 下一步：`unfreeze account check { $name }`
account-removed = 已删除账号：{ $name }
account-list-empty = 还没有账号；请添加：`unfreeze account add ADDRESS`
account-row = { $name }：{ $address }，{ $server }，{ $secret }
account-secret-prompt = 每次询问密码
account-secret-command = 由命令输出密码
account-secret-token-command = 由命令输出访问令牌
account-secret-keyring = 密码在系统钥匙串里
account-connecting = { $name }：正在连接 { $server }
account-logged-in = { $name }：服务器已接受登录；没有发送任何邮件
account-reached = { $name }：服务器有答复，不要求登录；没有发送任何邮件
account-size-limit = 单封邮件最大 { $megabytes } MB。
account-ask-provider = { $domain } 的邮箱在哪家服务商？
    .help = 用方向键和回车选择，输入文字可筛选；按 Esc 退出
    .other = 其他服务商
account-ask-keyring = 由系统钥匙串保存密码吗？
    .help = y 只需输入一次；n 每次发信时询问
    .yes = 由钥匙串保存
    .no = 每次询问
password-authorization-code = 授权码，不是邮箱登录密码
password-client-password = 客户端专用密码，不是邮箱登录密码
password-app-password = 应用专用密码，不是账号密码
password-account = 邮箱登录密码
password-token = 访问令牌，密码无效
secret-ask-help = 输入或粘贴时不显示任何字符；回车结束，Esc 退出
secret-ask-authorization-code = { $address } 的授权码（不是登录密码）：
secret-ask-client-password = { $address } 的客户端专用密码（不是登录密码）：
secret-ask-app-password = { $address } 的应用专用密码（不是登录密码）：
secret-ask-account = { $address } 在 { $host } 的密码：
secret-ask-token = { $address } 在 { $host } 的密码（很可能被拒绝）：

## The account is wrong

finding-account-name = 账号不能叫这个名字
    .mend = 请用一个词，可含文字、数字和 `-_.@+`，最多 100 个字符
finding-account-user = 没有这样的用户名
    .mend = 请按服务商的写法填写，一般是完整的邮箱地址
finding-account-plain-login = 没有 TLS 就不会发送登录信息
    .mend = 请改用 `smtps://` 或 `smtp://`，或去掉用户名
finding-account-command = 这不是命令
    .mend = 请写一行能输出密码的命令，例如 `pass show mail/shop`
finding-account-command-secret = 命令里直接写了密码，会被存进文件
    .mend = 请让命令从保存密码的地方读取；也可以不写命令，每次输入
finding-account-domain = 不知道 { $domain } 的邮箱在哪家服务商
    .mend = 请加 `--provider`，可选：{ $keys }；或写 `--server smtps://HOST`
finding-account-token-only = 这里不保证能用密码登录：{ $why }
    .mend = { $mend }
finding-account-exists = 已有同名的另一个账号
    .mend = 请用 `--name` 换个名字，或加 `--force` 覆盖
finding-account-unknown = 没有这个账号
    .mend = { $suggestion ->
        [none] 运行 `unfreeze account list` 查看全部账号
       *[other] 是不是 `{ $suggestion }`？运行 `unfreeze account list` 查看全部账号
    }
finding-account-none = 还没有账号
    .mend = 请添加：`unfreeze account add ADDRESS`
finding-account-which = 有好几个账号
    .mend = 请写明是哪一个：{ $names }
finding-account-not-utf8 = 文件不是 UTF-8 编码
    .mend = 请另存为 UTF-8
finding-account-syntax = 第 { $line } 行不符合 TOML 格式
    .mend = 请改正这一行；也可以移走文件，重新添加账号
finding-account-not-a-table = 这不是账号
    .mend = 账号以方括号里的名字开头：`[shop]`
finding-account-not-a-text = 这里要写带引号的文字
    .mend = 请加上引号
finding-account-missing = 缺少这一项
    .mend = 请补上，或重新添加账号：`unfreeze account add ADDRESS --force`
finding-account-unknown-key = 没有这个栏目
    .mend = { $suggestion ->
        [none] 可用的有：{ $known }
       *[other] 是不是 `{ $suggestion }`？可用的有：{ $known }
    }
finding-account-password-in-file = 密码不能写在这个文件里
    .mend = 请删掉这一行，改用 `secret = "prompt"`、`"command"` 或 `"keyring"`
finding-account-command-unused = 写了命令，但 `secret` 不是 `command`
    .mend = 请写 `secret = "command"`，或去掉命令
finding-account-secret = 密码不能这样取得
    .mend = 可选：{ $known }

## The password cannot be had

finding-usage-seconds = `{ $value }` 不是秒数
    .mend = 请写 1 至 86400 的整数
finding-secret-no-terminal = 不在终端里，无法询问密码
    .mend = 请用 `--password-command CMD`，或设置 UNFREEZE_PASSWORD
finding-secret-empty = 没有输入任何内容
    .mend = 请重试；输入或粘贴时不显示字符
finding-secret-not-text = 密码不是纯文本
    .mend = 应为一行 UTF-8 文字，不含控制字符
finding-secret-command-start = 输出密码的命令无法运行
    .mend = 请先在终端里单独运行它
finding-secret-command-failed = 输出密码的命令失败，状态码 { $status }
    .mend = 请在终端里单独运行它；失败原因见上方它自己的输出
finding-secret-command-empty = 输出密码的命令什么也没有输出
    .mend = 命令应输出一行密码
finding-secret-command-lines = 输出密码的命令输出了不止一行
    .mend = 命令应只输出密码，可加 `| head -n 1`
finding-secret-command-long = 输出密码的命令输出太长，不可能是密码
    .mend = 命令应只输出一行密码
finding-keyring-absent = 这个程序在编译时没有加入系统钥匙串
    .mend = 请每次输入密码，或用 `--password-command`，或用 `--features keyring` 重新编译
finding-keyring-unavailable = 系统钥匙串无法访问，或已锁定
    .mend = 请解锁或启动它的服务，也可改为每次输入密码，或用 `--password-command`
finding-keyring-missing = 系统钥匙串里没有这个账号的密码
    .mend = 请重新添加账号：`unfreeze account add ADDRESS --keyring --force`
finding-keyring-failed = 系统钥匙串拒绝了请求
    .mend = 请用系统自带的钥匙串程序查看，或改用 `--password-command`

# 服务器拒绝的含义

finding-reply-authorization-code = 服务器要的是授权码，不是邮箱登录密码（{ $reply }）
    .mend = 取得方法见 `unfreeze account add ADDRESS`；授权码没错的话请等半小时，有的服务器会暂时拒绝正确的授权码
finding-reply-client-password = 服务器要的是客户端专用密码，或者管理员没有开放 SMTP（{ $reply }）
    .mend = 请在邮箱设置里生成客户端专用密码，并向管理员确认允许第三方客户端
finding-reply-app-password = 服务器要的是应用专用密码，不是账号密码（{ $reply }）
    .mend = 请在账号的安全设置里创建；方法见 `unfreeze account add ADDRESS`
finding-reply-no-password = 微软已不接受客户端用密码登录（{ $reply }）
    .mend = 请用 `unfreeze compose` 生成草稿，在邮件客户端里发送；或用 `--token-command` 以令牌登录
finding-reply-token = 访问令牌无效或已过期（{ $reply }）
    .mend = 请让 `--token-command` 的命令取得新的令牌
finding-reply-too-many-logins = 登录尝试次数太多（{ $reply }）
    .mend = 请先确认授权码正确，等半小时后再试一次
finding-reply-network-denied = 管理员只允许从指定网络登录（{ $reply }）
    .mend = 请让管理员放行当前网络，或换一个网络
finding-reply-wrong-node = 这台服务器上没有贵公司的域名（{ $reply }）
    .mend = 邮箱在另一个节点，请用 `--provider` 指定，例如 netease-enterprise-hangzhou
finding-reply-service-off = 这个邮箱没有开启 SMTP 服务（{ $reply }）
    .mend = 请在邮箱设置里开启 SMTP，再生成授权码；方法见 `unfreeze account add ADDRESS`
finding-reply-locked = 邮箱已被锁定（{ $reply }）
    .mend = 请用浏览器登录邮箱，按页面提示解锁
finding-reply-login-missing = 服务器要求先登录才能发信（{ $reply }）
    .mend = 请给账号加上用户名：`unfreeze account add ADDRESS --user USER --force`
finding-reply-login = 服务器拒绝登录（{ $reply }）
    .mend = 请检查用户名和密码；许多邮箱要用授权码或应用专用密码
finding-reply-login-later = 服务器暂时无法验证登录（{ $reply }）
    .mend = 请等几分钟再试
finding-reply-sender = 发件人必须是登录的邮箱（{ $reply }）
    .mend = 请把案件里的 `from` 写成该账号的地址，或改用那个地址的账号
finding-reply-pace = 服务器认为发信太多或太频繁（{ $reply }）
    .mend = 请等半小时再运行 `unfreeze send --resume`；这个邮箱发的其他邮件也计算在内
finding-reply-recipient-full = 收件人的邮箱已满（{ $reply }）
    .mend = 请在卖家后台提交加急工单，工单不受这封邮件影响
finding-reply-recipient-unknown = 收件服务器上没有这个地址（{ $reply }）
    .mend = 请与卖家后台「联系我们」页面上的地址核对，并在那里提交加急工单
finding-reply-too-large = 邮件超过了服务器的大小限制（{ $reply }）
    .mend = 请去掉与冻结通知无关的截图，或换一个邮箱
finding-reply-spam = 服务器把邮件判为垃圾邮件（{ $reply }）
    .mend = 请换一个邮箱发送，最好用店铺的登录邮箱；或打开草稿，在网页邮箱里手动发送

# 发送

help-send = 用您自己的邮箱发出案件的邮件或草稿：先存档，再投递，只发一次
    .examples =
        unfreeze send shop.toml --dry-run     看看会和服务器说些什么
        unfreeze send shop.toml --to-self     给自己发一封标明的试发邮件
        unfreeze send shop.toml
        unfreeze send --resume                把还没发出去的接着发
        unfreeze send 1102345678/*.eml --account shop@qq.com
help-send-mails = 案件文件，或您可能改过的草稿；可以给多个，依次发送
help-send-account = 用这个账号发送；不写则用与发件地址相同的账号
help-send-server = 不用账号，直接用这台服务器：smtps://主机、smtp://主机（STARTTLS），或 smtp+plain://localhost
help-send-user = 以此用户名登录该服务器；不写则不登录
help-send-password-command = 运行此命令取得密码：取它输出的第一行
help-send-ca-file = 除系统证书外，也信任此文件里的证书
help-send-timeout = 每一步最多等待的秒数；不写则为 60
help-send-final-timeout = 邮件交出后等待服务器答复的秒数；不写则为 600
help-send-dry-run = 只显示将要进行的对话；不连接服务器，也不存档
help-send-to-self = 只给发件人自己发一封标明的试发邮件，不发给任何其他人
help-send-resume = 把已存档的邮件原样再发一次；不写 CASE 则处理所有待发邮件
help-send-resend = 重发不知是否送达的邮件；请先查看“已发送”文件夹
help-send-attach = 为您改过的草稿里摘要为此值的附件担保；每个附件写一次
help-send-yes = 发送前不再询问
send-row-from = 发件人：  { $value }
send-row-to = 收件人：  { $value }
send-row-copies = 抄送：    { $value }
send-row-subject = 主题：    { $value }
send-row-attachment = 附件：    { $value }
send-row-server = 服务器：  { $value }
send-size = （{ $kilobytes } kB）
send-question = { $count ->
        [1] 现在发送吗？
       *[other] 现在发送这 { $count } 封邮件吗？
    }
    .help = y 发送；n 先存着
    .yes = 发送
    .no = 暂不发送
send-question-trial = 现在给自己发这封试发邮件吗？
    .help = y 发送；n 暂不发送
    .yes = 发送
    .no = 暂不发送
send-question-again = 这封邮件可能已经送达。您查看过“已发送”文件夹，确定要再发一次吗？
    .help = y 对方可能收到两封；n 保持现状
    .yes = 再发一次
    .no = 暂不发送
send-not-now = 没有发送；邮件已存档，再次运行 `unfreeze send` 即可接着发
send-nothing-waits = 没有待发的邮件
send-pace = { $mail }：邮箱服务商要求两封邮件之间稍作停顿，还剩 { $seconds } 秒
send-back-off = { $mail }：服务器之前让稍后再试，{ $seconds } 秒后再发（按 Ctrl-C 可先存着）
send-final-wait = { $mail }：邮件已交出，正在等服务器答复，最多 { $seconds } 秒。请勿关闭：在它答复之前，谁也不知道结果
send-accepted = { $mail }：{ $host } 已接收：{ $reply }
send-accepted-trial = { $mail }：{ $host } 已接收试发邮件：{ $reply }
send-accepted-means = 这表示您的邮箱服务器已接收，不等于“平台已收到”；平台收到后，应在{ $promise }内启动人工复核，进度以短信告知
send-accepted-next = 下一步：用 `unfreeze status` 查看时限；留意收件箱里有没有退信，并确认“已发送”里有这封邮件
send-left-deferred = 邮件没有送出，已存档；运行 `unfreeze send --resume { $mail }` 可再次发送
send-left-refused = 邮件没有送出，已存档。请先按上面的提示处理，再对该案件运行 `unfreeze send`
send-left-unknown = 不知道邮件是否送达，因此程序不会自行重发。请查看“已发送”文件夹；如果没有，对该案件运行 `unfreeze send --resend`，会把同一封邮件再发一次
send-stopped-ashore = 已中止，什么也没有发送
send-stopped-between = 已在两封邮件之间停止：以上结果有效；其余邮件已存档，运行 `unfreeze send --resume` 可接着发
send-stopped-under-way = 中途停止：邮件没有送出，已存档；运行 `unfreeze send --resume` 可接着发
send-stopped-beyond-dot = 邮件交出后被中止：不知道是否送达。用 `--resend` 重发之前，请先查看“已发送”文件夹
send-dry-run = { $mail }：将与 { $server } 进行的对话
send-dry-step = （{ $phase }）
send-dry-mail = C:（邮件正文，{ $bytes } 字节）
send-dry-nothing = 没有发送，也没有连接任何服务器
finding-send-from-not-login = { $host } 只接收与登录账号相同的发件地址，登录账号是 { $user }
    .mend = 请把案件里的 `from` 改成该地址，或改用案件里那个地址的账号
finding-send-stranger = 这个附件不是在这台电脑上由 `compose` 为这家店铺生成的
    .mend = 请打开看看；确认其中没有不该外传的内容后，加上 `--attach { $digest }`
finding-send-trial-of-file = 试发邮件要由案件生成，不能用草稿
    .mend = 请给出案件文件
finding-send-trial-to-others = 试发邮件只能发给发件人自己
    .mend = 这是本程序的缺陷，请反馈给我们
finding-send-copy-refused = 服务器没有接收发往此地址的抄送：{ $reply }
    .mend = 邮件本身已被接收；若此地址确实需要，请从“已发送”里转发
finding-send-accepted-unkept = 服务器已接收邮件（{ $reply }），但没能写入记录：{ $why }
    .mend = 请不要再发；记录里可能显示为“不确定”，请用 `unfreeze log CASE mailed` 记下
finding-send-other-accepted = 您的邮箱服务器已在 { $time } 接收了另一版内容（{ $reply }）；这一版没有发送
    .mend = 平台收到的是之前那一版；要补充的内容请写进催办信：`unfreeze follow-up CASE`
finding-send-again-as-it-was = 重发的是之前那封不知是否送达的邮件，内容不变；新写的内容不会发送
    .mend = 要补充的内容请写进催办信：`unfreeze follow-up CASE`
finding-send-no-terminal = 终端已断开，无法询问
    .mend = 加上 `--yes` 可不经询问直接发送
finding-compose-unkept = 没能把这些附件记入记录：{ $why }
    .mend = 草稿没有问题；但用 `send` 发送它时，会请您逐个确认附件
