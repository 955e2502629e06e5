import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { symbolOf } from '../names.ts';
import type { Label } from '../scene/labelLayer.ts';
import { trackLook, trackWords } from '../tracks.ts';
import type { FieldLayout, FieldSheet } from './layout.ts';
import { heightOf, type FieldState } from './state.ts';

/** Labels of height fields: names and sizes of sheets, the drawn row, sources, axes. */
export function surfaceLabels(info: RunInfo, geometry: FieldLayout, state: FieldState): Label[] {
  const labels: Label[] = geometry.sheets.map(({ sheet, frame }) => {
    const single = sheet.rows === 1;
    return {
      parts: [symbolOf(sheet.name), { text: `  ${sheet.rows} × ${sheet.columns}` }],
      look: '',
      half: 'any',
      offsets: single
        ? [
            { dx: 0, dy: 24, align: 0.5 },
            { dx: 0, dy: -30, align: 0.5 },
          ]
        : [
            { dx: 0, dy: -34, align: 0.5 },
            { dx: 0, dy: -50, align: 0.5 },
            { dx: 0, dy: -18, align: 0.5 },
          ],
      anchor(out) {
        const middle = single ? 0.5 : sheet.columns > 8 ? 0.5 : 0;
        out[0] = frame.origin[0] + frame.step[0] * middle * (sheet.columns - 1);
        out[1] = frame.level;
        out[2] = frame.origin[1] + frame.step[1] * (single ? 0.5 : 0);
        return true;
      },
    };
  });
  labels.push(...rowLabels(info, geometry, state));
  if (geometry.sources !== null) labels.push(...floorLabels(geometry));
  const largest = geometry.sheets.reduce((a, b) =>
    a.sheet.rows * a.sheet.columns >= b.sheet.rows * b.sheet.columns ? a : b,
  );
  labels.push(...axisLabels(largest, geometry.sources !== null));
  return labels;
}

/** Names of the tracks at the right end of the row that is drawn as lines. */
function rowLabels(info: RunInfo, geometry: FieldLayout, state: FieldState): Label[] {
  const labels: Label[] = [];
  for (let track = 0; track < Math.min(2, state.shown.length); track++) {
    labels.push({
      parts: [],
      look: trackLook(info.tracks[track]).look,
      half: 'any',
      value: () => rowWords(info, track, state.row),
      offsets: [
        { dx: geometry.sources === null ? 12 : 44, dy: track === 0 ? -10 : 8, align: 0 },
        { dx: 12, dy: track === 0 ? -10 : 8, align: 0 },
        { dx: 12, dy: track === 0 ? -22 : 20, align: 0 },
        { dx: -4, dy: track === 0 ? -34 : 30, align: 1 },
      ],
      anchor(out) {
        if (state.shown[track] === 0) return false;
        const { sheet, frame } = geometry.sheets[state.rowSheet];
        const weight = sheet.weight[state.row * sheet.columns + sheet.columns - 1];
        out[0] = frame.origin[0] + frame.step[0] * frame.columnRange[1];
        out[1] = weight < 0 ? frame.level : heightOf(geometry, state, weight, track);
        out[2] = frame.origin[1] + frame.step[1] * state.row;
        return true;
      },
    });
  }
  return labels;
}

/** The line of the main track says which row it is; the others say what they are. */
function rowWords(info: RunInfo, track: number, row: number): string {
  if (track === 0) return text('view.field.row', { row });
  return info.tracks[track].role === 'ghost' ? text('view.field.rowGhost') : trackWords(info.tracks[track]);
}

/** Names of the sources on the floor, at its front corners. */
function floorLabels(geometry: FieldLayout): Label[] {
  const [{ frame }] = geometry.sheets;
  const { sources } = geometry;
  if (sources === null) return [];
  const corner = (right: boolean) => (out: Float32Array) => {
    out[0] = frame.origin[0] + frame.step[0] * (right ? frame.columns - 1.5 : 0.5);
    out[1] = sources.base;
    out[2] = frame.origin[1] + frame.step[1] * (frame.rows - 1);
    return true;
  };
  return [
    {
      parts: [{ text: `${text('view.field.coupling')} ` }, { symbol: 'K' }],
      look: 'role-K',
      half: 'any',
      leader: true,
      offsets: [
        { dx: -6, dy: 56, align: 0.5 },
        { dx: -20, dy: 36, align: 1 },
        { dx: 6, dy: 60, align: 0 },
      ],
      anchor: corner(false),
    },
    {
      parts: [{ text: `${text('view.field.source')} ` }, { symbol: 'J' }],
      look: 'role-J',
      half: 'any',
      leader: true,
      offsets: [
        { dx: 20, dy: 36, align: 0 },
        { dx: -6, dy: 40, align: 1 },
      ],
      anchor: corner(true),
    },
  ];
}

/** Names of rows and columns, along the front and right edge; where a floor lies below, at the back and left. */
function axisLabels({ sheet, frame }: FieldSheet, floor: boolean): Label[] {
  if (sheet.rows === 1) return [];
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
        ? [{ dx: 8, dy: -16, align: 0 }]
        : [
            { dx: 0, dy: 18, align: 0.5 },
            { dx: 0, dy: 34, align: 0.5 },
          ],
      anchor: floor
        ? at(0.8 * (sheet.columns - 1), frame.rowRange[0])
        : at((sheet.columns - 1) / 2, frame.rowRange[1]),
    },
    {
      parts: [{ text: `↓ ${sheet.rowLabel}` }],
      look: 'quiet',
      half: 'any',
      offsets: floor
        ? [{ dx: -12, dy: -6, align: 1 }]
        : [
            { dx: 14, dy: 4, align: 0 },
            { dx: 14, dy: 24, align: 0 },
          ],
      anchor: at(frame.columnRange[floor ? 0 : 1], 0.8 * (sheet.rows - 1)),
    },
  ];
}
