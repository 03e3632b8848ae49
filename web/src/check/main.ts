// The page of whoever checks the journal of a published session without a pass: mounts it, and
// nothing else.
import { mount } from 'svelte';
import { language } from '../text/catalogue.svelte';
import '../ui/elements.css';
import { address_of } from './address';
import CheckPage from './CheckPage.svelte';

const target = document.getElementById('page');
if (target !== null) {
  const { code, head, asked } = address_of(location);
  // What a link asks for is not remembered: the phone's own page stays in its language.
  void (asked === null ? language.recall('phone') : language.choose(asked));
  mount(CheckPage, { target, props: { code, head } });
}
