/** Words of what a dense network computes: its neurons as maps, and its output beside it. */
export const denseMessages = {
  'dense.key': 'answer of a neuron',
  'dense.keyCurve': 'answer, height and colour',
  'dense.keyHelp':
    'The same for all neurons, so that a flat tile is a saturated neuron; a layer that goes beyond 1 is scaled to its largest so far, inputs to their extent, outputs to their targets.',
  'dense.plot.classes': '● target {high}  ○ target {low}',
  'dense.plot.level': 'lines where Z = {level}',
  'dense.plot.targets': '○ targets',
  'dense.plot.tested': '  □ test',
  'dense.plot.line': '— {track}, Z = {level}',
  'dense.plot.right': '— {track}: {right} of {count} right',
  'dense.choice.track': 'Answers of',
  'dense.choice.output': 'Output',
  'dense.choice.right': 'To the right',
  'dense.choice.up': 'Upwards',
  'dense.choice.held': 'the others as in sample {sample}',
  'dense.summary': '{said}. Answers over {axes}: {tracks}',
  'dense.summary.right': '{track}: {right} of {count} samples right',
  'dense.summary.track': '{track}: no classes to be right about',
} as const;
