import { describe, expect, it } from 'vitest';
import { controlsOf } from '../../../src/scenario/patch.ts';
import { keyControls, withoutKeyControls } from '../../../src/ui/strip/keyControls.ts';
import { documentOf } from '../../helpers/run.ts';

const { scenario } = documentOf({
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
});
const sections = controlsOf(scenario);
const paths = (asked: unknown): readonly string[] =>
  keyControls(asked, sections).map(({ control }) => control.path);

describe('view.controls', () => {
  it('one or two numbers that the run has, in their order; friction stands there anyway', () => {
    expect(paths(['data.K', 'expansion.gamma', 'dynamics.dt'])).toEqual(['data.K', 'dynamics.dt']);
    expect(paths(['data.K', 'data.K', 'data.J', 'system.N'])).toEqual(['data.K', 'data.J']);
  });
  it.each([[undefined], ['data.K'], [{ path: 'data.K' }], [['nothing.here', 7, null, 'system.kind']]])(
    'what is not understood is passed over: %j',
    (asked) => expect(paths(asked)).toEqual([]),
  );
  it('what stands in the strip stands nowhere else', () => {
    const rail = withoutKeyControls(sections, keyControls(['data.K'], sections)).flatMap(({ parameters }) =>
      parameters.map(({ path }) => path),
    );
    expect(rail).not.toContain('data.K');
    expect(rail).not.toContain('expansion.gamma');
    expect(rail).toContain('data.J');
  });
});
