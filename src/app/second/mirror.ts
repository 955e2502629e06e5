/**
 * What of the laptop's screen the audience sees: which pictures, from where, what is pointed at. Written from the laptop's
 * store and taken into the window's, key by key; what a key may hold its table says (store/screenKeys.ts).
 */
import { useAudience, type Caption } from '../../store/audience.ts';
import { aboutOf, onWay, setWay, useLab, wayNow, type LabState } from '../../store/index.ts';
import { readWay } from '../../store/way.ts';
import { viewKeys } from '../../store/screenKeys.ts';
import { useSight } from '../../ui/second/sight.ts';
import { askView, onViewMove, viewOffset } from '../../views/scene/sharedView.ts';
import type { Screen } from './protocol.ts';

/** Keys of the store that go over as they are. Not `drift`: the camera of the laptop drifts, and is followed. */
const KEYS = [
  'unrolled',
  'hovered',
  'selected',
  'sample',
  'maximized',
  'hiddenTracks',
  'magnified',
  'comparison',
  'plane',
  'currents',
  'maps',
] as const satisfies readonly (keyof typeof viewKeys & keyof LabState)[];

const LONGEST_ABOUT = 400;
const LONGEST_CAPTION = 400;
const LONGEST_CHART = 60;
/** A language as BCP 47 writes it, as far as the form goes. */
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,5}$/i;

/** The screen as it is now. */
export function screenNow(): Screen {
  const state = useLab.getState();
  const { caption, chart } = useAudience.getState();
  const screen: Record<string, unknown> = {
    about: aboutOf(state)?.slice(0, LONGEST_ABOUT) ?? null,
    camera: viewOffset(),
    way: wayNow(),
    caption,
    chart,
  };
  for (const key of KEYS) screen[key] = state[key];
  return screen;
}

/** Calls back with what has changed. @returns what ends it */
export function onScreen(tell: (changed: Screen) => void): () => void {
  const camera = Symbol('audience');
  let about = aboutOf(useLab.getState());
  const ends = [
    useLab.subscribe((now, before) => {
      const changed: Record<string, unknown> = {};
      for (const key of KEYS) if (now[key] !== before[key]) changed[key] = now[key];
      const words = aboutOf(now);
      if (words !== about) changed.about = about = words;
      if (Object.keys(changed).length > 0) tell(changed);
    }),
    useAudience.subscribe(({ caption, chart }, before) => {
      if (caption !== before.caption || chart !== before.chart) tell({ caption, chart });
    }),
    onWay((way) => tell({ way })),
    onViewMove(camera, (offset) => tell({ camera: offset })),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** What a talk says, as it was sent; undefined: it is none. */
function readCaption(value: unknown): Caption | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'object' || value === undefined) return undefined;
  const { title, line, place, language } = value as Partial<Record<keyof Caption, unknown>>;
  const isWords = (words: unknown): words is string =>
    typeof words === 'string' && words.length <= LONGEST_CAPTION;
  if (!isWords(title) || !isWords(line) || !isWords(place)) return undefined;
  const known = typeof language === 'string' && LANGUAGE.test(language);
  return known ? { title, line, place, language } : { title, line, place };
}

/** Takes over what was sent of a screen; what a key cannot hold is passed over. */
export function showScreen(screen: Screen): void {
  const taken: Record<string, unknown> = {};
  for (const key of KEYS) {
    const value = viewKeys[key].read(screen[key]);
    if (value !== undefined) taken[key] = value;
  }
  const { about, camera, way, chart } = screen;
  const caption = readCaption(screen.caption);
  if (caption !== undefined) useSight.setState({ caption });
  if (chart === null || (typeof chart === 'string' && chart.length <= LONGEST_CHART))
    useSight.setState({ chart });
  if (about === null || typeof about === 'string') taken.about = about?.slice(0, LONGEST_ABOUT) ?? null;
  if (Object.keys(taken).length > 0) useLab.setState(taken);
  if (camera !== undefined) askView(camera);
  if (way !== undefined) setWay(readWay(way));
}
