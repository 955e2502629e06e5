import { beforeEach, describe, expect, it } from 'vitest';
import { onScreen, screenNow, showScreen } from '../../../src/app/second/mirror.ts';
import type { Screen } from '../../../src/app/second/protocol.ts';
import { useAudience } from '../../../src/store/audience.ts';
import { useSight } from '../../../src/ui/second/sight.ts';

const caption = { title: 'A bump', line: 'It spreads.', place: '3 of 7' };
beforeEach(() => {
  useAudience.setState({ caption: null, chart: null });
  useSight.setState({ caption: null, chart: null });
});

describe('what a talk says', () => {
  it('goes over with the screen: all of it to one that comes, then what changes', () => {
    const told: Screen[] = [];
    const end = onScreen((changed) => told.push(changed));
    useAudience.setState({ caption, chart: 'cost' });
    expect(told).toEqual([{ caption, chart: 'cost' }]);
    useAudience.setState({ windows: 2 });
    end();
    useAudience.setState({ caption: null });
    expect(told).toHaveLength(1);
    useAudience.setState({ caption });
    expect(screenNow()).toMatchObject({ caption, chart: 'cost' });
    showScreen(screenNow());
    expect(useSight.getState()).toMatchObject({ caption, chart: 'cost' });
    showScreen({ caption: null, chart: null });
    expect(useSight.getState()).toMatchObject({ caption: null, chart: null });
  });

  it.each([
    7,
    'words',
    undefined,
    {},
    { title: 'a', line: 'b' },
    { title: 1, line: '', place: '' },
    { title: 'x'.repeat(401), line: '', place: '' },
  ])('what is none is passed over: %j', (odd) => {
    useSight.setState({ caption, chart: 'cost' });
    showScreen({ caption: odd, chart: typeof odd === 'object' ? odd : 7 });
    expect(useSight.getState()).toMatchObject({ caption, chart: 'cost' });
  });
});
