import { create } from 'zustand';
import { startSweeper } from '../engine/sweep/client.ts';
import { runPool } from '../engine/sweep/pool.ts';
import { BIN, BINS, type Ensemble, type EnsemblePart } from '../engine/ensemble/types.ts';
import { mostWorkers, sweeper } from './sweeper.ts';

export { BIN, BINS };
export type { Ensemble, EnsemblePart };

/** An ensemble of networks, with what is known of it; kept while its chart is not shown. */
export interface EnsembleState {
  readonly state: 'idle' | 'running' | 'stopped' | 'done' | 'broken';
  /** The ensemble that is shown; null: none yet. */
  readonly ensemble: Ensemble | null;
  /** A new list whenever there is more in it. */
  readonly parts: readonly EnsemblePart[];
  readonly total: number;
  /** Why it could not go on; '' for none. */
  readonly reason: string;
}

export const useEnsemble = create<EnsembleState>(() => ({
  state: 'idle',
  ensemble: null,
  parts: [],
  total: 0,
  reason: '',
}));

/** Ends what is at work; null where nothing is. */
let end: (() => void) | null = null;
let attempt = 0;

/** Draws an ensemble from its beginning, beside the run. */
export async function beginEnsemble(ensemble: Ensemble): Promise<void> {
  stopEnsemble();
  const mine = ++attempt;
  const total = ensemble.widths.length * ensemble.parts;
  useEnsemble.setState({ state: 'running', ensemble, parts: [], total, reason: '' });
  const over = (state: EnsembleState['state'], reason: string): void => {
    if (mine !== attempt) return;
    end?.();
    end = null;
    useEnsemble.setState({ state, reason });
  };
  let lost = '';
  try {
    const code = await sweeper.ask();
    if (mine !== attempt) return;
    end = runPool({
      spawn: () => startSweeper(code),
      size: mostWorkers(total),
      work: { kind: 'ensemble', text: JSON.stringify(ensemble) },
      lost: (_point, reason) => {
        lost = reason;
        return '';
      },
      points: Array.from({ length: total }, (_, point) => point).values(),
      hear: (line) => {
        if (line === '') return;
        const part = JSON.parse(line) as EnsemblePart;
        useEnsemble.setState(({ parts }) => ({ parts: [...parts, part] }));
      },
      done: () => over(lost === '' ? 'done' : 'broken', lost),
      fail: (reason) => {
        sweeper.forgetFailure();
        over('broken', reason);
      },
    });
  } catch (error) {
    sweeper.forgetFailure();
    over('broken', error instanceof Error ? error.message : String(error));
  }
}

/** Ends it; what has come stays. */
export function stopEnsemble(): void {
  attempt++;
  end?.();
  end = null;
  if (useEnsemble.getState().state === 'running') useEnsemble.setState({ state: 'stopped' });
}
