/**
 * What links of version 1 need not spell out: words of a document that deflating may point at. Frozen: a single letter
 * changed here would make every link of version 1 unreadable (the golden ones in the test say so).
 */
const words = [
  'addition bump circle cosine cross-entropy exact exponential flat fluid gaussians gradient-descent incidence inverse',
  'kination matter milne nesterov radiation langevin mini packet power-law reference sequence sine single sinusoid spiral',
  'step table teacher warmup xor zero scalar-field-2d linear-neuron ring-two-layer conv-ring torus-shared',
  ',"rows":16,"columns":16,"spacing":1,"force":0,"redshift":"none","mesh":"auto","order":"quadratic","r":0.6',
  ',"channels":[4],"depth":12,"reach":2,"activation":"tanh","outputActivation":"linear","residual":true,"biases":true',
  ',"cost":"squared"},"bonds":[[0,1],[1,2]],"shape":[8,8],"eta0":1,"etaMin":0.01,"etaMax":1,"T":20,"k":0.1,"n":3',
  ',"factor":0.5,"every":10,"w":0,"d":1,"t":[0,10],"eta":[1,0.1],"size":8,"indices":[0,1],"index":2,"rowIndex":0',
  '"shipped":"ring-perceptron","base":"0","changes":[[["scenario","system","data","batch","initial","dynamics",',
  '"expansion","noise","temperature"],[["edits"],[{"step":10,"command":{"kind":"set","path":"expansion.gamma","value":0.',
  '{"kind":"poke","target":"weights","profile":{"at":[0],"add":[0.5]}}},{"kind":"source","target":"velocity",',
  '"inputs","targets","force","sample":0,"profile":{"shape":"bump","center":32,"width":3,"amplitude":1}}}',
  '{"kind":"state","weights":[0.1,-0.2],"velocity":[-0.',
  '"title":"","system":{"kind":"dense","sizes":[2,14,14,1],"activation":"relu","outputActivation":"tanh"',
  ',"parameterization":"standard","sigmaW":1,"sigmaB":0.1,"cost":"squared"},"data":{"kind":"smooth-random","samples":3',
  ',"correlation":4,"targets":"smooth","modes":3,"signs":"same","noise":0.03,"testSamples":40},"data":{"kind":"explicit"',
  ',"X":[[1,0.5,-1]],"Y":[[0]],"test":{"X":[[],"initial":{"kind":"noise","scale":0.5,"velocityScale":0},"velocity":"none"',
  '{"id":"compare","role":"other","sections":{"expansion":{"kind":"power-law","textbook","theory","descent","continuum"',
  ',"comparison":{"track":"compare","mode":"difference","twin"},"branches","hidden":["ghost"],"unrolled":true,"maps":',
  '"about":"","replaced":{"lesson":{"id":"gradient-descent","step":"overshoot"},"plane":{"spread":1},"currents":true',
  ',"way":0.5,"right":"energy-budget","phase-portrait","space-time","histogram","spectrum","sources","learned","answers"',
  ',"scene":"universe","landscape","morph","field","network","camera":{"preset":"home","yaw":-0.1,"pitch":0.1,"dolly":1',
  ',"target":[0,0,0]},"selection":{"weight":0,"sample":0}',
  '{"document":{"version":1,"scenario":{"version":1,"title":"A ring","seed":1,"system":{"kind":"deep-ring","N":64',
  ',"system":{"kind":"scalar-field-1d","N":96,"two-field-1d","system":{"kind":"ring-shared","N":48,"p":0.8,"q":0}',
  ',"data":{"kind":"none"},"data":{"kind":"uniform-bonds","K":1,"J":0.02},"batch":{"kind":"full"}',
  ',"initial":{"kind":"random","scale":1,"velocityScale":0},"initial":{"kind":"mode","initial":{"kind":"bump","center":48',
  ',"width":4,"amplitude":1},"dynamics":{"kind":"second-order","dt":0.015625,"substeps":1,"precision":"f64"}',
  ',"expansion":{"kind":"de-sitter","gamma":0.12,"t0":0},"noise":{"temperature":0}},"edits":[],"tracks":[{"id":"ghost"',
  ',"role":"ghost","sections":{"dynamics":{"kind":"gradient-flow","dt":"auto","substeps":"auto","precision":"f64"}}}]',
  ',"view":{"controls":["data.J"],"play":true,"drift":true,"step":100,"scene":"pictures","charts":{"left":"cost"',
  ',"right":"expansion"}},"kernel":"typescript","kernel":"simd"}',
];

export const dictionary1 = new TextEncoder().encode(words.join(''));
