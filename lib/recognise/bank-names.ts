import reference from "@/prisma/data/banks.json";
import { foldVietnamese } from "@/lib/targets/normalise-text";
import { PhraseBook } from "./phrases";

/**
 * How sure a name is. `plain`: nothing else is called so. `core`: everyday words ("quoc te", "sai gon") that name a bank only after
 * "ngân hàng". `short`: two letters or a word ("vp", "tech") believed only right beside a number or after "ngân hàng".
 */
export interface BankName {
  readonly id: string;
  readonly sureness: "plain" | "core" | "short";
  readonly isWallet: boolean;
}

/** What people call banks and wallets beside the names in `banks.json`: everyday names, codes on SMS, old names, slips. */
const spoken: Record<string, string> = {
  agribank:
    "agri bank | argibank | agribanks | nhno&ptnt | nhnn | vba | ngan hang nong nghiep | nh nong nghiep",
  bidv: "bidv bank | b.i.d.v",
  vietinbank:
    "vietin bank | vietin | viettin | viettin bank | vietinbannk | vtinbank | viettinbank | vietinbanks | ctg | vietinbank ipay | incombank",
  vietcombank: "vcb | vietcom | vietcom bank | vietcombanks | vietcomback | vcb digibank",
  vcbneo: "vcb neo | cbbank | cb | ngan hang xay dung",
  mbv: "ocean bank | oceanbank | mbv bank",
  gpbank: "gp bank | dau khi toan cau",
  "vikki-bank": "vikki | vikkibank | dong a bank | dongabank | dab | vikki by hdbank",
  abbank: "ab bank | abb | an binh bank",
  acb: "acb bank | a.c.b",
  bacabank: "bac a bank | bac a | bab | nasb",
  "baoviet-bank": "baovietbank | bao viet bank | bvb",
  bvbank: "ban viet bank | viet capital bank | vietcapital | bv bank | vccb",
  eximbank: "exim bank | eib",
  hdbank: "hd bank | hdb",
  kienlongbank: "kien long bank | klb",
  lpbank:
    "lp bank | lienviet | lien viet | lienvietbank | lien viet post bank | lienvietpost bank | lpb | lienvietpost | lvpb | buu dien lien viet | loc phat",
  "mb-bank": "m.b | mbb | mb bank | ngan hang mb | mbbanks | quan doi mb",
  msb: "msb bank | maritime | maritimebank | maritime bank",
  "nam-a-bank": "namabank | nam a bank | nab",
  ncb: "ncb bank | navi bank",
  ocb: "ocb bank | omni ocb | orient commercial bank",
  pgbank: "pg bank | petrolimex bank | pgb",
  pvcombank: "pvcom | pvcom bank | pv com bank | pvcb",
  sacombank: "sacom bank | sacombanks | stb | sacombank pay",
  saigonbank: "sgb | saigon bank | sgicb",
  scb: "scb bank",
  seabank: "sea bank | seab",
  shb: "shb bank",
  techcombank: "tcb | techcom | techcom bank | teckcombank | techcombanks | techkombank | techcombank tcb",
  tpbank: "tp bank | tpb | tien phong bank | tpbanks",
  vib: "vib bank",
  vietabank: "viet a bank | vab",
  vietbank: "viet bank | vbb",
  vpbank: "vp bank | vpb | vpbanks | vpbank neo",
  "cake-by-vpbank": "cake vpbank | cake bank | ngan hang so cake",
  "ubank-by-vpbank": "ubank | ubank vpbank",
  timo: "timo bank | timo plus | timo by bvbank",
  liobank: "lio bank",
  umee: "umee bank",
  vbsp: "ngan hang chinh sach | csxh",
  "co-opbank": "coopbank | co op bank | coop bank",
  "indovina-bank": "indovina",
  "cimb-vietnam": "cimb bank | cimb",
  "hsbc-vietnam": "hsbc",
  "shinhan-bank-vietnam": "shinhan | shinhanbank | shinhan bank",
  "standard-chartered-vietnam": "standard chartered | stanchart",
  "uob-vietnam": "uob | uob bank",
  "woori-bank-vietnam": "woori | wooribank | woori bank",
  "hong-leong-bank-vietnam": "hong leong | hong leong bank",
  "public-bank-vietnam": "public bank",
  citibank: "citi bank",
  "kbank-hcm": "kbank | kasikornbank",
  momo: "mo mo | vi mo mo | momo wallet | m_service",
  zalopay: "zalo pay | zlp | zalopays",
  vnpay: "vn pay | vnpay wallet",
  "viettel-money": "viettel pay | viettelmoney | vtpay | viettelpay",
  "vnpt-money": "vnptpay | vnpt money | vnptmoney",
  "mobifone-money": "mobifone pay | mobifone money",
  shopeepay: "shopee pay | spay | air pay",
  smartpay: "smart pay",
  nganluong: "ngan luong",
  baokim: "bao kim",
  galaxypay: "galaxy pay",
  vinid: "vinid",
  vimo: "vimo",
  "vdsmart-gpay": "gpay",
  moca: "grabpay | grab pay",
};

const short: Record<string, string> = {
  "mb-bank": "mb", techcombank: "tech", vpbank: "vp", tpbank: "tp", hdbank: "hd", sacombank: "sacom", agribank: "agri", eximbank: "exim", seabank: "sea", abbank: "ab",
  "cake-by-vpbank": "cake", lpbank: "lp", "nam-a-bank": "nam a", gpbank: "gp", pgbank: "pg", mbv: "ocean", vietcombank: "viet com", vietbank: "vb", kienlongbank: "kien long", "vikki-bank": "dong a", bvbank: "ban viet", "vnpay": "vi vnpay",
}; // prettier-ignore

/** Names made of everyday words. Without "ngân hàng" or "NH" before them they are places and adjectives. */
const core: Record<string, string> = {
  agribank: "nong nghiep | nong nghiep va phat trien nong thon",
  bidv: "dau tu va phat trien | dau tu phat trien | dau tu & phat trien | dau tu",
  vietinbank: "cong thuong",
  vietcombank: "ngoai thuong",
  "mb-bank": "quan doi",
  techcombank: "ky thuong",
  vpbank: "viet nam thinh vuong | thinh vuong",
  gpbank: "ky nguyen thinh vuong",
  pgbank: "thinh vuong va phat trien | xang dau petrolimex",
  sacombank: "sai gon thuong tin | sai gon tai loc",
  vietbank: "viet nam thuong tin",
  scb: "sai gon",
  saigonbank: "sai gon cong thuong",
  shb: "sai gon - ha noi | sai gon ha noi",
  hdbank:
    "phat trien tp hcm | phat trien tp.hcm | phat trien thanh pho ho chi minh | phat trien tphcm | phat trien nha tp hcm",
  mbv: "dai duong | viet nam hien dai",
  "vikki-bank": "dong a",
  lpbank: "buu dien lien viet | loc phat",
  tpbank: "tien phong",
  acb: "a chau",
  abbank: "an binh",
  bacabank: "bac a",
  msb: "hang hai",
  ocb: "phuong dong",
  vib: "quoc te",
  eximbank: "xuat nhap khau",
  kienlongbank: "kien long",
  "nam-a-bank": "nam a",
  seabank: "dong nam a",
  ncb: "quoc dan",
  vietabank: "viet a",
  bvbank: "ban viet",
  "baoviet-bank": "bao viet",
  pvcombank: "dai chung",
  vcbneo: "xay dung",
  vbsp: "chinh sach xa hoi",
  "co-opbank": "hop tac xa",
};

const listed = (text: string) => text.split("|").map((name) => name.trim());
/** "Ngân hàng TMCP Công Thương Việt Nam" is called "công thương". */
const legalForm = /^(?:ngan hang|nh)\s+(?:(?:thuong mai|tmcp|tnhh|mtv|tm|cp|co phan|lien doanh|so)\s+)*/;

function* names(): Generator<[string, BankName]> {
  const wallets = new Set(reference.paymentIntermediaries.map(({ id }) => id));
  const name = (id: string, sureness: BankName["sureness"]): BankName => ({
    id,
    sureness,
    isWallet: wallets.has(id),
  });
  const rows = [...reference.banks, ...reference.paymentIntermediaries];
  for (const [id, text] of Object.entries(short))
    for (const spelling of listed(text)) yield [spelling, name(id, "short")];
  for (const [id, text] of Object.entries(core))
    for (const spelling of listed(text)) {
      yield [spelling, name(id, "core")];
      yield [`${spelling} viet nam`, name(id, "core")];
      yield [`${spelling} vn`, name(id, "core")];
    }
  for (const [id, text] of Object.entries(spoken))
    for (const spelling of listed(text)) yield [spelling, name(id, "plain")];
  for (const { id, shortName, nameVi, nameEn, aliases, formerNames, napasBin } of rows) {
    for (const official of [shortName, ...aliases, ...formerNames, nameEn].map(foldVietnamese)) {
      yield [official, name(id, "plain")]; // whole, or "Ngân hàng TMCP Sài Gòn" would stop before "Thương Tín"
      if (official.length > 2) yield [official.replace(legalForm, ""), name(id, "plain")];
      if (official.endsWith(" vietnam")) yield [official.replace(/ vietnam$/, ""), name(id, "plain")];
    }
    const folded = foldVietnamese(nameVi);
    yield [folded, name(id, "plain")];
    if (legalForm.test(folded)) yield [folded.replace(legalForm, ""), name(id, "core")];
    if (napasBin !== null && napasBin !== undefined) yield [napasBin, name(id, "plain")];
  }
}

export const bankBook = new PhraseBook<BankName>(names());

const binOf = new Map(
  [...reference.banks, ...reference.paymentIntermediaries].flatMap(({ id, napasBin }) =>
    typeof napasBin === "string" ? [[napasBin, id] as const] : [],
  ),
);
const walletIds = new Set(reference.paymentIntermediaries.map(({ id }) => id));

/** The bank or wallet of a six-digit identification number (NAPAS BIN), as in VietQR and on domestic cards. */
export const bankOfBin = (bin: string): string | null => binOf.get(bin) ?? null;
export const isWalletIssuer = (id: string | null): boolean => id !== null && walletIds.has(id);

/** Lengths that a bank's numbers usually have; a hint, for most banks also sell chosen numbers. */
export function hasUsualLength(bank: string, digits: string): boolean {
  const lengths = (reference.meta.accountNumberRules.typicalLengths as Record<string, unknown>)[bank];
  return Array.isArray(lengths) && lengths.includes(digits.length);
}
