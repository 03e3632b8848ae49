// A QR code as one SVG path: every run of dark modules in a row is one rectangle. Pure.
import qrcode from 'qrcode-generator';

/**
 * Light modules that must surround the code for a
 * phone to find it (ISO/IEC 18004, 4 on each side).
 */
export const QUIET_MODULES = 4;

export interface QrPath {
  /** Side of the drawing in modules, quiet zone included. */
  side: number;
  d: string;
}

export function qr_path(text: string): QrPath {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  let d = '';
  for (let row = 0; row < count; row += 1) {
    for (let from = 0; from < count; from += 1) {
      if (!code.isDark(row, from)) continue;
      let to = from;
      while (to < count && code.isDark(row, to)) to += 1;
      d += `M${from + QUIET_MODULES} ${row + QUIET_MODULES}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  return { side: count + 2 * QUIET_MODULES, d };
}
