/** English of the modes: frequencies measured from a run over the exact bands. */
export const modesMessages = {
  'chart.bands.omega': 'frequency *ω*',
  'chart.bands.omegaGrowing': 'frequency *ω*; below 0 it is imaginary: growth',
  'chart.bands.gamma': 'friction *γ*',
  'chart.bands.site': 'wave number *k*',
  'chart.bands.cell': 'phase *κ* per cell',
  'chart.bands.grid': 'lattice *k* in 2D',
  'chart.bands.number': 'mode number',
  'chart.bands.exact': 'exact',
  'chart.bands.linear': 'exact, small waves',
  'chart.bands.half': '*γ*/2, above it swings',
  'chart.bands.moving': 'swings above, approximate',
  'chart.bands.set': '*γ* as set',
  'chart.bands.measured': 'measured: {count} of {modes}',
  'chart.bands.none':
    'The run is being followed: the first measurements come after a dozen steps. Press play.',
  'chart.bands.first-order':
    'Without inertia nothing swings: there is no frequency to measure. Switch to second-order dynamics.',
  'chart.bands.samples':
    'Not here: samples change from step to step, and the couplings with them, and bands are those of the full batch.',
  'chart.bands.no-modes':
    'Not here: nothing repeats itself, so there are no plane waves, and over 256 weights the Hessian is not diagonalised.',
  'chart.bands.lost': 'The past of this run cannot be lived again, so nothing can be measured of it.',
  'chart.bands.behind': 'up to *t* = {until} so far',
  'chart.bands.bent': 'while small: to *t* = {until}',
  'chart.bands.moves': '*γ* changes: of this moment',
  'chart.bands.summary':
    '{count} of {modes} modes measured from t = {from} to {until}, frequencies from {low} to {high}{growing, select, yes {, negative ones grow} other {}}. {gap, select, none {} other {The farthest from its exact band is off by {gap} %, {errors} of its error.}} Friction measured: {drag}; set: {gamma}. Modes above {half} swing.',
} as const;
