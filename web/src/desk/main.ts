// The page of the desk, of the operator, and of whoever sets up a session: mounts it, and nothing
// else.
import { mount } from 'svelte';
import { code_in_path } from '../session/enter';
import { language } from '../text/catalogue.svelte';
import '../ui/elements.css';
import '../ui/fonts.css';
import DeskDoor from './DeskDoor.svelte';
import { load_wizard } from './load_wizard';
import './ticks.css';

const target = document.getElementById('page');
if (target !== null) {
  const recalled = language.recall('desk');
  if (location.pathname === '/new') {
    void recalled.then(load_wizard).then((Wizard) => mount(Wizard, { target }));
  } else {
    mount(DeskDoor, { target, props: { code: code_in_path(location.pathname) } });
  }
}
