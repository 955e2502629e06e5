import type { ChartStyle } from '../../../src/views/charts/style.ts';

const ramp = new Uint8Array(4 * 256);

/** Some style: what is drawn has places, whatever its colours are. */
export const chartStyle: ChartStyle = {
  font: 'sans-serif',
  size: 12,
  ground: '#000000',
  text: '#ffffff',
  axisText: '#888888',
  line: '#222222',
  lineStrong: '#444444',
  thick: 2,
  thin: 1,
  hair: 0.5,
  ink: {
    second: '#ffb83d',
    ghost: '#7fe7ff',
    descent: '#7fe7ff',
    theory: '#cccccc',
    continuum: '#cccccc',
    other: '#999999',
    text: '#ffffff',
    'text-2': '#aaaaaa',
    J: '#44cc77',
    K: '#8866ff',
    heat: '#ff5544',
    expansion: '#ff55cc',
  },
  ramp,
  shades: { J: ramp, K: ramp },
};
