import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import KeyDoor from './KeyDoor.svelte';

it('shows nobody the key, neither one that is typed nor one that could not be checked', () => {
  const key = 'Zm9yZXN0LWtleS1vZi1hLWhhbGw';
  for (const brought of ['', key]) {
    const props = { fault: null, brought, on_key: () => Promise.resolve() };
    const fields = render(KeyDoor, { props }).body.match(/<input[^>]*>/g) ?? [];
    expect(fields).toHaveLength(1);
    expect(fields[0]).toContain('type="password"');
    expect(fields[0]).toContain(`value="${brought}"`);
  }
});
