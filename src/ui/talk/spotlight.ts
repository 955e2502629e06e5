/** Where the spotlight is: written straight into the page, for it follows the pointer at every move. */

/** Part of the window that an arrow moves it by. */
const STRIDE = 0.04;

/** Middle of the light, as parts of the window. */
const place = { x: 0.5, y: 0.45 };
let shown: HTMLElement | null = null;

function write(): void {
  shown?.style.setProperty('--light-x', `${(100 * place.x).toFixed(2)}%`);
  shown?.style.setProperty('--light-y', `${(100 * place.y).toFixed(2)}%`);
}

function follow({ clientX, clientY }: PointerEvent): void {
  place.x = clientX / window.innerWidth;
  place.y = clientY / window.innerHeight;
  write();
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Moves the light by the keyboard, in strides. */
export function nudgeSpotlight(x: number, y: number): void {
  place.x = within(place.x + x * STRIDE);
  place.y = within(place.y + y * STRIDE);
  write();
}

/** Lets a veil follow the pointer, for as long as it stands. Returns a function that ends it. */
export function attachSpotlight(veil: HTMLElement): () => void {
  shown = veil;
  write();
  window.addEventListener('pointermove', follow, { passive: true });
  window.addEventListener('pointerdown', follow, { passive: true });
  return () => {
    shown = null;
    window.removeEventListener('pointermove', follow);
    window.removeEventListener('pointerdown', follow);
  };
}

/** The pointer's place is known before the light is switched on. */
export function watchPointer(): () => void {
  window.addEventListener('pointermove', follow, { passive: true });
  return () => window.removeEventListener('pointermove', follow);
}
