# Accounts and sending: what the server said, what it means and what mends it.

# The mail

mail-trial-subject = 【试发】
mail-trial = 这是一封试发邮件，只发给了发件人自己，没有发给其他任何人。

finding-reread-not-mail = 这不是一封邮件
    .mend = 请使用 `compose` 生成的或邮件客户端保存的 `.eml` 文件
# Accounts

finding-folder-no-home = 系统没有告知您的个人文件夹在哪里
    .mend = 请设置 HOME，或把这个环境变量设为您自己的文件夹
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
finding-reread-nul = 邮件里有 NUL 字节，邮件不允许这样
    .mend = 请在邮件客户端里重新保存；文件损坏或存成 UTF-16 时会出现这种情况
finding-reread-bare-cr = 有单独的回车符；各家服务器对这一行在哪里结束看法不一
    .mend = 请用普通换行重新保存
finding-reread-line-length = 第 {$line} 行超过 998 字节，邮件不允许这么长的行
    .mend = 请断行，或在邮件客户端里重新保存
finding-reread-header-line = 第 {$line} 行不是邮件头字段
    .mend = 请写成 `名称: 值`，续行要缩进；第一个空行表示邮件头结束
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
