# The fill-in prompts, the profile, and the question whether a contact is official.

## Is this contact official?

help-contact = Tells whether a phone number, an address or a site is an official channel; without one, what to do after a call
    .examples =
        unfreeze contact 400-123-4567
        unfreeze contact seller-support@aliexpress.com
        unfreeze contact
help-contact-text = What you were given: a number, an address, a link or the whole message

contact-standing-published = published as an official channel
contact-standing-on-domain = on the platform's own domain, which does not make it safe
contact-standing-not-official = not an official channel
contact-standing-unknown = nothing can be said about this

contact-phone-400 = 400 and 800 numbers that claim to be seller support are not: there is no phone line.
    .mend = Do not call it, and pay nobody for a “human agent”.
contact-phone-hangzhou = Numbers of Hangzhou (0571) that claim to be seller support are not: there is no phone line.
    .mend = Do not call back; start from the seller backend.
contact-phone-mobile = Seller support has no mobile number.
    .mend = Do not call, text or add it; start from the seller backend.
contact-phone-abroad = Regional lines serve sellers registered there, not sellers in mainland China, Hong Kong, Macau or Taiwan.
    .mend = Start from the seller backend.
contact-phone-other = As published, no phone number is a channel of seller support.
    .mend = Do not call it; start from the seller backend.
contact-messenger = A messenger is not a channel of seller support, whoever the account claims to be.
    .mend = Add nobody, send no screenshot of codes, and share no screen.
contact-address-urgent = This is the published address for urgent mail. You may write to it; a mail that seems to come from it can be forged.
    .mend = Follow no link in a mail; open the seller backend yourself.
contact-address-dedicated = It has the form of a dedicated mailbox, and it is yours only if your own Contact Us page shows it.
    .mend = Compare it, letter by letter, with the Contact Us page in the seller backend.
contact-address-platform = It lies on the platform's domain, but was not published as a channel of seller support.
    .mend = Write to seller-support@aliexpress.com or through the seller backend instead.
contact-address-lookalike = It imitates the platform's domain, aliexpress.com, and is not on it.
    .mend = Do not answer, and open nothing that came with it.
contact-address-foreign = It is not on the platform's domain, aliexpress.com.
    .mend = Do not send documents there, nor codes, nor money.
contact-site-platform = It lies on the platform's own domain. What a link shows and where it leads can still differ.
    .mend = Type seller.aliexpress.com into the browser yourself instead of following it.
contact-site-store-front = It is a store front of the platform, and no channel of seller support.
    .mend = Type seller.aliexpress.com into the browser yourself.
contact-site-lookalike = It imitates the platform's domain, aliexpress.com, and is not on it.
    .mend = Do not open it. If you have typed a password there, change it in the seller backend now.
contact-site-foreign = It is not on the platform's domain, aliexpress.com.
    .mend = Do not sign in there, and install nothing from there.
contact-unknown = It is neither a phone number nor an address nor a site.
    .mend = Trust nobody by a name; start from the seller backend.

contact-called = Somebody called and said they were from AliExpress?
    .hang-up = 1. Hang up. Give no code, no password, no identity number; pay nothing; install nothing and share no screen.
    .done = 2. If you have done one of these already: change the password in the seller backend, call your bank, report it to the police (in mainland China 110 or 96110).
    .reach = 3. Start again from the seller backend yourself: seller.aliexpress.com, Help, Contact Us.

contact-channels = Official channels start in the seller backend: seller.aliexpress.com, Help, Contact Us; urgent mail goes to seller-support@aliexpress.com.
