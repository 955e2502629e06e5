import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** The lab as a person sees it: by the names of things. */
export class Lab {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the built app and waits until a run stands at its start. */
  async open(scenario?: string): Promise<void> {
    const query = scenario === undefined ? '' : `&scenario=${scenario}`;
    await this.page.goto(`./?quality=test${query}`);
    await this.settled(0);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  output(name: string): Locator {
    return this.page.locator(`output[aria-label="${name}"]`);
  }

  /** Waits until the run stands at a step, and its readouts say so. */
  async settled(step: number): Promise<void> {
    await expect(this.output('Step')).toHaveAttribute('data-value', String(step));
  }

  /** Waits until the engine has done all that it was told, a pause among it. */
  async atRest(): Promise<void> {
    await expect(this.page.locator('[data-settled]')).toHaveAttribute('data-settled', 'true');
  }

  /** Shows a chart in a slot, from the list of all; its name is its title. */
  async chart(title: string, slot: 'left' | 'right' | 'single' = 'right'): Promise<void> {
    const where = this.page.locator(`[data-slot="${slot}"]`);
    await where.getByRole('button', { name: 'All charts of this run' }).click();
    await this.page.getByRole('combobox', { name: 'Find a chart' }).fill(title);
    await this.page.locator('.chart-finder').getByRole('option', { name: title }).first().click();
    await expect(where.getByRole('tab', { selected: true })).toBeVisible();
  }

  /** The run as its file says it. */
  async saved(): Promise<{ view: Record<string, unknown>; edits: unknown[] }> {
    const download = this.page.waitForEvent('download');
    await this.page.keyboard.press('s');
    const path = await (await download).path();
    return JSON.parse(readFileSync(path, 'utf8')) as { view: Record<string, unknown>; edits: unknown[] };
  }

  /** A readout in full precision. */
  async value(name: string): Promise<string> {
    return (await this.output(name).getAttribute('data-value')) ?? '';
  }

  /** The main run's cost in full precision; while values are compared it is named by its own. */
  async cost(): Promise<string> {
    const main = this.page.locator('output[aria-label="Cost"], output[aria-label^="Cost of γ"]').first();
    return (await main.getAttribute('data-value')) ?? '';
  }

  async number(name: string): Promise<number> {
    return Number(await this.value(name));
  }

  /** Presses Step some times, waiting for each. */
  async step(times: number): Promise<void> {
    for (let taken = 0; taken < times; taken++) {
      const next = (await this.number('Step')) + 1;
      await this.button('Step').click();
      await this.settled(next);
    }
  }

  /** Opens a file with this content, as a person would choose it. */
  async openFile(name: string, content: unknown): Promise<void> {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await this.page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  /** What a pane shows, as pixels. */
  async picture(pane: 'network' | 'field' | 'universe'): Promise<Buffer> {
    return this.page.locator(`[data-pane="${pane}"] canvas`).first().screenshot();
  }

  /** What axe finds wrong with the page, or with a part of it. */
  async violations(part?: string, rules?: string[]): Promise<unknown[]> {
    const axe = new AxeBuilder({ page: this.page });
    if (part !== undefined) axe.include(part);
    if (rules !== undefined) axe.withRules(rules);
    const { violations } = await axe.analyze();
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
  }

  /** Labels that a picture shows. */
  async labels(pane: 'network' | 'field'): Promise<string[]> {
    return this.page
      .locator(`[data-pane="${pane}"] .label`)
      .evaluateAll((all) =>
        all
          .filter((label) => getComputedStyle(label).visibility === 'visible')
          .map((label) => label.textContent ?? ''),
      );
  }
}
