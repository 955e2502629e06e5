/** Groups of messages that only parts loaded after the first paint show: dialogs, charts, the right rail, the tour. */
const groups = [
  'axis.',
  'chart.',
  'compare.',
  'continuum.',
  'copy.',
  'dictionary.',
  'equation.',
  'errata.',
  'field.courant',
  'field.illPosed',
  'ground.',
  'limit.',
  'palette.',
  'scenarios.',
  'shortcuts.',
  'spacing.',
  'stability.',
  'stopped.',
  'study.',
  'synapse.',
  'tour.',
  'twoField.',
  'unit.',
  'worksheet.',
  'universe.',
  'verify.',
];
/** Messages of these groups that the first screen shows: tabs of charts, buttons that open what is loaded later. */
const first =
  /^chart\.(loading|title|\w+\.(name|title|help))$|^compare\.(open|stop|twinInstead)$|^twoField\.gloss$/;

/** Whether a message comes with the parts that are loaded later (`late.ts`); the build parts the catalogue so. */
export function isLate(id: string): boolean {
  return groups.some((group) => id.startsWith(group)) && !first.test(id);
}
