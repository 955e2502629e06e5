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

  'chart.title': 'Cost and energies',
  'chart.cost.name': 'Cost',
  'chart.cost.help':
    'Cost of every run and energy of those with inertia, on a logarithmic axis. Lines are left open where a swing passes through its least cost; along the lower edge, dotted, a line is exactly 0.',

  'chart.budget.name': 'Energy',
  'chart.budget.title': 'Energy budget',
  'chart.budget.help':
    'Where the energy is: in motion, in the cost, taken out by friction, put in by changes of samples and parameters. What does not add up is the residual; it is approximate, for the friction is summed by quadrature, O(h²).',

  'chart.weights.name': 'Weights',
  'chart.weights.title': 'Weights over time',
  'chart.weights.help':
    'The chosen weight, bold, and those beside it on the lattice. Click a synapse to choose another.',

  'chart.phase.name': 'Phase',
  'chart.phase.title': 'Phase portrait',
  'chart.phase.help':
    'The chosen weight and its rate of change: open dot where it began, solid dot where it is. Click a synapse to choose another.',

  'chart.histogram.name': 'Histogram',
  'chart.histogram.title': 'Histogram of the weights',
  'chart.histogram.help':
    'How many weights have about which value now: bars for the main run, lines for the others.',

  'chart.learned.name': 'Learned',
  'chart.learned.title': 'What is learned',
  'chart.learned.help':
    'What the network gives and what it should give: along the ring, as a curve, as a map, or against each other.',

  'chart.spaceTime.name': 'Space-time',
  'chart.spaceTime.title': 'Space-time diagram',
  'chart.spaceTime.help':
    'The field along its lattice, time to the right, from the start of the run. Of a sheet with rows it is the amber row, that of the chosen weight.',

  'chart.expansion.name': 'Expansion',
  'chart.expansion.title': 'Expansion history',
  'chart.expansion.help':
    'Learning rate η = 1/γ and Hubble rate H = γ/d, logarithmic; below, ln a and the fluid’s w. Without redshift the value of d is a convention.',
  'chart.horizon.name': 'Horizon',
  'chart.horizon.title': 'Modes and horizon',
  'chart.horizon.help':
    'Frequencies ω of the lattice’s waves against the boundary above which they swing: γ/2 at constant friction, else about √(γ²/4 + γ̇/2). Crosses mark the Hubble crossing where redshift is on; without it no horizon is crossed.',

  'chart.bands.name': 'Modes',
  'chart.bands.title': 'Modes: measured over exact',
  'chart.bands.help':
    'Frequency of every mode as the run swings, with its error, over the exact band; below, the friction that it feels. Under the dashed line modes creep; below 0 they grow.',
} as const;
