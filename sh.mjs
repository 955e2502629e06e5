import { chromium } from '@playwright/test';
import { preview } from 'vite';
const server = await preview({ preview: { port: 4555 }, logLevel: 'silent' });
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--use-angle=swiftshader','--enable-unsafe-swiftshader'] });
for (const [w,h,g] of [[1600,900,'stage'],[1280,720,'projector'],[390,844,'paper']]) {
  const c = await b.newContext({ viewport: { width: w, height: h } }); const p = await c.newPage();
  await p.addInitScript((g) => localStorage.setItem('synaptic-field-lab.ground', g), g);
  await p.goto('http://localhost:4555/?quality=test&scenario=example-1'); await p.waitForSelector('.pane canvas');
  await p.keyboard.press('Escape'); await p.keyboard.press('Control+k'); const box = p.getByRole('combobox', { name: 'Command, scenario or parameter' }); await box.fill('errata of'); await p.keyboard.press('Enter'); await p.waitForSelector('.errata-list .katex',{timeout:60000}); await p.waitForTimeout(500);
  await p.screenshot({ path: `/tmp/hq/er-${w}.png` });
}
await b.close(); await server.close();
