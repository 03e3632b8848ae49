import { expect, it } from 'vitest';
import { stage_address } from './stage_address';

it('is another port of the host this page came from', () => {
  const here = { protocol: 'http:', hostname: '[::1]' };
  expect(stage_address(here, 40123, '/s/1/board#x')).toBe('http://[::1]:40123/s/1/board#x');
  expect(stage_address(here, undefined, undefined)).toBeNull();
});
