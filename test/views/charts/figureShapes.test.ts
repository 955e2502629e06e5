import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../src/views/charts/axes.ts';
import type { Figure, Mark, Panel } from '../../../src/views/charts/figure.ts';
import { figureShapes } from '../../../src/views/charts/figureShapes.ts';
import { layOut } from '../../../src/views/charts/geometry.ts';
import { writeShape, type Shape } from '../../../src/views/charts/shapes.ts';
import type { ChartStyle } from '../../../src/views/charts/style.ts';

const ramp = new Uint8Array(4 * 256).map((_, i) => (i >> 2) & 255);
const style = {
  font: 'sans-serif',
  size: 10,
  ground: '#ffffff',
  text: '#000000',
  axisText: '#555555',
  line: '#dddddd',
  lineStrong: '#888888',
  thick: 3,
  thin: 2,
  hair: 1,
  ink: { second: '#aa5500', ghost: '#0077aa', text: '#000000' },
  ramp,
} as unknown as ChartStyle;

const linear = (min: number, max: number): Axis => ({ name: 'a', scale: 'linear', span: { min, max } });
const log = (min: number, max: number): Axis => ({ name: 'a', scale: 'log', span: { min, max } });

function drawn(marks: readonly Mark[], x: Axis, y: Axis, more: Partial<Figure> = {}): readonly Shape[] {
  const panel: Panel = { y, share: 1, marks };
  const figure: Figure = { x, panels: [panel], labels: [], summary: '', ...more };
  // A plot of 200 × 100 pixels at 47, 19.
  return figureShapes(figure, layOut(figure, 47 + 200 + 12, 19 + 100 + 19, 10), style);
}

const all = (shapes: readonly Shape[]): Shape[] =>
  shapes.flatMap((shape) => [shape, ...(typeof shape.inside === 'object' ? all(shape.inside) : [])]);
const paths = (shapes: readonly Shape[], name: string, value: string | number): string[] =>
  all(shapes)
    .filter(({ attributes }) => attributes[name] === value)
    .map(({ attributes }) => String(attributes.d));
const texts = (shapes: readonly Shape[]) =>
  shapes.flatMap(({ tag, attributes, inside }) =>
    tag === 'text' && typeof inside === 'string' ? [`${inside} at ${attributes.x}, ${attributes.y}`] : [],
  );
const line = (x: readonly number[], y: readonly number[], more: object = {}): Mark => ({
  kind: 'line',
  x,
  y,
  ink: 'second',
  ...more,
});

describe('a figure as shapes', () => {
  it('lines: corners of the axes are corners of the panel, which cuts them off', () => {
    const shapes = drawn([line([0, 4, 2], [-1, 1, 0])], linear(0, 4), linear(-1, 1));
    const panel = shapes.find(({ tag }) => tag === 'svg');
    expect(panel?.attributes).toEqual({ x: 47, y: 19, width: 200, height: 100 });
    expect(paths(shapes, 'stroke', '#aa5500')).toEqual(['M0,100L200,0L100,50']);
  });

  it('a logarithmic axis: a decade is a decade, and what is not above 0 parts the line', () => {
    const marks = [line([0, 1, 2, 3, 4], [10, 1, 0, 0.1, 0.01])];
    expect(paths(drawn(marks, linear(0, 4), log(-2, 1)), 'stroke', '#aa5500')).toEqual([
      'M0,0L50,33.33M150,66.67L200,100',
    ]);
  });

  it('steps go along, then up; what falls on the point before is left out; far values keep their digits', () => {
    const one = (mark: Mark): string[] =>
      paths(drawn([mark], linear(0, 2), linear(0, 1)), 'stroke', '#aa5500');
    expect(one(line([0, 1, 2], [0, 1, 0.5], { steps: true }))).toEqual(['M0,100H100V0H200V50']);
    expect(one(line([0, 1e-9, 2], [0, 0, 1]))).toEqual(['M0,100L200,0']);
    expect(one(line([0, 1, 2], [0, 1e300, NaN]))).toEqual(['M0,100L100,-999900']);
  });

  it('areas go down to zero, straight across gaps, and have no outline', () => {
    const mark = line([0, 1, 2, 4], [1, NaN, 1, -1], { filled: true });
    const shapes = drawn([mark], linear(0, 4), linear(-1, 1));
    expect(paths(shapes, 'fill', '#aa5500')).toEqual(['M200,50L0,50L0,0L100,0L200,100']);
    expect(paths(shapes, 'stroke', '#aa5500')).toEqual([]);
  });

  it('dots: on an edge they stand across it, beyond it they are left out; smaller in a low plot', () => {
    const dots: Mark = { kind: 'dots', x: [0, 2, 5], y: [0, 1, 0], ink: 'second', shape: 'solid', size: 8 };
    const shapes = drawn([dots], linear(0, 4), linear(0, 1));
    // A 22nd of the height: a radius of 2.27.
    const circle = 'a2.27,2.27 0 1,1 -2.27,-2.27a2.27,2.27 0 0,1 2.27,2.27Z';
    expect(paths(shapes, 'fill', '#aa5500')).toEqual([`M49.27,119${circle}M149.27,19${circle}`]);
    const open = drawn([{ ...dots, shape: 'open' }], linear(0, 4), linear(0, 1));
    expect(paths(open, 'fill', '#ffffff')).toHaveLength(2);
    const shaded = drawn([{ ...dots, shade: [-1, 1, 0] }], linear(0, 4), linear(0, 1));
    expect(paths(shaded, 'fill', 'rgb(255,255,255)')).toEqual([`M149.27,19${circle}`]);
  });

  it('marks are drawn in their order, also where dots lie between lines', () => {
    const dots: Mark = { kind: 'dots', x: [1], y: [0.5], ink: 'ghost', shape: 'cross', size: 4 };
    const tags = drawn([line([0, 1], [0, 1]), dots, line([0, 1], [1, 0])], linear(0, 4), linear(0, 1))
      .filter(({ tag, attributes }) => tag === 'svg' || attributes.stroke === '#0077aa')
      .map(({ tag }) => tag);
    expect(tags).toEqual(['svg', 'path', 'svg']);
  });

  it('zero: one strong line within; along the lower edge the axis is that line, but for areas; none on a map', () => {
    const strong = (shapes: readonly Shape[]) => paths(shapes, 'stroke', '#888888');
    const weak = (shapes: readonly Shape[]) => paths(shapes, 'stroke', '#dddddd');
    const axis = 'M47,119.5h200';
    const within = drawn([], linear(0, 4), linear(-1, 1));
    expect(strong(within)).toEqual(['M47,69h200', axis]);
    expect(weak(within)).not.toContain('M47,69h200');
    expect(weak(within).length).toBeGreaterThan(0);
    expect(strong(drawn([], linear(0, 4), linear(0, 1)))).toEqual([axis]);
    const area = drawn([line([0, 1], [0, 1], { filled: true })], linear(0, 4), linear(0, 1));
    expect(strong(area)).toEqual(['M47,119h200', axis]);
    expect(strong(drawn([], linear(0, 4), log(-1, 1)))).toEqual([axis]);
    const map = { columns: 1, rows: 1, values: new Float32Array(1), smooth: false };
    const mapped = drawn([], linear(0, 4), linear(-1, 1), { raster: map });
    expect([...strong(mapped), ...weak(mapped)]).toEqual([axis]);
  });

  it('numbers stand beside the lines that they name, and leave the end of the axis to its name', () => {
    const said = texts(drawn([], linear(0, 4), linear(0, 1)));
    expect(said).toContain('0 at 47, 132');
    expect(said).toContain('0 at 46, 122.5');
    expect(said).toContain('1 at 46, 22.5');
    expect(said.some((one) => one.startsWith('4 at'))).toBe(false);
  });

  it('two panels: numbers along x under the lower one alone; an upper zero line is drawn at its edge', () => {
    const panel: Panel = { y: linear(0, 1), share: 1, marks: [] };
    const figure: Figure = { x: linear(0, 4), panels: [panel, panel], labels: [], summary: '' };
    const shapes = figureShapes(figure, layOut(figure, 259, 19 + 100 + 17 + 100 + 19, 10), style);
    expect(texts(shapes).filter((one) => one.endsWith(', 249')).length).toBeGreaterThan(1);
    expect(paths(shapes, 'stroke', '#888888')).toEqual(['M47,119h200', 'M47,236.5h200']);
  });

  it('a file: words and attributes cannot leave their place', () => {
    const shape: Shape = { tag: 'text', attributes: { fill: 'a"b' }, inside: '<1 & "2"' };
    expect(writeShape(shape)).toBe('<text fill="a&quot;b">&lt;1 &amp; "2"</text>');
  });
});
