import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import NotLetIn from './NotLetIn.svelte';

function drawn(refused: string): string {
  const props = { refused, title: 'Пульт не відкрито.', why: 'Чому', reload: 'Оновити сторінку' };
  return render(NotLetIn, { props }).body;
}

it('offers to load a page anew that is older than the server, and no other', () => {
  expect(drawn('subprotocol_unknown')).toMatch(/<button[^>]*>\s*Оновити сторінку\s*<\/button>/);
  expect(drawn('link_unknown')).not.toContain('<button');
  expect(drawn('link_unknown')).toContain('Чому');
});
