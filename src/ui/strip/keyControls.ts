import { useMemo } from 'react';
import { FRICTION } from '../../scenario/friction.ts';
import { useLab } from '../../store/index.ts';
import type { ParameterControl, SectionControls } from '../controls/types.ts';

/** Most controls that a scenario may put beside friction. */
const MOST = 2;
/** Types that a slider moves. */
const NUMERIC: readonly string[] = ['real', 'integer', 'auto', 'optional-real'];

/** Whether a slider can move it: a number, or a list with one for what stands between its ends. */
function slides({ declaration, value }: ParameterControl): boolean {
  if (declaration.type !== 'integers') return NUMERIC.includes(declaration.type);
  return declaration.between !== undefined && Array.isArray(value) && value.length > 2;
}

/** A control of the strip, with where its strings stand. */
export interface KeyControl {
  readonly id: string;
  readonly control: ParameterControl;
}

/** The id of a control's strings in the catalogue. */
export function parameterId({ section, kind }: SectionControls, { name }: ParameterControl): string {
  return `parameter.${section}.${kind}.${name}`;
}

/**
 * The controls that a document asks for beside friction (`view.controls`): the first two that the run has and a
 * slider can move; whatever else stands there is passed over, as everything in a view that is not understood.
 */
export function keyControls(asked: unknown, sections: readonly SectionControls[]): readonly KeyControl[] {
  if (!Array.isArray(asked)) return [];
  const paths = [...new Set(asked.filter((path): path is string => typeof path === 'string'))];
  const all = sections.flatMap((section) =>
    section.parameters.map((control) => ({ id: parameterId(section, control), control })),
  );
  return paths
    .filter((path) => path !== FRICTION)
    .flatMap((path) => all.filter(({ control }) => control.path === path))
    .filter(({ control }) => slides(control))
    .slice(0, MOST);
}

/** The controls beside friction in the strip, of the run as it stands. */
export function useKeyControls(sections: readonly SectionControls[]): readonly KeyControl[] {
  const asked = useLab((state) => state.document?.view.controls);
  return useMemo(() => keyControls(asked, sections), [asked, sections]);
}

/** Sections without what the strip has: every control stands in one place. */
export function withoutKeyControls(
  sections: readonly SectionControls[],
  inStrip: readonly KeyControl[],
): readonly SectionControls[] {
  // Of a list the strip has one slider alone.
  const whole = inStrip.filter(({ control }) => NUMERIC.includes(control.declaration.type));
  const away = new Set([FRICTION, ...whole.map(({ control }) => control.path)]);
  return sections.map((section) => ({
    ...section,
    parameters: section.parameters.filter(({ path }) => !away.has(path)),
  }));
}
