# 审阅页：发送之前要看的一个 HTML 文件。证件字段的名称是 pictures.ftl 里的 `field-…`。

page-title = 审阅页

## 结论

page-verdict-ready = 可以发送
    .detail = 必备材料齐全，图片也已由您确认。请再读一遍申诉信，然后按下面的步骤办理。
page-verdict-ticket = 可以提交加急工单
    .detail = 工单所需的材料齐全，图片也已由您确认。本店铺不生成邮件，原因见下文。
page-verdict-look = 图片还要您过目
    .detail = 还有 { $count } 张图片未经确认。确认之前不会作为附件，也无法发送。
page-verdict-incomplete = 缺少必备材料
    .detail = 文字、冻结通知截图和身份证正反两面缺一不可，否则无法发送。
page-verdict-findings = 有 { $count } 处需要先改正
    .detail = 改正之前不会生成任何文件。下面逐条写明位置和改法。

## 检查结果

page-findings = 检查结果
page-level-error = 必须改正
page-level-warning = 请留意

## 邮件

page-mail = 邮件
page-from = 发件人
page-to = 收件人
page-cc = 抄送
page-subject = 主题
page-not-verified = 本店铺不生成邮件
page-not-verified-detail = 紧急邮件只面向已通过企业认证的店铺，而案件文件写明本店铺尚未认证。请走卖家后台的加急工单，工单文字和图片都在本页。
page-letter = 申诉信
page-letter-detail = 这是纯文本版的原文；同一封邮件里带格式的版本，内容相同。

## 图片

page-pictures = 图片
page-pictures-detail = 审核人员能看到的就是这些。请逐张放大查看。
page-check-under = 遮盖条下面什么也看不出来，隐约的痕迹也没有。
page-check-fields = 遮盖条盖在该盖的字段上，首尾都盖严。
page-check-upright = 图片方向端正，正反面没有弄错。
page-check-number = 身份证号码除了遮盖条上标注的几位，什么都看不出来。
page-candidates = 拿到这些图片、又有全国区县代码表的人，面对的身份证号码至少还有 { $count } 种可能。
page-ten-thousands = { $count } 万
page-picture-notice = 冻结通知
page-picture-portrait = 身份证人像面
page-picture-emblem = 身份证国徽面
page-alt-notice = 冻结通知截图，附件即为此图
page-alt-portrait = 遮盖后的身份证人像面，附件即为此图
page-alt-emblem = 遮盖后的身份证国徽面，附件即为此图
page-dimensions = { $width } × { $height } 像素
page-bytes = { $count } B
page-kilobytes = { $count } kB
page-megabytes = { $count } MB
page-status-accepted = 您已确认
page-status-unseen = 尚未过目
page-hidden = 已遮盖
page-told = 遮盖条上标注
page-told-last4 = 号码后四位：{ $told }
page-told-first1-last1 = 号码首位和末位：{ $told }
page-kept = 保留
page-nothing = 无
page-vouch = 都符合？请确认图片：
page-vouch-not = 如有不符，请勿确认：在案件文件里写明证件的位置，重新遮盖。

## 下一步

page-steps = 下一步
page-step-mend = 改正案件文件
page-step-mend-detail = 按检查结果修改案件文件，然后重新检查：
page-step-vouch = 确认图片
page-step-vouch-detail = 按上面的要点逐张查看，再运行那里的命令。
page-step-ticket = 提交加急工单
page-step-ticket-detail = 在卖家后台打开：{ $path }。粘贴下面的文字，附上同样的图片。据公布的说明：{ $ticket }。请记下工单编号和提交时间。
page-step-mail = 再发送邮件
page-step-mail-detail = 运行下面的命令，生成交接文件夹，内有邮件草稿、文字和图片：
page-step-mail-open = 用邮件客户端打开 .eml 文件，再核对一遍发件人、收件人和附件，然后发送。据公布的说明：{ $mail }。
page-step-after = 发送之后
page-step-after-detail = 到“已发送”里看一眼，确认邮件在其中。留意短信和邮件回复，并在卖家后台的工单页面查看进度。
page-step-after-ticket = 提交之后
page-step-after-ticket-detail = 留意短信，并在卖家后台的工单页面查看进度。

page-programs = 各邮件客户端打开草稿的情形
page-program-outlook-classic = Outlook（Windows 经典版）
    .behaviour = 打开即可发送。
    .advice = 可能改用默认账户发信，请核对发件人。
page-program-outlook-new = Outlook（Windows 新版）
    .behaviour = 不保证。
    .advice = 可试着把文件拖进“草稿”文件夹；不行就用交接文件夹。
page-program-thunderbird = Thunderbird
    .behaviour = 打开即可发送。
    .advice = 若只能阅读，请选“编辑为新消息”。
page-program-apple-mail = Apple Mail（苹果邮件）
    .behaviour = 只能阅读。
    .advice = 请用交接文件夹。
page-program-others = Foxmail、网易邮箱大师、QQ 邮箱
    .behaviour = 不保证。
    .advice = 可能只能阅读，请用交接文件夹。
page-programs-folder = 交接文件夹总是可用：新建邮件，从 letter.txt 复制收件人、主题和正文，再添加 attachments 里的全部文件。

## 页末

page-as-published = 时限和条件均据公布的说明，资料日期 { $dated }；以卖家后台的帮助页面为准。
page-delete = 事后请删除本页
page-delete-detail = 本页含有个人证件的图片。事情办完后，请连同装有草稿的交接文件夹一并删除，并清空回收站。
page-no-phone = 没有客服电话
page-no-phone-detail = 据公布的说明，速卖通对中国大陆及港澳台地区的卖家不设电话客服。凡以其名义来电，或兜售“人工客服通道”的，都不是速卖通：请挂断，从卖家后台重新进入。
page-private = 本页在您自己的电脑上生成，不加载也不发送任何内容。
