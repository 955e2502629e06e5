import { afterEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/app/keep/address.ts';
import { formula } from '../../../src/ui/lesson/formula.ts';
import { lessonPosition } from '../../../src/ui/lesson/LessonSlot.tsx';
import { documentOf } from '../../helpers/run.ts';
import { sections, StoreLab } from '../../store/lab.ts';

describe('place of a lesson', () => {
  it('beside the pictures, below them on phones and on tablets held upright', () => {
    expect(lessonPosition('wide', 1600, 900)).toBe('rail');
    expect(lessonPosition('narrow', 1280, 720)).toBe('rail');
    expect(lessonPosition('stacked', 1024, 768)).toBe('rail');
    expect(lessonPosition('stacked', 768, 1024)).toBe('sheet');
    expect(lessonPosition('phone', 390, 844)).toBe('sheet');
  });
});

describe('a formula that a stranger wrote', () => {
  it('is typeset with MathML for who listens; links, pictures, styles and markup are refused', () => {
    expect(formula('\\gamma')).toContain('<math');
    for (const tex of [
      '\\href{javascript:alert(1)}{x}',
      '\\includegraphics{https://example.org/x.png}',
      '\\htmlStyle{position: fixed}{x}',
      '\\htmlClass{modal}{x}',
      '<img src=x onerror=alert(1)>',
    ]) {
      const markup = formula(tex);
      expect(markup, tex).not.toMatch(/<(?:a|img|script)\b|class="modal"|style="position/);
    }
  });
  it('cannot be larger than 10 em, nor expand for ever, nor throw', () => {
    expect(formula('\\rule{900em}{900em}')).toContain('10em');
    expect(formula('\\rule{900em}{900em}')).not.toMatch(/border-top-width:900em/);
    expect(formula('\\def\\x{\\x\\x}\\x')).toContain('katex-error');
    expect(formula('\\frac{')).toContain('katex-error');
  });
});

describe('the step of a lesson in a document and in the address', () => {
  let lab: StoreLab | null = null;
  afterEach(() => lab?.close());

  it('is saved and opened with its run; another run leaves it; undo brings the step of the run back', () => {
    const at = (step: string) => ({ ...documentOf(sections), view: { lesson: { id: 'friction', step } } });
    lab = new StoreLab(at('ring'));
    expect(lab.state.lesson).toEqual({ id: 'friction', step: 'ring' });
    lab.state.openDocument(at('creep'));
    lab.settle();
    expect(lab.state.lesson).toEqual({ id: 'friction', step: 'creep' });
    expect(JSON.parse(lab.state.save())).toMatchObject({ view: { lesson: { step: 'creep' } } });
    lab.state.openDocument(documentOf(sections));
    lab.settle();
    expect(lab.state.lesson).toEqual({ id: 'friction', step: 'creep' });
    lab.undo();
    lab.undo();
    expect(lab.state.lesson).toEqual({ id: 'friction', step: 'ring' });
    lab.state.setLesson(null);
    lab.redo();
    expect(lab.state.lesson, 'a lesson that was closed stays closed').toBeNull();
    expect((JSON.parse(lab.state.save()) as { view: object }).view).not.toHaveProperty('lesson');
  });

  it.each([7, 'friction', {}, { id: 'friction' }, { id: '../x', step: 'a' }, { id: 'a', step: 3 }])(
    'what names no step is passed over: %j',
    (lesson) => {
      lab = new StoreLab({ ...documentOf(sections), view: { lesson } });
      expect(lab.state.lesson).toBeNull();
    },
  );

  it('an address names the step instead of its scenario', () => {
    const place = { id: 'friction', step: 'creep' };
    expect(addressOf('https://lab.test/?scenario=xor&quality=test', 'ring-wave', place)).toBe(
      'https://lab.test/?quality=test&lesson=friction&step=creep',
    );
    expect(addressOf('https://lab.test/?lesson=a&step=2', 'xor')).toBe('https://lab.test/?scenario=xor');
  });
});
