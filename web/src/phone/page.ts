// The phone's page itself: mounts it, and nothing else.
import { mount } from 'svelte';
import type { Knocked } from '../session/knock';
import { language } from '../text/catalogue.svelte';
import '../ui/elements.css';
import { keep_on_phone } from './install';
import { large_type } from './large_type.svelte';
import Phone from './Phone.svelte';

// `knocked`: what was begun for the code of the address.
export function show(knocked: Promise<Knocked> | null): void {
  const target = document.getElementById('page');
  if (target === null) return;
  void language.recall('phone');
  large_type.recall();
  mount(Phone, { target, props: { knocked } });
  keep_on_phone();
}
