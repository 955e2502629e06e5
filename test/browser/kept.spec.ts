import { readFileSync } from 'node:fs';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

const notice = '[data-notice]';
const lost: unknown = JSON.parse(readFileSync('test/inputs/comparison-lost.json', 'utf8'));

/** Text of the file that Save gives. */

test('reload: the run is back where it stood, with a line that says so and a way to start anew', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await lab.step(7);
  const cost = await lab.value('Cost');
  await page.reload();
  await lab.settled(7);
  expect(await lab.value('Cost')).toBe(cost);
  await expect(page.locator(notice)).toContainText('at step 7 is back');
  const [said, strip] = [
    await page.locator(notice).boundingBox(),
    await page.locator('.key-strip').boundingBox(),
  ];
  expect((said?.y ?? Infinity) + (said?.height ?? 0), 'friction stays in sight').toBeLessThanOrEqual(
    strip?.y ?? 0,
  );
  await page.reload();
  await lab.settled(7);
  // With the link to the run at rest in the address, which would bring step 7 back.
  await expect(page).toHaveURL(/#v1/);
  await lab.button('Start anew').click();
  await lab.settled(0);
  await expect(page.locator(notice)).toHaveCount(0);
  await page.reload();
  await lab.settled(0);
  await expect(page.locator(notice)).toHaveCount(0);
  // The link opened anew is the scenario, not the run.
  await lab.step(3);
  await lab.open('ring-wave');
  await expect(page.locator(notice)).toHaveCount(0);
});

test('address: it follows an opened scenario; Back brings the run before it, Forward the one after, and the first Back leaves @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto('about:blank');
  await lab.open('ring-wave');
  await lab.step(4);
  const open = async (title: RegExp): Promise<void> => {
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByRole('button', { name: title }).first().click();
  };
  await open(/Exclusive or/);
  await expect(page).toHaveURL(/scenario=xor/);
  await lab.settled(0);
  await lab.step(2);
  await page.goBack();
  await expect(page).toHaveURL(/scenario=ring-wave/);
  await lab.settled(4);
  await page.goForward();
  await expect(page).toHaveURL(/scenario=xor/);
  await lab.settled(2);
  await page.reload();
  await lab.settled(2);
  await page.goBack();
  await lab.settled(4);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
  await page.goForward();
  await lab.settled(4);
});

test(
  'two tabs: each keeps its own run; a new one without a link starts fresh and offers the last',
  { tag: '@long' },
  async ({ page, context }) => {
    const one = new Lab(page);
    await one.open('ring-wave');
    await one.step(3);
    const other = new Lab(await context.newPage());
    await other.page.goto('./?quality=test');
    await other.settled(0);
    await other.step(5);
    await one.page.reload();
    await one.settled(3);
    await other.page.reload();
    await other.settled(5);
    await other.page.close();
    const third = new Lab(await context.newPage());
    await third.page.goto('./?quality=test');
    await third.settled(0);
    await expect(third.page.locator(notice)).toContainText('at step 5, is kept');
    await third.button('Bring it back').click();
    await third.settled(5);
    await third.page.close();
  },
);

test('crash: a page that was never left comes back in a copy', { tag: '@long' }, async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await lab.step(6);
  // A crash tells nobody: the page's last words are taken away.
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.run.')).length))
    .toBe(1);
  await page.evaluate(() => {
    window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true);
  });
  await page.reload();
  await lab.settled(6);
  await expect(page.locator(notice)).toContainText('at step 6 is back');
});

test(
  'saved file: it reopens where it stood, with comparison, branches, charts, scene, selection and text',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('ring-wave');
    await lab.openFile('comparison-lost.json', {
      ...(lost as object),
      view: {
        step: 12,
        comparison: { track: 'compare', mode: 'twin' },
        about: 'Two frictions.',
        lesson: 'kept',
      },
    });
    await lab.settled(12);
    await lab.page.keyboard.press('Shift+B');
    await lab.step(2);
    const file = await lab.saved();
    expect(file.view).toMatchObject({
      step: 14,
      scene: 'pictures',
      comparison: { track: 'compare', mode: 'twin' },
      about: 'Two frictions.',
      lesson: 'kept',
      branches: [{ step: 12 }],
    });
    const cost = await lab.cost();
    await page.keyboard.press('e');
    const universe = await lab.saved();
    expect(universe.view.scene).toBe('universe');
    await lab.open('xor');
    await lab.openFile('saved.json', file);
    await lab.settled(14);
    expect(await lab.cost()).toBe(cost);
    expect((await lab.saved()).view).toEqual(file.view);
    await lab.openFile('universe.json', universe);
    await expect(page.locator('[data-pane="universe"]')).toBeVisible();
    await lab.openFile('saved.json', file);
    await expect(page.locator('[data-pane="universe"]')).toHaveCount(0);
  },
);

test('no storage: the lab works without it @long', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await lab.step(2);
  await page.reload();
  await lab.settled(0);
  await expect(page.locator(notice)).toHaveCount(0);
});

test(
  'links: a cut name, a wrong key and a doubled one are told with what is nearest',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    const alert = page.getByRole('alert');
    for (const [query, said] of [
      ['scenario=torus-wa', 'the nearest is torus-wave'],
      ['scenario=index', 'no scenario index'],
      ['Scenario=xor', '?scenario= (small letters)'],
      ['scenario=xor&scenario=ring-wave', 'the first, xor, was opened'],
    ] as const) {
      await page.goto(`./?quality=test&${query}`);
      await lab.settled(0);
      await expect(alert).toContainText(said);
      await expect(alert).not.toContainText('doctype');
    }
  },
);

test(
  'kernels: a file says which it was saved with; one of other kernels opens with a line that its bits may differ',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('ring-wave');
    const saved = await lab.saved();
    expect(saved).toHaveProperty('kernel', 'simd');
    await lab.openFile('own.json', saved);
    await lab.atRest();
    await expect(page.locator('[data-notice="kernel"]')).toHaveCount(0);
    await lab.openFile('other.json', { ...saved, kernel: 'a later one' });
    const line = page.locator('[data-notice="kernel"]');
    await expect(line).toContainText('a later one; here simd');
    await line.getByRole('button', { name: 'Dismiss the line' }).click();
    await expect(line).toHaveCount(0);
  },
);

test('a document that asks for one picture opens with it, the next one with both @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lens');
  await expect(page.locator('[data-pane="field"]')).toBeVisible();
  await expect(page.locator('[data-pane="network"]')).toHaveCount(0);
  expect((await lab.saved()).view.scene).toBe('field');
  await lab.button('Restore').first().click();
  await expect(page.locator('[data-pane="network"]')).toBeVisible();
});
