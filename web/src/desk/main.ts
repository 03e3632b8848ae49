// The desk's page, and the operator's: mounts it, and nothing else.
import { mount } from 'svelte';
import { code_in_path } from '../session/enter';
import { language } from '../text/catalogue.svelte';
import '../ui/elements.css';
import '../ui/fonts.css';
import DeskDoor from './DeskDoor.svelte';
import './ticks.css';

const target = document.getElementById('page');
if (target !== null) {
  void language.recall('desk');
  mount(DeskDoor, { target, props: { code: code_in_path(location.pathname) } });
}
