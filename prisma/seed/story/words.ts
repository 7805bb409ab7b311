import type { Random } from "./random";

/** Made-up people and sentences of the demonstration. Nobody here exists. */
const familyNames = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Hoàng",
  "Phan",
  "Vũ",
  "Đặng",
  "Bùi",
  "Đỗ",
  "Hồ",
  "Ngô",
  "Dương",
  "Lý",
  "Đinh",
  "Trịnh",
];
const middleNames = [
  "Thị",
  "Văn",
  "Minh",
  "Thu",
  "Đức",
  "Ngọc",
  "Quang",
  "Thanh",
  "Hữu",
  "Kim",
  "Xuân",
  "Hồng",
  "Anh",
  "Bảo",
];
const givenNames = [
  "Hạnh",
  "Hùng",
  "Lan",
  "Tuấn",
  "Mai",
  "Dũng",
  "Hoa",
  "Nam",
  "Thủy",
  "Sơn",
  "Nga",
  "Kiên",
  "Yến",
  "Phúc",
  "Trang",
  "Long",
  "Hiền",
  "Toàn",
  "Loan",
  "Khánh",
  "Tâm",
  "Vinh",
  "Chi",
  "Lộc",
];
const companies = [
  "HOANG PHAT",
  "AN THINH",
  "DAI LOI",
  "SO TOAN CAU",
  "VIET XANH",
  "MINH KHANG",
  "THANH CONG",
  "NGOC BICH",
];
export const places = [
  "phường Việt Trì",
  "phường Nông Trang",
  "xã Lâm Thao",
  "phường Vĩnh Yên",
  "phường Hòa Bình",
  "xã Đoan Hùng",
  "phường Phúc Yên",
  "xã Cẩm Khê",
];
/** Where cash was taken out, by the way it went; the screens write the way in front. */
export const cashPlaces = {
  atm: ["số 0412, Cẩm Phả", "số 1187, Móng Cái", "số 2240, Bavet Gate", "số 0093, Mộc Bài"],
  counter: ["phòng giao dịch Tân Bình", "phòng giao dịch Long Biên"],
  pos: ["tiệm vàng ở Móng Cái", "cửa hàng điện thoại ở Mộc Bài"],
} as const;

export function fullName(random: Random): string {
  return `${random.pick(familyNames)} ${random.pick(middleNames)} ${random.pick(givenNames)}`;
}

/** A name as banks print it: capitals without accents. */
export function bankName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "D").toUpperCase();
}

export function holderName(random: Random): string {
  return random.chance(0.14) ? `CTY TNHH ${random.pick(companies)}` : bankName(fullName(random));
}

export type Plot = {
  fraudType: string;
  title: string;
  channels: string[];
  summary: string;
  grounds: string;
  low: number;
  high: number;
};
/** Losses per victim in millions of VND. */
export const plots: Plot[] = [
  {
    fraudType: "FAKE_POLICE_PROCURACY_COURT",
    title: "Giả danh cán bộ công an, buộc chuyển tiền để “kiểm tra”",
    channels: ["phone-call", "messaging"],
    summary:
      "Đối tượng gọi điện tự xưng cán bộ công an, dọa bị hại liên quan vụ án rửa tiền và buộc chuyển tiền vào tài khoản “tạm giữ”.",
    grounds: "Nhận tiền của bị hại bị giả danh công an",
    low: 80,
    high: 1_400,
  },
  {
    fraudType: "INVESTMENT_CRYPTO_FOREX",
    title: "Đầu tư chứng khoán quốc tế trên sàn giả",
    channels: ["social-network", "app"],
    summary: "Bị hại được mời vào nhóm tư vấn, nạp tiền nhiều lần vào sàn giao dịch giả và không rút được.",
    grounds: "Nhận tiền nạp vào sàn chứng khoán giả",
    low: 60,
    high: 900,
  },
  {
    fraudType: "ONLINE_TASK_JOB",
    title: "Tuyển cộng tác viên online làm nhiệm vụ",
    channels: ["messaging", "social-network"],
    summary: "Bị hại làm nhiệm vụ nhận hoa hồng nhỏ rồi bị yêu cầu chuyển số tiền lớn dần để “giải ngân”.",
    grounds: "Nhận tiền làm nhiệm vụ của bị hại",
    low: 15,
    high: 320,
  },
  {
    fraudType: "SOCIAL_ACCOUNT_HIJACK",
    title: "Chiếm tài khoản Facebook, nhắn tin vay tiền",
    channels: ["social-network"],
    summary: "Đối tượng chiếm tài khoản Facebook của người quen và nhắn tin vay tiền.",
    grounds: "Nhận tiền vay qua tài khoản mạng xã hội bị chiếm",
    low: 8,
    high: 120,
  },
  {
    fraudType: "FAKE_SHIPPER",
    title: "Giả nhân viên giao hàng thu tiền đơn hàng",
    channels: ["phone-call", "sms"],
    summary:
      "Đối tượng giả nhân viên giao hàng, gửi đường dẫn “hủy thẻ hội viên” và chiếm đoạt tiền trong tài khoản.",
    grounds: "Nhận tiền từ giao dịch bị hại không thực hiện",
    low: 3,
    high: 90,
  },
  {
    fraudType: "FAKE_BANK_BIOMETRIC",
    title: "Giả ngân hàng hỗ trợ cập nhật sinh trắc học",
    channels: ["phone-call", "website"],
    summary: "Bị hại cài ứng dụng giả để cập nhật sinh trắc học và bị chiếm quyền điều khiển điện thoại.",
    grounds: "Nhận tiền từ điện thoại bị chiếm quyền điều khiển",
    low: 20,
    high: 450,
  },
  {
    fraudType: "FAKE_PUBLIC_SERVICE_APP",
    title: "Cài ứng dụng dịch vụ công giả mạo",
    channels: ["phone-call", "app"],
    summary: "Đối tượng hướng dẫn bị hại cài ứng dụng giả mạo dịch vụ công chứa mã độc.",
    grounds: "Nhận tiền từ điện thoại nhiễm mã độc",
    low: 25,
    high: 600,
  },
  {
    fraudType: "ROMANCE_PARCEL",
    title: "Kết bạn qua mạng, nhận quà gửi từ nước ngoài",
    channels: ["social-network", "messaging"],
    summary: "Đối tượng làm quen qua mạng, hứa gửi quà và yêu cầu nộp phí hải quan nhiều lần.",
    grounds: "Nhận tiền “phí hải quan” của bị hại",
    low: 10,
    high: 380,
  },
  {
    fraudType: "FAKE_MILITARY_ORDER",
    title: "Giả danh quân đội đặt hàng số lượng lớn",
    channels: ["phone-call", "messaging"],
    summary:
      "Đối tượng giả danh cán bộ quân đội đặt cơm, đặt hàng rồi nhờ bị hại ứng tiền mua hàng của bên thứ ba.",
    grounds: "Nhận tiền ứng mua hàng của bị hại",
    low: 20,
    high: 260,
  },
];

export const clarifications = [
  "Đề nghị xác nhận lại số tài khoản thứ nhất: số này không có trong hệ thống của chúng tôi.",
  "Đề nghị cho biết thời điểm giao dịch của bị hại để tra đúng bút toán.",
  "Tên chủ tài khoản trong công văn không khớp, đề nghị kiểm tra lại.",
];
export const clarificationReplies = [
  "Số tài khoản đúng như công văn, kèm ảnh chụp giao dịch của bị hại trong hồ sơ.",
  "Giao dịch vào khoảng 09 giờ sáng cùng ngày, nội dung chuyển tiền ghi họ tên bị hại.",
];
export const returnReasons = [
  "Bổ sung sao kê của bị hại làm căn cứ trước khi trình lại.",
  "Số tiền đề nghị giữ chưa khớp với lời khai, kiểm tra lại.",
  "Nêu rõ căn cứ pháp lý cho tài khoản của doanh nghiệp.",
];
export const withdrawReasons = [
  "Bị hại xác nhận đã tự thỏa thuận và nhận lại tiền.",
  "Gửi trùng với yêu cầu đã phát hành trước đó.",
];
export const refusalReasons = [
  "Tài khoản thuộc chi nhánh ngân hàng khác hệ thống, đề nghị gửi đúng đơn vị.",
  "Văn bản chưa nêu đủ thông tin để xác định khách hàng.",
];
export const sentBackReasons = [
  "Bổ sung ngày kích hoạt và tình trạng đăng ký của thuê bao.",
  "Thiếu thời điểm của giao dịch cuối cùng, đề nghị bổ sung.",
  "Tên chủ tài khoản chưa khớp với số tài khoản nêu trong yêu cầu, đề nghị kiểm tra lại.",
];
export const disputeReasons = [
  "Đề nghị kiểm tra lại, số tài khoản thuộc hệ thống của quý đơn vị theo mã ngân hàng.",
];
