import { useId, useMemo, type JSX } from 'react';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { Scenario } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { fieldFactsOf } from './courant.ts';

/** Courant number of a scalar field, and a warning where its continuum equation is ill-posed (E2). */
export function FieldNotes({ scenario }: { readonly scenario: Scenario }): JSX.Element | null {
  const dt = useLab((state) => state.info?.dt);
  const helpId = useId();
  const { system, expansion } = scenario;
  const facts = useMemo(
    () => (dt === undefined ? null : fieldFactsOf(scenario, dt)),
    // Only these and the step decide.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [system, expansion, dt],
  );
  if (facts === null) return null;
  const { courant, limit, negative, bonds } = facts;
  return (
    <>
      <p className="field-note-row" data-help={helpId}>
        {text('field.courant', { value: formatNumber(courant), limit: formatNumber(limit) })}
      </p>
      <p id={helpId} className="vh">
        {text('field.courantAbout')}
      </p>
      {negative === 0 ? null : (
        <p className="field-note-row warning" role="status">
          {text('field.illPosed', { count: formatInteger(negative), all: formatInteger(bonds) })}
        </p>
      )}
    </>
  );
}
