// What is printed stands alone: it takes the place of the page until it goes. An attachment.
export function alone(sheets: HTMLElement): () => void {
  const before = document.activeElement;
  const page = document.getElementById('page');
  document.body.append(sheets);
  page?.setAttribute('hidden', '');
  sheets.querySelector('button')?.focus();
  return () => {
    sheets.remove();
    page?.removeAttribute('hidden');
    if (before instanceof HTMLElement) before.focus();
  };
}
