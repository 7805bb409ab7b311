/** Endings that people really meet. Without a scheme or "www." only these make a word with a dot an address: "rồi.em" is none. */
const endings = new Set(
  (
    "com net org vn cm info biz xyz top online site shop club vip cc io me app co live link asia store tk ml ga cf gq win pro icu cyou click work world life fun space website tech ltd today mobi name tv us uk " +
    "cn jp kr ru hk sg th la kh eu in pw ws bid loan men trade date party stream download racing review science accountant cam bar rest buzz sbs cfd monster quest lol mom bond autos boats homes finance money bank " +
    "credit capital cash exchange market trading invest network digital cloud host center services support help agency group company global international media news press zone email page dev ai gg to im fm one plus best " +
    "land estate house realty properties property tours vacations holiday kitchen sale deals discount cheap gift gifts pet shoes clothing watch camera photo photos video studio design marketing consulting management partners ventures fund loans insurance tax law legal doctor clinic hospital dental health care fit yoga food cafe restaurant pizza wine beer farm garden green eco energy solar auto car cars bike taxi limo express delivery supply tools direct team zone city town asia africa bz ph my sg au nz de fr it nl es pl br mx ca ch se no dk fi be at cz gr tr ae sa il ng ke za win bet casino poker games game run pub wiki blog tel travel edu gov mil int art beauty skin gold "
  ).split(" "),
);
/** Endings that are words of Vietnamese or short ones that end sentences: such a host must look like one by itself. */
const words = new Set(
  "me co la to in us im th ai tv top vip pro one best run help name date cam men mom bar rest link app page art".split(
    " ",
  ),
);

/** Endings of countries seldom met but in shortened links ("bit.ly/…", "shope.ee/…"): known only where a path follows. */
const rareEndings = new Set(
  "ly ee ac ad ae al am ao aq ar as aw ax az ba bb bd bg bh bi bm bn bo bs bt bw by cd ci ck cl cr cu cv cx cy do dj dm dz ec er et fj fk fo ga gd ge gh gl gm gn gp gr gt gy hn hr ht hu ie il iq ir is je jm jo ke kg ki km kw ky kz lb lc li lk lr ls lt lu lv ly ma mc md mg mk mm mn mo mr ms mt mu mv mw mx my mz na ne ni np nr nu nz om pa pe pf pg pk pn pr ps pt py qa re ro rs rw sb sc sd sh si sk sl sm sn so sr st su sv sy sz tc td tg tj tm tn to tp tt tz ua ug uy uz va ve vg vi vu wf ye yt za zm zw".split(
    " ",
  ),
);

export const isRareEnding = (ending: string): boolean => rareEndings.has(ending);
export const isKnownEnding = (ending: string): boolean => endings.has(ending);
export const isWordEnding = (ending: string): boolean => words.has(ending);
