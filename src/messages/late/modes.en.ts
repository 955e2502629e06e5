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
  'chart.bands.hot': 'heat: biased, often beyond error',
  'chart.bands.moves': '*γ* changes: of this moment',
  'chart.bands.summary':
    '{count} of {modes} modes measured from t = {from} to {until}, frequencies from {low} to {high}{growing, select, yes {, negative ones grow} other {}}. {gap, select, none {} other {The farthest from its exact band is off by {gap} %, {errors} of its error.}} Friction measured: {drag}; set: {gamma}. Modes above {half} swing{boundary, select, moves { (approximate: friction changes)} other {}}.{hot, select, yes { A heat bath kicks this run: friction is measured with a bias, often beyond its error, and far too large where a mode is real (as k = 0 and π).} other {}}',
  'chart.modeTracks.title': 'Modes in time: over closed forms',
  'chart.modeTracks.help':
    'Three modes as the run has them (dots) over their closed forms from the last edit on (lines): damped swings at constant γ, Bessel functions for γ = n/t and for de Sitter space with redshift. Exact for quadratic costs; where no closed form is known none is drawn.',
  'chart.modeTracks.empty':
    'Press play: three modes of the field appear here as time passes, over their closed forms.',
  'chart.modeTracks.site': '*k* = {k}',
  'chart.modeTracks.cell': '*κ* = {k}',
  'chart.modeTracks.grid': '|*k*| = {k}',
  'chart.modeTracks.number': 'mode {mode}',
  'chart.modeTracks.amplitude': 'amplitude of modes',
  'chart.modeTracks.same': 'amplitude',
  'chart.modeTracks.measured': 'measured',
  'chart.modeTracks.exact': 'closed form, exact',
  'chart.modeTracks.none': 'no closed form known',
  'chart.modeTracks.said': '{name}: now {now}, never farther than {off} % from its closed form',
  'chart.modeTracks.saidAlone': '{name}: now {now}, no closed form known',
  'chart.modeTracks.summary': 'Amplitudes of modes from time {from} to {to}. {said}.',
  'chart.power.title': 'Power spectrum',
  'chart.power.help':
    'The field as a sum of plane waves: |w_k|²/N over the wave number |k|, of ±k the sum, logarithmic, now. They add up to Σ w² exactly. On lattices that do not close, plane waves are no modes.',
  'chart.power.empty':
    'The power of the waves that the field is made of appears here as soon as a run is open.',
  'chart.power.zero': 'The field is 0 everywhere: no wave has power.',
  'chart.power.k': 'wave number |*k*|',
  'chart.power.power': 'power |*w*|²/*N*',
  'chart.power.more': '{count} more sheets',
  'chart.power.open': 'not closed: no modes',
  'chart.power.summary':
    'Power of {waves} waves now, {total} in all; the strongest at k = {peak} holds {part} % of it.{closed, select, no { The lattice does not close: plane waves are no modes of it.} other {}}',
} as const;
