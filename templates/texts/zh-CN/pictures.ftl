# 图片文件的问题

finding-picture-empty = 文件是空的
    .mend = 请重新复制或下载这张图片
finding-picture-too-large = 文件超过 64 MiB
    .mend = 请按常规尺寸重新拍摄或导出，300 万至 1200 万像素足够
finding-picture-too-many-pixels = 图片超过 1 亿像素，或需要过多内存
    .mend = 请按常规尺寸重新拍摄或扫描，300 万至 1200 万像素足够
finding-picture-not-a-picture = 文件不是图片
    .mend = 请提供 JPEG、PNG、WebP、HEIC、TIFF、BMP 或 GIF 文件
finding-picture-unsupported = 不支持这种图片格式（例如 AVIF、SVG），或该格式的少见变体
    .mend = 请另存为 PNG 或 JPEG 后再提供
finding-picture-pdf = 文件是 PDF 文档，不是图片
    .mend = 请打开后截图，或将该页导出为 PNG，再提供图片
finding-picture-truncated = 文件不完整，图片只有一部分
    .mend = 请重新复制或下载这张图片，上次传输可能中断了
finding-picture-broken = 图片无法解码
    .mend = 请用看图软件打开并另存为 PNG 或 JPEG，或重新拍摄
finding-picture-shrunk = 图片宽度由 { $from } 像素缩为 { $to } 像素，使邮件不超过 10 MB
    .mend = 请在预览页里看一眼；小字看不清时，把截图裁到只剩通知
finding-picture-first-frame = 文件含有多帧或多页，只读取了第一帧
    .mend = 如需其他帧，请另存为 PNG，作为单独的通知截图提供

# 证件的位置

finding-picture-whole-turned = 指定整张图片为证件，但图片的高大于宽
    .mend = 请将图片转正，使证件文字可以正常阅读，或给出证件的四个角
finding-picture-corners-outside = 证件的某个角远在图片之外
    .mend = 请按图片显示时的像素坐标，依次给出证件的左上、右上、右下、左下角
finding-picture-corners-turned = 证件的上边比侧边短
    .mend = 请从证件自身（按文字方向）的左上角开始，按顺时针给出四个角
finding-picture-corners-shape = 按这四个角，证件的宽超过高的三倍
    .mend = 请给出证件本身的四个角，证件的宽约为高的 1.6 倍
finding-picture-too-small = 图片里的证件宽度不足 160 像素
    .mend = 请靠近些拍摄，让证件占满大部分画面
finding-picture-unproved = 成品图片未通过自身的检验，因此没有保留
    .mend = 请换一份证件扫描件，并报告此问题，这种情况本不应出现
finding-picture-too-long = 截图过长，无法拆分成清晰可读的几部分
    .mend = 请提供几张较短的截图
finding-picture-too-heavy = 邮件上限 10 MB，这张截图压缩到限度内就看不清了
    .mend = 请减少截图张数，或裁剪这张截图，只留要紧的部分

# 成品文件中不应有的内容

finding-picture-proof-broken = 文件不是完整的 JPEG 或 PNG 图片
    .mend = 请重新生成，文件在写入后被改动过
finding-picture-proof-metadata = 文件除像素外还带有其他内容，例如 EXIF、色彩配置或注释
    .mend = 请重新生成，文件在写入后被改动过
finding-picture-proof-trailing = 图片结束之后文件还有内容
    .mend = 请重新生成，文件在写入后被改动过

# 遮盖后的图片为何需要人工确认

reason-unseen = 还没有人看过
    .mend = 请查看图片，该遮盖的内容都要遮严
reason-small = 扫描件里的证件宽度不足 400 像素
    .mend = 请确认保留的内容清晰可读，或靠近些重新拍摄
reason-cut-off = 证件的某个角在扫描件之外
    .mend = 请确认遮盖位置正确，或重新拍摄完整的证件
reason-odd-shape = 四个角不符合证件的长宽比例
    .mend = 请检查四个角的位置，或从正上方重新拍摄
reason-traces = WebP 和 HEIC 文件会把被遮盖像素的微弱痕迹带到周围
    .mend = 可以接受，或改用相机、扫描仪直接输出的 JPEG 或 PNG
reason-first-frame = 文件含有多帧或多页，只读取了第一帧
    .mend = 请确认正是这一帧，或将需要的那一帧另存为 PNG

# 号码为何遮盖不足

finding-candidates-few =
    { $count ->
        [1] 所有图片上保留的内容合在一起，已能推算出公民身份号码
       *[other] 根据所有图片上保留的内容，可能的公民身份号码只剩 { $count } 个，少于 100,000 个
    }
    .mend = 请改用 standard 或 strict 预设以遮盖更多内容，或不显示号码的任何部分
candidates-because-unknown = 保留了本程序不认识的项目
candidates-because-number = 公民身份号码本身未遮盖
candidates-because-address = 住址透露了所在县区，即号码的前六位
candidates-because-authority = 签发机关透露了所在县区，即号码的前六位
candidates-because-birth = 出生日期就是号码的第七至十四位
candidates-because-validity = 有效期限透露了年龄段
candidates-because-portrait = 照片透露了性别和大致年龄
candidates-because-sex = 性别透露了第十七位是奇数还是偶数
candidates-because-last4 = 显示了号码的后四位
candidates-because-first1-last1 = 显示了号码的第一位和最后一位

# 身份证的各项与两面

field-name = 姓名
field-sex = 性别
field-ethnicity = 民族
field-birth = 出生日期
field-address = 住址
field-number = 公民身份号码
field-portrait = 照片
field-authority = 签发机关
field-validity = 有效期限

side-portrait = 人像面
side-emblem = 国徽面

# 遮盖后证件上的水印文字，中英文一并使用

watermark-wording = 仅供AliExpress店铺{ $store }解冻申诉使用 { $date } 他用无效
watermark-wording-no-store = 仅供AliExpress店铺解冻申诉使用 { $date } 他用无效
finding-watermark-latin = 水印只有英文：本机没有含这些汉字的字体
    .mend = 想要中英文水印，请安装中文字体，例如思源黑体

finding-picture-watermark-text = 水印文字不是一行 1 至 60 个字符，或含有双花括号
    .mend = 请用一行简短的文字，例如写明提交对象和用途
finding-picture-watermark-glyph = 本机没有字体能显示水印中的全部字符
    .mend = 请使用中文、拉丁字母、数字和标点，或安装思源黑体等中文字体

## 程序不认识的证件，以及在别处遮过的图片

finding-picture-window-outside = 要遮或要露的矩形不在证件上，或者与证件的边不平行
    .mend = 请按摆正后的图片量；证件放斜了，请给出四个角
reason-unknown-document = 程序不认识这种证件；除了您开的窗，全部遮盖
    .mend = 请看开窗处有没有露出号码、出生日期或住址
reason-masked-by-hand = 图片来之前已经遮过，程序没有再遮
    .mend = 请看号码、出生日期、住址是否还有任何部分能看清
reason-edges = 证件的边缘与周围分不清
    .mend = 请把证件单独放在颜色不同的纯色背景上，四边完整入镜，重新拍摄
reason-elsewhere = 文字不在居民身份证应有的位置
    .mend = 请确认各栏都已遮住；如果是其他证件，请按其他证件遮盖
reason-bent = 证件不平整
    .mend = 请放平后重新拍摄，或确认各栏都已遮住
reason-labels = 有些印刷的栏目名读不出来
    .mend = 请避开反光，不要让东西压住证件，重新拍摄
reason-number = 号码读不准，因此一位也不显示
    .mend = 请靠近些重新拍摄，或在案件文件里写 `last4`
reason-unread = 姓名、性别或有效期限读不出来
    .mend = 请重新拍摄，要清晰、无反光
reason-cut = 应遮住的文字超出了遮挡的位置
    .mend = 用 `cover` 遮住露出的部分，或把证件放平、从正上方重新拍摄
reason-strange = 证件上有不属于它的文字，已遮住
    .mend = 请确认要保留的内容仍可读；拿开便条和贴纸后重新拍摄
reason-several-cards = 图片里有不止一张证件的这一面
    .mend = 请使用只有一张证件的图片
reason-number-differs = 证件号码的末几位与案件文件不一致
    .mend = 请对照证件核对 `last4`
reason-still-there = 成品图片上可能还能读到应当遮住的内容
    .mend = 请仔细查看，用 `cover` 遮住，或换一份扫描件
field-rest = 其余全部
field-cover = 另外遮住的部分
field-window = 露出的部分
field-by-hand = 卖家保留可见的部分
