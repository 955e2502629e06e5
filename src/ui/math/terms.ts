import '../../messages/late.ts';
import type { MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { terms, type Term } from '../../store/screenKeys.ts';
import './terms.css';

/** What each is called, and what it is and where it is seen. */
export const termWords: Readonly<Record<Term, { readonly name: MessageId; readonly about: MessageId }>> = {
  second: { name: 'term.second.name', about: 'term.second' },
  ghost: { name: 'term.ghost.name', about: 'term.ghost' },
  J: { name: 'term.J.name', about: 'term.J' },
  K: { name: 'term.K.name', about: 'term.K' },
  friction: { name: 'term.friction.name', about: 'term.friction' },
  heat: { name: 'term.heat.name', about: 'term.heat' },
};

/** The terms of equations that stand for something on the screen, each once, in their order. */
export function termsOf(equations: readonly { readonly tex: string }[]): readonly Term[] {
  const found = equations.flatMap(({ tex }) =>
    [...tex.matchAll(/\\htmlClass\{c-(\w+)\}/g)].flatMap(
      ([, name]) => terms.find((term) => term === name) ?? [],
    ),
  );
  return [...new Set(found)];
}

/** The term that a part of the page stands for: a letter of a typeset equation, or words in a picture. */
function termAt(target: EventTarget | null): { readonly element: HTMLElement; readonly term: Term } | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement>('[data-term], .eq [class*="c-"]');
  if (element === null) return null;
  const named = element.dataset.term ?? /\bc-(\w+)/.exec(element.className)?.[1];
  const term = terms.find((one) => one === named);
  return term === undefined ? null : { element, term };
}

/** Lights what a term stands for; null: nothing. */
export function light(term: Term | null): void {
  const { lit, setLit } = useLab.getState();
  if (lit === term) return;
  setLit(term);
  // For the page's styles.
  if (term === null) delete document.documentElement.dataset.lit;
  else document.documentElement.dataset.lit = term;
}

/** Hovering or touching a term lights up what it stands for; the page's one gloss says what that is. Called once. */
export function startTerms(): void {
  const over = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    const found = event.buttons === 0 ? termAt(event.target) : null;
    // Before the gloss asks, which listens to the document.
    if (found !== null && found.element.dataset.tipMessage === undefined)
      found.element.dataset.tipMessage = termWords[found.term].about;
    if (found !== null) light(found.term);
    else if (!(
      document.activeElement instanceof HTMLElement && document.activeElement.dataset.term !== undefined
    ))
      light(null);
  };
  const press = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') return;
    const term = termAt(event.target)?.term ?? null;
    light(term === useLab.getState().lit ? null : term);
  };
  const focus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.dataset.term !== undefined)
      light(termAt(target)?.term ?? null);
  };
  const blur = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.dataset.term !== undefined) light(null);
  };
  window.addEventListener('pointerover', over, true);
  window.addEventListener('pointerdown', press, true);
  window.addEventListener('focusin', focus);
  window.addEventListener('focusout', blur);
}
