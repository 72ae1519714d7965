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
