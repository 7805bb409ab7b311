import QRCode from "qrcode";

/** A QR code (least redundancy: a screen is clean, larger squares read better) as one SVG path, so that a strict content-security policy has nothing to refuse. */
export function enrolmentPicture(uri: string): { size: number; path: string } {
  const { size, data } = QRCode.create(uri, { errorCorrectionLevel: "L" }).modules;
  let path = "";
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`;
  return { size, path };
}
