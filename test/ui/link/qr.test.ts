import { QRCodeSVG } from 'qrcode.react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { MOST_IN_QR } from '../../../src/ui/link/make.ts';
import { modulesOf, qrText } from '../../helpers/qrText.ts';

const draw = (value: string): string =>
  renderToStaticMarkup(createElement(QRCodeSVG, { value, level: 'L', marginSize: 4 }));

function readBack(value: string): string {
  const svg = draw(value);
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const path = /.*\sd="([^"]*)"/.exec(svg)?.[1] ?? '';
  return qrText(modulesOf(path, side, 4));
}

it('QR codes: addresses of 20 to 360 characters are read back from their modules', () => {
  for (let length = 20; length <= 360; length += 17) {
    const address = `https://lab.example/#v1.${'AbC-d_9'.repeat(60)}`.slice(0, length);
    expect(readBack(address)).toBe(address);
  }
});

it(`QR codes: ${MOST_IN_QR} characters have one, one more has none`, () => {
  expect(() => draw('a'.repeat(MOST_IN_QR))).not.toThrow();
  expect(() => draw('a'.repeat(MOST_IN_QR + 1))).toThrow();
});
