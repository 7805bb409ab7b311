/** A victim's statement, made up: five accounts at three banks, the writer's own account among them, a caller and a link. */
export const statementText = `Tôi tên là Nguyễn Thị Thử, sinh năm 1985. Sáng nay tôi nhận cuộc gọi từ số 0978 412 265 tự xưng công an, gửi đường dẫn https://dichvucong-thu.example/tra-cuu bảo tôi cài phần mềm.
Tôi đã chuyển từ tài khoản Agribank 3401205981702 của tôi:
- 8h47: 480tr vào stk 108874205561 Vietinbank, tên NGUYEN VAN DUC
- 8h50: 20.000.000đ vào stk 102866109437 Vietinbank, tên LE THI HOA
- 8h52: 500.000.000đ vào stk 0394821677000 MB Bank, TRAN QUOC BAO
- 8h55: 1,2 tỷ vào stk 19035527881016 Techcombank
- 8h58: 70 triệu vào stk 19036688990011 Techcombank
Tôi đề nghị công an giúp giữ lại tiền.`;
