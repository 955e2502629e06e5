import { ChevronRight } from 'lucide-react';
import { useMemo, type JSX, type ReactNode } from 'react';
import { declared, text } from '../../messages/index.ts';

import { controlsOf, currentScenario } from '../../scenario/patch.ts';
import { useLab } from '../../store/index.ts';
import { ExpansionNotes } from './ExpansionNotes.tsx';
import { KindRow } from './KindRow.tsx';
import { ParameterRow } from './ParameterRow.tsx';
import { TrackToggles } from './TrackToggles.tsx';
import type { SectionControls } from './types.ts';

/** Sections that few people open first. */
const FOLDED: readonly SectionControls['section'][] = ['batch', 'initial'];

/** The controls of the run as it stands now. */
export function useControls(): readonly SectionControls[] {
  const run = useLab((state) => state.document);
  return useMemo(() => (run === null ? [] : controlsOf(currentScenario(run))), [run]);
}

/** Every section of the scenario, made from the declarations of its parameters. */
export function Controls(): JSX.Element {
  const sections = useControls();
  if (sections.length === 0) return <p className="note">{text('controls.empty')}</p>;
  return (
    <>
      {sections.map((section) => (
        <Group key={section.section} section={section} />
      ))}
    </>
  );
}

function Group({ section }: { readonly section: SectionControls }): JSX.Element {
  const rows = section.parameters.map((control) => (
    <ParameterRow
      // A control of another kind of part starts afresh even where the names agree.
      key={`${section.kind}.${control.path}`}
      id={`parameter.${section.section}.${section.kind}.${control.name}`}
      control={control}
    />
  ));
  const title = declared(`section.${section.section}`, section.label);
  return (
    <Fold title={title} open={!FOLDED.includes(section.section)}>
      <KindRow section={section} />
      {section.section === 'dynamics' ? <TrackToggles /> : null}
      {rows}
      {section.section === 'expansion' ? <ExpansionNotes /> : null}
    </Fold>
  );
}

interface FoldProps {
  readonly title: string;
  readonly open: boolean;
  readonly children: ReactNode;
}

function Fold({ title, open, children }: FoldProps): JSX.Element {
  return (
    <details className="grp" open={open}>
      <summary>
        <h3>{title}</h3>
        <ChevronRight aria-hidden="true" />
      </summary>
      {children}
    </details>
  );
}
