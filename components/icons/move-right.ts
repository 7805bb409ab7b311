import { icon } from "./icon";

export const MoveRight = icon('<path d="M18 8L22 12L18 16"/><path d="M2 12H22"/>');
