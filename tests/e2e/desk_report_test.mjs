// The report on a closed desk: its files, what the council says of itself, what it made of each
// proposal, an edited table on its way back, and the publication. Two desks are open at once.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findings, open_browser, open_page } from './browser.mjs';
import { take_part } from './crowd.mjs';
import { button, gone, Hall, looks_right, see } from './hall.mjs';
import { Staff } from './staff.mjs';
import { cut_off, is_wider_than_the_screen, too_small } from './targets.mjs';
import { ideas } from './village/scenario.mjs';

const hall = new Hall();
const count = 24;
const sizes = {
  laptop: { width: 1280, height: 800 },
  small: { width: 1024, height: 768 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
};
let staff;
let desk;
let other;

const dialog = (page = desk) => page.getByRole('dialog').first();
const tab = (name, page = desk) => dialog(page).getByRole('tab', { name });
const field = (name, page = desk) => dialog(page).getByLabel(name, { exact: true });
const outcome = (page = desk) => field('Результат розгляду', page);
const proposals = (page = desk) => dialog(page).getByRole('listbox').getByRole('option');
const proposal = (text, page = desk) => proposals(page).filter({ hasText: text });
const said = (words, page = desk) => dialog(page).getByRole('status').filter({ hasText: words });

// At every size a clerk may have it in: whole, hittable, and nothing that axe finds.
async function fits(moment) {
  const before = desk.viewportSize();
  for (const [size, box] of Object.entries(sizes)) {
    await desk.setViewportSize(box);
    await looks_right(desk, `report-${moment}-${size}`);
    assert.ok(!(await desk.evaluate(is_wider_than_the_screen)), `${moment} ${size}: too wide`);
    assert.deepEqual(await desk.evaluate(cut_off), [], `${moment} ${size}`);
    assert.deepEqual(await desk.evaluate(too_small), [], `${moment} ${size}`);
  }
  await desk.setViewportSize(before);
}

async function decisions() {
  const all = new Map(await staff.records('idea'));
  const made = await staff.records('decision');
  return new Map(made.map(([id, decision]) => [all.get(id).number, decision]));
}

async function until(condition) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('it never came');
}

// A session of the village, told and closed: fourteen people voted.
async function hold_session() {
  const { code, url } = hall.server.links;
  await staff.do({ kind: 'open_phase', phase: 'ideas', minutes: 45 });
  for (const { text, areas } of ideas.slice(0, count))
    await staff.do({ kind: 'submit_idea', text, areas, table: 0, channel: 'oral' });
  const ids = (await staff.until('idea', count)).map(([id]) => id);
  await staff.do({ kind: 'open_phase', phase: 'vote', minutes: 15 });
  const people = Array.from({ length: 14 }, (_, i) => ({
    ...{ table: 0, settlement: '' },
    ops: ids.slice(0, 1 + (i % 7)).map((idea) => ({ kind: 'cast_vote', idea })),
  }));
  const page = await open_page(hall.browser, 'board', new URL('/healthz', url).href);
  await take_part(page, code, people);
  await page.context().close();
  await staff.do({ kind: 'open_phase', phase: 'results', minutes: 0 });
  for (let place = 7; place >= 1; place -= 1) {
    // Ties leave places out.
    await staff.do({ kind: 'reveal_place', place }).catch(() => undefined);
  }
  await staff.do({ kind: 'open_phase', phase: 'closed', minutes: 0 });
}

describe('the report on the desk', () => {
  before(async () => {
    await hall.server.start();
    hall.browser = await open_browser();
    staff = await Staff.open(hall.browser, hall.server.links);
    const second = await hall.server.another_desk('Секретарка ради');
    await hold_session();
    hall.desk = desk = await open_page(hall.browser, 'desk', hall.server.links.desk);
    other = await open_page(hall.browser, 'desk', second);
    await desk.setViewportSize(sizes.laptop);
  });
  after(() => hall.close());
  afterEach(() => hall.remember());

  it('is the one next step once the session is closed', async () => {
    await button(desk, 'Звіт').click();
    await see(dialog().getByRole('heading', { name: 'Для ради' }));
    await see(dialog().getByRole('heading', { name: 'Відкриті дані' }));
    assert.equal(await tab('Файли').evaluate((node) => node === document.activeElement), true);
  });

  it('says what to install for what this laptop cannot make', async () => {
    const words = 'PDF тут не зробити: встановіть libreoffice-writer-nogui.';
    const pdf = { format: 'pdf', is_ready: false, words };
    const rest = ['docx', 'xlsx', 'csv', 'json', 'html'];
    const formats = [pdf, ...rest.map((format) => ({ format, is_ready: true }))];
    await desk.route('**/formats*', (route) =>
      route.fulfill({ body: JSON.stringify({ formats, own_templates: ['report.docx'] }) }),
    );
    await tab('Відомості').click();
    await tab('Файли').click();
    await see(dialog().getByText(/встановіть libreoffice-writer-nogui/));
    await see(dialog().getByText('Шаблони ради замість наших: report.docx'));
    assert.ok(await button(dialog(), 'Завантажити: Звіт у PDF').isDisabled());
    assert.equal(await dialog().getByText('Новина після сесії').count(), 0);
    await fits('files');
  });

  it('gives the public edition, and the working one only after a deliberate press', async () => {
    const page = dialog().getByRole('link', { name: 'Сторінка (HTML)' });
    assert.match(await page.getAttribute('href'), /edition=public&language=uk/);
    await field('Робоче видання, лише для вас').check();
    await field('англійська').check();
    assert.match(await page.getAttribute('href'), /edition=working&language=en/);
    await button(dialog(), 'Закрити').click();
    await button(desk, 'Звіт і файли').click();
    assert.match(await page.getAttribute('href'), /edition=public&language=uk/);
  });

  it('shows that a file takes longer, and saves it though one went on', async () => {
    let let_go;
    const held = new Promise((done) => (let_go = done));
    await desk.route('**/report.json*', async (route) => {
      await held;
      await route.continue();
    });
    await button(dialog(), 'Завантажити: JSON').click();
    await see(dialog().getByRole('progressbar', { name: 'Готуємо: JSON' }));
    await looks_right(desk, 'report-making');
    await button(dialog(), 'Закрити').click();
    await see(desk.getByRole('progressbar', { name: 'Готуємо: JSON' }));
    assert.deepEqual(await findings(desk), []);
    const [file] = await Promise.all([desk.waitForEvent('download'), let_go()]);
    assert.equal(file.suggestedFilename(), `viche-${hall.server.links.code}.json`);
    await gone(desk.getByRole('progressbar', { name: 'Готуємо: JSON' }));
    await button(desk, 'Звіт').click();
  });

  it('takes what the council says of itself, and loses nothing on the way', async () => {
    await tab('Відомості').click();
    await field('Найменування органу').fill('Криничненська сільська рада');
    await field('Код ЄДРПОУ').fill('0434567');
    await see(dialog().getByText('Зазвичай це вісім цифр. Перевірте.'));
    await field('Відповідальна особа').fill('я'.repeat(121));
    await button(dialog(), 'Зберегти відомості').click();
    await see(dialog().getByText('Задовго: щонайбільше 120 символів, зараз 121.'));
    await see(said('Не збережено.'));
    await fits('details');
    await desk.reload();
    await button(desk, 'Звіт').click();
    await tab(/Відомості.*є незбережене/).click();
    assert.equal(await field('Найменування органу').inputValue(), 'Криничненська сільська рада');
    await field('Відповідальна особа').fill('Секретарка ради Олена Кошик');
    await button(dialog(), 'Зберегти відомості').click();
    await see(said('Збережено.'));
    const [[, council]] = await staff.records('council');
    assert.equal(council.authority, 'Криничненська сільська рада');
    assert.equal(council.contact_person, 'Секретарка ради Олена Кошик');
    assert.equal(council.authority_id, '0434567');
  });

  it('lets a clerk go through the proposals by keys alone', async () => {
    await tab(/Розгляд пропозицій/).click();
    await see(dialog().getByText(`Розглянуто 0 з ${count}`));
    assert.equal(await proposals().count(), count);
    await fits('consider');
    await proposal(ideas[0].text).click();
    await desk.keyboard.press('Enter');
    assert.equal(await outcome().evaluate((node) => node === document.activeElement), true);
    await outcome().selectOption('враховано');
    await desk.keyboard.press('Tab');
    await desk.keyboard.type('Є в бюджеті на 2027 рік');
    await desk.keyboard.press('Control+Enter');
    await see(dialog().getByRole('form', { name: '№ 2' }));
    assert.equal(await outcome().evaluate((node) => node === document.activeElement), true);
    await outcome().selectOption('не враховано');
    await see(dialog().getByText('обґрунтування обов’язкове'));
    await desk.keyboard.press('Alt+ArrowDown');
    await see(dialog().getByText(`Розглянуто 2 з ${count}`));
    const made = await decisions();
    assert.equal(made.get(1).outcome, 'accepted');
    assert.equal(made.get(1).reason, 'Є в бюджеті на 2027 рік');
    assert.equal(made.get(2).outcome, 'declined');
    await desk.keyboard.press('Alt+ArrowUp');
    await see(dialog().getByRole('form', { name: '№ 2' }));
  });

  it('narrows the list to what is not considered, and finds by words', async () => {
    await field('Лише не розглянуті').check();
    await proposal(ideas[5].text).click();
    assert.equal(await proposals().count(), count - 2);
    await dialog().getByRole('searchbox').fill('7');
    await see(proposals().filter({ hasText: '№ 7' }));
    await dialog().getByRole('searchbox').fill('');
    await field('Лише не розглянуті').uncheck();
  });

  it('tells two clerks of each other, and loses the words of neither', async () => {
    await button(other, 'Звіт').click();
    await tab(/Розгляд/, other).click();
    await proposal(ideas[2].text, other).click();
    await proposal(ideas[2].text).click();
    await field('Обґрунтування').fill('Пишу перша');
    await field('Обґрунтування', other).fill('Уже зберегла');
    await field('Відповідальний', other).fill('Відділ охорони здоров’я');
    await button(dialog(other), 'Зберегти').click();
    await see(said('Збережено.', other));
    await see(dialog().getByText('Поки ви писали, на іншому пульті змінили те саме:'));
    await see(dialog().getByText('Обґрунтування: Уже зберегла'));
    assert.equal(await field('Відповідальний').inputValue(), 'Відділ охорони здоров’я');
    await fits('clash');
    await button(dialog(), 'Зберегти').click();
    await gone(dialog().getByText('Поки ви писали'));
    await until(async () => (await decisions()).get(3).reason === 'Пишу перша');
    assert.equal((await decisions()).get(3).responsible, 'Відділ охорони здоров’я');
    await see(field('Обґрунтування', other));
    await until(async () => (await field('Обґрунтування', other).inputValue()) === 'Пишу перша');
  });

  it('keeps what is typed while the server is away, and saves it once it is back', async () => {
    await proposal(ideas[3].text).click();
    await hall.server.kill();
    await outcome().selectOption('потребує додаткового вивчення');
    await button(dialog(), 'Зберегти').click();
    await see(said('Немає зв’язку. Збережемо, щойно він відновиться.'));
    await hall.server.start();
    await see(said('Збережено.'));
    await until(async () => (await decisions()).get(4)?.outcome === 'study');
  });

  it('shows what a table filled in elsewhere would change, and applies it once', async () => {
    const findings_none = { problems: [], warnings: [], missing: [23, 24] };
    const change = { number: 7, idea: 1, field: 'outcome', before: 'open', after: 'partly' };
    const good = {
      ...{ applied: false, as_of: '7c9e', changes: [change], unchanged: 21 },
      ...findings_none,
    };
    const since = { ...good, as_of: '51d0', changes: [{ ...change, before: 'study' }] };
    const done = { ...good, applied: true, as_of: '', changes: [] };
    const words = 'Пропозиції з таким номером немає.';
    const bad = {
      ...good,
      as_of: '',
      problems: [{ row: 9, column: '№', what: 'number_unknown', words }],
    };
    const answers = [bad, good, null, since, done];
    const asked = [];
    await desk.route('**/decisions?*', async (route) => {
      asked.push(`${new URL(route.request().url()).search} ${route.request().postData()}`);
      const answer = answers.shift();
      if (answer === null) await route.abort();
      else await route.fulfill({ body: JSON.stringify(answer) });
    });
    const file = { name: 'розгляд.xlsx', mimeType: '', buffer: Buffer.from('PK-table') };
    const choose = () => dialog().locator('input[type=file]').setInputFiles(file);
    await button(dialog(), 'Заповнити в Excel…').click();
    await choose();
    await see(dialog().getByText('Файл не підходить: нічого не змінено'));
    await see(dialog().getByText('Рядок 9, «№». Пропозиції з таким номером немає.'));
    assert.equal(
      await dialog()
        .getByRole('button', { name: /^Застосувати/ })
        .count(),
      0,
    );
    await fits('table-wrong');
    await choose();
    await see(dialog().getByRole('row', { name: /Результат розгляду.*враховано частково/ }));
    await see(dialog().getByText('Немає рядків для пропозицій: № 23–24.'));
    await fits('table');
    await button(dialog(), 'Застосувати 1 зміну').click();
    await see(dialog().getByText('Сервер не відповідає.'));
    await button(dialog(), 'Застосувати 1 зміну').click();
    await see(said('Нічого не застосовано: ось що змінилося б тепер.'));
    await see(dialog().getByRole('row', { name: /потребує додаткового вивчення/ }));
    await fits('table-anew');
    await button(dialog(), 'Застосувати 1 зміну').click();
    await see(said('Застосовано 1 зміну.'));
    assert.equal(asked[0], '?language=uk PK-table');
    assert.match(asked[2], /^\?language=uk&apply=yes&op_id=[\w-]+&as_of=7c9e PK-table$/);
    assert.equal(asked[3], asked[2]);
    assert.match(asked[4], /as_of=51d0 PK-table$/);
    assert.notEqual(/op_id=[\w-]+/.exec(asked[4])[0], /op_id=[\w-]+/.exec(asked[3])[0]);
    await button(dialog(), 'До розгляду').click();
  });

  it('publishes the results after it was asked, and takes them back', async () => {
    await tab('Оприлюднення').click();
    await see(dialog().getByText('Результати не оприлюднено'));
    await button(dialog(), 'Оприлюднити результати').click();
    const ask = desk.getByRole('dialog', { name: 'Оприлюднити результати?' });
    await see(ask.getByText(`/r/${hall.server.links.code}`));
    await see(ask.getByText(/копії.*лишаться в людей/));
    await fits('publish');
    await button(ask, 'Оприлюднити').click();
    await gone(ask);
    await see(dialog().getByText('Результати оприлюднено'));
    const link = dialog().getByRole('link', { name: new RegExp(`/r/${hall.server.links.code}$`) });
    await see(link);
    await fits('published');
    await button(dialog(), 'Прибрати з оприлюднення').click();
    await button(desk.getByRole('dialog', { name: /Прибрати/ }), 'Прибрати').click();
    await see(dialog().getByText('Результати не оприлюднено'));
    const [[, publication]] = await staff.records('publication');
    assert.equal(publication.published, false);
  });

  it('gives the focus back where it was opened', async () => {
    await desk.keyboard.press('Escape');
    await gone(dialog());
    const focused = button(desk, 'Звіт');
    assert.equal(await focused.evaluate((node) => node === document.activeElement), true);
  });

  it('never complained', () => {
    assert.deepEqual([...desk.complaints, ...other.complaints], []);
  });
});
