import { useEffect, useState, type JSX } from 'react';
import { createPortal } from 'react-dom';
import { declared } from '../../messages/index.ts';

const GLOSSED = '[data-tip], [data-tip-message], [data-help]';
const DELAY_MS = 500;
const GAP = 8;
const EDGE = 8;
const WIDTH = 260;

interface Tip {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly below: boolean;
}

/** Words of an element: its own tip, or the help sentence that describes its controls. */
function wordsOf(element: HTMLElement): string {
  if (element.dataset.tip !== undefined) return element.dataset.tip;
  // A message that is loaded later says nothing until it is there.
  if (element.dataset.tipMessage !== undefined) return declared(element.dataset.tipMessage, '');
  const help = element.dataset.help;
  return (help === undefined ? null : document.getElementById(help)?.textContent) ?? '';
}

/** Beside the rails' rows, above or below everything else. */
function place(element: HTMLElement, text: string): Tip {
  const box = element.getBoundingClientRect();
  const inRail = element.dataset.help !== undefined && element.closest('.key-strip') === null;
  const beside = inRail && box.right + GAP + WIDTH < window.innerWidth;
  if (beside) return { text, left: box.right + GAP, top: Math.max(EDGE, box.top), below: true };
  const below = box.top < window.innerHeight / 2;
  const left = Math.min(Math.max(EDGE, box.left), Math.max(EDGE, window.innerWidth - WIDTH - EDGE));
  return { text, left, top: below ? box.bottom + GAP : box.top - GAP, below };
}

/**
 * One gloss for the whole page: elements with `data-tip` (words), `data-tip-message` (id of a message) or `data-help` (id of a sentence that
 * also describes the control to a screen reader) show it on hover after a moment, and at once on
 * keyboard focus. Escape hides it.
 */
export function Tips(): JSX.Element | null {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Who has just pressed a button knows what it does: its tip waits until the pointer has been away.
    let pressed: Element | null = null;
    const show = (target: EventTarget | null, delay: number): void => {
      clearTimeout(timer);
      const element = target instanceof Element ? target.closest<HTMLElement>(GLOSSED) : null;
      const words = element === null ? '' : wordsOf(element);
      if (element === null || words === '') setTip(null);
      else timer = setTimeout(() => setTip(place(element, words)), delay);
    };
    const hide = (): void => {
      clearTimeout(timer);
      setTip(null);
    };
    const over = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      if (event.target instanceof Element && pressed?.contains(event.target)) return;
      pressed = null;
      show(event.target, DELAY_MS);
    };
    const press = (event: PointerEvent): void => {
      pressed = event.target instanceof Element ? event.target.closest('button, .ctl, .pick, .speed') : null;
      hide();
    };
    const focus = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) {
        show(event.target, 0);
      }
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('pointerdown', press);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', hide);
    document.addEventListener('keydown', key);
    document.addEventListener('scroll', hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', key);
      document.removeEventListener('scroll', hide, true);
    };
  }, []);
  if (tip === null) return null;
  // The controls carry the same words for screen readers, so the drawn copy is hidden from them.
  return createPortal(
    <div
      className={tip.below ? 'tip' : 'tip above'}
      aria-hidden="true"
      style={{ left: tip.left, top: tip.top, maxWidth: WIDTH }}
    >
      {tip.text}
    </div>,
    document.body,
  );
}
