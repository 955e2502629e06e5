import { createProjector, type Projector } from './project.ts';

/**
 * Where the field stands on the screen now, for a picture that flies out of it or back into it: its projector and its element.
 * Written by the stage that draws it, with every drawing.
 */
export interface Pad {
  readonly projector: Projector;
  element: HTMLElement;
}

const projector = createProjector();
let pad: Pad | null = null;

/** The field was drawn, so seen. */
export function standOn(seen: Projector, element: HTMLElement): void {
  const { matrix } = seen;
  projector.matrix.set(matrix);
  projector.curl = seen.curl;
  projector.width = seen.width;
  projector.height = seen.height;
  projector.distance = seen.distance;
  pad ??= { projector, element };
  pad.element = element;
}

/** The stage of an element is gone. */
export function leavePad(element: HTMLElement): void {
  if (pad?.element === element) pad = null;
}

/** Where the field stands; null where it is not on the screen. */
export function padNow(): Pad | null {
  return pad?.element.isConnected === true ? pad : null;
}
