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

export const isKnownEnding = (ending: string): boolean => endings.has(ending);
export const isWordEnding = (ending: string): boolean => words.has(ending);
