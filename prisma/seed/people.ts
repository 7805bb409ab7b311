import type { Role } from "@/lib/generated/prisma/enums";
import { seedId } from "./owner";

export type DemoMembership = { organisation: string; roles: Role[]; title: string; signerTitle?: string };
/** Somebody of the demonstration. All names are made up. `featured`: has a story of his own on the sign-in panel. */
export type DemoPerson = {
  email: string;
  fullName: string;
  rank: string | null;
  featured: boolean;
  memberships: DemoMembership[];
};

const domain = "lachan.example";
const person = (
  name: string,
  fullName: string,
  rank: string | null,
  featured: boolean,
  ...memberships: DemoMembership[]
): DemoPerson => ({
  email: `${name}@${domain}`,
  fullName,
  rank,
  featured,
  memberships,
});
const member = (
  organisation: string,
  role: Role | Role[],
  title: string,
  signerTitle?: string,
): DemoMembership => ({
  organisation,
  roles: Array.isArray(role) ? role : [role],
  title,
  signerTitle,
});

const deputyInvestigation = "deputy_head_of_investigation_agency";
const deputyCyber = "deputy_head_of_specialised_cyber_unit";

const police: DemoPerson[] = [
  person("khoi", "Vũ Minh Khôi", "Đại úy", true, member("police:25:pa05", "investigator", "Điều tra viên")),
  person(
    "thanh",
    "Lê Văn Thành",
    "Thượng tá",
    true,
    member("police:25:pa05", "commander", "Phó Trưởng phòng", deputyCyber),
  ),
  person(
    "huy",
    "Nguyễn Quang Huy",
    "Đại tá",
    true,
    member(
      "police:25:pa05",
      "commander",
      "Trưởng phòng, Phó Thủ trưởng Cơ quan điều tra",
      deputyInvestigation,
    ),
  ),
  person("ha", "Trần Thu Hà", "Thượng úy", true, member("police:25:pa05", "intake_officer", "Trực ban")),
  person(
    "long",
    "Phạm Đức Long",
    "Thiếu tá",
    true,
    member("police:25:pa05", "investigator", "Điều tra viên"),
    member("police:25:pc02", ["intake_officer", "investigator"], "Điều tra viên biệt phái"),
  ),
  person(
    "ngoclan",
    "Bùi Thị Ngọc Lan",
    "Đại úy",
    true,
    member("police:25:pa05", "analyst", "Cán bộ phân tích"),
  ),
  person(
    "trang",
    "Đinh Công Tráng",
    "Thiếu tá",
    true,
    member("police:25:pc02", "investigator", "Điều tra viên"),
  ),
  person(
    "cuong",
    "Hoàng Mạnh Cường",
    "Thượng tá",
    true,
    member(
      "police:25:pc02",
      "commander",
      "Phó Trưởng phòng, Phó Thủ trưởng Cơ quan điều tra",
      deputyInvestigation,
    ),
  ),
  person("phuong", "Nguyễn Thế Phương", "Trung tá", true, member("police:25", "auditor", "Cán bộ Thanh tra")),
  person(
    "kien",
    "Trịnh Trung Kiên",
    "Đại úy",
    true,
    member("police:01:pa05", "investigator", "Điều tra viên"),
  ),
  person(
    "tuan",
    "Ngô Anh Tuấn",
    "Thượng tá",
    true,
    member(
      "police:01:pa05",
      "commander",
      "Phó Trưởng phòng, Phó Thủ trưởng Cơ quan điều tra",
      deputyInvestigation,
    ),
  ),
  person("hai", "Đỗ Sơn Hải", "Thượng úy", false, member("police:01:pc02", "investigator", "Điều tra viên")),
  person(
    "binh",
    "Lương Thanh Bình",
    "Trung tá",
    false,
    member(
      "police:01:pc02",
      "commander",
      "Phó Trưởng phòng, Phó Thủ trưởng Cơ quan điều tra",
      deputyInvestigation,
    ),
  ),
  person("quynh", "Vũ Như Quỳnh", "Đại úy", false, member("police:31:pa05", "investigator", "Điều tra viên")),
  person(
    "dung",
    "Phạm Tiến Dũng",
    "Thượng tá",
    false,
    member(
      "police:31:pa05",
      "commander",
      "Phó Trưởng phòng, Phó Thủ trưởng Cơ quan điều tra",
      deputyInvestigation,
    ),
  ),
  person("son", "Bùi Ngọc Sơn", "Thiếu tá", true, member("police:31:pc02", "investigator", "Điều tra viên")),
  person(
    "loi",
    "Đặng Đức Lợi",
    "Trung tá",
    true,
    member(
      "police:31:pc02",
      "commander",
      "Phó Trưởng phòng, Phó Thủ trưởng Cơ quan điều tra",
      deputyInvestigation,
    ),
  ),
];

const desk = "Đầu mối xử lý";
const manager = "Quản lý đầu mối";
const liaison = (name: string, fullName: string, organisation: string, featured = false) =>
  person(name, fullName, null, featured, member(organisation, "liaison", desk));
const institutions: DemoPerson[] = [
  liaison("minh", "Nguyễn Hoàng Minh", "bank:vietinbank", true),
  liaison("lan", "Đỗ Thị Lan", "bank:vietinbank", true),
  person("hung", "Phan Quốc Hưng", null, true, member("bank:vietinbank", "liaison_manager", manager)),
  person(
    "mai.mb",
    "Tạ Thanh Mai",
    null,
    true,
    member("bank:mb-bank", ["liaison", "liaison_manager"], manager),
  ),
  liaison("duc.tcb", "Lý Anh Đức", "bank:techcombank", true),
  liaison("thao.momo", "Võ Phương Thảo", "payment:momo", true),
  liaison("nam.viettel", "Hồ Hải Nam", "telecom:viettel", true),
  person("yen.viettel", "Chu Thị Yến", null, true, member("telecom:viettel", "liaison_manager", manager)),
  liaison("vcb", "Dương Thùy Linh", "bank:vietcombank"),
  liaison("bidv", "Nguyễn Tấn Phát", "bank:bidv"),
  liaison("agribank", "Lê Thị Hòa", "bank:agribank"),
  liaison("sacombank", "Trương Gia Huy", "bank:sacombank"),
  liaison("vpbank", "Mai Thị Hạnh", "bank:vpbank"),
  liaison("acb", "Huỳnh Ngọc Trâm", "bank:acb"),
  liaison("tpbank", "Cao Việt Anh", "bank:tpbank"),
  liaison("zalopay", "Lâm Nhật Quang", "payment:zalopay"),
  liaison("vinaphone", "Phùng Văn Tiến", "telecom:vinaphone"),
  liaison("mobifone", "Đoàn Minh Châu", "telecom:mobifone"),
  liaison("vietnamobile", "Kiều Thị Oanh", "telecom:vietnamobile"),
];

const province: DemoPerson[] = [
  person(
    "chutich",
    "Bùi Minh Sơn",
    null,
    true,
    member("committee:25", "leader", "Phó Chủ tịch Ủy ban nhân dân tỉnh"),
  ),
  person("thuky", "Hà Thị Diệp", null, true, member("committee:25", "secretary", "Chuyên viên Văn phòng")),
  person(
    "khcn",
    "Phạm Gia Lâm",
    null,
    true,
    member("department:25:khcn", "department_officer", "Phó phòng Viễn thông"),
  ),
  person(
    "congthuong",
    "Nguyễn Thị Vân",
    null,
    true,
    member("department:25:ct", "department_officer", "Phó phòng Quản lý thương mại"),
  ),
  person("sbv4", "Trần Đình Phúc", null, true, member("sbv:4", "department_officer", "Phó phòng Thanh toán")),
  person("kiemsat", "Lê Thị Minh Nguyệt", null, true, member("procuracy:25", "prosecutor", "Kiểm sát viên")),
  person("quantri", "Vương Quốc Việt", null, true, member("operator:lachan", "admin", "Quản trị hệ thống")),
];

/** Everybody who can sign in to the demonstration, in the order of the sign-in panel. */
export const demoPeople: DemoPerson[] = [...police, ...institutions, ...province];

export const userIdOf = (email: string) => seedId(`person:${email}`);
export const membershipIdOf = (email: string, organisation: string) =>
  seedId(`membership:${email}:${organisation}`);

/** Organisations that work on the portal in the demonstration: everybody else is reached by letter. */
export const onPortal = [
  ...new Set(demoPeople.flatMap(({ memberships }) => memberships.map(({ organisation }) => organisation))),
];

/** Duty desks of the demonstration's units, made up like its people: whom another unit or a bank calls back. */
export const dutyPhones: Record<string, string> = {
  "police:25:pa05": "0210 355 0113",
  "police:25:pc02": "0210 355 0140",
  "police:01:pa05": "024 3396 0113",
  "police:01:pc02": "024 3396 0140",
  "police:31:pa05": "0225 388 0113",
  "police:31:pc02": "0225 388 0140",
  "bank:vietinbank": "024 3394 0113",
  "bank:vietcombank": "024 3393 0113",
  "bank:bidv": "024 3392 0113",
  "bank:agribank": "024 3391 0113",
  "bank:techcombank": "024 3390 0113",
  "telecom:viettel": "024 3389 0113",
  "telecom:vinaphone": "024 3388 0113",
  "telecom:mobifone": "024 3387 0113",
};
