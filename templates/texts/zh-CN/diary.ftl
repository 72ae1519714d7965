# 办理记录：状态、经过、时限，以及跟进信。

help-log = 记下在本程序之外发生的事：提交了工单、手动发了邮件、收到短信、平台答复、邮件被退回、店铺已解冻
    .examples =
        unfreeze log shop.toml ticket 123456789
        unfreeze log shop.toml sms --at "2026-11-22 10:40 +08:00" \
            --note "短信说已开始复核"
        unfreeze log 1102345678 unfrozen
help-log-case = 案件文件；已有记录的案件也可写编号或店铺 ID
help-log-event = 发生了什么；ticket 后面要写工单号，unfrozen 会结案
help-log-number = 工单号
help-log-at = 时间，须带时区："2026-11-22 09:30 +08:00"；不写则为现在
help-log-note = 备注，最多500字，不得含身份证号码

help-status = 显示每个案件的进展：各渠道做了什么、服务器如何答复、承诺的时限到何时、下一步做什么
    .examples =
        unfreeze status
        unfreeze status --open --json
help-status-open = 只看尚未解冻的案件

help-record = 导出或删除某个案件的记录
    .examples =
        unfreeze record export shop.toml -o shop-record.json
        unfreeze record forget shop.toml
help-record-export = 把案件记录写成 JSON：时间、渠道、答复、经过，以及每封邮件和每个附件的 SHA-256；不含邮件本身
    .examples =
        unfreeze record export
        unfreeze record export shop.toml -o shop-record.json
help-record-export-cases = 案件文件、编号或店铺 ID；可写多个，合为一个文件；不写则导出全部
help-record-export-output = 导出到这个文件；`-` 为标准输出
help-record-forget = 删除某个案件的全部记录
    .examples =
        unfreeze record forget shop.toml
        unfreeze record forget UF-1102345678-20261122 --yes
help-record-forget-case = 案件文件、编号或店铺 ID
help-record-forget-yes = 不再询问
help-record-forget-force = 邮件正在发送或是否送达不明时，也照样删除

## 时间

time-both = { $here }（北京时间 { $china }）
duration-days = { $days }天
duration-days-hours = { duration-days }{ duration-hours }

## status 显示的内容

status-none = 还没有任何记录
status-none-open = 没有未结案件
status-head = { $reference }，店铺 { $store }
status-frozen = 冻结时间
status-noted = 已记下
status-next = 下一步
status-reply = 最近的答复：{ $reply }
status-event = { $what }{ $number ->
        [none] {""}
       *[other] {" "}{ $number }
    }，{ $time }{ $note ->
        [none] {""}
       *[other] （{ $note }）
    }
status-left = 承诺：{ $promise }（服务时间：{ $hours }）；还剩{ $span }，到 { $time }
status-overdue = 承诺：{ $promise }（服务时间：{ $hours }）；已超时{ $span }，时限为 { $time }
status-answered = 平台已有回应，{ $time }
status-bounced = 邮件被退回，{ $time }
status-published = 以上承诺时限{ $published }。

state-composed = 已写好，尚未发送
state-sending = 正在发送
state-accepted = 您的邮件服务器已接收，{ $time }；这不等于平台已收到
state-deferred = 暂未发出，{ $time }；邮件已保留，对方没有收到任何内容
state-refused = 被邮件服务器拒绝，{ $time }；对方没有收到任何内容
state-unknown = 是否送达不明，{ $time }
state-replaced = 已被新的内容取代，{ $time }

event-ticket = 已提交加急工单
event-mailed = 已手动发送邮件
event-sms = 收到短信
event-answered = 平台已答复
event-bounced = 邮件被退回
event-unfrozen = 店铺已解冻

next-closed = 无需操作：已结案
next-look-in-sent = 请先看邮箱的“已发送”：有这封邮件，就运行 `unfreeze log CASE mailed` 记下；没有，再运行 `unfreeze send CASE --resend`
next-sending = 请稍候：正在发送
next-check-address = 请看退信原因并核对收件地址；加急工单不依赖邮件
next-mend-and-send = 按邮件服务器的提示改正，再运行 `unfreeze send CASE`
next-resume = 运行 `unfreeze send CASE --resume`
next-send = 运行 `unfreeze send CASE`
next-follow-up = 已过承诺时限，运行 `unfreeze follow-up CASE`
next-mail-too = 工单已过承诺时限：店铺已通过企业认证的，请用 `unfreeze send CASE` 同时发邮件；未认证的，请在原工单里补充回复
next-file-ticket = 用 `unfreeze ticket CASE` 的文字提交加急工单，再运行 `unfreeze log CASE ticket NO` 记下工单号
next-read-answer = 按平台的要求办理；店铺解冻后运行 `unfreeze log CASE unfrozen`
next-wait = 请等待；收到短信或答复后，用 `unfreeze log CASE sms` 或 `answered` 记下

## 其他命令的答复

log-noted = 已记入 { $reference }：{ $what }，{ $time }
record-exported = 已导出 { $count } 个案件：{ $file }
record-forget-question = 要删除 { $reference } 的全部记录吗？
    .help = y：删除后无法恢复，其中的邮件有可能被重复发送；n：保留
    .yes = 删除
    .no = 保留
record-forgotten = 已删除：{ $reference }
record-kept = 已保留：{ $reference }
finding-record-forget-no-terminal = 这里不是终端，无人可问
    .mend = 确定要彻底删除，请加上 `--yes`：`unfreeze record forget { $case } --yes`

## 记录无法使用

finding-record-not-folder = 应当放记录的文件夹，被一个文件占了位置
    .mend = 请把它移走，或用 UNFREEZE_STATE_DIR 指定另一个文件夹
finding-record-not-file = 应当是记录文件的地方，放着别的东西
    .mend = 请把它移走，或用 UNFREEZE_STATE_DIR 指定另一个文件夹
finding-record-symlink = 记录文件的位置上是一个符号链接，程序不会跟随
    .mend = 请用 UNFREEZE_STATE_DIR 指定它所指向的文件夹
finding-record-denied = 系统不允许读写记录
    .mend = 请检查文件夹和文件归谁所有，或用 UNFREEZE_STATE_DIR 指定您自己的文件夹；没有记录就不会发送任何邮件
finding-record-read-only = 记录只能读，不能写
    .mend = 请检查磁盘和文件权限；没有记录就不会发送任何邮件
finding-record-full = 磁盘已满，写不下记录
    .mend = 请腾出空间后重试；以前的记录都还在，没有记录就不会发送任何邮件
finding-record-locked = 记录一直被另一个程序占用
    .mend = 请等它结束或把它关闭，再重试
finding-record-corrupt = 记录已损坏
    .mend = 请保留这个文件：把它改名移到别处，旁边若有 `-journal` 文件也一并移走，下次运行会新建记录。丢失的是程序对已发邮件的了解，所以再次发送之前，请先看邮箱的“已发送”
finding-record-foreign = 这是其他程序的数据库
    .mend = 请把它移走，或用 UNFREEZE_STATE_DIR 指定另一个文件夹
finding-record-newer = 记录是由更新的版本写的
    .mend = 请使用那个版本；旧版本可能弄坏记录
finding-record-no-locks = 系统无法在那里给文件加锁；没有锁，同一封邮件可能发出两次
    .mend = 请用 UNFREEZE_STATE_DIR 指定本机硬盘上的文件夹
finding-record-failed = 系统无法读写记录
    .mend = 请重试；若仍不行，请检查磁盘；没有记录就不会发送任何邮件

## 记录对邮件和案件的说明

finding-record-no-case = 记录里没有这个案件
    .mend = 请写案件文件；`unfreeze status` 可列出已有记录的案件
finding-record-several = 这家店铺在记录里有多个案件：{ $references }
    .mend = 请写其中一个的编号
finding-record-no-mail = 记录里已没有这封邮件
    .mend = 它在发送过程中被删除了；如仍要发送，请重新运行
finding-record-no-bytes = 邮件本身已不再保留：结案已超过30天
    .mend = 如果店铺再次被冻结，请在案件里写上新的冻结时间
finding-record-accepted = 您的邮件服务器已于 { $time } 接收：{ $reply }
    .mend = 不会重复发送；`unfreeze status` 可查看下一步
finding-record-unknown = { $time } 那次发送是否送达不明
    .mend = 请先看邮箱的“已发送”；确实没有这封邮件，再加 `--resend` 重发
finding-record-busy = 另一个进程正在发送这封邮件
    .mend = 请等它结束；`unfreeze status` 可查看结果
finding-record-replaced = 这封邮件已被新的内容取代
    .mend = 请重新发送案件，以最新的内容为准
finding-record-unsettled = 这个案件有邮件正在发送，或是否送达不明
    .mend = 请先看邮箱的“已发送”；仍要删除，请加上 `--force`
