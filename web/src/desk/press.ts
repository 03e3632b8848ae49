// A key presses the button that stands on the page for it (`data-press`), so that it never does
// what nobody could click: where there is no such button now, or it is disabled, nothing happens.
import { is_single, shortcut_of } from './shortcuts';

/** True while keys are letters of a text or belong to a question. */
export function is_busy_elsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

/** `has_single`: keys of one character are switched on. */
export function press(event: KeyboardEvent, has_single: boolean): void {
  if (event.defaultPrevented || event.repeat || is_busy_elsewhere(event.target)) return;
  const shortcut = shortcut_of(event, 'desk');
  if (shortcut === null || (is_single(shortcut) && !has_single)) return;
  const control = document.querySelector<HTMLElement>(`[data-press="${shortcut.command}"]`);
  if (control === null || control.matches(':disabled') || !is_drawn(control)) return;
  event.preventDefault();
  control.scrollIntoView({ block: 'nearest' }); // the cursor may be out of sight
  if (shortcut.is_focus !== true) control.click();
  else {
    control.focus();
    if (control instanceof HTMLInputElement) control.select();
  }
}

/** Not while the page is put aside for what is printed. */
function is_drawn(control: HTMLElement): boolean {
  return control.getClientRects().length > 0;
}
