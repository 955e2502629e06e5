import { useMemo, type JSX } from 'react';
import { declared } from '../../messages/index.ts';
import { controlsOf } from '../../scenario/patch.ts';
import { latestFrame, useLab, type PresentRun } from '../../store/index.ts';
import type { NumericDeclaration, ParameterControl, SectionControls } from '../controls/types.ts';
import { DragNumber } from './DragNumber.tsx';
import type { Equation } from './equations.ts';
import type { Hands } from './hands.ts';
import { isFlat, piecesOf } from './pieces.ts';

/** A letter of the equations that is one number of the run. */
interface Lettered {
  /** Section and kind that it belongs to. */
  readonly section: SectionControls;
  readonly control: ParameterControl;
  readonly declaration: NumericDeclaration;
  readonly value: number;
}

/** Letters of sums over the lattice: a number stands for them only where all of them are the same. */
const COUPLINGS = ['J', 'K'];
const NEITHER = { J: false, K: false };
/** Letters that a parameter's own symbol may be, besides friction's. */
const LETTERS: Readonly<Record<string, string>> = { J: 'c-J', K: 'c-K', T: 'c-heat', η: '' };

/** Parameters whose symbol is a letter of the equations, by that letter. */
export function letteredOf(
  { scenario }: Pick<PresentRun, 'scenario'>,
  flat: Readonly<Record<string, boolean>>,
): ReadonlyMap<string, Lettered> {
  const found = new Map<string, Lettered>();
  for (const section of controlsOf(scenario)) {
    for (const control of section.parameters) {
      const { declaration, value } = control;
      const numeric =
        declaration.type === 'real' || declaration.type === 'optional-real' || declaration.type === 'profile';
      if (!numeric || typeof value !== 'number' || !Object.hasOwn(LETTERS, declaration.symbol)) continue;
      if (COUPLINGS.includes(declaration.symbol) && !flat[declaration.symbol]) continue;
      found.set(declaration.symbol, { section, control, declaration, value });
    }
  }
  return found;
}

/** Which couplings of the run are the same everywhere, of the frame that came when the engine had last done what it was told. */
function useFlat(): Readonly<Record<string, boolean>> {
  const info = useLab((state) => state.info);
  const settled = useLab((state) => state.settled);
  const there = useLab((state) => state.readouts !== null);
  return useMemo(() => {
    const frame = info !== null && (there || settled) ? latestFrame() : null;
    if (frame === null) return NEITHER;
    const drawn = frame.fullJ.length > 0;
    return {
      J: isFlat(drawn ? frame.fullJ : frame.sourceJ),
      K: isFlat(drawn ? frame.fullK : frame.couplingK),
    };
  }, [info, settled, there]);
}

/** Equations with the run's own numbers in the place of letters, each number a slider; those without any are left out. */
export function NumberedEquations({
  run,
  equations,
  hands,
}: {
  readonly hands: Hands;
  readonly run: PresentRun;
  readonly equations: readonly Equation[];
}): JSX.Element {
  const flat = useFlat();
  const lettered = useMemo(() => letteredOf(run, flat), [run, flat]);
  const symbols = ['γ', ...lettered.keys()];
  return (
    <div className="eq-lines">
      {equations.map(({ id, plain }) => {
        const pieces = piecesOf(plain, symbols);
        if (pieces.every(({ symbol }) => symbol === null)) return null;
        return (
          <p className="eq-line" key={id}>
            {pieces.map(({ text, symbol }, at) => {
              const key = `${at}${text}`;
              const one = symbol === null ? undefined : lettered.get(symbol);
              if (symbol === 'γ') return <FrictionNumber key={key} run={run} hands={hands} />;
              return one === undefined ? (
                <i key={key}>{text}</i>
              ) : (
                <LetterNumber key={key} of={one} hands={hands} />
              );
            })}
          </p>
        );
      })}
    </div>
  );
}

function FrictionNumber({ run, hands }: { readonly run: PresentRun; readonly hands: Hands }): JSX.Element {
  // The same functions for as long as the page lives (hands.ts).
  // oxlint-disable-next-line react/hooks
  const { handle, declaration, gamma } = hands.useFriction(run);
  if (gamma === null) return <i>γ</i>;
  const label = declared('parameter.expansion.de-sitter.gamma.label', declaration.label);
  return (
    <DragNumber
      hands={hands}
      name={`${label} ${declaration.symbol}`}
      look="c-friction"
      declaration={declaration}
      handle={handle}
      value={gamma}
    />
  );
}

function LetterNumber({ of: one, hands }: { readonly of: Lettered; readonly hands: Hands }): JSX.Element {
  const { section, control, declaration, value } = one;
  const id = hands.parameterId(section, control);
  // The same functions for as long as the page lives (hands.ts).
  // oxlint-disable-next-line react/hooks
  const handle = hands.useParameter<unknown>(control.path, value, declaration.apply === 'live');
  return (
    <DragNumber
      hands={hands}
      name={`${declared(`${id}.label`, declaration.label)} ${declaration.symbol}`}
      look={LETTERS[declaration.symbol]}
      declaration={declaration}
      handle={handle}
      value={typeof handle.shown === 'number' ? handle.shown : value}
    />
  );
}
