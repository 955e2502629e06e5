import { useUi } from '../uiState.ts';

/** Frames to wait until a rail or tab that was opened has drawn the control. */
const PATIENCE = 20;

function find(path: string): HTMLElement | null {
  // The last one stands in the rail: a phone's peeking control comes before it.
  const rows = document.querySelectorAll<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  return rows[rows.length - 1] ?? null;
}

/** Brings the control of a parameter into sight and gives it the focus, wherever it is put away. */
export function jumpTo(path: string): void {
  useUi.setState({ leftOpen: true, tab: 'controls', revealed: path });
  const wait = (left: number): void => {
    const row = find(path);
    if (row === null) {
      if (left > 0) requestAnimationFrame(() => wait(left - 1));
      return;
    }
    const folded = row.closest('details');
    if (folded !== null) folded.open = true;
    row.scrollIntoView({ block: 'center' });
    // The slider is what a hand wants; other rows have one field.
    const target =
      row.querySelector<HTMLElement>('input[type="range"]') ??
      row.querySelector<HTMLElement>('input, select');
    target?.focus();
    row.classList.add('found');
    setTimeout(() => row.classList.remove('found'), 1600);
  };
  // The dialog that asked gives the focus back first, and an opened rail takes it.
  requestAnimationFrame(() => requestAnimationFrame(() => wait(PATIENCE)));
}
