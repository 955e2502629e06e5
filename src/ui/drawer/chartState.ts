import { create } from 'zustand';
import type { AskedCharts } from '../../store/index.ts';

/** Where a chart stands: one of two beside each other, or alone where there is room for one. */
export type SlotName = 'left' | 'right' | 'single';

/** Id of the chart that a hand chose in each slot; null: the one that suits the run. */
export type ChosenCharts = Readonly<Record<SlotName, string | null>>;

interface ChartState {
  readonly chosen: ChosenCharts;
  /** Slot that covers the pictures. */
  readonly maximized: SlotName | null;
  /** Height of the drawer in pixels as it was dragged; null: as the tokens say. */
  readonly height: number | null;
}

/** What the screen remembers of its charts. */
export const useCharts = create<ChartState>(() => ({
  chosen: { left: null, right: null, single: null },
  maximized: null,
  height: null,
}));

/** A document that asks for charts is shown with them, whatever was chosen before it was opened. */
export function yieldToAsked({ left, right }: AskedCharts): void {
  if (left === null && right === null) return;
  useCharts.setState(({ chosen }) => ({
    chosen: {
      left: left === null ? chosen.left : null,
      right: right === null ? chosen.right : null,
      single: null,
    },
  }));
}

export function maximizeChart(maximized: SlotName | null): void {
  useCharts.setState({ maximized });
}

/** Limits of the drawer's height, in pixels and as a part of the window's. */
const LOWEST = 120;
const HIGHEST_PART = 0.6;

/** A drawer's height within its limits, whole pixels. */
export function drawerHeight(wanted: number, windowHeight: number): number {
  const { min, max } = drawerLimits(windowHeight);
  return Math.round(Math.min(max, Math.max(min, wanted)));
}

export function drawerLimits(windowHeight: number): { min: number; max: number } {
  return { min: LOWEST, max: Math.max(LOWEST, Math.floor(HIGHEST_PART * windowHeight)) };
}
