/** English of the charts. */
export const chartMessages = {
  'drawer.name': 'Charts',
  'drawer.tabs': 'Charts, left',
  'drawer.tabsRight': 'Charts, right',
  'drawer.resize': 'Height of the charts',
  'drawer.maximize': 'Maximise this chart',
  'drawer.restore': 'Make the chart small again',
  'drawer.choose': 'Chart',
  'drawer.save': 'Save this chart',
  'drawer.saveCsv': 'Numbers (CSV)',
  'drawer.savePng': 'Picture (PNG)',
  'drawer.saveSvg': 'Drawing (SVG)',
  'drawer.nothing': 'There is nothing to save yet: let the run take some steps.',
  'drawer.saved': 'Saved {file}.',

  'chart.loading': 'Loading the chart…',
  'chart.time': 'time *t*',
  'chart.fileTitle': '{chart}: {scene}',
  'chart.track.second': 'second order',
  'chart.track.ghost': 'flow',
  'chart.track.descent': 'descent',
  'chart.track.theory': 'theory',
  'chart.track.continuum': 'continuum',

  'chart.title': 'Cost and energies',
  'chart.cost.name': 'Cost',
  'chart.cost.help':
    'Cost of every run and energy of those with inertia, in units of target², on a logarithmic axis.',
  'chart.cost.axis': 'cost, energy: target², logarithmic',
  'chart.cost': 'cost *C*',
  'chart.energy': 'energy *T* + *C*',
  'chart.ghost': 'flow *C*',
  'chart.descent': 'descent *C*',
  'chart.theory': 'theory *C*',
  'chart.other': '{track} *C*',
  'chart.otherEnergy': '{track} *T* + *C*',
  'chart.empty': 'Press play: cost and energies appear here.',
  'chart.summary': 'Cost and energies up to time {time}, on a logarithmic axis. Now: {values}.',

  'chart.budget.name': 'Energy',
  'chart.budget.title': 'Energy budget',
  'chart.budget.help':
    'Where the energy is: in motion, in the cost, taken out by friction, put in by changes of samples and parameters. What does not add up is the residual; it is approximate, for the friction is summed by quadrature, O(h²).',
  'chart.budget.axis': 'energy, target²',
  'chart.budget.residualAxis': 'approximate residual, target²',
  'chart.budget.kinetic': 'kinetic *T*',
  'chart.budget.potential': 'potential *C*',
  'chart.budget.dissipated': 'dissipated',
  'chart.budget.injected': 'injected',
  'chart.budget.residual': 'residual',
  'chart.budget.empty': 'Press play: the energy and where it goes appear here.',
  'chart.budget.none':
    'First-order runs have no inertia, so no energy to account for. Switch a second-order run on to see its budget.',
  'chart.budget.summary': 'Energy budget up to time {time}. Now: {values}.',

  'chart.weights.name': 'Weights',
  'chart.weights.title': 'Weights over time',
  'chart.weights.help':
    'The chosen weight, bold, and those beside it on the lattice. Click a synapse to choose another.',
  'chart.weights.axis': 'weight *w*',
  'chart.weights.empty': 'Press play: the chosen weight and its neighbours appear here.',
  'chart.weights.summary': 'Weights up to time {time}. Now: {values}.',

  'chart.phase.name': 'Phase',
  'chart.phase.title': 'Phase portrait',
  'chart.phase.help':
    'The chosen weight and its rate of change: open dot where it began, solid dot where it is. Click a synapse to choose another.',
  'chart.phase.weight': 'weight {weight}',
  'chart.phase.rate': 'rate of change d{weight}/d*t*',
  'chart.phase.empty': 'Press play: the path of the chosen weight and its rate of change appears here.',
  'chart.phase.at': '{track} at {value} with rate {rate}',
  'chart.phase.summary': 'Path of {weight} and its rate of change. Now: {said}.',

  'chart.histogram.name': 'Histogram',
  'chart.histogram.title': 'Histogram of the weights',
  'chart.histogram.help':
    'How many weights have about which value now: bars for the main run, lines for the others.',
  'chart.histogram.weight': 'weight *w*',
  'chart.histogram.count': 'number of weights',
  'chart.histogram.empty': 'Open a scenario: the histogram of its weights appears here.',
  'chart.histogram.summary':
    'Histogram of the weights in {bins} bins from {low} to {high}; the fullest holds {most}.',

  'chart.learned.name': 'Learned',
  'chart.learned.title': 'What is learned',
  'chart.learned.help':
    'What the network gives and what it should give: along the ring, as a curve, as a map, or against each other.',
  'chart.learned.none':
    'A field by itself has no outputs, so there is nothing to learn here. Open a network.',
  'chart.learned.empty':
    'What the network gives, and what it should give, appears here as soon as a scenario is open.',
  'chart.learned.cost': 'cost',
  'chart.learned.testCost': 'test cost',
  'chart.learned.accuracy': 'accuracy',
  'chart.learned.testAccuracy': 'test accuracy',
  'chart.learned.site': 'output *i*',
  'chart.learned.output': 'output *Z* (target)',
  'chart.learned.input': 'input *X*',
  'chart.learned.inputOne': '*X*₁',
  'chart.learned.inputTwo': 'input *X*₂',
  'chart.learned.target': 'target *Y*',
  'chart.learned.noteTargets': '○ targets *Y*',
  'chart.learned.noteMap': '● targets *Y*',
  'chart.learned.noteTest': '× test',
  'chart.learned.noteDiagonal': 'dashed: outputs that meet their targets',
  'chart.learned.sample': 'sample',
  'chart.learned.outputPick': 'output',
  'chart.learned.of': 'of {count}',
  'chart.learned.profileSummary': 'Outputs and targets of sample {sample} along the ring. {said}.',
  'chart.learned.curveSummary': 'Output as a function of the input, through {samples} samples. {said}.',
  'chart.learned.mapSummary': 'Output as a map over the two inputs, with {samples} samples. {said}.',
  'chart.learned.scatterSummary': 'Outputs against targets, {numbers} numbers. {said}.',

  'chart.spaceTime.name': 'Space-time',
  'chart.spaceTime.title': 'Space-time diagram',
  'chart.spaceTime.help':
    'The field along the first sheet, time to the right, from when this chart was opened. Of a sheet with rows it is the row of the chosen weight.',
  'chart.spaceTime.site': 'site *n*, from when it was opened',
  'chart.spaceTime.scale': '*w* to ±{limit}',
  'chart.spaceTime.empty': 'Press play: the field along its lattice is drawn here as time passes.',
  'chart.spaceTime.summary':
    'The field at {sites} sites from time {from} to {to}, coloured up to plus or minus {limit}.',

  'chart.expansion.name': 'Expansion',
  'chart.expansion.title': 'Expansion history',
  'chart.expansion.help':
    'Learning rate η = 1/γ and Hubble rate H = γ/d, logarithmic; below, ln a and the fluid’s w.',
  'chart.horizon.name': 'Horizon',
  'chart.horizon.title': 'Modes and horizon',
  'chart.horizon.help':
    'Frequencies ω of the lattice’s waves against γ/2, above which they swing. That it is a horizon is an analogy.',
} as const;
