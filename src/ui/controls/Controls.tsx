import { ChevronRight } from 'lucide-react';
import { Fragment, useMemo, useState, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { declared, text } from '../../messages/index.ts';
import { controlsOf } from '../../scenario/patch.ts';
import { partOf } from '../../scenario/sections.ts';
import { useLab } from '../../store/index.ts';
import { later } from '../../store/later.ts';
import { Sym } from '../math/Sym.tsx';
import { Part } from '../parts/Part.tsx';
import { useKeyControls, withoutKeyControls } from '../strip/keyControls.ts';
import { showDialog, useUi } from '../uiState.ts';
import { CompareButton } from './ComparisonRow.tsx';
import { KindRow } from './KindRow.tsx';
import { ParameterRow } from './ParameterRow.tsx';
import { StabilityStrip } from './StabilityStrip.tsx';
import { TrackToggles } from './TrackToggles.tsx';
import type { ParameterControl, SectionControls } from './types.ts';

/** Sections that few people open first: last in the rail, and folded. */
const FOLDED: readonly SectionControls['section'][] = ['batch', 'initial'];

function folded({ section }: SectionControls): boolean {
  return FOLDED.includes(section);
}

/** Where a section stands in the rail: the history first, for friction in the strip belongs to it. */
function place(section: SectionControls): number {
  return section.section === 'expansion' ? 0 : folded(section) ? 2 : 1;
}

/** The controls of the run as it stands now. */
export function useControls(): readonly SectionControls[] {
  const scenario = useLab((state) => state.present?.scenario ?? null);
  return useMemo(() => {
    if (scenario === null) return [];
    // A section with nothing to choose or set (a field's training data) would be a bare heading.
    return controlsOf(scenario).filter(
      ({ section, kinds, parameters }) => section === 'dynamics' || kinds.length > 1 || parameters.length > 0,
    );
  }, [scenario]);
}

const SystemNotes = later(async () => (await import('./SystemNotes.tsx')).SystemNotes);

/** Continuum theories say what bounds them. */
function hasNotes({ section, kind }: SectionControls): boolean {
  if (section !== 'system') return false;
  const part = partOf('system', kind);
  return part.sources !== undefined || part.notes !== undefined;
}

/** The same without what the strip has, in the rail's order. */
export function useRailControls(): readonly SectionControls[] {
  const sections = useControls();
  const inStrip = useKeyControls(sections);
  return useMemo(
    () => [...withoutKeyControls(sections, inStrip)].sort((a, b) => place(a) - place(b)),
    [sections, inStrip],
  );
}

/** Every section of the scenario, made from the declarations of its parameters. */
export function Controls(): JSX.Element {
  const sections = useRailControls();
  if (sections.length === 0) return <p className="note">{text('controls.empty')}</p>;
  return (
    <>
      {sections.map((section) => (
        <Group key={section.section} section={section} />
      ))}
    </>
  );
}

/** Sections whose restarting parameters (precision, start time) are rarely touched: they stand behind "More". */
const WITH_MORE: readonly SectionControls['section'][] = ['dynamics', 'expansion'];

/** Parameters of a system that leave its motion as it is: they stand behind "More", too. */
function leavesMotion({ section, kind }: SectionControls, name: string): boolean {
  return section === 'system' && (partOf('system', kind).idle?.includes(name) ?? false);
}

function Group({ section }: { readonly section: SectionControls }): JSX.Element {
  const rare = (control: ParameterControl): boolean =>
    WITH_MORE.includes(section.section)
      ? control.declaration.apply === 'restart'
      : leavesMotion(section, control.name);
  const row = (control: ParameterControl): JSX.Element => (
    // A control of another kind of part starts afresh even where the names agree.
    <Fragment key={`${section.kind}.${control.path}`}>
      <ParameterRow id={`parameter.${section.section}.${section.kind}.${control.name}`} control={control} />
      {control.path === 'dynamics.dt' ? <StabilityStrip /> : null}
    </Fragment>
  );
  const more = section.parameters.filter(rare);
  const [asked, setShowMore] = useState(false);
  // The palette may point at a parameter that stands behind "More".
  const revealed = useUi((state) => more.some(({ path }) => path === state.revealed));
  const showMore = asked || revealed;
  const title = declared(`section.${section.section}`, section.label);
  const isExpansion = section.section === 'expansion';
  const moreButton =
    more.length === 0 ? null : (
      <button
        type="button"
        className="more"
        aria-expanded={showMore}
        aria-label={text(showMore ? 'controls.lessOf' : 'controls.moreOf', { section: title })}
        onClick={() => {
          setShowMore(!showMore);
          useUi.setState({ revealed: null });
        }}
      >
        {text(showMore ? 'controls.less' : 'controls.more')}
      </button>
    );
  const body = (
    <>
      <KindRow section={section} />
      {section.section === 'dynamics' ? <TrackToggles /> : null}
      {section.parameters.filter((control) => !rare(control)).map(row)}
      {hasNotes(section) ? (
        <Part name={text('part.notes')}>
          <SystemNotes />
        </Part>
      ) : null}
      {isExpansion ? <ExpansionNotes /> : null}
      {showMore ? more.map(row) : null}
    </>
  );
  if (folded(section)) {
    return (
      <details className="grp">
        <summary>
          <h2>{title}</h2>
          <ChevronRight aria-hidden="true" />
        </summary>
        {body}
      </details>
    );
  }
  return (
    <section className="grp">
      <header>
        <h2>{title}</h2>
        {section.section === 'dynamics' ? <CompareButton /> : null}
        {section.section === 'data' ? <DataButton /> : null}
        {moreButton}
      </header>
      {body}
    </section>
  );
}

/** Opens the dialog in which a table becomes samples. */
function DataButton(): JSX.Element {
  return (
    <button type="button" className="more" aria-haspopup="dialog" onClick={() => showDialog('data')}>
      {text('table.open')}
    </button>
  );
}

/** What friction means beside its slider: the learning rate η (1/γ unless given) and the Hubble rate H = γ/d, now. */
function ExpansionNotes(): JSX.Element | null {
  const gamma = useLab((state) => state.readouts?.gamma);
  const hubble = useLab((state) => state.readouts?.hubble);
  // A rate that was given does not follow friction.
  const given = useLab((state) => state.info?.tracks[0].eta ?? null);
  if (gamma === undefined || hubble === undefined) return null;
  return (
    <div className="kv">
      <Sym of="η" />
      <span className="n">{text(given === null ? 'value.rate' : 'value.rateGiven')}</span>
      <span className="v">{formatNumber(given ?? (gamma > 0 ? 1 / gamma : Infinity))}</span>
      <span className="c-expansion">
        <Sym of="H" />
      </span>
      <span className="n">{text('value.hubble')}</span>
      <span className="v c-expansion">{formatNumber(hubble)}</span>
    </div>
  );
}
