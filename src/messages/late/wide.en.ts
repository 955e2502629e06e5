/** English of wide networks: mean field, ensembles, decimation. */
export const wideMessages = {
  'chart.edge.title': 'Edge of chaos',
  'chart.edge.help':
    'Starts (σ_w, σ_b) of an infinitely wide, deep network with the run’s activation. Above the thick line small differences of two inputs grow from layer to layer, below it they die out; dotted lines say within how many layers 1 − c, c their correlation, changes by a factor e. The solid dot is the run; an open one is where signals keep length and angle at every depth. Exact for infinite width.',
  'chart.layers.title': 'Through the layers',
  'chart.layers.help':
    'How alike two samples (the chosen one and the next) look to the weighted sums of every layer: correlation c and, below, length q. Dots: the run’s network with its weights now. Dashed: the mean field of a random start, exact for infinite width, followed deeper than the network.',

  'chart.decimation.title': 'Decimation of the ring',
  'chart.decimation.help':
    'Every second site integrated out of e^{−C/T}, again and again: source J, coupling K and force of the sites that stay, at their places on the ring. Exact for the static measure at any temperature. Below, the force at w = 0.',
  'chart.flow.title': 'Flow of J/K',
  'chart.flow.help':
    'One decimation takes x = J/K of a uniform ring to x² + 4x, exactly: from the massless fixed point 0 out to ∞, where no bond is left. Solid dots: the run’s ring from level to level.',

  'chart.ensemble.title': 'Wide networks at their start',
  'chart.ensemble.help':
    'Networks like the run’s, drawn at random over widths by other cores. Excess kurtosis of the output over its theory (exact for one hidden layer), and below how much the tangent kernel Θ differs from network to network, and how far training moves it. Slopes are measured, with their error; none is asserted.',

  'wide.none': 'This run has no layers that could be made wide: a dense network has.',
  'wide.waiting': 'The layers appear with the first frame of the run.',
  'wide.start':
    'This run starts otherwise: the theory is of weights drawn with the network’s own *σ*, at scale 1.',
  'wide.here': 'here',
  'wide.sigmaW': "weights *σ*_'{w}' [1]",
  'wide.sigmaB': "biases *σ*_'{b}' [1]",
  'wide.layer': 'layer',
  'wide.fact.q': 'length q∗',
  'wide.fact.chi': 'factor χ₁',
  'wide.fact.xi': 'depth ξ',
  'wide.fact.layers': 'layers',
  'wide.fate.order':
    'Order: differences die out, 1 − *c* e-fold in *ξ* = {xi} layers; a signal passes no more than a few times as many.',
  'wide.fate.chaos': 'Chaos: small differences grow, 1 − *c* e-fold in {layers} layers.',
  'wide.fate.edge': 'The edge: differences neither grow nor die out exponentially, so signals go deep.',
  'wide.fate.endless': 'Lengths grow from layer to layer without end.',
  'wide.class.scaleInvariant':
    "Class: scale-invariant. Every length is kept at *σ*_'{w}' = {sigmaW}, *σ*_'{b}' = 0.",
  'wide.class.zero':
    "Class: critical at length *q*∗ = 0, *σ*_'{w}' = {sigmaW}, *σ*_'{b}' = 0; longer signals shrink towards it as 1/layers.",
  'wide.class.zeroUnstable':
    "Class: critical at length *q*∗ = 0, *σ*_'{w}' = {sigmaW}, *σ*_'{b}' = 0, from which longer signals run away.",
  'wide.class.halfStable':
    "Class: half-stable. Length {q} is kept at *σ*_'{w}' = {sigmaW}, *σ*_'{b}' = {sigmaB}, and draws lengths from one side only.",
  'wide.class.noneBias':
    "Class: none. It has *σ*(0) ≠ 0, so that no start keeps both length and angle: that would need *σ*_'{b}'² < 0.",
  'wide.class.none': 'Class: none. No start keeps both length and angle.',
  'wide.edge.logarithm': 'ln *χ*₁',
  'wide.edge.line': 'edge, *χ*₁ = 1',
  'wide.edge.depth': 'dies in {layers}',
  'wide.edge.growth': 'grows in {layers}',
  'wide.edge.claim': 'Exact for infinite width; shades interpolate ln *χ*₁.',
  'wide.edge.summary':
    'σ_w = {sigmaW}, σ_b = {sigmaB}: length q∗ = {q}, χ₁ = {chi}. {fate} {kind} Exact for infinite width.',
  'wide.layers.c': 'correlation *c*',
  'wide.layers.q': 'length *q*, of the first',
  'wide.layers.theory': 'mean field',
  'wide.layers.network': 'network',
  'wide.layers.pair': 'Samples {first} and {second}.',
  'wide.layers.claim': 'Dashed: exact for infinite width, at the random start.',
  'wide.layers.now': 'Dots: the weights of this moment, of finite width; training moves them away.',
  'wide.layers.second': 'beside sample',
  'wide.layers.secondName': 'The other sample',
  'wide.fixed.draws': 'draws',
  'wide.fixed.repels': 'repels',
  'wide.fixed.kept': 'Lengths that a wide layer keeps: {list}.',
  'wide.fixed.one': '{q} ({kind})',
  'wide.fixed.all': 'A wide layer keeps every length.',
  'wide.fixed.none': 'No length is kept: all grow without end.',
  'wide.fixed.endless': 'Longer ones than {q} grow without end.',
  'wide.layers.summary':
    'Samples {first} and {second} through {layers} layers: correlation {from} in the first, {to} in the last; {theory} in an infinitely wide network at its start. Deep in: q∗ = {q}, χ₁ = {chi}, ξ = {xi} layers.',
  'wide.decimation.none':
    'This run’s cost is no ring of springs: decimation is of a closed row of neighbours with a quadratic cost.',
  'wide.decimation.zoom': 'zoom',
  'wide.decimation.zoomName': 'Levels of decimation',
  'wide.decimation.of': '{level} of {most}',
  'wide.decimation.site': 'site',
  'wide.decimation.couplings': '*J* and *K*, cost/weight²',
  'wide.decimation.forces': 'force *f*, cost/weight',
  'wide.decimation.level': 'level {level}',
  'wide.decimation.sites': 'sites',
  'wide.decimation.meanJ': 'mean J',
  'wide.decimation.meanK': 'mean K',
  'wide.decimation.x': 'x = J/K',
  'wide.decimation.xStaggered': 'x of (−1)ⁿw',
  'wide.decimation.xi': 'ξ, sites',
  'wide.decimation.J': 'source *J*',
  'wide.decimation.K': 'coupling *K*',
  'wide.decimation.K0': '*K* = 0 exactly',
  'wide.decimation.force': 'force *f*',
  'wide.decimation.apart':
    'No bond is left: every second bond of the ring is 0, so its pairs fall apart at once (E1).',
  'wide.decimation.claim':
    'Exact for the static measure: means and correlations of the sites that stay are kept.',
  'wide.decimation.dynamics': 'Not the motion: for one ~ e^(*st*) put *J* + *s*² + *γs* for *J*.',
  'wide.decimation.other': 'Not the renormalisation of arXiv:2410.00396, which is over neurons in depth.',
  'wide.decimation.staggered': '*K* < 0: *x* is that of (−1)ⁿ*w*, −4 − *J*/*K*, which decimates alike (E2).',
  'wide.decimation.means': '*x* and *ξ* are those of the mean *J* and *K*: approximate.',
  'wide.decimation.summary':
    'Level {level} of {levels}: {sites} sites, mean J = {J}, mean K = {K}, x = J/K = {x}. Exact for the static measure e^(−C/T), not for the motion.',
  'wide.flow.x': '*x* = *J*/*K*',
  'wide.flow.y': '*x*′ after one decimation',
  'wide.flow.cut': 'Every second bond is 0: one step takes *x* to ∞, *K*′ = 0 exactly.',
  'wide.flow.massless': '*x* = 0, the massless fixed point: it stays, and correlations have no end.',
  'wide.flow.unstable': '*x* < 0: the cost is unstable, and there is no measure to decimate.',
  'wide.flow.length':
    'Correlations reach *ξ* = {xi} sites; at every level half as many, 2 cosh(1/*ξ*) = 2 + *x*.',
  'wide.flow.exact': 'Exact: *J* and *K* are uniform.',
  'wide.flow.means': 'Means of *J* and *K*: their way is exact, the curve that of a uniform ring.',
  'wide.flow.points': 'Fixed points: 0, unstable, and ∞.',
  'wide.flow.staggered': '*K* < 0: *x* is that of (−1)ⁿ*w* (E2), which decimates alike.',
  'wide.flow.summary': 'x = J/K from level to level: {said}. {notes}',
  'wide.ensemble.none': 'Networks with a hidden layer can be drawn over widths; this one has none.',
  'wide.ensemble.empty':
    'Thousands of networks like this one, drawn at their random start at widths from 8 on, beside the normal law of infinite width. The run goes on meanwhile.',
  'wide.ensemble.broken': 'The networks could not be drawn: {reason}',
  'wide.ensemble.working': 'Drawing networks…',
  'wide.ensemble.draw': 'Draw networks',
  'wide.ensemble.again': 'Draw again',
  'wide.ensemble.progress': 'Networks drawn',
  'wide.ensemble.stale': 'The run has changed since.',
  'wide.ensemble.show': 'show',
  'wide.ensemble.all': 'all widths',
  'wide.ensemble.at': 'outputs at n = {n}',
  'wide.ensemble.width': 'width *n*',
  'wide.ensemble.kurtosisAxis': 'excess kurtosis of outputs',
  'wide.ensemble.kernelAxis': 'kernel Θ, relative',
  'wide.ensemble.power': 'power of n',
  'wide.ensemble.kurtosis': 'kurtosis',
  'wide.ensemble.fluctuation': 'spread of Θ',
  'wide.ensemble.drift': 'drift of Θ',
  'wide.ensemble.exact': 'theory, exact',
  'wide.ensemble.leading': 'theory, 1/*n*',
  'wide.ensemble.kernel': 'by its variance',
  'wide.ensemble.direct': 'outputs drawn',
  'wide.ensemble.spread': 'spread',
  'wide.ensemble.driftLabel': 'drift in training',
  'wide.ensemble.claimExact':
    'Theory exact at every width. Dots: 3 Var *K*/(E *K*)² of the output’s variance *K* given the last layer, the same number with less noise.',
  'wide.ensemble.claimLeading':
    'Theory to first order in 1/*n*: approximate. Dots: 3 Var *K*/(E *K*)² of the output’s variance *K* given the last layer, the same number with less noise.',
  'wide.ensemble.claimFit':
    'Powers: least squares over these widths, not limits. Θ: weights N(0, 1), Θ of one input.',
  'wide.ensemble.claimDrift':
    'Drift: ‖Θ_t − Θ₀‖/‖Θ₀‖ on the data after *t* = 2 of this run’s motion. The chart “Drift” has that of the run’s own start, to *t* = 4.',
  'wide.ensemble.claimNormal':
    'Dashed: the normal law of infinite width, exact there; *σ* is that of infinite width.',
  'wide.ensemble.claimTail': 'What is beyond ±4 stands in the last bins.',
  'wide.ensemble.output': 'output *z*/*σ*',
  'wide.ensemble.density': 'density',
  'wide.ensemble.normal': 'normal',
  'wide.ensemble.drawn': '{count} networks',
  'wide.ensemble.summary':
    'Widths {least} to {most}. At {most} excess kurtosis {excess} ± {error}, theory {theory}. Measured powers of the width: kurtosis {kurtosis}, spread of the tangent kernel {fluctuation}, its drift {drift}.',
  'wide.ensemble.summaryOutputs':
    '{count} networks of width {width}: excess kurtosis of their outputs {excess} ± {error}; 0 for the normal law.',
} as const;
