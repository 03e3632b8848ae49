// The phone's page: mounts it, and nothing else.
import { mount } from 'svelte';
import { language } from '../text/catalogue.svelte';
import '../ui/elements.css';
import { keep_on_phone } from './install';
import { large_type } from './large_type.svelte';
import Phone from './Phone.svelte';

const target = document.getElementById('page');
if (target !== null) {
  void language.recall('phone');
  large_type.recall();
  mount(Phone, { target });
  keep_on_phone();
}
