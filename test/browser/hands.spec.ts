import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { createRandom, type Random } from '../../src/physics/math/random.ts';
import { expect, test } from './fixture.ts';
import { compare, hold, present, settle, watch } from './handsTools.ts';
import { Lab } from './lab.ts';

/**
 * Hands that act at random and at the speed of keys: whatever is shown as a parameter is what the run has. The same
 * actions come back by HANDS_SEED; HANDS_ACTIONS says how many there are (`npm run test:long` takes many).
 */

const SEED = Number(process.env.HANDS_SEED ?? 20261128);
const ACTIONS = Number(process.env.HANDS_ACTIONS ?? 20);
/** Actions in a burst, before anything is waited for. */
const BURST = 5;

const withEdits: unknown = JSON.parse(readFileSync('test/inputs/comparison-lost.json', 'utf8'));

class Hands {
  readonly said: string[] = [];
  private readonly page: Page;
  private readonly random: Random;
  constructor(page: Page, random: Random) {
    this.page = page;
    this.random = random;
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.random.integer(list.length)];
  }

  private async press(key: string, times = 1): Promise<void> {
    this.said.push(times === 1 ? key : `${key} × ${times}`);
    await this.leave();
    for (let press = 0; press < times; press++) await this.page.keyboard.press(key);
  }

  /** Leaves what has the focus, so that keys are the page's. */
  async leave(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }

  /** Places of the elements that a pointer can reach, by their path or class. */
  private reachable(
    selector: string,
  ): Promise<{ index: number; path: string; x: number; y: number; width: number; value: string }[]> {
    return this.page.evaluate((of) => {
      const found = [];
      for (const [index, element] of [...document.querySelectorAll<HTMLInputElement>(of)].entries()) {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        if (width < 4 || document.elementFromPoint(x, y) !== element) continue;
        const path = element.closest<HTMLElement>('[data-path]')?.dataset.path ?? '';
        found.push({ index, path, x: left, y, width, value: element.value });
      }
      return found;
    }, selector);
  }

  /** Where a hand may go on a slider: sizes stay small, so that a run is made in a moment. */
  private share(path: string): number {
    const most =
      path.startsWith('system.') || path === 'data.samples' || path === 'lattice.spacing' ? 0.15 : 1;
    return most * this.random.uniform();
  }

  private async drag(): Promise<void> {
    const sliders = await this.reachable('[data-path] input[type="range"]');
    if (sliders.length === 0) return;
    const { index, path, x, y, width } = this.pick(sliders);
    const places = Array.from({ length: 1 + this.random.integer(4) }, () => this.share(path));
    this.said.push(`drag ${path} to ${places.map((at) => at.toFixed(3)).join(', ')}`);
    const thumb = await this.page
      .locator('[data-path] input[type="range"]')
      .nth(index)
      .evaluate((range: HTMLInputElement) => {
        const { min, max, value } = range;
        return (Number(value) - Number(min)) / (Number(max) - Number(min));
      });
    await this.page.mouse.move(x + Math.min(0.99, Math.max(0.01, thumb)) * width, y);
    await this.page.mouse.down();
    for (const at of places) await this.page.mouse.move(x + at * width, y);
    await this.page.mouse.up();
  }

  private async type(): Promise<void> {
    const fields = await this.reachable('[data-path] input.val');
    if (fields.length === 0) return;
    const { index, path, value } = this.pick(fields);
    const field = this.page.locator('[data-path] input.val').nth(index);
    const range = await field.evaluate((input) => {
      const slider = input.closest('[data-path]')?.querySelector<HTMLInputElement>('input[type="range"]');
      return slider === null || slider === undefined
        ? null
        : {
            min: Number(slider.min),
            max: Number(slider.max),
            log: slider.step === '0.01' && Number(slider.max) < 7,
          };
    });
    if (range === null) return;
    const at = range.min + this.share(path) * (range.max - range.min);
    const whole = /^[\d\u2009]+$/.test(value);
    const meant = range.log ? 10 ** at : at;
    const typed = whole ? String(Math.round(meant)) : meant.toPrecision(4);
    this.said.push(`type ${path} ${typed}`);
    try {
      await field.fill(typed, { timeout: 2000 });
    } catch (error) {
      // A scenario that opened meanwhile took the field along.
      if (await field.isVisible()) throw error;
      this.said.push('(gone)');
      return;
    }
    await field.press('Enter');
  }

  private async keys(): Promise<void> {
    const sliders = await this.reachable('[data-path] input[type="range"]');
    if (sliders.length === 0) return;
    const { index, path } = this.pick(sliders);
    const key = this.pick(
      path.startsWith('system.')
        ? ['ArrowRight', 'ArrowLeft', 'Delete']
        : ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', 'Delete'],
    );
    const times = 1 + this.random.integer(4);
    this.said.push(`${key} × ${times} on ${path}`);
    await this.page.locator('[data-path] input[type="range"]').nth(index).focus();
    for (let press = 0; press < times; press++) await this.page.keyboard.press(key);
  }

  private async choose(): Promise<void> {
    const lists = await this.reachable('[data-path] select');
    if (lists.length === 0) return;
    const { index, path } = this.pick(lists);
    const list = this.page.locator('[data-path] select').nth(index);
    const options = await list.evaluate((select: HTMLSelectElement) =>
      [...select.options].map(({ value }) => value).filter((value) => value !== 'custom'),
    );
    const option = this.pick(options);
    this.said.push(`choose ${path} ${option}`);
    await list.selectOption(option);
  }

  private async check(): Promise<void> {
    const boxes = await this.reachable('[data-path] input[type="checkbox"]');
    if (boxes.length === 0) return;
    const { index, path } = this.pick(boxes);
    this.said.push(`check ${path}`);
    await this.page.locator('[data-path] input[type="checkbox"]').nth(index).click();
  }

  private async seek(): Promise<void> {
    const [course] = await this.reachable('.timeline input[type="range"]');
    if (course === undefined) return;
    const at = this.random.uniform();
    this.said.push(`seek to ${at.toFixed(3)}`);
    await this.page.mouse.click(course.x + at * course.width, course.y);
  }

  private async scenario(): Promise<void> {
    await this.leave();
    await this.page.keyboard.press('c');
    const list = this.page.getByRole('dialog').locator('li button:has(strong)');
    await expect(list.first()).toBeVisible();
    const index = this.random.integer(await list.count());
    this.said.push(`scenario ${(await list.nth(index).locator('strong').textContent()) ?? ''}`);
    await list.nth(index).click();
  }

  private async file(): Promise<void> {
    this.said.push('open a file at step 30');
    await new Lab(this.page).openFile('with-edits.json', { ...(withEdits as object), view: { step: 30 } });
  }

  /** A friction typed into the strip, which must be the run's: no control has died. @returns what was typed */
  async friction(): Promise<number> {
    const typed = Number((0.1 + 3 * this.random.uniform()).toPrecision(3));
    this.said.push(`friction ${typed}`);
    const field = this.page.locator('.key-strip .friction input.val');
    await field.fill(String(typed));
    await field.press('Enter');
    await this.leave();
    return typed;
  }

  async act(): Promise<void> {
    const at = this.random.uniform();
    if (at < 0.2) return this.drag();
    if (at < 0.3) return this.type();
    if (at < 0.38) return this.keys();
    if (at < 0.44) return this.choose();
    if (at < 0.47) return this.check();
    if (at < 0.55) return this.seek();
    if (at < 0.58) return this.scenario();
    if (at < 0.6) return this.file();
    if (at < 0.74) return this.press('Control+z', 1 + this.random.integer(4));
    if (at < 0.8) return this.press('Control+Shift+z', 1 + this.random.integer(3));
    if (at < 0.84) return this.press('n', 1 + this.random.integer(3));
    if (at < 0.88) return this.press('r');
    if (at < 0.92) return this.press('.', 1 + this.random.integer(9));
    if (at < 0.94) return this.press(',', 1 + this.random.integer(4));
    if (at < 0.98) return this.press('Space');
    if (at < 0.99) return this.press('e');
    return this.press('Shift+B');
  }
}

test(`hands: screen, saved document and engine agree after every burst of ${ACTIONS} actions at random (seed ${SEED})`, async ({
  page,
}) => {
  test.setTimeout(60_000 + 4000 * ACTIONS);
  await page.setViewportSize({ width: 1440, height: 900 });
  await watch(page);
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const random = createRandom(SEED, 'noise');
  const hands = new Hands(page, random);
  const pause = lab.button('Pause');
  let compared = 0;
  for (let done = 0; done < ACTIONS; done += BURST) {
    hands.said.push('—');
    try {
      // In half of the bursts a run that is asked for comes only when the hands have rested.
      if (random.uniform() < 0.5) await hold(page);
      for (let act = 0; act < Math.min(BURST, ACTIONS - done); act++) await hands.act();
      await hands.leave();
      await settle(page);
      if (await pause.isVisible()) await pause.click();
      await settle(page);
      compared += await compare(page);
      const typed = await hands.friction();
      await settle(page);
      expect((await present(page)).gamma, 'friction that was typed').toBe(typed);
    } catch (error) {
      const last = hands.said.slice(-4 * BURST).join('\n  ');
      throw new Error(`HANDS_SEED=${SEED}, after ${done} actions:\n  ${last}\n${String(error)}`, {
        cause: error,
      });
    }
  }
  // Rails and strip were on the screen.
  expect(compared).toBeGreaterThan((5 * ACTIONS) / BURST);
});
