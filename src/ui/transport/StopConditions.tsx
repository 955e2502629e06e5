import { Timer } from 'lucide-react';
import { useState, type JSX } from 'react';
import { formatShort } from '../../messages/format.ts';
import { readNumber } from '../controls/rangeOf.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab, type StopConditions as Conditions } from '../../store/index.ts';
import { SwitchRow } from '../controls/SwitchRow.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { Popover } from '../parts/Popover.tsx';

type Reason = keyof Conditions;

const reasons: readonly { readonly reason: Reason; readonly label: MessageId; readonly told: MessageId }[] = [
  { reason: 'time', label: 'stop.time', told: 'stop.byTime' },
  { reason: 'costBelow', label: 'stop.costBelow', told: 'stop.byCostBelow' },
  { reason: 'kineticBelow', label: 'stop.kineticBelow', told: 'stop.byKineticBelow' },
];

/** What a condition asks for when its box is first ticked. */
const FIRST: Readonly<Record<Reason, number>> = { time: 10, costBelow: 1e-3, kineticBelow: 1e-6 };

/** Where a run stops by itself: a box and a number for each condition. */
export function StopConditions(): JSX.Element {
  const conditions = useLab((state) => state.conditions);
  // What an unticked box would ask for.
  const [resting, setResting] = useState(FIRST);
  const on = reasons.some(({ reason }) => conditions[reason] !== null);
  const set = (reason: Reason, value: number | null): void => {
    const lab = useLab.getState();
    lab.setConditions({ ...lab.conditions, [reason]: value });
  };
  const take = (reason: Reason, typed: string): string | null => {
    const value = readNumber(typed);
    if (typeof value === 'string') return value;
    setResting((old) => ({ ...old, [reason]: value }));
    set(reason, value);
    return null;
  };
  return (
    <Popover name={text('stop.name')} className="stops" on={on} face={<Timer aria-hidden="true" />}>
      {() => (
        <>
          <h2>{text('stop.title')}</h2>
          {reasons.map(({ reason, label }) => {
            const value = conditions[reason] ?? resting[reason];
            return (
              <div className="stop-row" key={reason}>
                <SwitchRow
                  label={text(label)}
                  checked={conditions[reason] !== null}
                  onChange={(checked) => {
                    if (!checked) setResting((old) => ({ ...old, [reason]: value }));
                    set(reason, checked ? value : null);
                  }}
                />
                <ValueField
                  label={text('stop.fieldOf', { condition: text(label) })}
                  shown={formatShort(value)}
                  editable={String(value)}
                  onCommit={(typed) => take(reason, typed)}
                />
              </div>
            );
          })}
        </>
      )}
    </Popover>
  );
}

/** Says which condition stopped the run, until it plays on. */
export function StopStatus(): JSX.Element {
  const reason = useLab((state) => state.stopReason);
  const conditions = useLab((state) => state.conditions);
  const found = reasons.find((one) => one.reason === reason);
  const value = found === undefined ? null : conditions[found.reason];
  return (
    <output className="stop-status">
      {found === undefined || value === null ? '' : text(found.told, { value: formatShort(value) })}
    </output>
  );
}
