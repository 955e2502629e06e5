import { useCallback, useMemo, useState } from 'react';
import { FRICTION, frictionDeclaration, heldGamma, heldHistory, isDriven } from '../../scenario/friction.ts';
import { valueAt } from '../../scenario/patch.ts';
import { useLab, type PresentRun } from '../../store/index.ts';
import { useParameter, type ParameterHandle } from '../controls/useParameter.ts';

/** Friction as a hand meets it. */
export interface Friction {
  readonly handle: ParameterHandle<unknown>;
  readonly declaration: ReturnType<typeof frictionDeclaration>;
  /** The value on the slider: the hand's, else the run's; null before there is one. */
  readonly gamma: number | null;
  /** The history drives it: a hand takes it over. */
  readonly driven: boolean;
}

/**
 * Joins the slider of friction to the run. Where the history has one friction for all time, that is the parameter;
 * elsewhere the slider follows γ now, and a hand on it puts constant friction in the history's place from this
 * moment on. One drag is one change: it goes on as it began, though the history is another one after its first move.
 */
export function useFriction({ scenario }: PresentRun): Friction {
  const driven = useMemo(() => isDriven(scenario), [scenario]);
  const [taking, setTaking] = useState(false);
  const now = useLab((state) => state.readouts?.gamma ?? null);
  const whole = taking || driven;
  const own = valueAt(scenario, FRICTION);
  const value: unknown = whole ? valueAt(scenario, 'expansion') : own;
  const { shown, move, commit, release } = useParameter<unknown>(whole ? 'expansion' : FRICTION, value, true);
  const meant = useCallback(
    (gamma: unknown): unknown => (whole && typeof gamma === 'number' ? heldHistory(scenario, gamma) : gamma),
    [whole, scenario],
  );
  const handle = useMemo(
    (): ParameterHandle<unknown> => ({
      shown: typeof shown === 'number' ? shown : (heldGamma(shown) ?? now),
      move: (gamma) => {
        setTaking(driven || taking);
        move(meant(gamma));
      },
      commit: (gamma) => {
        commit(meant(gamma));
        setTaking(false);
      },
      release: () => {
        release();
        setTaking(false);
      },
    }),
    [shown, now, driven, taking, move, commit, release, meant],
  );
  const gamma = typeof handle.shown === 'number' ? handle.shown : null;
  return { handle, declaration: frictionDeclaration(), gamma, driven: driven && !taking };
}
