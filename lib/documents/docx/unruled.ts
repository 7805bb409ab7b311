import { BorderStyle } from "docx";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
/** A table that only sets things side by side. */
export const unruled = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;
