import type { Kernels } from '../../kernels/types.ts';
import { studyObstacle } from '../../scenario/studies.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { spacing } from '../studies/spacing.ts';
import type { Study, StudySeries } from '../studies/types.ts';
import { viscosity } from '../studies/viscosity/index.ts';
import { compare, type Check, type Finding, type Materials, type Trial } from './types.ts';

const studies: readonly Study[] = [viscosity, spacing];

/** Whether a document is about a study: it shows its chart, or a network beside its continuum. */
function isAbout({ id }: Study, { scenario, tracks, view }: RunDocument): boolean {
  if (studyObstacle(id, scenario) !== null) return false;
  const { charts } = view as { readonly charts?: Readonly<Record<string, unknown>> };
  const shown = Object.values(charts ?? {}).includes(id);
  return shown || (id === spacing.id && tracks.some(({ continuum }) => continuum !== undefined));
}

/** Runs a study to its end. @throws StudyRefusal */
function seriesOf(study: Study, { scenario }: RunDocument, kernels: Kernels): readonly StudySeries[] {
  const run = study.run(scenario, kernels);
  for (;;) {
    const next = run.next();
    if (next.done === true) return next.value.series;
  }
}

/** Measured slopes of a study beside the theory's, where it gives one. "Never" is a slope of 0, more sharply. */
export function slopeFindings(subject: string, series: readonly StudySeries[]): readonly Finding[] {
  return series.flatMap(({ id, fit, expected }) => {
    if (expected === null) return [];
    return [compare(`${subject}, ${id}`, fit?.slope ?? NaN, expected, expected === 0 ? 0.1 : 0.2)];
  });
}

function trialsOf({ kernels, shipped }: Materials): readonly Trial[] {
  return shipped.flatMap(({ id: subject, document }) =>
    studies
      .filter((study) => isAbout(study, document))
      .map((study) => ({
        subject,
        measure: () => slopeFindings(subject, seriesOf(study, document, kernels)),
      })),
  );
}

export const slopes: Check = {
  id: 'slopes',
  label: 'Continuum and viscous limits',
  help: 'Powers measured over families of runs: network less continuum as the square of the spacing, or never (E1); field less gradient flow as η², after a kick as η, unit steps as η, next order as η⁴.',
  trials: trialsOf,
};
