import { useId, type JSX } from 'react';
import { declared, text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import type { SectionControls } from './types.ts';

const names: Record<SectionControls['section'], MessageId> = {
  system: 'kind.system',
  data: 'kind.data',
  batch: 'kind.batch',
  initial: 'kind.initial',
  dynamics: 'kind.dynamics',
  expansion: 'kind.expansion',
};

/** Chooses the kind of a section; absent where there is only one. */
export function KindRow({ section }: { readonly section: SectionControls }): JSX.Element | null {
  const helpId = useId();
  if (section.kinds.length < 2) return null;
  const part = `part.${section.section}.${section.kind}`;
  return (
    <>
      <ChoiceRow
        helpId={helpId}
        path={`${section.section}.kind`}
        label={text(names[section.section])}
        value={section.kind}
        options={section.kinds.map(({ kind, label }) => ({
          value: kind,
          label: declared(`part.${section.section}.${kind}.label`, label),
        }))}
        restarts
        bare
        onChoose={(kind) => useLab.getState().setParameter(`${section.section}.kind`, kind)}
      />
      <p id={helpId} className="vh">
        {declared(`${part}.help`, section.help)}
      </p>
    </>
  );
}
