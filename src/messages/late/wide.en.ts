/** English of wide networks: mean field, ensembles, decimation. */
export const wideMessages = {
  'chart.edge.title': 'Edge of chaos',
  'chart.edge.help':
    'Starts (σ_w, σ_b) of an infinitely wide, deep network with the run’s activation. Above the thick line small differences of two inputs grow from layer to layer, below it they die out; dotted lines say within how many layers by a factor e. The solid dot is the run; an open one is where signals keep length and angle at every depth. Exact for infinite width.',
  'chart.layers.title': 'Through the layers',
  'chart.layers.help':
    'How alike two samples (the chosen one and the next) look to the weighted sums of every layer: correlation c and, below, length q. Dots: the run’s network with its weights now. Dashed: the mean field of a random start, exact for infinite width, followed deeper than the network.',

  'wide.none': 'This run has no layers that could be made wide: a dense network has.',
  'wide.waiting': 'The layers appear with the first frame of the run.',
  'wide.here': 'here',
  'wide.sigmaW': "weights *σ*_'{w}' [1]",
  'wide.sigmaB': "biases *σ*_'{b}' [1]",
  'wide.layer': 'layer',
  'wide.fact.q': 'length q∗',
  'wide.fact.chi': 'factor χ₁',
  'wide.fact.xi': 'depth ξ',
  'wide.fact.layers': 'layers',
  'wide.fate.order':
    'Order: differences die out over *ξ* = {xi} layers; a signal passes no more than a few times as many.',
  'wide.fate.chaos': 'Chaos: small differences grow e-fold in {layers} layers.',
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
  'wide.layers.summary':
    'Samples {first} and {second} through {layers} layers: correlation {from} in the first, {to} in the last; {theory} in an infinitely wide network at its start. Deep in: q∗ = {q}, χ₁ = {chi}, ξ = {xi} layers.',
} as const;
