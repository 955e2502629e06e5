import type { Locator } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

for (const { name, width, height } of [
  { name: 'phone', width: 390, height: 844 },
  { name: 'projector', width: 1280, height: 720 },
]) {
  const tag = name === 'phone' ? ['@long'] : [];
  test(
    `tour on a ${name}: it names no side, and never stands on what it speaks of`,
    { tag },
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      const lab = new Lab(page);
      await page.goto('./?quality=test&scenario=ring-wave&tour=1');
      await lab.settled(0);
      const tour = page.getByRole('dialog', { name: 'Tour' });
      const spokenOf: readonly Locator[] = [
        lab.button('Play'),
        page.locator('[data-path="expansion.gamma"]').first(),
      ];
      for (const subject of spokenOf) {
        await expect(tour).toBeVisible();
        expect(await tour.textContent()).not.toMatch(/\b(left|right)\b/i);
        await expect(subject).toBeVisible();
        await expect
          .poll(async () => {
            const [one, other] = [await tour.boundingBox(), await subject.boundingBox()];
            if (one === null || other === null) return 'not there';
            const apart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y;
            return apart ? 'apart' : 'over it';
          })
          .toBe('apart');
        await tour.getByRole('button', { name: 'Next' }).click();
      }
      expect(await tour.textContent()).not.toMatch(/\b(left|right)\b/i);
      await tour.getByRole('button', { name: 'Done' }).click();
      await expect(tour).toHaveCount(0);
    },
  );
}
