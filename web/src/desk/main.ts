// The desk's page: trades the link's secret and mounts the desk, or the operator's form.
import { mount } from 'svelte';
import { code_in_path, trade } from '../session/enter';
import { language } from '../text/catalogue.svelte';
import '../ui/elements.css';
import '../ui/fonts.css';
import DeskPage from './DeskPage.svelte';

async function open(target: HTMLElement): Promise<void> {
  await language.recall();
  const code = code_in_path(location.pathname);
  const traded = code === null ? null : await trade(code);
  const refusal = traded !== null && 'refusal' in traded ? traded.refusal : null;
  const role = traded !== null && 'role' in traded ? traded.role : null;
  const secret = traded !== null && 'role' in traded ? (traded.secret ?? null) : null;
  const is_operator = role === null ? location.pathname.endsWith('/operator') : role === 'operator';
  // So that a reload, which has no secret to trade, still knows whose page this is.
  if (is_operator && code !== null) history.replaceState(null, '', `/s/${code}/operator`);
  const page = is_operator ? 'operator' : 'desk';
  mount(DeskPage, { target, props: { code, page, refusal, secret } });
}

const target = document.getElementById('page');
if (target !== null) void open(target);
