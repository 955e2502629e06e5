import { afterEach, beforeEach, expect, it } from 'vitest';
import { pictures } from '../../src/app/pictures.ts';
import { connectOutside } from '../../src/app/outside.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { useLab } from '../../src/store/index.ts';
import { aloneOf } from '../../src/store/pictures.ts';
import { grounds } from '../../src/store/screenKeys.ts';
import { showAlone } from '../../src/ui/commands.ts';
import { useUi } from '../../src/ui/uiState.ts';
import { documentOf } from '../helpers/run.ts';
import { sections, StoreLab } from '../store/lab.ts';

/** Screen state that lives outside the store comes back with a file: every picture that stands alone, every ground. */

let lab: StoreLab;
const alone = pictures.filter(({ place }) => place === 'alone').map(({ id }) => id);
/** Another visit to the page. */
const visit = (): void => {
  useUi.setState({ tab: null, groundChoice: 'system' });
  lab = new StoreLab(documentOf(sections));
  useLab.setState({ pictures });
};

beforeEach(() => {
  connectOutside();
  visit();
});
afterEach(() => lab.close());

/** Saves the run as it is shown, goes home, and opens what was saved. */
function reopened(): unknown {
  const text = useLab.getState().save();
  lab.close();
  visit();
  lab.state.openText('saved.json', text);
  lab.settle();
  return parseRunDocument(text).view;
}
const shownAlone = (): string | undefined => {
  const { pictures: all, maximized } = useLab.getState();
  return (aloneOf(all, useUi.getState().tab) ?? aloneOf(all, maximized))?.id;
};

it.each(alone)('scene: a run that was saved with the %s opens with it', (id) => {
  showAlone(id);
  expect(shownAlone()).toBe(id);
  expect(reopened()).toMatchObject({ scene: id });
  expect(shownAlone()).toBe(id);
});

it('scene: a run that was saved with its pictures takes one that stands alone away', () => {
  const text = lab.state.save();
  showAlone(alone[0]);
  lab.state.openText('saved.json', text);
  lab.settle();
  expect(shownAlone()).toBeUndefined();
});

it.each(grounds)('ground: %s is opened as it was saved; of the system’s own nothing is written', (ground) => {
  expect(parseRunDocument(lab.state.save()).view.ground).toBeUndefined();
  useUi.setState({ groundChoice: ground });
  expect(reopened()).toMatchObject({ ground });
  expect(useUi.getState().groundChoice).toBe(ground);
  expect(useLab.getState().ground).toBe(ground);
});
