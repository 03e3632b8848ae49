// The projector's page: trades the link's secret, then draws what the hall may see.
import { mount } from 'svelte';
import { code_in_path, trade } from '../session/enter';
import { language } from '../text/catalogue.svelte';
import '../ui/elements.css';
import '../ui/fonts.css';
import BoardPage from './BoardPage.svelte';

async function open(target: HTMLElement): Promise<void> {
  await language.recall();
  const code = code_in_path(location.pathname);
  const traded = code === null ? null : await trade(code);
  const refusal = traded !== null && 'refusal' in traded ? traded.refusal : null;
  const secret = traded !== null && 'secret' in traded ? (traded.secret ?? null) : null;
  mount(BoardPage, { target, props: { code, refusal, secret } });
}

const target = document.getElementById('page');
if (target !== null) void open(target);
