# letter：信件、工单和模板检查中，模板之外的文字

attached-notice = 冻结通知截图
attached-portrait = 法定代表人身份证人像面（已打码）
attached-emblem = 法定代表人身份证国徽面（已打码）
list-separator = 、

freeze-kind-identity = 身份或企业认证
freeze-kind-security = 账号安全
freeze-kind-funds = 资金冻结
freeze-kind-ip = 知识产权
freeze-kind-orders = 订单、纠纷或物流
freeze-kind-other = 其他原因

channel-published = 据公开资料，来源日期 {$date}；以卖家后台帮助页面为准
duration-hours = {$hours}小时
duration-minutes = {$minutes}分钟
duration-both = {duration-hours}{duration-minutes}

step-ticket = 提交加急工单 {$number}
step-accepted = 邮件发往 {$to}，我方邮件服务器已接收
step-by-hand = 邮件发往 {$to}
step-answered = 收到平台的答复或短信

ticket-title = 【加急】店铺{$store}账号冻结（{$kind}），请求人工复核，{$reference}

finding-ticket-kind-other = 未说明冻结类型，工单可能被分到错误的团队
    .mend = 按页面所述选择类型：`identity`、`security`、`funds`、`ip` 或 `orders`
finding-ticket-kind-mismatch = 文字中的「{$word}」属于「{$other}」，而所选类型是「{$chosen}」：类型选错的工单会转到错误的团队
    .mend = 再看一遍冻结页面，如确属另一类型，请修改
finding-ticket-no-reason = 缺少页面所示的冻结原因；描述含糊的工单处理更慢
    .mend = 逐字抄录冻结页面上的原因
finding-ticket-no-notice-number = 缺少通知编号，处理人员需要另行查找
    .mend = 从冻结页面或站内信抄录编号；确实没有则留空
finding-ticket-no-order = 冻结涉及「{$kind}」，却没有写明订单；没有完整订单号无法查询
    .mend = 补充所涉订单的完整订单号

finding-template-unknown-file = 没有这个名称的模板{ $suggested ->
        [0] {""}
       *[other] ，是不是 `{$near}`
    }
    .mend = 用 `templates export` 导出模板，沿用其中的文件名
finding-template-too-long = 模板超过 64 KiB
    .mend = 请精简：申诉信以一页为宜
finding-template-syntax = 第 {$line} 行：标签或区块没有结束
    .mend = 每个 {"{{#"}…{"}}"} 都要以 {"{{/"}…{"}}"} 结束
finding-template-too-deep = 第 {$line} 行：区块嵌套过深
    .mend = 减少区块的嵌套
finding-template-unknown-name = 第 {$line} 行：申诉信里没有 `{$name}` 这个名称{ $suggested ->
        [0] {""}
       *[other] ，是不是 `{$near}`
    }
    .mend = 请使用导出模板中的名称
finding-template-unknown-helper = 第 {$line} 行：不能这样使用 `{$name}`
    .mend = 只可使用 `if`、`unless`、`each` 和 `with`，各带一个名称
finding-template-not-a-value = 第 {$line} 行：`{$name}` 是列表或一组值，不能直接输出
    .mend = 用 `each` 逐项输出，或写明其中的值
finding-template-not-a-list = 第 {$line} 行：`{$name}` 不是列表
    .mend = `each` 只用于列表
finding-template-not-a-group = 第 {$line} 行：`{$name}` 不是一组值
    .mend = `with` 只用于一组值
finding-template-not-allowed = 第 {$line} 行：模板不支持这种标签
    .mend = 请去掉局部模板、装饰器、不转义输出、字面量和命名参数
finding-template-render = 第 {$line} 行：模板与申诉信的内容不符
    .mend = 请连同模板（不含案件资料）报告此问题

## What is told of the number

attached-told-last4 = 证件号码仅标注后四位
attached-told-first1-last1 = 证件号码仅标注首位和末位
