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
