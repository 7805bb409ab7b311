import { PhraseBook } from "./phrases";

/**
 * Words around a number that say what it is. Written folded, in all the ways people write them: formal, shortened, without accents,
 * southern, English. A phrase stands in one row only; the longest that fits a place is taken.
 */
const words = {
  account: `day so | day so nay | day nay | tai khoan ghi co | tk ghi co | so tk ghi co | so tai khoan ghi co | stk | s t k | s.t.k | sotk | so tk | so tk ngan hang | tk | t.k | tknh | tk nh | tk so | tk ngan hang | tkhoan | so tai khoan | tai khoan | tai khoan so | tai khoan ngan hang
    | so tai khoan ngan hang | tai khoan nhan | tai khoan thu huong | tai khoan dich | tk dich | tk nhan | tk thu huong | so tk nhan | stk nhan | stk nhan tien | so tai khoan nhan | so tai khoan thu huong
    | so tk thu huong | tai khoan nhan tien | tk nhan tien | tai khoan mang so | acc ngan hang | acc nh | acc bank | account | account number | account no | acct | acct no | acc no | a/c | a/c no | bank account
    | beneficiary account | to account | account num | acc so | so acc | so the | the atm | so the atm | tk the | tai khoan so dep | tai khoan chi dinh | tai khoan doi tuong | tk doi tuong | tk lua dao | tk dt | stk dt | tai khoan dt | nhan ck | stk lua dao | stk doi tuong | tk cua doi tuong | tkhoan so | so taikhoan | taikhoan | thu huong | tai khoan nguoi nhan | tk nguoi nhan | stk nguoi nhan`,
  phone: `duong day nong | so duong day nong | sdt | s d t | s.d.t | dt | sodt | so dt | so dien thoai | dien thoai | dien thoai so | dthoai | so phone | phone | phone number | mobile | tel | hotline | so hotline | tong dai | goi | goi so | goi tu so | goi dien | goi den | goi toi | goi lai
    | goi vao so | goi cho | goi qua so | alo | a lo | call | called | call from | lien he | lien lac | lh | thue bao | so thue bao | di dong | so di dong | ddong | dd | so sim | sim | so zalo | zalo so | zalo | zl | za lo | viber | whatsapp | imess | imessage | sms | nhan tin | tin nhan tu so | tin nhan tu | cuoc goi | cuoc goi tu
    | cuoc goi tu so | nghe may | bam so | so may ban | so may | so dt lien he | sdt lien he | so lien he | dien thoai lien he | sdt dang ky tai khoan | sdt dang ky | sdt dk | so la | dau so | fax | text | texted | whats app | so dien thoai lien he | so ca nhan | lien he so | so dien thoai di dong | so goi | so goi den | dt lien he | cell | phone no | dien thoai nan nhan | sdt nan nhan | sdt nb`,
  wallet: `vi | vi dien tu | so vi | tai khoan vi | tk vi | vi so | e-wallet | ewallet | wallet | vdt`,
  person: `cccd | so cccd | cccd so | cmnd | so cmnd | cmnd so | cmt | cmtnd | so cmt | can cuoc | so can cuoc | the can cuoc | can cuoc so | can cuoc cong dan | can cuoc cong dan so | so can cuoc cong dan | the cccd | cc so | so cc | chung minh nhan dan | chung minh thu | so chung minh | so chung minh nhan dan | giay chung minh
    | so dinh danh | ma dinh danh | so dinh danh ca nhan | ma dinh danh ca nhan | dinh danh | ddcn | so ddcn | gttt | so gttt | giay to tuy than | citizen id | id card | national id | cccd/cmnd | cmnd/cccd | can cuoc/cccd | so giay to | cccd gan chip | the can cuoc so`,
  reference: `ma gd | ma giao dich | ma giao dich so | so giao dich | so gd | gd so | magd | ma so giao dich | ma tham chieu | so tham chieu | ref | ref no | ref id | ref number | reference | reference number | reference no | ma ref | so ref | trace | so trace | trace no | ma trace | so but toan | but toan | ma but toan | ma chuan chi
    | transaction id | transaction code | transaction no | trans id | transid | trans no | txn | txn id | txid | tx id | txhash | tx hash | tx | hash | tid | so chung tu | ma chung tu | so ct | ma ct | ma lenh | so lenh | lenh chuyen tien so | so lenh chuyen tien | ma bien lai | so bien lai | ma gd so | giao dich so | ma chuyen tien`,
  other: `cong to | cong to so | cong to dien so | so cong to | ma don | ma don hang | don hang | don hang so | so don | so don hang | order | order id | order no | order number | ma van don | van don | so van don | mvd | tracking | ma hang | ma sp | ma san pham | ma kh | makh | ma khach hang | so khach hang | ma so khach hang | bien so | bien so xe | bks | bien kiem soat | bsx | so nha
    | ngo | hem | ngach | kiet | nha so | so xe | mst | ma so thue | ma so doanh nghiep | msdn | imei | so imei | serial | so serial | so seri | seri | so khung | so may xe | hop dong | hop dong so | so hop dong | hd so | so hd | hoa don | hoa don so | so hoa don | ma hoa don | cong van | cong van so | quyet dinh so | quyet dinh | qd so | so qd | bien ban | bien ban so | otp | ma otp
    | ma xac thuc | ma xac nhan | ma pin | pin | mat khau | pass | password | mk | ma ho so | ho so so | so ho so | can ho | phong so | lo so | mssv | ma nhan vien | mnv | msnv | so bao danh | sbd | so hieu | bhxh | so bhxh | ma so bhxh | so so bhxh | bhyt | gpkd | dkkd | so dkkd | giay phep | giay phep so | gplx | so gplx | ho chieu | so ho chieu | passport | passport no
    | ma vach | ma dat cho | ma cuoc goi | ma vu viec | ma tiep nhan | so tiep nhan | so phieu | ma phieu | ma buu gui | buu gui | ma so ca nhan | ma dat ve | pnr | so so | so tiet kiem so | id don hang | id don | ma dh | dh so | ma nhan hang | ma buu pham | ma cong to | ma dien luc | ma khach hang dien | ma bi mat | cvv | the visa | visa | the tin dung | so the tin dung | mastercard | ma trung thuong | ma du thuong | ma du thuong so | ma giai thuong | so may dong co | cay so | ma tra cuu | version | phien ban | invite code | ma moi | ma gioi thieu | ma so hang hoa | ma kien hang | kien hang | so series | ma lop | ma so sinh vien | tin bao so | phieu tiep nhan | ma phan anh | thong bao so | lenh bat so | lenh bat | vu an so | giay trieu tap | trieu tap so | ma hs | so kien`,
  money: `so tien | st | sotien | tien | amount | amt | so tien gd | so tien giao dich | gtgd | ps | phat sinh | gia tri | tien coc | gd | giao dich | tri gia | vnd | no goc | moi lan | moi dot`,
  balance: `so du | sd | sdc | so du cuoi | sd cuoi | so du tk | so du tai khoan | so du kha dung | sdkd | so du hien tai | sd hien tai | balance | avail | avl | available | available balance | avail bal | bal | du cuoi | con lai | so tien con lai | chi con | so du moi | sd moi | sodu | sd tk sau gd | ending balance | so du la | so du con`,
  fromAccount: `so tk ghi no | tk ghi no | tai khoan ghi no | so tai khoan ghi no | tu tai khoan | tu tk | tu stk | tu so tai khoan | tu so tk | tk nguon | tai khoan nguon | tai khoan chuyen | tk chuyen | stk chuyen | tk gui | tai khoan gui | stk gui | tk nguoi gui | stk nguoi gui | tai khoan nguoi gui | tk trich no | tai khoan trich no | tk trich tien | tai khoan bi tru | tk bi tru | from account | from acc | from acct | from my account | tk bi hai | stk bi hai | tai khoan bi hai | stk nan nhan | tk nan nhan
    | tai khoan nan nhan | stk nb | tk nb | tk bh | stk bh | tai khoan nguoi bi hai | tk nguoi bi hai | tu tai khoan ngan hang | tu tai khoan so | trich tu tai khoan | source account | tk di | khoi tk | khoi tai khoan | trong tk | trong tai khoan | tu vi | tk kh | stk kh | tai khoan kh | sd tk | so du tk cua quy khach`,
  mine: `cua toi | cua em | cua minh | cua chau | cua con | cua tui | cua tao | cua t | cua e | cua ban than | cua bi hai | cua nan nhan | cua nguoi bi hai | cua vo toi | cua chong toi | cua me toi | cua bo toi | cua me em | cua chong em | cua vo em | cua con toi | cua quy khach | chinh chu cua toi | ca nhan cua toi | ca nhan toi | of mine | cua kh | cua khach hang | cua khach | cua nb | cua bh | cua me minh | cua ba xa | cua ong xa | ca nhan cua minh | ca nhan cua em | cua gia dinh toi | cua nha em | cua chong minh | cua vo minh`,
  mineShort: `stk em | tk em | stk toi | tk toi | tk minh | stk minh | tai khoan toi | tai khoan em | tai khoan minh | tk tui | stk tui | stk chau | tk chau | tk e | stk e | tk cua e | tk m | stk cua t | my account | my acc | my acct | my bank account | my account number`,
  theirs: `cua no | cua doi tuong | cua chung | cua ke | cua han | cua nguoi do | cua nguoi la | cua nguoi nay | cua ben | cua shop | cua cong ty | cua chung no | cua bon | cua nguoi ban | cua thang | cua con do | cua con mu | cua ong ta | cua ba ta | cua anh ta | cua co ta | cua doi tuong lua dao | cua nguoi tu xung | cua ong do | cua ba do | cua anh do | cua co do | cua tui no | cua chu nha | cua nguoi nhan | cua chu tai khoan`,
  notThis: `khong phai so nay | ko phai so nay | k phai so nay | khong phai stk nay | ko phai stk nay | k phai stk nay | khong phai tk nay | ko phai tk nay | khong phai tai khoan nay | hong phai so nay | hok phai so nay | khong phai la so nay | not this one | not this number | not this account | khong phai cai nay | ko phai cai nay | dung so nay thi khong phai | khong phai cai stk nay | chu khong phai so nay`,
  not: `khong phai so | ko phai so | k phai so | khong phai stk | ko phai stk | k phai stk | khong phai tk | ko phai tk | khong phai tai khoan | khong phai so tai khoan | ko phai so tk | khong phai la so | khong phai la stk | khong phai | ko phai | k phai | hong phai | hok phai | chu khong phai | chu ko phai | chu k phai | dung nham voi | dung nham | khong lien quan den so | khong lien quan den stk | khong lien quan | ko lien quan | not | khong phai la | chang phai | kg phai | kg phai so | khong phai vao | ko phai vao | not to | khong phai sdt | ko phai sdt | khong phai so dien thoai | khong phai so tai khoan nay | khong phai so stk`,
  slip: `nham | bi nham | la nham | nham roi | nham so | ghi nham | ghi sai | go nham | viet nham | sai roi | la sai | bi sai | sai so | nhap nham | danh nham | nham nha | nham nhe | go thieu | ghi thieu | viet thieu | is wrong | wrong number`,
  correction: `ma la | moi dung | dung la | so dung | so dung la | dung phai la | phai la | sua lai | sua lai la | sua thanh | chinh xac la | dinh chinh | dinh chinh la | moi phai | stk dung | stk dung la | tk dung | but | chinh la | lai la | it is | it's | ms dung | dung ra la`,
  pay: `ghi co | vay t | vay em | vay minh | vay tao | vay cua em | vay cua toi | vay cua minh | muon em | muon minh | muon t | muon cua em | muon cua toi | thu cua em | thu cua toi | thu cua minh | ung | ung tien | ung truoc | tam ung | chuyen | chuyen khoan | chuyen tien | chuyen di | chuyen so tien | c/k | ck | cki | ckhoan | chuyenkhoan | gui | gui tien | goi tien | nap | nap tien | nop | nop tien | nop phi | ban tien | ban qua | ban cho | bank | bank qua | banking | thanh toan | tt | dong | dong tien | dong phi | coc | dat coc | dong coc | tra | tra tien | tra truoc | quet ma | quet qr | quet | gop | gop von | dau tu | transfer | transferred | transfered | transfering | sent | send | paid | pay | wired | deposited | deposit | ib | ibft | giai ngan | chuyen nhanh | chuyen lien | da chuyen | da ck | da nap | da gui | chuyen vao | dat mua | bi tru | bi tru tien | tru tien | ghi no | tu dong tru | bi rut | do tien`,
  notPaid: `chua chuyen | chua ck | khong chuyen | ko chuyen | k chuyen | kg chuyen | chua kip chuyen | chua kip ck | chua kip | chua gui | chua nap | khong ck | ko ck | k ck | chua dong | khong dong | chua nop | khong nop | khong dong y | tu choi | khong lam theo | did not | didn't | didnt | don't | not sent | haven't | have not | not yet | giao dich khong thanh cong | chuyen khong thanh cong | ck khong thanh cong | chuyen that bai | giao dich that bai | may ma chua | chua thanh toan | khong thanh toan | ko dong | chua tra | khong gui | ko gui | khong nap | ko nap | k nap | chua bank | ko chuyen nua | khong chuyen nua | dung lai khong  | nhung toi chua | nhung em chua | nhung chua | chua chuyen duoc | chua coc | khong coc | ko coc | bi ngan chan | ngan chan kip thoi | chan kip thoi | ngan hang chan | khong chuyen them | ko ck them | k cho , | ko cho , | khong cho , | k cho no | ko cho no | khong cho no`,
  ask: `yeu cau | doi | bao | bat | keu | de nghi | doi them | yeu cau dong | yeu cau chuyen | bao chuyen | huong dan | asked | told | demanded | doi tien | ep | du | moi chao | goi y | dinh | noi | said | say | says | kiu | nho | muon | tinh chuyen | asking`,
  promise: `hua tra | se tra | se hoan | hua hoan | hua chuyen | hua tra lai | chuyen cho em | chuyen cho toi | chuyen cho minh | ck cho em | ck cho toi | ck cho minh | chuyen lai cho em | gui cho toi | gui cho em | tra cho toi | tra cho em | tra em | tra toi | tra minh | hua | hua hen | hen | dc tra | duoc tra | dc hoan | duoc hoan | tra ve | nhan dc | lai ve | se duoc | se nhan | se tra | hoan lai | hoan tien | hoan tra | tra lai | nhan lai | nhan duoc | duoc nhan | loi nhuan | tien lai | lai suat | lai | thuong | tien thuong | trung thuong | luong | hoa hong | gia | gia ban | gia goc | han muc | vay | muon vay | khoan vay | duoc duyet | duyet vay | duoc tang | qua tang | tang | tri gia | qua tri gia | rut duoc | rut ve | rut ra duoc | nhan ve | kiem duoc | thu nhap | cong tac vien | hien thi | tren app | tren he thong | tai san | so du ao | co the kiem | hoan | chuyen lai cho toi | tra lai cho toi | phat | muc phat | xu phat | von dieu le | doanh thu | doanh so | ngay cong | salary | promised | refund | refunded | lai duoc | loi | von | thu giu | thu hoi | rut tai | rut atm | rut tai atm | rut o atm | bao hiem | hoc phi | tien luong | co van | hoan ve | chuyen tra | nhan luong | tra luong`,
  held: `phong toa | tam giu | tam dung giao dich | tam khoa | da hold | hold duoc`,
  fee: `phi dich vu | phi gd | phi giao dich | phi sms | phi chuyen tien | phi ck`,
  total: `bung keo | hot cua | hot | lum | cuom | nuot | an cua | mat | bi mat | mat toi | mat het | bay | bay mau | bi bay | tong | tong cong | tong so tien | tong thiet hai | tong cong la | total | cong lai | tat ca | tat ca la | thiet hai | bi thiet hai | so tien thiet hai | bi chiem doat | chiem doat | bi lua | lua | bi lua mat | lua mat | tong so | tong tien | loss | losses | tong mat | mat tong cong | mat tong | tong cong da chuyen | tong da chuyen | tong so tien da chuyen | tong so tien bi chiem doat | lost | total loss | in total | tong so tien thiet hai`,
  into: `vao | vo | den | sang | qua | cho | -> | → | => | --> | into | to | toi so | toi stk | toi tai khoan | toi tk | toi vi | den stk | vao stk | ve | ➡ | >>`,
  told: `nhan vien | gia danh | mao danh | gia mao | tu xung | tu xung la | cskh | cham soc khach hang | can bo | app | ung dung | website | web | trang web | giao dien | logo | chuyen vien | giam doc | fanpage | gia | tin nhan | brandname | fake`,
  social: `tai khoan facebook | tai khoan fb | tai khoan zalo | tai khoan telegram | tai khoan tele | tai khoan tiktok | tai khoan mang xa hoi | tai khoan shopee | tk facebook | tk fb | tk zalo | tk tele | tk telegram | acc fb | acc facebook | acc zalo | acc tele | nick zalo | nick fb | nick facebook | nick tele | nick telegram | zalo ten | tai khoan game | acc game | tai khoan zalo ten | tai khoan instagram | tai khoan san | tai khoan app | tai khoan vneid | tk game`,
} as const;

export type Cue = keyof typeof words;

/**
 * Words that mean something else without their accents ("lại", "bạn", "giả"): in an accented text only the form given here counts.
 * Those in `needsAccent` count in no other text.
 */
const spelt: Record<string, string> = {
  lai: "lãi",
  gia: "giá",
  thuong: "thưởng",
  phat: "phạt",
  tang: "tặng",
  von: "vốn",
  luong: "lương",
  du: "dụ",
  dong: "đóng",
  tra: "trả",
  gui: "gửi",
  doi: "đòi",
  bao: "bảo",
  bat: "bắt",
  ep: "ép",
  dinh: "định",
  mat: "mất",
  lua: "lừa",
  hen: "hẹn",
  noi: "nói",
  muon: "mượn",
  vay: "vay",
  nho: "nhờ",
  vo: "vô",
  den: "đến",
  bay: "bay",
  loi: "lời",
  tong: "tổng",
  nham: "nhầm",
  coc: "cọc",
  gop: "góp",
  nap: "nạp",
  nop: "nộp",
  ve: "về",
  goi: "gọi",
  ngo: "ngõ",
  hem: "hẻm",
  kiet: "kiệt",
  vi: "ví",
  tien: "tiền",
  hoan: "hoàn",
  ung: "ứng",
};
const needsAccent = new Set("lai gia tang von du loi ve nho muon bay phat ung".split(" "));

/** Does a cue of one word stand, given how it is written and whether the text has accents? */
export function isMeant(word: string, written: string, isAccented: boolean): boolean {
  const form = spelt[word];
  if (form === undefined) return true;
  const asWritten = written.toLowerCase();
  return asWritten === form || (!isAccented && asWritten === word && !needsAccent.has(word));
}

/** The phrases above as a book. */
export const contextBook = new PhraseBook<Cue>(
  Object.entries(words).flatMap(([cue, phrases]) =>
    phrases.split("|").map((phrase): [string, Cue] => [phrase.trim().replace(/\s+/g, " "), cue as Cue]),
  ),
);
