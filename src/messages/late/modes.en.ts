/** English of the modes: frequencies measured from a run over the exact bands. */
export const modesMessages = {
  'chart.bands.omega': 'frequency *ω*',
  'chart.bands.omegaGrowing': 'frequency *ω*; below 0 it is imaginary: growth',
  'chart.bands.gamma': 'friction *γ*',
  'chart.bands.site': 'wave number *k*, per site',
  'chart.bands.cell': 'phase *κ* per cell of {cell} weights',
  'chart.bands.grid': 'lattice wave number 2√(sin² ½*k*_{x} + sin² ½*k*_{y})',
  'chart.bands.number': 'mode, by its *ω*²',
  'chart.bands.exact': 'exact',
  'chart.bands.linear': 'exact, small waves',
  'chart.bands.half': '*γ*/2: above swings',
  'chart.bands.moving': 'above swings, approximate',
  'chart.bands.set': '*γ* as set',
  'chart.bands.measured': 'measured',
  'chart.bands.none':
    'The run is being followed: the first measurements come after a dozen steps. Press play.',
  'chart.bands.first-order':
    'Without inertia nothing swings: there is no frequency to measure. Switch to second-order dynamics.',
  'chart.bands.samples':
    'The samples change from step to step, and the couplings with them: bands are those of the full batch.',
  'chart.bands.no-modes':
    'No plane waves here, for nothing repeats itself, and over 256 weights the Hessian is not diagonalised.',
  'chart.bands.lost': 'The past of this run cannot be lived again, so nothing can be measured of it.',
  'chart.bands.count': 'modes measured',
  'chart.bands.countOf': '{count} of {modes}',
  'chart.bands.gap': 'farthest from exact',
  'chart.bands.gapError': '{gap} %, {errors} of its error',
  'chart.bands.noteSize': 'Large dots hold more of the field’s power now, small ones less.',
  'chart.bands.noteStep':
    'Errors: least squares on each mode’s track, and the step’s own part of *ω*, (*hω*)²/24. Measured from *t* = {from} to {until}.',
  'chart.bands.noteLinear':
    'Bands are exact for small waves about the mean of *t* = {from}. {bent} of {modes} modes have left what is linear (0.3 %) and are measured no more.',
  'chart.bands.noteBehind': 'The past is still being lived again: {until} of {now}.',
  'chart.bands.noteMoving':
    'Friction changes: the boundary between swinging and creeping moves, and is approximate (normal form).',
  'chart.bands.summary':
    '{count} of {modes} modes measured from t = {from} to {until}, frequencies from {low} to {high}{growing, select, yes {, negative ones grow} other {}}. {gap, select, none {} other {The farthest from its exact band is off by {gap} %.}} Friction measured: {drag}; set: {gamma}. Modes above {half} swing.',
} as const;
