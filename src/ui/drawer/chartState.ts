import { create } from 'zustand';
import type { AskedCharts } from '../../store/index.ts';
import { drawerKeys, initialOf, type ExploredChart, type SlotName } from '../../store/screenKeys.ts';
import { showDialog } from '../uiState.ts';

/** What the screen remembers of its charts. */
export const useCharts = create(() => initialOf(drawerKeys));

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

/** Opens a chart in a dialog, to zoom and read values. */
export function exploreChart(explored: ExploredChart): void {
  useCharts.setState({ explored });
  showDialog('explore');
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
