import '../../messages/late.ts';
import { useEffect, useRef, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { onLanding, onWay, setWay, useLab, wayNow } from '../../store/index.ts';
import { wayWords } from './wayWords.ts';
import './morph.css';

/** Positions of the slider. */
const STEPS = 100;

/**
 * The slider on the seam of two pictures: it merges them into one as it leaves zero. Written as DOM, never through React, for a
 * flight moves it with every drawing.
 */
export function Seam({ id }: { readonly id: string }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const fill = useRef<HTMLDivElement>(null);
  const thumb = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = input.current;
    if (element === null) return;
    const isShown = (): boolean => useLab.getState().maximized === id;
    const write = (way: number): void => {
      const at = `${(100 * way).toFixed(2)}%`;
      element.value = String(Math.round(STEPS * way));
      element.setAttribute('aria-valuetext', wayWords(way));
      if (fill.current !== null) fill.current.style.width = at;
      if (thumb.current !== null) thumb.current.style.left = at;
    };
    const moved = (): void => {
      const way = Number(element.value) / STEPS;
      setWay(way);
      if (way > 0 && !isShown()) useLab.getState().maximize(id);
    };
    const changed = (): void => {
      if (Number(element.value) === 0 && isShown()) useLab.getState().maximize(null);
    };
    element.addEventListener('input', moved);
    element.addEventListener('change', changed);
    const end = onWay(write);
    // Flown back to its wires it is the network again, beside its field.
    const endLanding = onLanding((at) => {
      if (at === 0 && isShown()) useLab.getState().maximize(null);
    });
    write(wayNow());
    return () => {
      end();
      endLanding();
      element.removeEventListener('input', moved);
      element.removeEventListener('change', changed);
    };
  }, [id]);
  // It comes after the pictures, whose labels keep clear of it: their room is another, and again when it goes.
  useEffect(() => {
    const tell = (): boolean => window.dispatchEvent(new Event('resize'));
    tell();
    return () => void tell();
  }, []);
  return (
    <div className="seam" data-over-picture="words">
      <span aria-hidden="true">{text('morph.graph')}</span>
      <div className="slider">
        <div className="slider-control">
          <div className="slider-track">
            <div className="slider-fill" ref={fill} />
            <div className="slider-thumb" ref={thumb} />
          </div>
          <input
            ref={input}
            type="range"
            className="slider-input"
            aria-label={text('morph.slider')}
            min={0}
            max={STEPS}
            step={1}
            defaultValue={0}
          />
        </div>
      </div>
      <span aria-hidden="true">{text('morph.lattice')}</span>
    </div>
  );
}
