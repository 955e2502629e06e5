import { text } from '../../messages/index.ts';
import type { Layout } from '../../engine/protocol.ts';
import { hasComponents } from '../lattice.ts';
import { symbolOf } from '../names.ts';
import type { Label } from '../scene/labelLayer.ts';
import type { Offset } from '../scene/labels.ts';
import type { FieldLayout, FieldSheet } from './layout.ts';
import type { FieldPlan } from './plan.ts';
import { sheetNumbers } from './sheetNumbers.ts';
import { sourceNames } from './sourceLabels.ts';
import type { SourceLayout } from './sourceLayout.ts';
import { heightOf, type FieldState } from './state.ts';

/** Sheets of components lie like steps, which leave the left free: beside the back corner, then over it. */
const BESIDE_CORNER: readonly Offset[] = [
  { dx: -8, dy: -10, align: 1 },
  { dx: 8, dy: -24, align: 0.5 },
  { dx: 16, dy: -40, align: 0.5 },
];
const BEFORE_ROW: readonly Offset[] = [
  { dx: -12, dy: 0, align: 1 },
  { dx: -12, dy: 14, align: 1 },
  { dx: -16, dy: -26, align: 1 },
  { dx: -16, dy: -44, align: 1 },
  { dx: -16, dy: 30, align: 1 },
  { dx: 14, dy: -46, align: 0 },
  { dx: 10, dy: -26, align: 0 },
  { dx: 10, dy: 28, align: 0 },
];

/** Over the middle of a long back edge. */
const OVER_EDGE: readonly Offset[] = [
  { dx: 0, dy: -34, align: 0.5 },
  { dx: 0, dy: -50, align: 0.5 },
  { dx: 0, dy: -18, align: 0.5 },
  // Where the key stands over its corner.
  { dx: 26, dy: -18, align: 0 },
];
/** Left of the back corner, where nothing of its own sheet is; then over it. */
const AT_CORNER: readonly Offset[] = [
  { dx: -8, dy: -12, align: 1 },
  { dx: -12, dy: 4, align: 1 },
  ...OVER_EDGE.slice(0, 3),
  { dx: -14, dy: 20, align: 1 },
  { dx: -10, dy: -28, align: 1 },
  ...OVER_EDGE.slice(3),
];
/** Left of a row, then under and over its end. */
const AT_END: readonly Offset[] = [
  { dx: -10, dy: 2, align: 1 },
  { dx: -8, dy: 18, align: 1 },
  { dx: -8, dy: -14, align: 1 },
  { dx: 10, dy: 24, align: 0.5 },
  { dx: 10, dy: -30, align: 0.5 },
  // Where the row begins at the pane's edge.
  { dx: 12, dy: 30, align: 0 },
  { dx: 12, dy: -40, align: 0 },
];
/** Columns up to which the corner of a sheet is near enough to its middle to name it. */
const SHORT = 8;
/** More sheets than these are named without their sizes, which stand in the controls: names would lie over sheets. */
const MANY = 5;

/** Labels of height fields: names and sizes of sheets, the drawn row, sources, axes. */
export function surfaceLabels(
  layout: Layout,
  plan: FieldPlan,
  geometry: FieldLayout,
  state: FieldState,
): Label[] {
  const components = hasComponents(layout);
  const labels: Label[] = geometry.sheets.map(({ sheet, frame }) => {
    const single = sheet.rows === 1;
    const short = single || sheet.columns <= SHORT;
    return {
      parts: [
        symbolOf(sheet.name),
        ...(geometry.sheets.length > MANY ? [] : [{ text: `  ${sheet.rows} × ${sheet.columns}` }]),
      ],
      look: 'sheet-name',
      half: 'any',
      offsets: components ? BESIDE_CORNER : single ? AT_END : short ? AT_CORNER : OVER_EDGE,
      anchor(out) {
        const column = components ? frame.columnRange[0] : short ? 0 : 0.5 * (sheet.columns - 1);
        out[0] = frame.origin[0] + frame.step[0] * column;
        out[1] = frame.level;
        out[2] = frame.origin[1] + frame.step[1] * (single ? 0.5 : 0);
        return true;
      },
    };
  });
  // Equal sheets share their axes: those of the foremost are free.
  const size = ({ sheet }: FieldSheet): number => sheet.rows * sheet.columns;
  const named = geometry.sheets.reduce((a, b) => (size(b) > size(a) || components ? b : a));
  const floor =
    geometry.sources === null ? [] : floorLabels(geometry.sources, geometry.sheets.reduce(foremost));
  const axes = axisLabels(named, geometry.sources?.form ?? null, components ? 0.25 : 0.5);
  const numbers = sheetNumbers(layout, geometry.sheets);
  return [...labels, ...rowLabels(layout, plan, geometry, state), ...floor, ...axes, ...numbers];
}

/** Names of the lines at the right end of the row that is drawn; the first says which row it is. */
function rowLabels(layout: Layout, plan: FieldPlan, geometry: FieldLayout, state: FieldState): Label[] {
  // A row of a ring's sheets is a layer; where there are several it is named at its left end.
  const components = hasComponents(layout);
  const rowOf = layout.sheets[0].rowLabel === 'layer' ? 'view.field.layerOf' : 'view.field.rowOf';
  const labels: Label[] = [];
  plan.lines.forEach(({ words, look }, line) => {
    const down = line % 2 === 1;
    const far = 12 * (line >> 1);
    labels.push({
      parts: [],
      look: look.look,
      half: 'any',
      leader: true,
      value: () => (line === 0 ? text(rowOf, { row: state.row, track: words }) : words),
      offsets:
        components && line === 0
          ? BEFORE_ROW
          : [
              { dx: geometry.sources === null ? 12 : 44, dy: down ? 8 + far : -10 - far, align: 0 },
              { dx: 12, dy: down ? 8 + far : -10 - far, align: 0 },
              { dx: 12, dy: down ? 20 + far : -22 - far, align: 0 },
              // Beyond the sheets, where the pane ends beside them.
              { dx: 24, dy: down ? 48 + far : -48 - far, align: 0 },
              { dx: 24, dy: down ? 72 + far : -72 - far, align: 0 },
              { dx: 24, dy: down ? 100 + far : -100 - far, align: 0 },
              { dx: -4, dy: down ? 30 + far : -34 - far, align: 1 },
            ],
      anchor(out) {
        if (state.shown[line] === 0) return false;
        const { sheet, frame } = geometry.sheets[state.rowSheet];
        const left = components && line === 0;
        const weight = sheet.weight[state.row * sheet.columns + (left ? 0 : sheet.columns - 1)];
        out[0] = frame.origin[0] + frame.step[0] * frame.columnRange[left ? 0 : 1];
        out[1] = weight < 0 ? frame.level : heightOf(geometry, state, weight, line);
        out[2] = frame.origin[1] + frame.step[1] * state.row;
        return true;
      },
    });
  });
  return labels;
}

/** The one whose front edge is nearest. */
function foremost(a: FieldSheet, b: FieldSheet): FieldSheet {
  const front = ({ frame }: FieldSheet): number => frame.origin[1] + frame.step[1] * (frame.rows - 1);
  return front(b) > front(a) ? b : a;
}

/** Names of the sources on the floor, at its front corners. */
function floorLabels(sources: SourceLayout, { frame }: FieldSheet): Label[] {
  const names = sourceNames(sources);
  if (names === null) return [];
  const { J, K } = names;
  const corner = (right: boolean) => (out: Float32Array) => {
    out[0] = frame.origin[0] + frame.step[0] * (right ? frame.columns - 1.5 : 0.5);
    out[1] = sources.base;
    out[2] = frame.origin[1] + frame.step[1] * (frame.rows - 1);
    return true;
  };
  return [
    {
      ...K,
      half: 'any',
      leader: true,
      offsets: [
        { dx: -6, dy: 56, align: 0.5 },
        { dx: -20, dy: 36, align: 1 },
        { dx: 6, dy: 60, align: 0 },
        { dx: -24, dy: 8, align: 1 },
      ],
      anchor: corner(false),
    },
    {
      ...J,
      half: 'any',
      leader: true,
      offsets: [
        { dx: 20, dy: 36, align: 0 },
        { dx: -6, dy: 40, align: 1 },
        { dx: 0, dy: 20, align: 1 },
        { dx: 0, dy: 58, align: 1 },
      ],
      anchor: corner(true),
    },
  ];
}

/**
 * Names of rows and columns, along the front and right edge; where a floor lies below, at the back and left.
 *  @param sources  what stands below; bars under several sheets leave the right free
 *  @param part     of the front edge at which its name stands
 */
function axisLabels(
  { sheet, frame }: FieldSheet,
  sources: SourceLayout['form'] | null,
  part: number,
): Label[] {
  if (sheet.rows === 1) return [];
  const floor = sources !== null;
  const left = sources === 'lines';
  const at = (column: number, row: number) => (out: Float32Array) => {
    out[0] = frame.origin[0] + frame.step[0] * column;
    out[1] = frame.level;
    out[2] = frame.origin[1] + frame.step[1] * row;
    return true;
  };
  return [
    {
      parts: [{ text: `${sheet.columnLabel} →` }],
      look: 'quiet',
      half: 'any',
      offsets: floor
        ? [
            { dx: 8, dy: -16, align: 0 },
            { dx: 8, dy: -40, align: 0 },
          ]
        : [
            { dx: 0, dy: 18, align: 0.5 },
            { dx: 0, dy: 34, align: 0.5 },
          ],
      anchor: floor
        ? at(0.8 * (sheet.columns - 1), frame.rowRange[0])
        : at(part * (sheet.columns - 1), frame.rowRange[1]),
    },
    {
      parts: [{ text: `↓ ${sheet.rowLabel}` }],
      look: 'quiet',
      half: 'any',
      offsets: left
        ? [{ dx: -12, dy: -6, align: 1 }]
        : [
            { dx: 14, dy: 4, align: 0 },
            { dx: 14, dy: 24, align: 0 },
          ],
      anchor: at(frame.columnRange[left ? 0 : 1], 0.8 * (sheet.rows - 1)),
    },
  ];
}
