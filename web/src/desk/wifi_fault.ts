// What is wrong with a network before it is sent: the bounds of Wi-Fi itself, as the server has
// them. Pure.
import { LIMITS, type WifiRecord } from '../wire/ops.gen';

export type WifiFault = 'wifi_no_name' | 'wifi_name_long' | 'wifi_password_wrong';

export function wifi_fault({ ssid, password }: WifiRecord): WifiFault | null {
  if (ssid === '') return 'wifi_no_name';
  if (new TextEncoder().encode(ssid).length > LIMITS.wifi_name_bytes_max) return 'wifi_name_long';
  if (password === '') return null;
  const { wifi_password_min: min, wifi_password_max: max } = LIMITS;
  const is_typed = /^[\x20-\x7e]*$/.test(password);
  const is_right = is_typed && password.length >= min && password.length <= max;
  return is_right ? null : 'wifi_password_wrong';
}
